-- Import (导入): a file becomes rows, rows are tried (dry run), then written as drafts. Every batch keeps its place here, so
-- that whichever process goes on, goes on from there.

create table catalogue.import_job (
  job_id uuid primary key,
  -- Who asked; null for the command line.
  staff_id text,
  staff_name text not null,
  -- Whose items it may touch; null: everybody's.
  organ_id text references identity.organ,
  -- The department that takes guides of elsewhere over as its own drafts; null: each stays with the body that it names.
  to_organ text references identity.organ,
  file_id uuid,
  file_name text not null,
  file_size bigint not null,
  state text not null check (state in ('reading', 'checking', 'checked', 'importing', 'done', 'cancelled', 'failed')),
  -- What the file turned out to be.
  shape text not null default '' check (shape in ('', 'flat', 'detailed', 'excerpt', 'national')),
  format text not null default '' check (format in ('', 'json', 'csv', 'zip', 'xlsx')),
  source_name text not null default '',
  tables text[] not null default '{}',
  -- Rows of all tables that have been put away, records among them, and records that the step under way has done.
  rows_read int not null default 0,
  records int not null default 0,
  at_record int not null default 0,
  tried jsonb,
  written jsonb,
  -- Why the file could not be read.
  refusal text not null default '',
  created_at timestamptz not null,
  step_at timestamptz not null,
  ended_at timestamptz
);
create index import_job_newest on catalogue.import_job (organ_id, created_at desc);

-- The file taken apart: `main` has one row a record, the other parts what belongs to it, by its key.
create table catalogue.import_row (
  job_id uuid not null references catalogue.import_job on delete cascade,
  part text not null,
  no int not null,
  key text not null,
  data jsonb not null,
  primary key (job_id, part, no)
);
create index import_row_key on catalogue.import_row (job_id, key) where part <> 'main';

-- What became of each record, in the dry run and then in earnest.
create table catalogue.import_outcome (
  job_id uuid not null references catalogue.import_job on delete cascade,
  no int not null,
  source_key text not null,
  name text not null,
  impl_code text not null,
  outcome text not null check (outcome in ('imported', 'updated', 'unchanged', 'kept', 'refused')),
  item_id uuid,
  faults jsonb not null,
  todos jsonb not null,
  todo_ids text[] not null,
  primary key (job_id, no)
);
create index import_outcome_key on catalogue.import_outcome (job_id, source_key) where source_key <> '';
create index import_outcome_kind on catalogue.import_outcome (job_id, outcome, no);

grant select, insert, update, delete on catalogue.import_job, catalogue.import_row, catalogue.import_outcome to :app;
