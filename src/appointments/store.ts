import type { Db, Tx } from '../platform/database.ts'
import type { Day } from '../regulation/index.ts'
import type { Booking } from './booking.ts'
import type { Taken } from './hours.ts'

/** The SQL of bookings. */

const BOOKING = `booking_id as "bookingId", number, account_id as "accountId", person_name as "personName",
  phone_masked as "phoneMasked", item_id as "itemId", item_version as "itemVersion", item_name as "itemName",
  organ_id as "organId", centre_id as "centreId", day, from_minute as "from", until_minute as "until", status, reason,
  ruling, sample, version, made_at as "madeAt", arrived_at as "arrivedAt", settled_at as "settledAt"`

export async function findBooking(db: Db, bookingId: string): Promise<Booking | null> {
  const [row] = await db.query<Booking>(`select ${BOOKING} from appointments.booking where booking_id = $1`, [
    bookingId,
  ])
  return row ?? null
}

export async function lockBooking(tx: Tx, bookingId: string): Promise<Booking | null> {
  const [row] = await tx.query<Booking>(
    `select ${BOOKING} from appointments.booking where booking_id = $1 for update`,
    [bookingId],
  )
  return row ?? null
}

/** One person books one thing after the other, however many windows they press in at once. */
export async function lockAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`appointments:${accountId}`])
}

/** An account's bookings, the latest day first. */
export async function bookingsOf(db: Db, accountId: string): Promise<Booking[]> {
  return db.query<Booking>(
    `select ${BOOKING} from appointments.booking where account_id = $1 order by day desc, from_minute desc limit 200`,
    [accountId],
  )
}

export async function openBookingsOf(db: Db, accountId: string): Promise<Booking[]> {
  return db.query<Booking>(
    `select ${BOOKING} from appointments.booking
      where account_id = $1 and status in ('booked', 'arrived') order by day, from_minute`,
    [accountId],
  )
}

/** What takes up places at a counter, by day; `except` a booking that is being moved away. */
export async function takenAt(
  db: Db,
  counter: { organId: string; centreId: string },
  days: { from: Day; until: Day },
  except: string | null = null,
): Promise<Map<Day, Taken[]>> {
  const rows = await db.query<Taken & { day: Day }>(
    `select day, from_minute as "from", until_minute as "until" from appointments.booking
      where organ_id = $1 and centre_id = $2 and day between $3 and $4 and status <> 'cancelled'
        and booking_id is distinct from $5::uuid`,
    [counter.organId, counter.centreId, days.from, days.until, except],
  )
  return Map.groupBy(rows, (r) => r.day)
}

/** False where its id or its number, which follows from the id, is taken. */
export async function insertBooking(tx: Tx, b: Booking): Promise<boolean> {
  const rows = await tx.query(
    `insert into appointments.booking (booking_id, number, account_id, person_name, phone_masked, item_id, item_version,
       item_name, organ_id, centre_id, day, from_minute, until_minute, status, sample, version, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict do nothing returning 1`,
    [
      b.bookingId,
      b.number,
      b.accountId,
      b.personName,
      b.phoneMasked,
      b.itemId,
      b.itemVersion,
      b.itemName,
      b.organId,
      b.centreId,
      b.day,
      b.from,
      b.until,
      b.status,
      b.sample,
      b.version,
      b.madeAt,
    ],
  )
  return rows.length > 0
}

/** Everything that an act may change. The caller holds the row. */
export async function saveBooking(tx: Tx, b: Booking): Promise<void> {
  await tx.query(
    `update appointments.booking set item_version = $2, item_name = $3, centre_id = $4, day = $5, from_minute = $6,
            until_minute = $7, status = $8, reason = $9, ruling = $10, version = $11, arrived_at = $12, settled_at = $13
      where booking_id = $1`,
    [
      b.bookingId,
      b.itemVersion,
      b.itemName,
      b.centreId,
      b.day,
      b.from,
      b.until,
      b.status,
      b.reason,
      b.ruling && JSON.stringify(b.ruling),
      b.version,
      b.arrivedAt,
      b.settledAt,
    ],
  )
}

/** Bookings of an item that still wait, on or after a day. */
export async function waitingFor(db: Db, itemId: string, from: Day): Promise<Booking[]> {
  return db.query<Booking>(
    `select ${BOOKING} from appointments.booking
      where item_id = $1 and status = 'booked' and day >= $2 order by day, from_minute, booking_id`,
    [itemId, from],
  )
}

/** Whose day has passed and who never came. */
export async function missedBefore(db: Db, today: Day): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select booking_id as id from appointments.booking where status = 'booked' and day < $1 order by day limit 500`,
    [today],
  )
  return rows.map((r) => r.id)
}

export type DeskList = 'today' | 'coming' | 'open' | 'past'

const DESK_LISTS: Record<DeskList, string> = {
  today: 'day = $2',
  coming: "day > $2 and status = 'booked'",
  // Came, and nobody has said yet what became of it.
  open: "day < $2 and status = 'arrived'",
  past: "day < $2 and status <> 'arrived'",
}

/** Bookings of one department, by list, centre and number; ended and cancelled ones stand with their day. */
export async function bookingsAtDesk(
  db: Db,
  asked: { organId: string; list: DeskList; today: Day; centreId: string; number: string },
): Promise<Booking[]> {
  const order = asked.list === 'past' ? 'day desc, from_minute desc' : 'day, from_minute'
  return db.query<Booking>(
    `select ${BOOKING} from appointments.booking
      where organ_id = $1 and ($4 <> '' or ${DESK_LISTS[asked.list]}) and ($3 = '' or centre_id = $3)
        and ($4 = '' or number = $4) and $2::date is not null
      order by ${order}, number limit 300`,
    [asked.organId, asked.today, asked.centreId, asked.number],
  )
}

export async function deskCounts(db: Db, organId: string, today: Day): Promise<Record<DeskList, number>> {
  const [row] = await db.query<Record<DeskList, number>>(
    `select count(*) filter (where ${DESK_LISTS.today})::int as today,
            count(*) filter (where ${DESK_LISTS.coming})::int as coming,
            count(*) filter (where ${DESK_LISTS.open})::int as open,
            count(*) filter (where ${DESK_LISTS.past})::int as past
       from appointments.booking where organ_id = $1`,
    [organId, today],
  )
  return row!
}

/** Bookings of a counter that still wait, from a day on. */
export async function waitingAt(
  db: Db,
  counter: { organId: string; centreId: string },
  from: Day,
): Promise<Booking[]> {
  return db.query<Booking>(
    `select ${BOOKING} from appointments.booking
      where organ_id = $1 and centre_id = $2 and status = 'booked' and day >= $3 order by day, from_minute, number`,
    [counter.organId, counter.centreId, from],
  )
}
