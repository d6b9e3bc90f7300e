-- The way of a change to an item (变更): checked by its department, filed, decided where the kind asks for it, waiting
-- for its day, in force. The table of changes says where each lies; the table of turns, what was done to it and by whom.

create table catalogue.change (
  change_id uuid primary key,
  item_id uuid not null references catalogue.item,
  organ_id text not null,
  kind text not null check (kind in ('new', 'change', 'suspend', 'resume', 'cancel', 'devolve')),
  -- The draft that comes into force, for new and change.
  version int,
  state text not null check (state in ('checking', 'filing', 'deciding', 'scheduled', 'in-force', 'sent-back', 'withdrawn')),
  -- Number of turns so far: who acts names the one that they saw.
  turn int not null,
  since timestamptz not null,
  sections text[] not null default '{}',
  effective_on date not null,
  -- Why, and where to go instead, in sentences for the public; empty for what speaks for itself.
  reason text not null default '',
  instead text not null default '',
  -- 文号 of the document behind it: the one that the department named, then that of the decision.
  document text not null default '',
  -- 下放: the bodies that take the item over.
  targets text[] not null default '{}',
  submitted_by text not null,
  foreign key (item_id, version) references catalogue.item_version
);
-- One change at a time.
create unique index change_under_way on catalogue.change (item_id) where state in ('checking', 'filing', 'deciding', 'scheduled');
create index change_item on catalogue.change (item_id, since desc);
create index change_queue on catalogue.change (state, since);

create table catalogue.change_turn (
  change_id uuid not null references catalogue.change,
  turn int not null,
  act text not null check (act in ('submit', 'pass', 'take', 'decide', 'send-back', 'withdraw', 'enforce')),
  by jsonb not null,
  at timestamptz not null,
  -- Note to the next, reasons for sending back, or the number of the document.
  words text not null default '',
  primary key (change_id, turn)
);

-- 下放: which item of a district came from which, and under which codes.
create table catalogue.lineage (
  from_item uuid not null references catalogue.item,
  to_item uuid not null references catalogue.item,
  from_code text not null,
  to_code text not null,
  change_id uuid not null references catalogue.change,
  primary key (to_item, change_id)
);
create index lineage_from on catalogue.lineage (from_item);

-- A filing is of a change, whatever its kind; the same draft may be filed again after it was sent back.
alter table catalogue.filing drop constraint filing_pkey, drop constraint filing_kind_check;
alter table catalogue.filing alter column version drop not null,
  add column filing_id bigint generated always as identity primary key,
  add column change_id uuid references catalogue.change,
  add constraint filing_kind_check check (kind in ('new', 'change', 'suspend', 'resume', 'cancel', 'devolve'));
create index filing_item on catalogue.filing (item_id);

grant select, insert, update, delete on catalogue.change, catalogue.change_turn, catalogue.lineage to :app;
revoke update, delete on catalogue.change_turn from :app;

-- What a change of an item meets: the open dossiers that stay with their version.
create index dossier_open_item on casework.dossier (item_id, item_version) where open;
