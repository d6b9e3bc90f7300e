-- What the clerk's own page had when others' changes were merged into the revision that was saved; the page may go on from there.
alter table catalogue.draft_revision add column sent jsonb;
