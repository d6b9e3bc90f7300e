import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addCalendarDays, officialCalendar, remedies } from '../index.ts'

const organ = { reviewOrgan: '示例市人民政府', court: '示例区人民法院' }

test('[Art. 27.1] reconsideration within 60 calendar days, a lawsuit within 6 months', () => {
  const { ruling, reviewUntil, suitUntil } = remedies({ decisionDay: '2026-11-23', ...organ })
  assert.deepEqual([reviewUntil, suitUntil], ['2027-01-22', '2027-05-23'])
  assert.equal(ruling.outcome, 'met')
  assert.match(ruling.sentence.zh, /60 日内向示例市人民政府.*6 个月内向示例区人民法院/)
})

test('[Art. 27.1] the law in force on the day of the decision counts', () => {
  const { ruling } = remedies({ decisionDay: '2023-12-31', ...organ })
  assert.match(`${ruling.facts['basis']}`, /行政复议法（1999）/)
})

test('[Art. 27.1] a last day on a holiday moves to the next working day where the calendar is known', () => {
  // 60 days after 4 August 2026 is 3 October.
  const moved = remedies({ decisionDay: '2026-08-04', ...organ }, officialCalendar)
  assert.equal(moved.reviewUntil, '2026-10-08')
  assert.equal(moved.suitUntil, '2027-02-04', 'no calendar for 2027: printed unmoved')
})

test('[Art. 27.1] a decision that names no organ or no court tells no remedy', () => {
  assert.equal(remedies({ decisionDay: '2026-11-23', reviewOrgan: '', court: 'x' }).ruling.outcome, 'not-met')
  assert.equal(
    remedies({ decisionDay: '2026-11-23', reviewOrgan: 'x', court: ' ' }).ruling.outcome,
    'not-met',
  )
})

test('[Art. 27.1] moving off holidays never shortens a period', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), (n) => {
      const decisionDay = addCalendarDays('2019-01-01', n)
      const plain = remedies({ decisionDay, ...organ })
      const moved = remedies({ decisionDay, ...organ }, officialCalendar)
      assert.ok(moved.reviewUntil >= plain.reviewUntil && moved.suitUntil >= plain.suitUntil)
      assert.ok(officialCalendar.isWorkingDay(moved.reviewUntil))
    }),
  )
})
