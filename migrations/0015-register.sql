-- A draft goes over to the version that comes into force. It remembers from which one, until the applicant has looked at
-- what that asks of them, and keeps, sealed, what they had typed and no question takes any more.
alter table hall.draft
  add column moved_from int,
  add column kept bytea;
create index draft_unfinished_item on hall.draft (item_id) where submitted_dossier is null;

-- 变更公告 is read newest first.
create index change_entry_day on catalogue.change_entry (effective_on desc, seq desc);
