import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import {
  addCalendarDays,
  addMonths,
  officialCalendar as calendar,
  dayOf,
  endOfOffice,
  HOLIDAY_NOTICES,
  MissingCalendarYear,
  workingCalendar,
} from './index.ts'

// The independent calendar reads dates in the machine's own zone; ours does not look at it.
process.env['TZ'] = 'Asia/Shanghai'

const FIRST = '2018-01-01'
const LAST = '2026-12-31'
const allDays: string[] = []
for (let day = FIRST; day <= LAST; day = addCalendarDays(day, 1)) allDays.push(day)

const aDay = fc.integer({ min: 0, max: allDays.length - 1 }).map((i) => allDays[i] as string)
/** A day from which a limit of a few months still ends inside the known years. */
const anEarlyDay = fc.integer({ min: 0, max: allDays.length - 200 }).map((i) => allDays[i] as string)

test('every day of 2018–2026 is the same working day or day off as in an independent calendar', () => {
  const differing = allDays.filter((day) => chineseDays.getDayDetail(day).work !== calendar.isWorkingDay(day))
  assert.deepEqual(differing, [])
})

const table = fileURLToPath(new URL('../../../shared/data/calendar/cn-holidays.csv', import.meta.url))
test('every day off and make-up day agrees with the collected table of the notices', {
  skip: existsSync(table) ? false : 'the collected table is not on this machine',
}, () => {
  const rows = readFileSync(table, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .filter(([date]) => date !== undefined && date >= FIRST)
  assert.ok(rows.length > 250)
  for (const [date, kind] of rows) {
    assert.equal(calendar.isWorkingDay(`${date}`), kind === 'workday', `${date} ${kind}`)
    assert.equal(calendar.isMakeUpDay(`${date}`), kind === 'workday', `${date} ${kind}`)
  }
  const worked = rows.filter(([, kind]) => kind === 'workday').map(([date]) => date)
  assert.deepEqual(
    allDays.filter((day) => calendar.isMakeUpDay(day)),
    worked,
  )
})

test('make-up days are weekend days, and no day is both off and worked', () => {
  for (const notice of HOLIDAY_NOTICES) {
    for (const day of notice.work) {
      assert.ok([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()), day)
      assert.equal(calendar.holidayName(day), null, day)
    }
    assert.match(notice.source, /^国办发明电〔\d{4}〕\d+号$/)
    for (const span of notice.off) assert.ok(span.from <= span.to && span.from.startsWith(`${notice.year}`))
  }
})

test('a holiday carries its official name, an ordinary weekend none', () => {
  assert.equal(calendar.holidayName('2026-02-17'), '春节')
  assert.equal(calendar.holidayName('2020-02-01'), '春节', 'extended by the notice of January 2020')
  assert.equal(calendar.holidayName('2026-11-22'), null)
  assert.equal(calendar.isWorkingDay('2026-11-22'), false)
  assert.equal(calendar.isMakeUpDay('2026-10-10'), true)
})

test('a year without a notice is an error that names the year, for working days and for names', () => {
  for (const ask of [calendar.isWorkingDay, calendar.isMakeUpDay, calendar.holidayName])
    assert.throws(() => ask('2027-01-01'), { name: 'MissingCalendarYear', year: 2027 })
  assert.throws(() => calendar.addWorkingDays('2026-12-30', 5), MissingCalendarYear)
  assert.throws(() => calendar.workingDaysBetween('2017-12-01', '2018-02-01'), MissingCalendarYear)
})

test('five working days after the eve of National Day 2026 fall on 13 October, the make-up Saturday counting', () => {
  assert.equal(calendar.addWorkingDays('2026-09-30', 5), '2026-10-13')
})

test('another arrangement of holidays is another calendar with another id', () => {
  const changed = workingCalendar([{ year: 2026, source: '示例', off: [], work: ['2026-10-03'] }])
  assert.notEqual(changed.id, calendar.id)
  assert.equal(changed.isWorkingDay('2026-10-01'), true)
  assert.equal(changed.isWorkingDay('2026-10-03'), true)
})

test('adding n working days and counting the working days between are inverse', () => {
  fc.assert(
    fc.property(anEarlyDay, fc.integer({ min: 0, max: 60 }), (from, n) => {
      const to = calendar.addWorkingDays(from, n)
      assert.equal(calendar.workingDaysBetween(from, to), n)
      if (n > 0) assert.ok(calendar.isWorkingDay(to))
    }),
  )
})

test('backwards over days off alone there are 0 working days, not minus 0', () => {
  assert.equal(calendar.workingDaysBetween('2026-10-04', '2026-10-01'), 0)
})

test('counting between two days is antisymmetric and additive', () => {
  fc.assert(
    fc.property(aDay, aDay, aDay, (a, b, c) => {
      const between = calendar.workingDaysBetween
      assert.equal(between(a, b) + between(b, a), 0)
      assert.equal(between(a, b) + between(b, c), between(a, c))
    }),
  )
})

test('a day is the day in Fuzhou: midnight there is 16:00 UTC of the day before', () => {
  assert.equal(dayOf(new Date('2026-11-22T16:00:00Z')), '2026-11-23')
  assert.equal(dayOf(new Date('2026-11-22T15:59:59.999Z')), '2026-11-22')
  assert.equal(endOfOffice('2026-11-23').toISOString(), '2026-11-23T09:30:00.000Z')
})

test('months are added to the same date, or to the last day of a shorter month', () => {
  assert.equal(addMonths('2026-08-31', 6), '2027-02-28')
  assert.equal(addMonths('2027-08-31', 6), '2028-02-29')
  assert.equal(addMonths('2026-11-23', 6), '2027-05-23')
})

test('calendar days are added across the end of a year, and what is not a day is refused', () => {
  assert.equal(addCalendarDays('2026-12-31', 1), '2027-01-01')
  assert.throws(() => addCalendarDays('2026-02-30', 1), RangeError)
})
