-- A proposal that was sent back is made anew from what was typed; the new one says which it takes up, once.
alter table catalogue.directory_proposal add column follows uuid unique references catalogue.directory_proposal;
