import { createHash } from 'node:crypto'
import { type Day, dayFromNumber, dayNumber, weekday } from './day.ts'
import { HOLIDAY_NOTICES, type HolidayNotice } from './holiday-notices.ts'

export {
  addCalendarDays,
  addMonths,
  type Day,
  dayOf,
  endOfOffice,
  startOfDay,
  weekday,
} from './day.ts'

/** A day was asked about for whose year no State Council notice is on file: an error, never "no holidays". */
export class MissingCalendarYear extends Error {
  year: number
  constructor(year: number) {
    super(
      `没有 ${year} 年的放假安排，无法计算工作日。 No holiday notice is on file for ${year}; working days cannot be counted.`,
    )
    this.name = 'MissingCalendarYear'
    this.year = year
  }
}

export interface WorkingCalendar {
  /** Names the data, so that a stored reading says which calendar it was made with. */
  id: string
  isWorkingDay(d: Day): boolean
  /** A weekend day that is worked in exchange for a day off (调休). */
  isMakeUpDay(d: Day): boolean
  /** Official name of the festival for a day off under a notice; null for plain days and plain weekends. */
  holidayName(d: Day): string | null
  /** The n-th working day AFTER from; from itself when n is 0. */
  addWorkingDays(from: Day, n: number): Day
  /** Working days d with from < d <= to; negative when to < from. */
  workingDaysBetween(from: Day, to: Day): number
}

/** A working calendar from holiday notices. Throws MissingCalendarYear for any day of a year without a notice. */
export function workingCalendar(notices: readonly HolidayNotice[]): WorkingCalendar {
  const years = new Set(notices.map((n) => n.year))
  const off = new Map<Day, string>()
  const makeUp = new Set<Day>()
  for (const notice of notices) {
    for (const { name, from, to } of notice.off)
      for (let n = dayNumber(from); n <= dayNumber(to); n++) off.set(dayFromNumber(n), name)
    for (const day of notice.work) makeUp.add(day)
  }
  const known = (d: Day): Day => {
    const year = Number(d.slice(0, 4))
    if (!years.has(year)) throw new MissingCalendarYear(year)
    return d
  }
  const isWorkingDay = (d: Day): boolean => makeUp.has(known(d)) || (!off.has(d) && weekday(d) <= 5)
  const workingDaysBetween = (from: Day, to: Day): number => {
    const [a, b] = [dayNumber(from), dayNumber(to)]
    let count = 0
    for (let n = Math.min(a, b) + 1; n <= Math.max(a, b); n++) if (isWorkingDay(dayFromNumber(n))) count++
    // 0 - count, because -0 is not 0 to those who compare strictly.
    return b < a ? 0 - count : count
  }
  const digest = createHash('sha256').update(JSON.stringify(notices)).digest('hex').slice(0, 8)
  const span = [...years].sort((a, b) => a - b)
  return {
    id: `cn-${span[0]}-${span.at(-1)}-${digest}`,
    isWorkingDay,
    isMakeUpDay: (d) => makeUp.has(known(d)),
    holidayName: (d) => off.get(known(d)) ?? null,
    addWorkingDays(from, n) {
      if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of days: ${n}`)
      let day = dayNumber(from)
      for (let left = n; left > 0; ) if (isWorkingDay(dayFromNumber(++day))) left--
      return dayFromNumber(day)
    },
    workingDaysBetween,
  }
}

/** Days off and make-up days of 2018–2026 as the State Council's General Office laid them down. */
export const officialCalendar: WorkingCalendar = workingCalendar(HOLIDAY_NOTICES)
