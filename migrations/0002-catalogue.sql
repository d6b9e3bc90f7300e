-- What the catalogue needs beside its items: who saved a draft last, where an imported draft came from, and the filing
-- (备案) of every version that takes effect (Art. 5.1(3)).

alter table catalogue.item_version
  add column saved_at timestamptz,
  add column saved_by jsonb,
  -- How many findings stop this version from being published, and how many only warn; written at every save, so that
  -- a list of hundreds of drafts need not judge them again.
  add column blocks int not null default 0,
  add column warns int not null default 0;
create index item_organ on catalogue.item (organ_id);

-- One row a record of a source: the draft that was made of it, as it was then. A draft that has moved on since was
-- edited by a clerk and is never overwritten.
create table catalogue.import_record (
  source_key text primary key,
  item_id uuid not null references catalogue.item,
  source_hash text not null,
  version int not null,
  revision int not null,
  imported_at timestamptz not null
);

create table catalogue.filing (
  item_id uuid not null references catalogue.item,
  version int not null,
  kind text not null check (kind in ('new', 'change')),
  sections text[] not null,
  organ_id text not null,
  filed_by jsonb not null,
  filed_at timestamptz not null,
  primary key (item_id, version)
);
create index filing_newest on catalogue.filing (filed_at desc);

grant select, insert, update, delete on catalogue.import_record, catalogue.filing to :app;
-- A filing, once made, stands.
revoke update, delete on catalogue.filing from :app;
