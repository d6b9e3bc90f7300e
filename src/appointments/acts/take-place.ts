import type { Tx } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { type Day, dayOf, type WorkingCalendar } from '../../regulation/index.ts'
import { dayText } from '../../ui/index.ts'
import { type CounterKey, lockCounter } from '../counter-store.ts'
import { clockText, daysAhead, inTime, knownSlots, placesLeft, type Slot } from '../hours.ts'
import { takenAt } from '../store.ts'

/**
 * Gives away a place of a slot while the counter is held, so that the last one goes to one only. Refuses times that the counter
 * does not offer, that are too near or too far, and that are full; the field points at the choice to change.
 */
export async function takePlace(
  tx: Tx,
  calendar: WorkingCalendar,
  key: CounterKey,
  wanted: { day: Day; from: number; except?: string },
  now: Date,
): Promise<Result<Slot>> {
  const { day, from } = wanted
  const counter = await lockCounter(tx, key)
  if (counter === null || !daysAhead(dayOf(now)).includes(day)) return noSuchTime(day, from)
  const slot = knownSlots(counter, day, calendar)?.find((s) => s.from === from)
  if (!slot) return noSuchTime(day, from)
  if (!inTime(day, slot, now))
    return refuse('too-late', '这个时间已经过了，或者马上就到，来不及约。请选晚一点的。', {
      english: 'That time has passed or is too near. Please choose a later one.',
      field: 'time',
    })
  const taken = (await takenAt(tx, key, { from: day, until: day }, wanted.except ?? null)).get(day) ?? []
  if (placesLeft(slot, taken) === 0)
    return refuse('full', `${dayText(day)}${clockText(from)}刚刚约满了，请选别的时间。`, {
      english: 'That time has just been filled. Please choose another one.',
      field: 'time',
    })
  return done(slot)
}

const noSuchTime = (day: Day, from: number) =>
  refuse('no-such-time', `${dayText(day)}${clockText(from)}窗口不开放预约，请选别的时间。`, {
    english: 'The counter takes no bookings at that time. Please choose another one.',
    field: 'time',
  })
