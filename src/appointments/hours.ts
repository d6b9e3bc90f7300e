import {
  addCalendarDays,
  type Day,
  MissingCalendarYear,
  startOfDay,
  type WorkingCalendar,
  weekday,
} from '../regulation/index.ts'

/** Opening hours (开放时间) of a department's counter in a service centre, and the times that follow from them. Pure. */

/** 1 Monday … 7 Sunday; 0: a day of the weekend that is worked in exchange (调休上班日). */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

/** One line of the table: on this day of the week, from then till then, in times of so many minutes with so many places. */
export interface Opening {
  weekday: Weekday
  /** Minutes since midnight, Asia/Shanghai. */
  from: number
  until: number
  slotMinutes: number
  /** How many are served at the same time. */
  places: number
  validFrom: Day
  validUntil: Day | null
}

export interface ClosedDay {
  day: Day
  reason: string
}

export interface Hours {
  openings: readonly Opening[]
  closed: readonly ClosedDay[]
}

/** A time that can be booked; the end is not part of it. */
export interface Slot {
  from: number
  until: number
  places: number
}

/** 575 → 「9:35」. */
export const clockText = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

export const spanText = ({ from, until }: Pick<Slot, 'from' | 'until'>): string =>
  `${clockText(from)}–${clockText(until)}`

/** The instant at which a minute of a day begins. */
export const instantOf = (day: Day, minute: number): Date =>
  new Date(startOfDay(day).getTime() + minute * 60_000)

/** Which hours hold on a day: those of its weekday, of 调休, or `off` on a public holiday. */
function kindOf(day: Day, calendar: WorkingCalendar): Weekday | 'off' {
  if (calendar.isMakeUpDay(day)) return 0
  return calendar.holidayName(day) === null ? (weekday(day) as Weekday) : 'off'
}

/**
 * The times of one day in their order. Empty on holidays, on closed days and where nothing is open. Throws
 * MissingCalendarYear for a year whose holidays are not known yet.
 */
export function slotsOn(hours: Hours, day: Day, calendar: WorkingCalendar): Slot[] {
  const kind = kindOf(day, calendar)
  if (kind === 'off' || hours.closed.some((c) => c.day === day)) return []
  return hours.openings
    .filter((o) => o.weekday === kind && o.validFrom <= day && (o.validUntil === null || day <= o.validUntil))
    .flatMap(({ from, until, slotMinutes, places }) =>
      Array.from({ length: Math.floor((until - from) / slotMinutes) }, (_, i) => ({
        from: from + i * slotMinutes,
        until: from + (i + 1) * slotMinutes,
        places,
      })),
    )
    .sort((a, b) => a.from - b.from)
}

/** A booking that takes up a place. */
export type Taken = Pick<Slot, 'from' | 'until'>

export const overlap = (a: Taken, b: Taken): boolean => a.from < b.until && b.from < a.until

/** Places that are left in a slot; bookings made under other hours count where they overlap. Never negative. */
export const placesLeft = (slot: Slot, taken: readonly Taken[]): number =>
  Math.max(0, slot.places - taken.filter((one) => overlap(one, slot)).length)

/** 预约 is open from today for so many days. */
export const DAYS_AHEAD = 30
/** A time is given away until so many minutes before it begins. */
export const NOTICE_MINUTES = 30

/** Every day on which one may book, today first. */
export const daysAhead = (today: Day): Day[] =>
  Array.from({ length: DAYS_AHEAD }, (_, i) => addCalendarDays(today, i))

export const inTime = (day: Day, slot: Pick<Slot, 'from'>, now: Date): boolean =>
  instantOf(day, slot.from).getTime() - now.getTime() >= NOTICE_MINUTES * 60_000

/** Null where the year's holidays are not known: then nobody can say yet whether the counter is open. */
export function knownSlots(hours: Hours, day: Day, calendar: WorkingCalendar): Slot[] | null {
  try {
    return slotsOn(hours, day, calendar)
  } catch (error) {
    if (error instanceof MissingCalendarYear) return null
    throw error
  }
}

/** What is wrong with a table of hours: the line (from 0) and a sentence for the clerk. */
export function hoursFault(openings: readonly Opening[]): { line: number; sentence: string } | null {
  for (const [line, o] of openings.entries()) {
    if (o.from >= o.until) return { line, sentence: '结束时间要晚于开始时间。' }
    if (o.until - o.from < o.slotMinutes) return { line, sentence: '这一段还不够一个号的时间。' }
    if (o.validUntil !== null && o.validUntil < o.validFrom)
      return { line, sentence: '停用日期不能早于启用日期。' }
    const same = openings.findIndex(
      (p, i) => i < line && p.weekday === o.weekday && overlap(o, p) && atOnce(o, p),
    )
    if (same >= 0) return { line, sentence: `和第 ${same + 1} 行的时间重叠，同一段时间只能有一行。` }
  }
  return null
}

const atOnce = (a: Opening, b: Opening): boolean =>
  (a.validUntil === null || b.validFrom <= a.validUntil) &&
  (b.validUntil === null || a.validFrom <= b.validUntil)
