-- What the desk's lists are sorted by beside the worklist of a post: closed dossiers of an organ, and all open ones by due moment.
create index dossier_closed on casework.dossier (organ_id, closed_at desc, dossier_id) where not open;
create index dossier_due on casework.dossier (due_at, dossier_id) where open;
