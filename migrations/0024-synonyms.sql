-- 同义词: kept by the 行政服务管理机构, and found by their sound too.
alter table catalogue.synonym
  -- As it sounds: who types a wrong character, or pinyin, is understood.
  add column letters text not null default '',
  -- Null: it came with the platform.
  add column changed_at timestamptz,
  add column changed_by text;
-- A word that was removed stays without meaning, so that the list that is shipped does not bring it back.
create index synonym_letters on catalogue.synonym (letters);

-- Words that nothing in the catalogue answered: how often on which day, never by whom. Kept for 30 days.
create table catalogue.search_unanswered (
  day date not null,
  words text not null,
  times int not null default 1,
  primary key (day, words)
);
grant select, insert, update, delete on catalogue.search_unanswered to :app;
