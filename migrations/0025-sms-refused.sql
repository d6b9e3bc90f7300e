-- An SMS that cannot be sent, ever: since when this is known, and why (`no-phone`, or the gateway's own word).
alter table messages.message add column refused_at timestamptz;
alter table messages.message add column refusal text;
alter table messages.message add check (refused_at is null or sent_at is null);
create index message_dossier on messages.message (dossier_id, written_at desc) where dossier_id is not null;
