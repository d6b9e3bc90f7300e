-- Since when nothing names a kept file any more: after some weeks it is forgotten. Null while a version or a draft names it.
alter table catalogue.item_file add column unnamed_since timestamptz;
create index item_file_unnamed on catalogue.item_file (unnamed_since) where unnamed_since is not null;
grant update (unnamed_since), delete on catalogue.item_file to :app;
