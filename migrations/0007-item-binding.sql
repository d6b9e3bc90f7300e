-- What the directory's figure and its to-do lists ask of every item, beside the content, so that they need not open it.
alter table catalogue.item_version
  add column centre_id text generated always as (coalesce(content->'place'->>'centreId', '')) stored,
  add column directory_version int generated always as (coalesce((content->>'directoryVersion')::int, 0)) stored;
