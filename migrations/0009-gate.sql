-- What the publish gate asks of the catalogue itself, and every revision of a draft.

-- Which licences do items of this platform issue? Asked by name for the materials of one guide (Art. 13.1).
create index item_version_licence on catalogue.item_version ((content->'result'->>'name'))
  where status = 'published' and content->'result'->>'type' = 'licence';

-- Each revision of a draft as it was saved, so that a save made on an older one can be merged with what came in between.
create table catalogue.draft_revision (
  item_id uuid not null references catalogue.item,
  version int not null,
  revision int not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by jsonb not null,
  primary key (item_id, version, revision)
);

grant select, insert, update, delete on catalogue.draft_revision to :app;
