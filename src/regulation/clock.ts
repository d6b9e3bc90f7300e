/**
 * One clock of a dossier (办件): when it runs out and which light it shows, from its start, its pauses and the calendar.
 *
 * - Days count from the day after the start; the limit runs out at 17:30 (+08:00) of the n-th counted day.
 * - A day on which the clock stood still at any time is not counted; two pauses on one day take away one day.
 * - A limit of 0 days (当场) ends at the first 17:30 of a working day after the start.
 * - Only what had happened by `now` is looked at, so the same facts answer "what did it show last Tuesday?".
 */
import type { WorkingCalendar } from './calendar.ts'
import { MissingCalendarYear } from './calendar.ts'
import { explain } from './clock-sentences.ts'
import { addCalendarDays, type Day, dayOf, endOfOffice, startOfDay } from './day.ts'
import { parameterOn } from './parameters.ts'
import { type Sentence, VERSION } from './ruling.ts'

/** none: not started; paused: standing still; done: stopped, in time or not (see remainingDays). */
export type Light = 'none' | 'green' | 'yellow' | 'red' | 'paused' | 'done'

/** The clocks of a dossier. */
export type ClockKind = 'acceptance' | 'correction-review' | 'step' | 'promised' | 'statutory' | 'delivery'
/** Those, and that of a question (咨询). */
export type AnyClock = ClockKind | 'enquiry'

/** G: working days (工作日). Z: calendar days (自然日). 0 days: the same day (当场). */
export interface Limit {
  days: number
  unit: 'G' | 'Z'
}

export interface Pause {
  from: Date
  /** null while the clock still stands. */
  to: Date | null
  /** What the clock waits for, as the officer wrote it: 「检测」. */
  reason: string
}

export interface ClockInput<K extends AnyClock = ClockKind> {
  kind: K
  limit: Limit
  startedAt: Date | null
  pauses: Pause[]
  /** Days added once, in the unit of the limit; whether it may be granted is for `mayExtend`. */
  extension?: { days: number; reason: string }
  stoppedAt: Date | null
}

export interface ClockReading<K extends AnyClock = ClockKind> {
  kind: K
  light: Light
  /** null before the start, while paused, and when the year of the due day has no calendar. */
  dueDay: Day | null
  dueAt: Date | null
  /** The year whose calendar is missing, when the due day cannot be known for that reason. */
  missingYear: number | null
  /** Counted days whose office hours are over. */
  usedDays: number
  /** Limit with its extension. */
  limitDays: number
  /** Counted days left; negative when overdue, a day begun being a whole one (−1 from the first moment). */
  remainingDays: number
  yellowAt: Date | null
  /** First moment of red: one millisecond after the due moment, for an act at 17:30:00.000 is still in time. */
  redAt: Date | null
  /** When to read again because the light changes by itself; null when only an act can change it. */
  nextChangeAt: Date | null
  /** Answers "why does it show this?": calendar, days skipped, pauses with reasons, extension. */
  why: Sentence[]
}

/**
 * Reads the clock at `now`.
 * Throws RangeError for a limit that is not a whole number of days from 0 up.
 */
export function readClock<K extends AnyClock = ClockKind>(
  input: ClockInput<K>,
  now: Date,
  calendar: WorkingCalendar,
): ClockReading<K> {
  const limitDays = input.limit.days + (input.extension?.days ?? 0)
  if (!Number.isInteger(limitDays) || limitDays < 0)
    throw new RangeError(`Not a number of days: ${limitDays}`)
  const startedAt = input.startedAt
  if (!startedAt || startedAt > now)
    return {
      ...blank(input, limitDays, 'none'),
      nextChangeAt: startedAt,
      why: [{ zh: '尚未起算。', en: 'Not started.' }],
    }

  const stopped = input.stoppedAt !== null && input.stoppedAt <= now
  const at = stopped && input.stoppedAt ? input.stoppedAt : now
  const count = new Count(input, startedAt, limitDays, at, calendar)
  const { due, missingYear, open } = count
  const used = count.usedBy(at)
  const dueAt = due === null ? null : endOfOffice(due)
  const overdue = dueAt !== null && at > dueAt
  const yellowAt = due === null ? null : count.yellowAt(due)
  const redAt = dueAt && new Date(dueAt.getTime() + 1)

  let light: Light = 'green'
  let nextChangeAt: Date | null = null
  if (stopped) light = 'done'
  else if (open) light = 'paused'
  else if (overdue) light = 'red'
  else if (yellowAt && at >= yellowAt) [light, nextChangeAt] = ['yellow', redAt]
  else nextChangeAt = yellowAt

  const reading: ClockReading<K> = {
    kind: input.kind,
    light,
    dueDay: due,
    dueAt,
    missingYear,
    usedDays: used,
    limitDays,
    remainingDays: overdue && due ? -count.overdueBy(due, at) : limitDays - used,
    yellowAt,
    redAt,
    nextChangeAt,
    // Lists read thousands of clocks and explain none: the words are put together when they are asked for.
    get why() {
      return explain(input, reading, count, calendar)
    },
  }
  return reading
}

function blank<K extends AnyClock>(input: ClockInput<K>, limitDays: number, light: Light): ClockReading<K> {
  return {
    kind: input.kind,
    light,
    dueDay: null,
    dueAt: null,
    missingYear: null,
    usedDays: 0,
    limitDays,
    remainingDays: limitDays,
    yellowAt: null,
    redAt: null,
    nextChangeAt: null,
    why: [],
  }
}

/** The counting itself: which days count for this clock, given the pauses that had begun by `at`. */
export class Count {
  readonly startDay: Day
  readonly due: Day | null = null
  readonly missingYear: number | null = null
  /** The pause in which the clock stands at the moment of reading. */
  readonly open: Pause | null
  /** Pauses that moved the due day. One that began after the limit had run out moves nothing: red stays red. */
  readonly pauses: readonly Pause[]
  private readonly unit: 'G' | 'Z'
  private readonly limitDays: number
  private readonly startedAt: Date
  private readonly calendar: WorkingCalendar

  constructor(
    input: ClockInput<AnyClock>,
    startedAt: Date,
    limitDays: number,
    at: Date,
    calendar: WorkingCalendar,
  ) {
    this.startedAt = startedAt
    this.startDay = dayOf(startedAt)
    this.unit = input.limit.unit
    this.limitDays = limitDays
    this.calendar = calendar
    const begun = input.pauses
      .filter((p) => p.from <= at && (!p.to || p.to > p.from))
      .map((p) => (p.to && p.to <= at ? p : { ...p, to: null }))
      .sort((a, b) => a.from.getTime() - b.from.getTime())

    const effective: Pause[] = []
    this.pauses = effective
    let due = this.findDue()
    for (const pause of begun) {
      if (due.day && pause.from > endOfOffice(due.day)) break
      effective.push(pause)
      if (!pause.to) break
      due = this.findDue()
    }
    const last = effective.at(-1)
    this.open = last && !last.to ? last : null
    if (!this.open) {
      this.due = due.day
      this.missingYear = due.missingYear
    }
  }

  /** Does this day count for the limit? Throws MissingCalendarYear where the calendar cannot say. */
  counts(day: Day): boolean {
    return (this.unit === 'Z' || this.calendar.isWorkingDay(day)) && !this.pausedOn(day)
  }

  pausedOn(day: Day): boolean {
    const [begin, end] = [startOfDay(day), startOfDay(addCalendarDays(day, 1))]
    return this.pauses.some((p) => p.from < end && (!p.to || p.to > begin))
  }

  /** Counted days after the start whose office hours were over at that moment. */
  usedBy(at: Date): number {
    let used = 0
    let day = addCalendarDays(this.startDay, 1)
    try {
      for (; endOfOffice(day) <= at; day = addCalendarDays(day, 1)) if (this.counts(day)) used++
    } catch (error) {
      // Days of a year without a calendar are not guessed; missingYear says so beside the figure.
      if (!(error instanceof MissingCalendarYear)) throw error
    }
    return used
  }

  /** Days past the due day, at least 1: the evening of the due day is already the first day over. */
  overdueBy(due: Day, at: Date): number {
    let days = 0
    try {
      for (let day = addCalendarDays(due, 1); day <= dayOf(at); day = addCalendarDays(day, 1))
        if (this.unit === 'Z' || this.calendar.isWorkingDay(day)) days++
    } catch (error) {
      if (!(error instanceof MissingCalendarYear)) throw error
    }
    return Math.max(1, days)
  }

  /** The earlier of the start of the last counted day and the end of the day that uses up 80 % of the limit. */
  yellowAt(due: Day): Date {
    const lastDay = startOfDay(due)
    const percent = parameterOn('yellowPercent', this.startDay < VERSION ? VERSION : this.startDay).value
    const share = this.nthCounted(Math.ceil((this.limitDays * percent) / 100))
    const shareUsed = this.limitDays > 0 ? endOfOffice(share) : lastDay
    const earlier = shareUsed < lastDay ? shareUsed : lastDay
    return earlier > this.startedAt ? earlier : this.startedAt
  }

  private findDue(): { day: Day | null; missingYear: number | null } {
    try {
      const day = this.limitDays > 0 ? this.nthCounted(this.limitDays) : this.sameDay()
      return { day, missingYear: null }
    } catch (error) {
      if (error instanceof MissingCalendarYear) return { day: null, missingYear: error.year }
      throw error
    }
  }

  private nthCounted(n: number): Day {
    let day = this.startDay
    for (let left = n; left > 0; ) {
      day = addCalendarDays(day, 1)
      if (this.counts(day)) left--
    }
    return day
  }

  private sameDay(): Day {
    let day = this.startDay
    while (!this.counts(day) || endOfOffice(day) <= this.startedAt) day = addCalendarDays(day, 1)
    return day
  }
}
