import type { Db, Tx } from '../platform/database.ts'
import type { Day } from '../regulation/index.ts'
import type { Hours, Opening } from './hours.ts'

/** The SQL of counters and their hours. */

/** A department's counter in a service centre. */
export interface CounterKey {
  organId: string
  centreId: string
}

export interface Counter extends CounterKey, Hours {
  version: number
}

export interface HoursRow extends CounterKey {
  version: number
}

/** Holds the counter until the transaction ends; null where no hours were ever set. */
export async function lockCounter(tx: Tx, key: CounterKey): Promise<Counter | null> {
  const [row] = await tx.query<HoursRow>(
    `select organ_id as "organId", centre_id as "centreId", version from appointments.counter
      where organ_id = $1 and centre_id = $2 for update`,
    [key.organId, key.centreId],
  )
  return row ? { ...row, ...(await hoursOf(tx, key)) } : null
}

export async function findCounter(db: Db, key: CounterKey): Promise<Counter | null> {
  const [row] = await db.query<HoursRow>(
    `select organ_id as "organId", centre_id as "centreId", version from appointments.counter
      where organ_id = $1 and centre_id = $2`,
    [key.organId, key.centreId],
  )
  return row ? { ...row, ...(await hoursOf(db, key)) } : null
}

async function hoursOf(db: Db, { organId, centreId }: CounterKey): Promise<Hours> {
  const openings = await db.query<Opening>(
    `select weekday, from_minute as "from", until_minute as "until", slot_minutes as "slotMinutes", places,
            valid_from as "validFrom", valid_until as "validUntil"
       from appointments.opening where organ_id = $1 and centre_id = $2
      order by case weekday when 0 then 8 else weekday end, from_minute, valid_from`,
    [organId, centreId],
  )
  const closed = await db.query<{ day: string; reason: string }>(
    'select day, reason from appointments.closed_day where organ_id = $1 and centre_id = $2 order by day',
    [organId, centreId],
  )
  return { openings, closed }
}

/** Whether a counter has hours that have not run out, now or later. */
export async function hoursSetAt(db: Db, { organId, centreId }: CounterKey, today: Day): Promise<boolean> {
  const [row] = await db.query(
    `select from appointments.opening
      where organ_id = $1 and centre_id = $2 and coalesce(valid_until >= $3, true) limit 1`,
    [organId, centreId, today],
  )
  return row !== undefined
}

/** Makes the counter known, so that it can be locked. */
export async function ensureCounter(tx: Tx, { organId, centreId }: CounterKey): Promise<void> {
  await tx.query(
    'insert into appointments.counter (organ_id, centre_id) values ($1, $2) on conflict do nothing',
    [organId, centreId],
  )
}

/** The hours as they shall be, in place of those before. The caller holds the counter. */
export async function saveHours(tx: Tx, c: Counter): Promise<void> {
  const key = [c.organId, c.centreId]
  await tx.query('delete from appointments.opening where organ_id = $1 and centre_id = $2', key)
  await tx.query('delete from appointments.closed_day where organ_id = $1 and centre_id = $2', key)
  await tx.query(
    `insert into appointments.opening (organ_id, centre_id, weekday, from_minute, until_minute, slot_minutes, places,
       valid_from, valid_until)
     select $1, $2, weekday, "from", "until", "slotMinutes", places, "validFrom", "validUntil"
       from jsonb_to_recordset($3::jsonb) as o(weekday int, "from" int, "until" int, "slotMinutes" int, places int,
            "validFrom" date, "validUntil" date)`,
    [...key, JSON.stringify(c.openings)],
  )
  await tx.query(
    `insert into appointments.closed_day (organ_id, centre_id, day, reason)
     select $1, $2, day, reason from jsonb_to_recordset($3::jsonb) as d(day date, reason text)`,
    [...key, JSON.stringify(c.closed)],
  )
  await tx.query('update appointments.counter set version = $3 where organ_id = $1 and centre_id = $2', [
    ...key,
    c.version,
  ])
}
