import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInWords, dayTime, dueDay, sameDay, shortNumber, spoken } from './dates.ts'

test('a moment is told in Fuzhou time, wherever the browser stands', () => {
  assert.equal(dayTime('2026-10-13T16:30:00.000Z'), '10-14 00:30')
  assert.equal(spoken('2026-10-13T06:20:00.000Z'), '10月13日 周二 14:20')
  assert.equal(sameDay('2026-10-13T15:59:00.000Z', '2026-10-13T16:00:00.000Z'), false)
})

test('a due day on a weekend is a working one and says so', () => {
  assert.equal(dueDay('2026-10-14T09:30:00.000Z'), '10-14 周三')
  assert.equal(dueDay('2026-10-10T09:30:00.000Z'), '10-10 调休')
})

test('a day is told with its weekday, a number by its day and serial', () => {
  assert.equal(dayInWords('2026-11-03'), '11-03 周二')
  assert.equal(shortNumber(`${'1'.repeat(31)}202609240088`), '0924-0088')
})
