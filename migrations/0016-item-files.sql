-- 空白表格、示例样表: files that a department keeps for the materials of an item. A file is never altered; a version of the
-- item names the one that belongs to it. What an applicant handed in is not here, so no guide can ever give it out.
create table catalogue.item_file (
  file_id uuid primary key,
  item_id uuid not null references catalogue.item,
  name text not null,
  media_type text not null,
  size bigint not null,
  kept_by jsonb not null,
  kept_at timestamptz not null
);
create index item_file_item on catalogue.item_file (item_id);
grant select, insert on catalogue.item_file to :app;
