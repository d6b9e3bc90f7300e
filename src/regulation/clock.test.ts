import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addCalendarDays,
  type ClockInput,
  officialCalendar as calendar,
  dayOf,
  endOfOffice,
  type Limit,
  readClock,
  workingCalendar,
} from './index.ts'

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const days = (n: number): Limit => ({ days: n, unit: 'G' })

function clock(start: string, limit: Limit, more: Partial<ClockInput> = {}): ClockInput {
  return { kind: 'promised', limit, startedAt: at(start), pauses: [], stoppedAt: null, ...more }
}
const read = (input: ClockInput, now: string) => readClock(input, at(now), calendar)
const pause = (from: string, to: string | null, reason = '检测') => ({
  from: at(from),
  to: to === null ? null : at(to),
  reason,
})

test('[Art. 24.1] days count from the day after the start and end at 17:30 of the last one', () => {
  const reading = read(clock('2026-11-16 09:00', days(5)), '2026-11-16 10:00')
  assert.equal(reading.dueDay, '2026-11-23')
  assert.deepEqual(reading.dueAt, at('2026-11-23 17:30'))
  assert.deepEqual([reading.light, reading.usedDays, reading.remainingDays], ['green', 0, 5])
})

test('a start on a weekend or in the evening has its first day on the next working day', () => {
  assert.equal(read(clock('2026-11-21 10:00', days(1)), '2026-11-21 11:00').dueDay, '2026-11-23')
  assert.equal(read(clock('2026-11-20 23:59', days(1)), '2026-11-21 11:00').dueDay, '2026-11-23')
})

test('[Art. 24.1(1)] a limit of ten days turns yellow when eight are used, at 17:30 of the eighth', () => {
  const ten = clock('2026-11-09 09:00', days(10))
  assert.equal(read(ten, '2026-11-19 17:29').light, 'green')
  const yellow = read(ten, '2026-11-19 17:30')
  assert.deepEqual([yellow.light, yellow.usedDays, yellow.remainingDays], ['yellow', 8, 2])
  assert.deepEqual(yellow.nextChangeAt, yellow.redAt)
})

test('[Art. 24.1(1)] a short limit turns yellow as its last counted day begins', () => {
  const three = clock('2026-11-17 09:00', days(3))
  assert.equal(read(three, '2026-11-19 23:59').light, 'green')
  assert.equal(read(three, '2026-11-20 00:00').light, 'yellow')
})

test('[Art. 24.1(2)] the light is red after the due moment, not at it', () => {
  const input = clock('2026-11-16 09:00', days(5))
  assert.equal(read(input, '2026-11-23 17:30').light, 'yellow')
  const red = readClock(input, new Date(at('2026-11-23 17:30').getTime() + 1), calendar)
  assert.deepEqual([red.light, red.remainingDays, red.nextChangeAt], ['red', -1, null])
  assert.equal(read(input, '2026-11-24 09:00').remainingDays, -1)
  assert.equal(read(input, '2026-11-25 09:00').remainingDays, -2)
})

test('a limit on the spot ends the same day, and after office hours on the next working day', () => {
  assert.equal(read(clock('2026-11-20 10:00', days(0)), '2026-11-20 10:01').dueDay, '2026-11-20')
  const evening = read(clock('2026-11-20 18:00', days(0)), '2026-11-20 18:01')
  assert.equal(evening.dueDay, '2026-11-23')
  assert.equal(evening.light, 'green')
  assert.equal(read(clock('2026-11-20 18:00', days(0)), '2026-11-23 00:00').light, 'yellow')
  assert.equal(read(clock('2026-11-20 10:00', days(0)), '2026-11-20 18:00').light, 'red')
})

test('calendar days count weekends and holidays and need no calendar', () => {
  const reading = read(clock('2026-12-30 10:00', { days: 7, unit: 'Z' }), '2026-12-30 11:00')
  assert.deepEqual([reading.dueDay, reading.missingYear], ['2027-01-06', null])
})

test('a day on which the clock stood still at any time is not counted, twice on one day only once', () => {
  const input = clock('2026-11-16 09:00', days(5), {
    pauses: [pause('2026-11-18 09:00', '2026-11-18 10:00'), pause('2026-11-18 15:00', '2026-11-18 16:00')],
  })
  assert.equal(read(input, '2026-11-19 09:00').dueDay, '2026-11-24')
})

test('a pause across National Day takes away only its working days', () => {
  const input = clock('2026-09-28 09:00', days(5), {
    pauses: [pause('2026-09-30 15:00', '2026-10-09 10:00')],
  })
  const reading = read(input, '2026-10-09 11:00')
  // 29 September; then the make-up Saturday 10 October, 12, 13 and 14 October.
  assert.equal(reading.dueDay, '2026-10-14')
  assert.ok(reading.why.some((s) => s.zh.includes('因检测停止计时，不计 3 个工作日')))
})

test('a pause that ends at midnight leaves the day that begins untouched', () => {
  const input = clock('2026-11-16 09:00', days(5), {
    pauses: [pause('2026-11-17 09:00', '2026-11-18 00:00')],
  })
  assert.equal(read(input, '2026-11-18 09:00').dueDay, '2026-11-24')
})

test('while paused there is no due day, nothing changes by itself, and the reason is told', () => {
  const input = clock('2026-11-16 09:00', days(5), { pauses: [pause('2026-11-18 09:00', null, '专家评审')] })
  for (const now of ['2026-11-18 09:00', '2026-11-30 09:00']) {
    const reading = read(input, now)
    assert.deepEqual(
      [reading.light, reading.dueDay, reading.usedDays, reading.remainingDays, reading.nextChangeAt],
      ['paused', null, 1, 4, null],
    )
    assert.ok(reading.why.some((s) => s.zh.includes('专家评审')))
  }
})

test('pausing an overdue clock cures nothing: red stays red', () => {
  const input = clock('2026-11-16 09:00', days(5), { pauses: [pause('2026-11-23 18:00', null)] })
  const reading = read(input, '2026-11-25 09:00')
  assert.deepEqual([reading.light, reading.dueDay, reading.remainingDays], ['red', '2026-11-23', -2])
})

test('an extension moves the due day by its working days and says why', () => {
  const input = clock('2026-11-16 09:00', days(5), { extension: { days: 10, reason: '案情复杂' } })
  const reading = read(input, '2026-11-24 09:00')
  assert.deepEqual([reading.dueDay, reading.limitDays, reading.light], ['2026-12-07', 15, 'green'])
  assert.ok(reading.why.some((s) => s.zh.includes('案情复杂')))
})

test('a stopped clock is done, with what was left or how late it was', () => {
  const input = clock('2026-11-16 09:00', days(5))
  const inTime = read({ ...input, stoppedAt: at('2026-11-19 10:00') }, '2026-12-30 09:00')
  assert.deepEqual([inTime.light, inTime.usedDays, inTime.remainingDays], ['done', 2, 3])
  const late = read({ ...input, stoppedAt: at('2026-11-25 10:00') }, '2026-12-30 09:00')
  assert.deepEqual([late.light, late.remainingDays], ['done', -2])
})

test('asked about an earlier moment, the clock does not know the stop or the pause that came later', () => {
  const input = clock('2026-11-16 09:00', days(5), {
    pauses: [pause('2026-11-19 09:00', '2026-11-20 09:00')],
    stoppedAt: at('2026-11-25 10:00'),
  })
  const then = read(input, '2026-11-18 09:00')
  assert.deepEqual([then.light, then.dueDay], ['green', '2026-11-23'])
  assert.equal(read(input, '2026-11-19 12:00').light, 'paused')
})

test('a due day in a year without holiday notice is not guessed', () => {
  const reading = read(clock('2026-12-25 09:00', days(20)), '2026-12-28 18:00')
  assert.deepEqual(
    [reading.light, reading.missingYear, reading.dueDay, reading.redAt, reading.usedDays],
    ['green', 2027, null, null, 1],
  )
  assert.ok(reading.why.some((s) => s.zh.includes('2027 年')))
})

test('when the notice for the missing year comes out, the same clock has a due day', () => {
  const next = workingCalendar([
    { year: 2026, source: '示例', off: [], work: [] },
    { year: 2027, source: '示例', off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }], work: [] },
  ])
  const reading = readClock(clock('2026-12-28 09:00', days(5)), at('2026-12-28 10:00'), next)
  assert.deepEqual([reading.dueDay, reading.missingYear], ['2027-01-05', null])
})

test('a clock that has not started shows no light', () => {
  const reading = readClock(
    { kind: 'step', limit: days(3), startedAt: null, pauses: [], stoppedAt: null },
    at('2026-11-16 09:00'),
    calendar,
  )
  assert.deepEqual([reading.light, reading.dueDay, reading.remainingDays], ['none', null, 3])
})

test('the explanation names the calendar, the holidays skipped and the make-up days counted', () => {
  const why = read(clock('2026-09-24 09:00', days(10)), '2026-09-24 10:00').why.map((s) => s.zh)
  assert.ok(why.some((s) => s.includes(calendar.id)))
  assert.ok(why.some((s) => s.includes('国庆节 7 日') && s.includes('中秋节 3 日')))
  assert.ok(why.some((s) => s.includes('调休上班计入：2026-10-10')))
})

// ---- properties -----------------------------------------------------------------------------------------------

const START = at('2025-11-03 00:00').getTime()
const HOUR = 3_600_000
const moment = (min: number, max: number) => fc.integer({ min, max }).map((h) => new Date(START + h * HOUR))

/** Starts between November 2025 and June 2026, up to four closed pauses that may overlap and may cross holidays. */
const anInput: fc.Arbitrary<ClockInput & { startedAt: Date }> = fc
  .record({
    startedAt: moment(0, 24 * 220),
    limit: fc.record({
      days: fc.integer({ min: 0, max: 30 }),
      unit: fc.constantFrom('G' as const, 'Z' as const),
    }),
    gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 24 * 25 }), fc.integer({ min: 0, max: 24 * 12 })), {
      maxLength: 4,
    }),
  })
  .map(({ startedAt, limit, gaps }) => ({
    kind: 'step' as const,
    limit,
    startedAt,
    pauses: gaps.map(([after, long]) => {
      const from = startedAt.getTime() + after * HOUR
      return { from: new Date(from), to: new Date(from + long * HOUR), reason: '鉴定' }
    }),
    stoppedAt: null,
  }))

const hoursLater = fc.integer({ min: 0, max: 24 * 90 })

test('the light changes only at the moment it announced, unless a pause begins or ends', () => {
  fc.assert(
    fc.property(anInput, hoursLater, fc.integer({ min: 1, max: 24 * 40 }), (input, h, step) => {
      const now = new Date(input.startedAt.getTime() + h * HOUR)
      const later = new Date(now.getTime() + step * HOUR)
      const touched = input.pauses.some(
        (p) => (p.from > now && p.from <= later) || (p.to !== null && p.to > now && p.to <= later),
      )
      fc.pre(!touched)
      const before = readClock(input, now, calendar)
      const after = readClock(input, later, calendar)
      if (before.nextChangeAt === null || later < before.nextChangeAt) assert.equal(after.light, before.light)
      else {
        const just = (ms: number) =>
          readClock(input, new Date((before.nextChangeAt as Date).getTime() + ms), calendar).light
        assert.equal(just(-1), before.light)
        assert.notEqual(just(0), before.light)
      }
    }),
  )
})

test('the light never changes while paused, and once red it stays red', () => {
  fc.assert(
    fc.property(anInput, hoursLater, hoursLater, (input, h, k) => {
      const now = new Date(input.startedAt.getTime() + Math.min(h, k) * HOUR)
      const later = new Date(input.startedAt.getTime() + Math.max(h, k) * HOUR)
      const a = readClock(input, now, calendar)
      const b = readClock(input, later, calendar)
      if (a.light === 'red') assert.equal(b.light, 'red')
      const [p] = input.pauses.filter((q) => q.from <= now && q.to !== null && q.to > later)
      if (p) assert.equal(b.light, readClock(input, p.from, calendar).light)
    }),
  )
})

test('the due day is the n-th counted day: recounting day by day by hand finds the same', () => {
  fc.assert(
    fc.property(anInput, (input) => {
      fc.pre(input.limit.days > 0)
      const end = new Date(input.startedAt.getTime() + 24 * 120 * HOUR)
      const reading = readClock(input, end, calendar)
      fc.pre(reading.dueAt !== null)
      const dueAt = reading.dueAt as Date
      // A pause that begins when the limit is already over does not move it.
      const pauses = input.pauses.filter((p) => p.from <= dueAt && p.to !== null && p.to > p.from)
      let counted = 0
      for (let day = addCalendarDays(dayOf(input.startedAt), 1); day <= `${reading.dueDay}`; ) {
        const stood = pauses.some(
          (p) => dayOf(p.from) <= day && dayOf(new Date((p.to as Date).getTime() - 1)) >= day,
        )
        if (!stood && (input.limit.unit === 'Z' || calendar.isWorkingDay(day))) counted++
        day = addCalendarDays(day, 1)
      }
      assert.equal(counted, input.limit.days)
    }),
  )
})

test('without pauses the due day is what the calendar adds, and yellow comes before red', () => {
  fc.assert(
    fc.property(moment(0, 24 * 220), fc.integer({ min: 1, max: 60 }), (startedAt, n) => {
      const reading = readClock(
        { kind: 'step', limit: days(n), startedAt, pauses: [], stoppedAt: null },
        startedAt,
        calendar,
      )
      assert.equal(reading.dueDay, calendar.addWorkingDays(dayOf(startedAt), n))
      assert.deepEqual(reading.dueAt, endOfOffice(`${reading.dueDay}`))
      assert.ok((reading.yellowAt as Date) < (reading.redAt as Date))
      assert.ok((reading.yellowAt as Date) > startedAt)
    }),
  )
})

test('another pause before the end never brings the due day forward, an extension moves it by its days', () => {
  fc.assert(
    fc.property(anInput, fc.integer({ min: 1, max: 10 }), (input, more) => {
      fc.pre(input.limit.unit === 'G' && input.limit.days > 0)
      const end = new Date(input.startedAt.getTime() + 24 * 120 * HOUR)
      const without = readClock({ ...input, pauses: [] }, end, calendar)
      const paused = readClock(input, end, calendar)
      assert.ok(`${paused.dueDay}` >= `${without.dueDay}`)
      const extended = readClock(
        { ...input, pauses: [], extension: { days: more, reason: '示例' } },
        input.startedAt,
        calendar,
      )
      assert.equal(extended.dueDay, calendar.addWorkingDays(`${without.dueDay}`, more))
    }),
  )
})

test('used and remaining days make up the limit as long as it is not overdue', () => {
  fc.assert(
    fc.property(anInput, hoursLater, (input, h) => {
      const r = readClock(input, new Date(input.startedAt.getTime() + h * HOUR), calendar)
      if (r.light === 'red') assert.ok(r.remainingDays < 0)
      else assert.equal(r.usedDays + r.remainingDays, r.limitDays)
    }),
  )
})
