-- What the hall keeps beside its drafts.

-- What was known of the applicant when the draft was last opened (Art. 13), so that handing in waits for no register.
alter table hall.draft add column known jsonb;
create index draft_open on hall.draft (account_id, item_id, saved_at desc) where submitted_dossier is null;

-- Files gathered for a correction (补齐补正) until it is handed in as a whole.
create table hall.correction_material (
  dossier_id uuid not null,
  material_key text not null,
  correction_no int not null,
  source text not null check (source in ('upload', 'licence', 'courier')),
  file_id uuid,
  file_name text not null default '',
  licence jsonb,
  added_at timestamptz not null,
  primary key (dossier_id, correction_no, material_key)
);

-- What somebody typed whose session had ended, sealed, until they have signed in again.
create table hall.parked (
  token_hash bytea primary key,
  draft_id uuid not null,
  body bytea not null,
  parked_at timestamptz not null
);
create index parked_at on hall.parked (parked_at);

grant select, insert, update, delete on hall.correction_material, hall.parked to :app;
