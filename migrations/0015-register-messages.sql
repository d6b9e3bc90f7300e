-- A message that asks nothing of its reader only waits in their space; no SMS is sent of it.
alter table messages.message add column by_sms boolean not null default true;
