-- 预约 (Art. 10): the opening hours of a department's counter in a service centre, and who has booked a visit.
create schema appointments;

-- A department's counter (窗口) in a centre. Whoever gives away a place or changes the hours holds this row.
create table appointments.counter (
  organ_id text not null,
  centre_id text not null,
  version int not null default 0,
  primary key (organ_id, centre_id)
);

create table appointments.opening (
  organ_id text not null,
  centre_id text not null,
  -- 1 Monday to 7 Sunday; 0: a day of the weekend that is worked in exchange (调休)
  weekday smallint not null check (weekday between 0 and 7),
  from_minute smallint not null check (from_minute between 0 and 1439),
  until_minute smallint not null check (until_minute between 1 and 1440),
  slot_minutes smallint not null check (slot_minutes between 5 and 240),
  places smallint not null check (places between 1 and 200),
  valid_from date not null,
  valid_until date,
  check (from_minute < until_minute),
  foreign key (organ_id, centre_id) references appointments.counter
);
create index opening_counter on appointments.opening (organ_id, centre_id);

create table appointments.closed_day (
  organ_id text not null,
  centre_id text not null,
  day date not null,
  reason text not null,
  primary key (organ_id, centre_id, day),
  foreign key (organ_id, centre_id) references appointments.counter
);

create table appointments.booking (
  booking_id uuid primary key,
  number text not null unique,
  account_id uuid not null,
  person_name text not null,
  phone_masked text not null,
  item_id uuid not null,
  -- The version whose materials the applicant was told to bring.
  item_version int not null,
  item_name text not null,
  organ_id text not null,
  centre_id text not null,
  day date not null,
  from_minute smallint not null,
  until_minute smallint not null,
  status text not null check (status in ('booked', 'arrived', 'served', 'refused', 'cancelled', 'absent')),
  -- Why it was turned away or ended, for the applicant.
  reason text not null default '',
  -- The ruling of Art. 10 under which it was turned away.
  ruling jsonb,
  sample boolean not null default false,
  version int not null default 1,
  made_at timestamptz not null,
  arrived_at timestamptz,
  settled_at timestamptz,
  check (status <> 'refused' or ruling is not null)
);
create unique index booking_one_open on appointments.booking (account_id, item_id) where status in ('booked', 'arrived');
create index booking_counter on appointments.booking (organ_id, centre_id, day, from_minute);
create index booking_organ on appointments.booking (organ_id, day, from_minute);
create index booking_account on appointments.booking (account_id, day desc);
create index booking_item on appointments.booking (item_id, day) where status = 'booked';
create index booking_waiting on appointments.booking (day) where status = 'booked';

grant usage on schema appointments to :app;
grant select, insert, update, delete on all tables in schema appointments to :app;
