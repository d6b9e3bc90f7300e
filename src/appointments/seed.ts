import { randomUUID } from 'node:crypto'
import { itemForGuide, itemsInCentres } from '../catalogue/index.ts'
import { type History, SYSTEM } from '../history/index.ts'
import type { Database, Tx } from '../platform/database.ts'
import { dayOf, type WorkingCalendar } from '../regulation/index.ts'
import { bookingNumber, streamOf } from './booking.ts'
import { type CounterKey, ensureCounter, lockCounter, saveHours } from './counter-store.ts'
import { daysAhead, knownSlots, type Opening } from './hours.ts'
import { insertBooking, takenAt } from './store.ts'

/** 示例: the opening hours of a department's counters, and how many places of which coming days are taken already. */
export interface SampleHours {
  organId: string
  openings: Opening[]
  /** Of the coming open days: how many bookings each has; `full`: every place. */
  taken: readonly (number | 'full')[]
}

/**
 * Gives every counter of these departments its hours, and once a few bookings by invented people (示例) who have no account here.
 * A counter whose hours were ever set stays as it is.
 */
export async function loadSampleBookings(
  db: Database,
  history: History,
  calendar: WorkingCalendar,
  samples: readonly SampleHours[],
  now: Date,
): Promise<void> {
  for (const { organId, openings, taken } of samples)
    for (const [centreId, items] of Map.groupBy(await itemsInCentres(db, organId), (item) => item.centreId)) {
      const key = { organId, centreId }
      const bookable = items.filter((item) => item.bookable).map((item) => item.itemId)
      if (bookable.length === 0) continue
      await db.transaction(async (tx) => {
        await ensureCounter(tx, key)
        const counter = (await lockCounter(tx, key))!
        if (counter.version > 0) return
        await saveHours(tx, { ...key, version: 1, openings, closed: [] })
        await history.record(tx, `counter:${organId}:${centreId}`, SYSTEM, now, [
          { type: 'hours.set', data: { openings, closed: [], sample: true } },
        ])
        await fill(tx, history, calendar, key, { openings, taken, items: bookable }, now)
      })
    }
}

async function fill(
  tx: Tx,
  history: History,
  calendar: WorkingCalendar,
  key: CounterKey,
  { openings, taken, items }: { openings: Opening[]; taken: SampleHours['taken']; items: string[] },
  now: Date,
): Promise<void> {
  const days = daysAhead(dayOf(now))
  const open = days.flatMap((day) => {
    const slots = knownSlots({ openings, closed: [] }, day, calendar) ?? []
    return slots.length > 0 ? [{ day, slots }] : []
  })
  let n = (await takenAt(tx, key, { from: dayOf(now), until: days.at(-1)! })).size
  for (const [i, wanted] of taken.entries()) {
    const at = open[i]
    if (!at) return
    const places = at.slots.flatMap((slot) => Array.from({ length: slot.places }, () => slot))
    for (const slot of wanted === 'full' ? places : places.slice(0, wanted)) {
      const item = (await itemForGuide(tx, items[n % items.length]!))!
      n += 1
      const bookingId = randomUUID()
      const booking = {
        bookingId,
        number: bookingNumber(bookingId),
        accountId: randomUUID(),
        personName: `示例申请人 ${n}`,
        phoneMasked: '154****0000',
        itemId: item.itemId,
        itemVersion: item.version,
        itemName: item.content.name,
        ...key,
        day: at.day,
        from: slot.from,
        until: slot.until,
        status: 'booked' as const,
        reason: '',
        ruling: null,
        sample: true,
        version: 1,
        madeAt: now,
        arrivedAt: null,
        settledAt: null,
      }
      await insertBooking(tx, booking)
      const { number, itemId, itemVersion, day, from, until } = booking
      const data = { number, itemId, itemVersion, ...key, day, from, until, sample: true }
      await history.record(tx, streamOf(bookingId), SYSTEM, now, [{ type: 'booking.made', data }])
    }
  }
}
