-- A catalogue of 100,000 items: what lists show and filter by stands beside the content, so that no list has to unpack it.
alter table catalogue.item_version
  add column name text generated always as (coalesce(content->>'name', '')) stored,
  add column organ_name text generated always as (coalesce(content->>'organName', '')) stored,
  add column area_code text generated always as (coalesce(content->>'areaCode', '')) stored,
  add column item_type text generated always as (coalesce(content->>'itemType', '')) stored,
  add column sample boolean generated always as (coalesce((content->>'sample')::boolean, false)) stored;

-- The desk's list: what was saved last comes first.
create index item_version_saved on catalogue.item_version (saved_at desc nulls last, item_id, version);
-- Drafts and what still stops them, for the counts beside that list.
create index item_version_drafts on catalogue.item_version (item_id, version, blocks) where status = 'draft';
-- What other systems read by area and by kind, in the order in which they page.
create index item_version_area on catalogue.item_version (area_code text_pattern_ops, item_id) where status = 'published';
create index item_version_type on catalogue.item_version (item_type, item_id) where status = 'published';
