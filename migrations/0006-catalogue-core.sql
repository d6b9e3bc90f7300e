-- The life of an item beyond its versions, the public register of changes, and the service centres.

alter table catalogue.item
  add column life text not null default 'active' check (life in ('active', 'suspended', 'cancelled', 'devolved'));
alter table catalogue.item_version
  -- The day from which this version holds.
  add column effective_on date;
update catalogue.item_version set effective_on = (published_at at time zone 'Asia/Shanghai')::date
  where published_at is not null;

-- 变更公告: one row for everything that came into force, in the order of commit (the writer holds a lock until then),
-- so that `seq` serves other systems as a cursor.
create table catalogue.change_entry (
  seq bigint generated always as identity primary key,
  item_id uuid not null references catalogue.item,
  version int,
  kind text not null check (kind in ('new', 'change', 'suspend', 'resume', 'cancel', 'devolve')),
  name text not null,
  impl_code text not null,
  handle_item_code text not null,
  organ_id text not null,
  organ_name text not null,
  area_code text not null,
  sections text[] not null default '{}',
  -- Why, in a sentence for the public; empty for what speaks for itself.
  reason text not null default '',
  effective_on date not null,
  entered_at timestamptz not null
);
create index change_entry_item on catalogue.change_entry (item_id, seq desc);

-- 服务中心: where items are handled at a counter (进驻).
create table catalogue.centre (
  centre_id text primary key,
  name text not null,
  area_code text not null,
  address text not null,
  hours text not null,
  phone text not null default '',
  sample boolean not null default false
);

-- 审改机构: decides what is added to the directory, ended or handed down.
alter table identity.organ drop constraint organ_kind_check,
  add constraint organ_kind_check check (kind in ('department', 'supervisor', 'operator', 'reform'));

alter table identity.post_holding drop constraint post_holding_post_check,
  add constraint post_holding_post_check check (post in ('window', 'examiner', 'approver', 'clerk', 'checker', 'supervisor',
    'registrar', 'reformer', 'operator'));

grant select, insert, update, delete on catalogue.change_entry, catalogue.centre to :app;
-- What was made public stays as it was.
revoke update, delete on catalogue.change_entry from :app;
