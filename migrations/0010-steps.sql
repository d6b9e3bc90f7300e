-- 并行、会签: where a dossier lies when it lies at several posts or in another department. The dossier's own row is the
-- truth; these rows are an index for worklists, written anew by every act while it is so.
create table casework.branch (
  dossier_id uuid not null,
  step_key text not null,
  step_name text not null,
  organ_id text not null,
  post text not null,
  -- The step's clock: its key, limit and start.
  clock_step jsonb not null,
  due_at timestamptz,
  yellow_at timestamptz,
  red_at timestamptz,
  primary key (dossier_id, step_key)
);
create index branch_worklist on casework.branch (organ_id, post, due_at, dossier_id);

-- 会签意见: the department that signed, where it is not the dossier's own.
alter table casework.opinion
  add column organ_id text not null default '',
  add column organ_name text not null default '';
create index opinion_joint on casework.opinion (organ_id, at desc) where organ_id <> '';

grant select, insert, update, delete on casework.branch to :app;
