-- How far an export has come that an officer waits for. Of no worth after a crash, so it is not logged.
create unlogged table catalogue.export_progress (
  watch uuid primary key,
  staff_id text not null,
  done int not null,
  items int not null,
  at timestamptz not null
);
grant select, insert, update, delete on catalogue.export_progress to :app;
