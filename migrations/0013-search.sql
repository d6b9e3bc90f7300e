-- Search (查找): an entry says everything that one can look for or filter by, so that a search reads one table.

alter table catalogue.search_entry
  -- 暂停: found, and marked.
  add column suspended boolean not null default false,
  -- 办理方式: counter, online, courier.
  add column ways text[] not null default '{}',
  -- 网办深度: whole (全程网办), visits (网上申报 and so many visits), counter (到窗口).
  add column reach text not null default 'counter' check (reach in ('whole', 'visits', 'counter')),
  add column visits int not null default 0,
  add column consult_phone text not null default '',
  -- By pinyin, for lists.
  add column sort_key text not null default '',
  -- Which making of the entry wrote it: older ones are written anew at start.
  add column made_by int not null default 0;

-- `words` holds pairs of characters, words in Latin letters, and what filters ask for (area=350102).
drop index catalogue.search_words, catalogue.search_names;
create index search_words on catalogue.search_entry using gin (words) with (fastupdate = off);
create index search_sorted on catalogue.search_entry (sort_key collate "C", item_id);

-- In how many published items a word of the index stands, and under '' how many items there are: the rare words say what
-- is meant. Counted anew now and then.
create table catalogue.search_count (
  word text primary key,
  items int not null
);

-- 同义词: what people say, and the words under which the catalogue may have it.
create table catalogue.synonym (
  word text primary key,
  means text[] not null
);

grant select, insert, update, delete on catalogue.search_count, catalogue.synonym to :app;
