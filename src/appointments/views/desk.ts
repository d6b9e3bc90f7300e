import { type CentredItem, itemsInCentres, itemVersion, listCentres } from '../../catalogue/index.ts'
import { holds, type Staff } from '../../identity/index.ts'
import type { Database } from '../../platform/database.ts'
import { type Day, dayOf, type WorkingCalendar } from '../../regulation/index.ts'
import { covers } from '../acts/hours.ts'
import { type Booking, bareBookingNumber, possible } from '../booking.ts'
import { type Counter, findCounter } from '../counter-store.ts'
import { necessaryOf } from '../item-on.ts'
import { bookingsAtDesk, type DeskList, deskCounts, waitingAt } from '../store.ts'

type WindowAct = 'arrive' | 'serve' | 'refuse'

export interface DeskBooking {
  booking: Booking
  centreName: string
  necessary: { key: string; name: string }[]
  acts: WindowAct[]
}

export interface DeskBookings {
  rows: DeskBooking[]
  counts: Record<DeskList, number>
  centres: { centreId: string; name: string }[]
}

/** Posts of a department that have to do with who comes to its counters. */
const READERS = ['window', 'examiner', 'approver', 'clerk'] as const

export const mayReadBookings = (staff: Staff): boolean => READERS.some((post) => holds(staff, post))

/** The bookings of the officer's own department; the list and its counts are of nobody else's. */
export async function deskBookings(
  db: Database,
  staff: Staff,
  asked: { list: DeskList; centre: string; number: string },
  now: Date,
): Promise<DeskBookings> {
  const { organId } = staff
  const today = dayOf(now)
  const number = bareBookingNumber(asked.number)
  const found = await bookingsAtDesk(db, { organId, list: asked.list, today, centreId: asked.centre, number })
  const names = new Map((await listCentres(db)).map((c) => [c.centreId, c.name]))
  const rows: DeskBooking[] = []
  for (const booking of found) {
    const acts = actsFor(staff, booking, today)
    const item = acts.includes('refuse') ? await itemVersion(db, booking.itemId, booking.itemVersion) : null
    const necessary = item ? necessaryOf(item).map(({ key, name }) => ({ key, name })) : []
    rows.push({ booking, centreName: names.get(booking.centreId) ?? booking.centreId, necessary, acts })
  }
  const centres = new Set(found.map((b) => b.centreId))
  for (const item of await itemsInCentres(db, organId)) centres.add(item.centreId)
  return {
    rows,
    counts: await deskCounts(db, organId, today),
    centres: [...centres].map((centreId) => ({ centreId, name: names.get(centreId) ?? centreId })),
  }
}

/** What an officer may do with a booking today: the buttons, and nothing that the act would refuse. */
export function actsFor(staff: Staff, booking: Booking, today: Day): WindowAct[] {
  if (booking.organId !== staff.organId || !holds(staff, 'window')) return []
  return (['arrive', 'serve', 'refuse'] as const).filter(
    (act) => possible(booking.status, act) && (act !== 'arrive' || booking.day === today),
  )
}

export interface CounterView {
  centreId: string
  centreName: string
  counter: Counter | null
  outside: Booking[]
  items: CentredItem[]
}

/** The counters of a department: every centre in which an item of it is handled, with or without hours. */
export async function countersOf(
  db: Database,
  organId: string,
  calendar: WorkingCalendar,
  now: Date,
): Promise<CounterView[]> {
  const byCentre = Map.groupBy(await itemsInCentres(db, organId), (item) => item.centreId)
  const views: CounterView[] = []
  for (const [centreId, items] of byCentre) {
    const key = { organId, centreId }
    const counter = await findCounter(db, key)
    const waiting = await waitingAt(db, key, dayOf(now))
    const outside = waiting.filter((b) => !covers(counter ?? { openings: [], closed: [] }, b, calendar))
    views.push({ centreId, centreName: items[0]!.centreName, counter, outside, items })
  }
  return views
}
