-- 暂停 may say on which day the item is planned to be offered again. The change keeps what was said; the item, and the search
-- with it, what still holds.
alter table catalogue.change add column resume_on date check (resume_on is null or kind = 'suspend');
alter table catalogue.item add column resumes_on date check (resumes_on is null or life = 'suspended');
create index item_resumes on catalogue.item (resumes_on) where resumes_on is not null;
alter table catalogue.search_entry add column resumes_on date;
