import {
  acceptanceLimit,
  addCalendarDays,
  type ClockKind,
  type Day,
  dayOf,
  endOfOffice,
  type Light,
  type Limit,
  MissingCalendarYear,
  type WorkingCalendar,
} from '../../regulation/index.ts'
import { clocksOf } from '../clocks.ts'
import type { DossierClock, Status } from '../dossier.ts'

/** What a row of a list stores of its clocks: their facts, and the index of the governing one. */
export interface RowClocks {
  status: Status
  clock: DossierClock
  corrections: number
  receivedAt: Date
  dueAt: Date | null
  yellowAt: Date | null
  redAt: Date | null
}

export interface RowReading {
  kind: ClockKind
  light: Light
  dueAt: Date | null
  yellowAt: Date | null
  usedDays: number
  limitDays: number
  remainingDays: number
}

/**
 * The governing clock of a row, as `clocksOf` reads it, without counting day by day: a list of 20 is read many times a
 * second, and most clocks never stood still. The stored moments give the light; days are counted once for each pair of
 * days and remembered. Whatever is unusual (a pause, an extension, 当场, a stopped clock) goes the whole way.
 */
export function rowReader(calendar: WorkingCalendar): (row: RowClocks, now: Date) => RowReading {
  const days = new DayCounts(calendar)
  return (row, now) => days.quick(row, now) ?? clocksOf(row, now, calendar).governing
}

interface Candidate {
  kind: ClockKind
  limit: Limit
  from: Date
}

class DayCounts {
  private readonly due = new Map<string, Day | null>()
  private readonly between = new Map<string, number>()
  private readonly calendar: WorkingCalendar

  constructor(calendar: WorkingCalendar) {
    this.calendar = calendar
  }

  quick(row: RowClocks, now: Date): RowReading | null {
    const { clock, dueAt, yellowAt, redAt } = row
    if (!dueAt || !yellowAt || !redAt || clock.stoppedAt || clock.extension || clock.pauses.length > 0)
      return null
    const governing = candidates(row).find((c) => this.ends(c)?.getTime() === dueAt.getTime())
    if (!governing || governing.limit.days === 0 || governing.from > now) return null
    const used = this.used(dayOf(governing.from), now, governing.limit.unit)
    if (used === null) return null
    const overdue = now >= redAt
    return {
      kind: governing.kind,
      light: overdue ? 'red' : now >= yellowAt ? 'yellow' : 'green',
      dueAt,
      yellowAt,
      usedDays: used,
      limitDays: governing.limit.days,
      remainingDays: overdue
        ? -Math.max(1, this.count(dayOf(dueAt), dayOf(now), governing.limit.unit) ?? 1)
        : governing.limit.days - used,
    }
  }

  /** When this limit runs out; null where the year of the due day has no calendar. */
  private ends({ from, limit }: Candidate): Date | null {
    const key = `${dayOf(from)}${limit.days}${limit.unit}`
    let day = this.due.get(key)
    if (day === undefined) {
      day = this.known(() =>
        limit.unit === 'Z'
          ? addCalendarDays(dayOf(from), limit.days)
          : this.calendar.addWorkingDays(dayOf(from), limit.days),
      )
      this.due.set(key, day)
    }
    return day === null ? null : endOfOffice(day)
  }

  /** Counted days after the start whose office hours are over. */
  private used(startDay: Day, now: Date, unit: Limit['unit']): number | null {
    const today = dayOf(now)
    const until = now >= endOfOffice(today) ? today : addCalendarDays(today, -1)
    return until <= startDay ? 0 : this.count(startDay, until, unit)
  }

  private count(from: Day, to: Day, unit: Limit['unit']): number | null {
    const key = `${from}${to}${unit}`
    const known = this.between.get(key)
    if (known !== undefined) return known
    const n = this.known(() =>
      unit === 'Z'
        ? (Date.parse(to) - Date.parse(from)) / 86_400_000
        : this.calendar.workingDaysBetween(from, to),
    )
    if (this.between.size > 20_000) this.between.clear()
    if (n !== null) this.between.set(key, n)
    return n
  }

  private known<T>(count: () => T): T | null {
    try {
      return count()
    } catch (error) {
      if (error instanceof MissingCalendarYear) return null
      throw error
    }
  }
}

/** The clocks that may govern this row, in the order in which the earlier one wins. */
function candidates({ status, clock, corrections }: RowClocks): Candidate[] {
  if (clock.acceptedAt === null) {
    const from = new Date(clock.acceptanceFrom)
    if (status === 'correcting') return []
    return corrections > 0
      ? [{ kind: 'correction-review', limit: clock.promise, from }]
      : [{ kind: 'acceptance', limit: acceptanceLimit(from), from }]
  }
  const from = new Date(clock.acceptedAt)
  const step: Candidate[] = clock.step
    ? [{ kind: 'step', limit: clock.step.limit, from: new Date(clock.step.from) }]
    : []
  return [
    ...step,
    { kind: 'promised', limit: clock.promise, from },
    { kind: 'statutory', limit: clock.statutory, from },
  ]
}
