-- The house: one schema a module; nobody else touches a module's tables. `:app` is the application's own role.

create extension if not exists pg_trgm;

-- history: append-only, hash-chained, one stream a thing --------------------------------------------------------
create schema history;
create table history.event (
  stream_id text not null,
  seq int not null,
  type text not null,
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  prev_hash text not null,
  hash text not null,
  primary key (stream_id, seq)
);
-- The newest link of each stream, kept by the database itself, so that a cut-off end is found too.
create table history.head (
  stream_id text primary key,
  seq int not null,
  hash text not null
);
create function history.keep_head() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into history.head (stream_id, seq, hash) values (new.stream_id, new.seq, new.hash)
  on conflict (stream_id) do update set seq = excluded.seq, hash = excluded.hash where history.head.seq < excluded.seq;
  return null;
end $$;
create trigger keep_head after insert on history.event for each row execute function history.keep_head();

-- identity ------------------------------------------------------------------------------------------------------
create schema identity;
create table identity.organ (
  organ_id text primary key,
  name text not null,
  short_name text not null,
  credit_code text not null,
  area_code text not null,
  area_name text not null,
  kind text not null check (kind in ('department', 'supervisor', 'operator')),
  sample boolean not null default false
);
create table identity.account (
  account_id uuid primary key,
  subject text not null unique,
  subject_kind text not null,
  name text not null,
  id_kind text not null,
  id_cipher bytea not null,
  id_blind bytea not null,
  id_masked text not null,
  phone_cipher bytea,
  phone_masked text not null default '',
  level smallint not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null
);
create unique index account_blind on identity.account (id_kind, id_blind);
create table identity.staff (
  staff_id text primary key,
  subject text not null unique,
  name text not null,
  organ_id text not null references identity.organ,
  active boolean not null default true,
  sample boolean not null default false
);
create table identity.post_holding (
  staff_id text not null references identity.staff,
  post text not null check (post in ('window', 'examiner', 'approver', 'clerk', 'supervisor', 'operator')),
  trained_on date,
  primary key (staff_id, post)
);
create table identity.session (
  token_hash bytea primary key,
  kind text not null check (kind in ('hall', 'desk')),
  account_id uuid references identity.account,
  staff_id text references identity.staff,
  level smallint not null default 0,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
-- A sign-in under way: what must come back from the provider, and where the person was.
create table identity.sign_in (
  state text primary key,
  kind text not null check (kind in ('hall', 'desk')),
  checks jsonb not null,
  return_to text not null,
  wanted_level smallint not null,
  created_at timestamptz not null
);

-- catalogue -----------------------------------------------------------------------------------------------------
create schema catalogue;
create table catalogue.item (
  item_id uuid primary key,
  impl_code text not null,
  handle_item_code text not null default '',
  organ_id text not null references identity.organ,
  published_version int,
  draft_version int,
  unique (impl_code, handle_item_code)
);
create table catalogue.item_version (
  item_id uuid not null references catalogue.item,
  version int not null,
  status text not null check (status in ('draft', 'published', 'replaced')),
  content jsonb not null,
  source_hash text not null default '',
  revision int not null default 1,
  created_at timestamptz not null,
  published_at timestamptz,
  published_by text,
  primary key (item_id, version)
);
create table catalogue.search_entry (
  item_id uuid primary key references catalogue.item,
  name text not null,
  organ_name text not null,
  area_code text not null,
  online boolean not null,
  service_objects text[] not null,
  topics text[] not null,
  words tsvector not null,
  letters text not null,
  initials text not null,
  names text not null,
  summary text not null,
  promise text not null
);
create index search_words on catalogue.search_entry using gin (words);
create index search_names on catalogue.search_entry using gin (names gin_trgm_ops);
create index search_letters on catalogue.search_entry using gin (letters gin_trgm_ops);
create index search_initials on catalogue.search_entry using gin (initials gin_trgm_ops);

-- documents -----------------------------------------------------------------------------------------------------
create schema documents;
create table documents.stored_file (
  file_id uuid primary key,
  sha256 text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  pages int,
  owner_account uuid,
  owner_staff text,
  created_at timestamptz not null
);
create index stored_file_sha on documents.stored_file (sha256);

-- hall: drafts --------------------------------------------------------------------------------------------------
create schema hall;
create table hall.draft (
  draft_id uuid primary key,
  account_id uuid not null,
  item_id uuid not null,
  item_version int not null,
  answers jsonb not null default '{}',
  delivery jsonb not null default '{}',
  revision int not null default 1,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_dossier uuid
);
create index draft_account on hall.draft (account_id, saved_at desc);
create table hall.draft_material (
  draft_id uuid not null references hall.draft on delete cascade,
  material_key text not null,
  source text not null check (source in ('upload', 'licence', 'courier')),
  file_id uuid,
  file_name text not null default '',
  licence jsonb,
  added_at timestamptz not null,
  primary key (draft_id, material_key)
);

-- casework: the dossier family leads every key with dossier_id ------------------------------------------------------
create schema casework;
create table casework.number_day (
  impl_code text not null,
  day date not null,
  last_number int not null,
  primary key (impl_code, day)
);
create table casework.dossier_number (
  number text primary key,
  dossier_id uuid not null
);
create table casework.dossier (
  dossier_id uuid primary key,
  number text not null,
  item_id uuid not null,
  item_version int not null,
  item_name text not null,
  organ_id text not null,
  organ_name text not null,
  area_code text not null,
  account_id uuid not null,
  applicant jsonb not null,
  applicant_name text not null,
  status text not null,
  result text,
  step_key text,
  step_name text not null,
  holder_post text,
  channel text not null,
  submitted_at timestamptz not null,
  received_at timestamptz not null,
  accepted_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  clock jsonb not null,
  due_at timestamptz,
  yellow_at timestamptz,
  red_at timestamptz,
  corrections int not null default 0,
  verification text not null default 'pending',
  open boolean not null default true,
  sample boolean not null default false,
  version int not null default 1
);
create index dossier_account on casework.dossier (account_id, submitted_at desc);
create index dossier_worklist on casework.dossier (organ_id, holder_post, due_at, dossier_id) where open;
create index dossier_light on casework.dossier (red_at) where open;
create table casework.dossier_form (
  dossier_id uuid not null,
  revision int not null,
  answers jsonb not null,
  at timestamptz not null,
  primary key (dossier_id, revision)
);
create table casework.dossier_material (
  dossier_id uuid not null,
  material_key text not null,
  revision int not null,
  name text not null,
  source text not null check (source in ('upload', 'licence', 'courier')),
  file_id uuid,
  file_name text not null default '',
  licence jsonb,
  verdict text not null default 'unseen' check (verdict in ('unseen', 'ok', 'fault')),
  problem text not null default '',
  cure text not null default '',
  at timestamptz not null,
  primary key (dossier_id, material_key, revision)
);
create table casework.correction (
  dossier_id uuid not null,
  correction_no int not null,
  asked_by jsonb not null,
  asked_at timestamptz not null,
  demands jsonb not null,
  answer_until date not null,
  answered_at timestamptz,
  superior_reason text,
  primary key (dossier_id, correction_no)
);
create table casework.opinion (
  dossier_id uuid not null,
  opinion_no int not null,
  step_key text not null,
  step_name text not null,
  staff jsonb not null,
  verdict text not null check (verdict in ('agree', 'disagree', 'return')),
  text text not null,
  record jsonb not null default '{}',
  at timestamptz not null,
  primary key (dossier_id, opinion_no)
);
create table casework.paper (
  dossier_id uuid not null,
  paper_no int not null,
  kind text not null,
  title text not null,
  document_number text not null,
  file_id uuid not null,
  for_applicant boolean not null default true,
  cause_seq int not null,
  at timestamptz not null,
  primary key (dossier_id, paper_no),
  unique (dossier_id, kind, cause_seq)
);
create table casework.verification (
  dossier_id uuid not null,
  field text not null,
  label text not null,
  filed text not null,
  registered text,
  outcome text not null check (outcome in ('match', 'differs', 'not-found', 'pending')),
  source text not null,
  as_of timestamptz,
  conclusion text not null default '',
  primary key (dossier_id, field)
);
create table casework.act_key (
  dossier_id uuid not null,
  act_key text not null,
  act text not null,
  at timestamptz not null,
  primary key (dossier_id, act_key)
);

-- licences --------------------------------------------------------------------------------------------------------
create schema licences;
create table licences.licence (
  licence_id uuid primary key,
  identifier text not null unique,
  dossier_id uuid not null unique,
  kind text not null,
  name text not null,
  number text not null,
  holder_account uuid not null,
  holder_name text not null,
  holder_code_masked text not null,
  holder_code_blind bytea not null,
  organ_id text not null,
  organ_name text not null,
  issued_on date not null,
  valid_until date,
  face jsonb not null,
  file_id uuid not null,
  check_token text not null unique,
  status text not null check (status in ('valid', 'suspended', 'revoked', 'replaced')) default 'valid',
  made_offline boolean not null default false,
  pushed_at timestamptz,
  sample boolean not null default false,
  made_at timestamptz not null
);
create index licence_holder on licences.licence (holder_account, issued_on desc);

-- messages, archive, feedback ---------------------------------------------------------------------------------------
create schema messages;
create table messages.message (
  message_id uuid primary key,
  cause text not null unique,
  account_id uuid,
  dossier_id uuid,
  phone_cipher bytea,
  phone_masked text not null,
  text text not null,
  written_at timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz
);
create index message_account on messages.message (account_id, written_at desc);
create schema archive;
create table archive.package (
  dossier_id uuid primary key,
  file_number text not null unique,
  file_id uuid not null,
  sha256 text not null,
  size bigint not null,
  findings jsonb not null default '[]',
  transfer_list text not null,
  made_at timestamptz not null,
  receipt jsonb,
  taken_at timestamptz
);
create table archive.serial (
  year int not null,
  task_code text not null,
  last_number int not null,
  primary key (year, task_code)
);
create schema feedback;
create table feedback.rating (
  dossier_id uuid primary key,
  account_id uuid not null,
  organ_id text not null,
  grade smallint not null check (grade between 1 and 4),
  reason text not null default '',
  reasons text[] not null default '{}',
  channel text not null,
  at timestamptz not null,
  check (grade <> 4 or length(reason) > 0)
);

-- exchange: every look-up in shared data is written down -----------------------------------------------------------
create schema exchange;
create table exchange.look_up (
  look_up_id uuid primary key,
  at timestamptz not null,
  register text not null,
  subject_blind bytea not null,
  cause text not null,
  actor jsonb not null,
  account_id uuid,
  dossier_id uuid,
  outcome text not null
);
create index look_up_account on exchange.look_up (account_id, at desc);

-- Rights of the application's own role --------------------------------------------------------------------------------
do $$
declare s text;
begin
  foreach s in array array['history','identity','catalogue','documents','hall','casework','licences','messages','archive','feedback','exchange']
  loop
    execute format('grant usage on schema %I to %s', s, ':app');
    execute format('grant select, insert, update, delete on all tables in schema %I to %s', s, ':app');
  end loop;
end $$;
revoke update, delete, truncate on history.event from :app;
revoke insert, update, delete, truncate on history.head from :app;
