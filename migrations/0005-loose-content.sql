-- Contents (SHA-256) of deleted files: their bytes go from the store once no file has them any more.
create table documents.loose_content (
  sha256 text primary key
);
grant select, insert, update, delete on documents.loose_content to :app;
