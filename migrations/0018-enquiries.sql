-- 在线咨询: questions in writing, what was said to them, and the answers that were made public.
create table feedback.enquiry (
  -- Made with the page that holds the form: the same form sent twice is one question.
  enquiry_id uuid primary key,
  number text not null unique,
  -- Null: asked without signing in; the query code opens it.
  account_id uuid,
  item_id uuid,
  item_version int,
  item_name text not null default '',
  -- The body that has to answer now.
  organ_id text not null,
  organ_name text not null,
  phone_cipher bytea,
  phone_masked text not null default '',
  status text not null check (status in ('open', 'answered')),
  first_asked_at timestamptz not null,
  -- When the question was asked that waits now, or waited last; its clock starts here.
  asked_at timestamptz not null,
  extension jsonb,
  answered_at timestamptz,
  -- When the light turns: an index, computed from the above.
  due_at timestamptz,
  yellow_at timestamptz,
  red_at timestamptz,
  version int not null default 1,
  sample boolean not null default false,
  check ((status = 'answered') = (answered_at is not null))
);
create index enquiry_open on feedback.enquiry (organ_id, due_at) where status = 'open';
create index enquiry_answered on feedback.enquiry (organ_id, answered_at desc) where status = 'answered';
create index enquiry_account on feedback.enquiry (account_id, asked_at desc) where account_id is not null;

create table feedback.enquiry_entry (
  enquiry_id uuid not null references feedback.enquiry,
  no int not null,
  -- Which press of which button wrote it: pressed twice, it is written once.
  key text not null,
  kind text not null check (kind in ('question', 'follow-up', 'answer', 'supplement', 'passed-on', 'extended')),
  text text not null,
  by jsonb not null,
  -- The body for which it was said; empty for the asker.
  organ_name text not null default '',
  -- Where it was passed on to.
  to_organ_name text not null default '',
  at timestamptz not null,
  primary key (enquiry_id, no),
  unique (enquiry_id, key)
);

create table feedback.enquiry_day (
  day date primary key,
  last_number int not null
);

-- Question and answer without anything personal, under the frequent questions of the item's guide.
create table feedback.public_answer (
  enquiry_id uuid not null,
  -- The entry that it was made from.
  no int not null,
  item_id uuid not null,
  item_version int not null,
  organ_name text not null,
  question text not null,
  answer text not null,
  answered_on date not null,
  published_at timestamptz not null,
  taken_down_at timestamptz,
  sample boolean not null default false,
  primary key (enquiry_id, no),
  foreign key (enquiry_id, no) references feedback.enquiry_entry (enquiry_id, no)
);
create index public_answer_item on feedback.public_answer (item_id, answered_on desc) where taken_down_at is null;

grant select, insert, update on feedback.enquiry, feedback.enquiry_day, feedback.public_answer to :app;
-- What was said stays as it was said.
grant select, insert on feedback.enquiry_entry to :app;
