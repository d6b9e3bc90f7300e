import type { Db } from '../../platform/database.ts'
import { type Day, dayOf, type WorkingCalendar } from '../../regulation/index.ts'
import { findCounter } from '../counter-store.ts'
import { daysAhead, inTime, knownSlots, placesLeft, type Slot } from '../hours.ts'
import { type BookableItem, counterOf, endsBefore, versionOn } from '../item-on.ts'
import { takenAt } from '../store.ts'

export interface SlotChoice extends Slot {
  left: number
}

/** A day as one who books sees it. */
export interface DayChoice {
  day: Day
  /**
   * free; full: every time is taken; over: today's times have passed or are too near; closed: the counter does not open;
   * unknown: the year's holidays are not announced yet; ended: the item is not offered any more by then.
   */
  state: 'free' | 'full' | 'over' | 'closed' | 'unknown' | 'ended'
  left: number
  /** Times that are not over yet, full ones with nothing left. */
  slots: SlotChoice[]
  /** Why it does not open, where there is more to say than that it is a day off. */
  note: string
}

/**
 * The coming days of an item's counter with what is left of them; `except`: a booking that is to be moved gives its own place
 * back. Null where the department has set no hours there.
 */
export async function dayChoices(
  { db, calendar }: { db: Db; calendar: WorkingCalendar },
  wanted: BookableItem,
  now: Date,
  except: string | null = null,
): Promise<DayChoice[] | null> {
  const today = dayOf(now)
  const days = daysAhead(today)
  const found: DayChoice[] = []
  // A decided change may move the item to another counter, so each day is asked of the counter that holds then.
  const byCounter = Map.groupBy(days, (day) => counterOf(versionOn(wanted, day))?.centreId ?? '')
  let hoursKnown = false
  for (const [centreId, its] of byCounter) {
    const key = { organId: wanted.item.content.organId, centreId }
    const counter = centreId === '' ? null : await findCounter(db, key)
    if (counter && counter.openings.length > 0) hoursKnown = true
    const taken = await takenAt(db, key, { from: its[0]!, until: its.at(-1)! }, except)
    for (const day of its) {
      if (endsBefore(wanted.decided, day)) {
        found.push({ day, state: 'ended', left: 0, slots: [], note: '' })
        continue
      }
      const slots = counter ? knownSlots(counter, day, calendar) : []
      if (slots === null) {
        found.push({ day, state: 'unknown', left: 0, slots: [], note: '' })
        continue
      }
      const closed = counter?.closed.find((c) => c.day === day)
      const open = slots
        .filter((slot) => inTime(day, slot, now))
        .map((slot) => ({ ...slot, left: placesLeft(slot, taken.get(day) ?? []) }))
      const left = open.reduce((n, slot) => n + slot.left, 0)
      const state = slots.length === 0 ? 'closed' : open.length === 0 ? 'over' : left === 0 ? 'full' : 'free'
      const note = closed?.reason ?? (slots.length === 0 ? (calendar.holidayName(day) ?? '') : '')
      found.push({ day, state, left, slots: open, note })
    }
  }
  return hoursKnown ? found.sort((a, b) => (a.day < b.day ? -1 : 1)) : null
}
