-- 基本目录: what exists by law, apart from each body's implementation list (catalogue.item).

create table catalogue.directory_entry (
  -- Province 2, item type 2, main item 5, sub-item 3 (000: the main item itself).
  basic_code text primary key check (basic_code ~ '^[0-9]{12}$'),
  -- The version in force; 0 while the first one waits for its date.
  version int not null,
  state text not null check (state in ('waiting', 'in-force', 'suspended', 'cancelled')),
  sample boolean not null default false
);

-- What a department or the registrar asks for, and what the reform body decided on it.
create table catalogue.directory_proposal (
  proposal_id uuid primary key,
  operation text not null
    check (operation in ('add', 'change', 'split', 'merge', 'suspend', 'resume', 'cancel')),
  status text not null check (status in ('open', 'sent-back', 'agreed')),
  organ_id text not null references identity.organ,
  -- Entries that it concerns, and how the entries that come of it shall read.
  codes text[] not null,
  results jsonb not null,
  reason text not null,
  proposed_by jsonb not null,
  proposed_at timestamptz not null,
  document text not null default '',
  effective_on date,
  answer text not null default '',
  decided_by jsonb,
  decided_at timestamptz
);
create index directory_proposal_newest on catalogue.directory_proposal (status, proposed_at desc);
create index directory_proposal_codes on catalogue.directory_proposal using gin (codes);

create table catalogue.directory_version (
  basic_code text not null references catalogue.directory_entry,
  version int not null,
  operation text not null
    check (operation in ('add', 'change', 'split', 'merge', 'suspend', 'resume', 'cancel')),
  -- What the entry is from this version on.
  state text not null check (state in ('in-force', 'suspended', 'cancelled')),
  elements jsonb not null,
  bodies text[] not null,
  -- Null: loaded with the directory, not decided here.
  proposal_id uuid references catalogue.directory_proposal,
  document text not null,
  effective_on date not null,
  decided_by jsonb not null,
  decided_at timestamptz not null,
  -- Null while it waits for its date.
  in_force_at timestamptz,
  primary key (basic_code, version)
);
create index directory_version_waiting on catalogue.directory_version (effective_on) where in_force_at is null;

-- 拆分、合并: which code became which.
create table catalogue.directory_lineage (
  from_code text not null references catalogue.directory_entry,
  to_code text not null references catalogue.directory_entry,
  primary key (from_code, to_code)
);
create index directory_lineage_to on catalogue.directory_lineage (to_code);

-- Which bodies have to implement an entry now.
create table catalogue.directory_body (
  basic_code text not null references catalogue.directory_entry,
  organ_id text not null references identity.organ,
  primary key (basic_code, organ_id)
);
create index directory_body_organ on catalogue.directory_body (organ_id);

-- 不进驻的例外 (Art. 5.1(2)): approved by the government of the body's own level.
create table catalogue.directory_exception (
  exception_id uuid primary key,
  basic_code text not null references catalogue.directory_entry,
  organ_id text not null references identity.organ,
  kind text not null check (kind in ('state-secret', 'public-safety', 'other')),
  reason text not null,
  government text not null check (government <> ''),
  document text not null check (document <> ''),
  approved_on date not null,
  recorded_by jsonb not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by jsonb,
  end_reason text not null default ''
);
create unique index directory_exception_current on catalogue.directory_exception (basic_code, organ_id)
  where ended_at is null;

-- The implementation lists of an entry: the basic code is the end of the implementation code.
create index item_basic_code on catalogue.item (right(impl_code, 12));

grant select, insert, update, delete on catalogue.directory_entry, catalogue.directory_proposal,
  catalogue.directory_version, catalogue.directory_lineage, catalogue.directory_body,
  catalogue.directory_exception to :app;
-- What was decided stays.
revoke delete on catalogue.directory_entry, catalogue.directory_proposal, catalogue.directory_version,
  catalogue.directory_exception from :app;
revoke update, delete on catalogue.directory_lineage from :app;
