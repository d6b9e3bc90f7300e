/**
 * Days of the calendar in Asia/Shanghai (UTC+8, no summer time since 1991) as 'YYYY-MM-DD' strings.
 * All arithmetic is on whole days in UTC, so the time zone of the machine never shifts a date.
 */
import { Temporal } from 'temporal-polyfill'

export type Day = string

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

/** Days of this century asked about so far, both ways: clocks walk the same few hundred days over and over. */
const numbers = new Map<Day, number>()
const names = new Map<number, Day>()
const CENTURY = { first: 10_957, last: 47_481 }

/** Days since 1970-01-01. Throws RangeError for what is not a real day ('2026-02-30'). */
export function dayNumber(day: Day): number {
  const seen = numbers.get(day)
  if (seen !== undefined) return seen
  const n = Date.parse(`${day}T00:00:00Z`) / DAY_MS
  if (Number.isNaN(n) || dayFromNumber(n) !== day) throw new RangeError(`Not a day: ${day}`)
  if (n >= CENTURY.first && n <= CENTURY.last) numbers.set(day, n)
  return n
}

export function dayFromNumber(n: number): Day {
  const seen = names.get(n)
  if (seen !== undefined) return seen
  const day = new Date(n * DAY_MS).toISOString().slice(0, 10)
  if (n >= CENTURY.first && n <= CENTURY.last) names.set(n, day)
  return day
}

/** The day on the wall calendar in Fuzhou at that instant. */
export function dayOf(instant: Date): Day {
  return dayFromNumber(Math.floor((instant.getTime() + SHANGHAI_MS) / DAY_MS))
}

/** Midnight (+08:00) at which the day begins. */
export function startOfDay(day: Day): Date {
  return new Date(dayNumber(day) * DAY_MS - SHANGHAI_MS)
}

/** 17:30 (+08:00), when the offices close and a term that ends on this day runs out. */
export function endOfOffice(day: Day): Date {
  return new Date(startOfDay(day).getTime() + 17.5 * 3_600_000)
}

export function addCalendarDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n)
}

/** The same date n months on, or the last day of that month where it has no such date (民法典 §202). */
export function addMonths(day: Day, n: number): Day {
  return Temporal.PlainDate.from(day).add({ months: n }, { overflow: 'constrain' }).toString()
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}
