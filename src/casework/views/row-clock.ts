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
  parameterOn,
  startOfDay,
  VERSION,
  type WorkingCalendar,
} from '../../regulation/index.ts'
import { clocksOf } from '../clocks.ts'
import type { DossierClock, Status } from '../dossier.ts'

/** The facts of a row's clocks. */
export interface RowClocks {
  status: Status
  clock: DossierClock
  corrections: number
  receivedAt: Date
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
 * The governing clock of a row exactly as `clocksOf` reads it, without counting day by day: a list of 20 is read many
 * times a second, and most clocks never stood still. What follows from a day, a limit and the calendar is worked out
 * once and remembered; whatever is unusual (a pause, an extension, 当场, a stopped clock) goes the whole way.
 */
export function rowReader(calendar: WorkingCalendar): (row: RowClocks, now: Date) => RowReading {
  const terms = new Terms(calendar)
  return (row, now) => quick(terms, row, now) ?? clocksOf(row, now, calendar).governing
}

interface Running {
  kind: ClockKind
  limit: Limit
  from: Date
}

/** When a limit that starts on a day runs out and turns yellow, if nothing stops the clock. */
interface Term {
  dueDay: Day
  dueAt: Date
  redAt: number
  yellowAt: Date
}

function quick(terms: Terms, row: RowClocks, now: Date): RowReading | null {
  const { clock } = row
  if (clock.stoppedAt !== null || clock.extension !== null || clock.pauses.length > 0) return null
  let first: { clock: Running; startDay: Day; term: Term } | null = null
  for (const running of runningClocks(row)) {
    const startDay = dayOf(running.from)
    const term = running.limit.days === 0 || running.from > now ? null : terms.of(startDay, running.limit)
    if (term === null) return null
    if (first === null || term.dueAt < first.term.dueAt) first = { clock: running, startDay, term }
  }
  if (first === null) return null
  const { kind, limit, from } = first.clock
  const { dueDay, dueAt, redAt } = first.term
  const yellowAt = first.term.yellowAt > from ? first.term.yellowAt : from
  const used = terms.used(first.startDay, now, limit.unit)
  if (used === null) return null
  const overdue = now.getTime() >= redAt
  return {
    kind,
    light: overdue ? 'red' : now >= yellowAt ? 'yellow' : 'green',
    dueAt,
    yellowAt,
    usedDays: used,
    limitDays: limit.days,
    remainingDays: overdue
      ? -Math.max(1, terms.between(dueDay, dayOf(now), limit.unit) ?? 1)
      : limit.days - used,
  }
}

/** What was worked out from the calendar, by day and limit. A few thousand small entries at most. */
class Terms {
  private readonly terms = new Map<string, Term | null>()
  private readonly counts = new Map<string, number | null>()
  private readonly calendar: WorkingCalendar

  constructor(calendar: WorkingCalendar) {
    this.calendar = calendar
  }

  /** Null where the year of the due day has no calendar. */
  of(startDay: Day, limit: Limit): Term | null {
    return remembered(this.terms, `${startDay}${limit.days}${limit.unit}`, () => {
      const nth = (n: number): Day =>
        limit.unit === 'Z' ? addCalendarDays(startDay, n) : this.calendar.addWorkingDays(startDay, n)
      const dueDay = nth(limit.days)
      const percent = parameterOn('yellowPercent', startDay < VERSION ? VERSION : startDay).value
      const shareUsed = endOfOffice(nth(Math.ceil((limit.days * percent) / 100)))
      const lastDay = startOfDay(dueDay)
      const dueAt = endOfOffice(dueDay)
      // An act at 17:30:00.000 is still in time.
      return {
        dueDay,
        dueAt,
        redAt: dueAt.getTime() + 1,
        yellowAt: shareUsed < lastDay ? shareUsed : lastDay,
      }
    })
  }

  /** Counted days after the start whose office hours are over. */
  used(startDay: Day, now: Date, unit: Limit['unit']): number | null {
    const today = dayOf(now)
    const until = now >= endOfOffice(today) ? today : addCalendarDays(today, -1)
    return until <= startDay ? 0 : this.between(startDay, until, unit)
  }

  /** Counted days d with from < d <= to. */
  between(from: Day, to: Day, unit: Limit['unit']): number | null {
    return remembered(this.counts, `${from}${to}${unit}`, () =>
      unit === 'Z'
        ? (Date.parse(to) - Date.parse(from)) / 86_400_000
        : this.calendar.workingDaysBetween(from, to),
    )
  }
}

function remembered<T>(memory: Map<string, T | null>, key: string, workOut: () => T): T | null {
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size > 20_000) memory.clear()
  let found: T | null = null
  try {
    found = workOut()
  } catch (error) {
    if (!(error instanceof MissingCalendarYear)) throw error
  }
  memory.set(key, found)
  return found
}

/** The clocks that may govern this row; of two that end together the first does. */
function runningClocks({ status, clock, corrections }: RowClocks): Running[] {
  if (clock.acceptedAt === null) {
    if (status === 'correcting') return []
    const from = new Date(clock.acceptanceFrom)
    return corrections > 0
      ? [{ kind: 'correction-review', limit: clock.promise, from }]
      : [{ kind: 'acceptance', limit: acceptanceLimit(from), from }]
  }
  const from = new Date(clock.acceptedAt)
  const total: Running[] = [{ kind: 'promised', limit: clock.promise, from }]
  // Running from the same moment, a statutory limit that is no shorter than the promise in the same unit never governs.
  if (clock.statutory.unit !== clock.promise.unit || clock.statutory.days < clock.promise.days)
    total.push({ kind: 'statutory', limit: clock.statutory, from })
  return clock.step
    ? [{ kind: 'step', limit: clock.step.limit, from: new Date(clock.step.from) }, ...total]
    : total
}
