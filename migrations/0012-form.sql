-- 行政区划: the tree that address fields choose from, down to streets and towns. A whole list replaces it.
create table catalogue.area (
  code text primary key check (code ~ '^[0-9]{2,12}$'),
  name text not null,
  -- Empty at the top.
  parent text not null default ''
);
grant select, insert, update, delete on catalogue.area to :app;
