import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officialCalendar as calendar, lightRuling, readClock } from '../index.ts'

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const rule = (now: string, stopped: string | null = null, start = '2026-11-16 09:00') =>
  lightRuling(
    readClock(
      {
        kind: 'promised',
        limit: { days: 5, unit: 'G' },
        startedAt: at(start),
        pauses: [],
        stoppedAt: stopped === null ? null : at(stopped),
      },
      at(now),
      calendar,
    ),
  )

test('[Art. 24.1] a green light and a dossier done in time keep the promised limit', () => {
  const green = rule('2026-11-17 09:00')
  assert.deepEqual([green.outcome, green.clause], ['met', '24.1'])
  assert.equal(rule('2026-12-01 09:00', '2026-11-20 09:00').outcome, 'met')
})

test('[Art. 24.1(1)] close to the limit the yellow light reminds the handler, and is no breach', () => {
  const yellow = rule('2026-11-23 09:00')
  assert.deepEqual([yellow.outcome, yellow.clause, yellow.facts['remind']], ['met', '24.1(1)', true])
})

test('[Art. 24.1(2)] past the limit the red light is a breach, with a ticket due if unexplained', () => {
  for (const red of [rule('2026-11-25 09:00'), rule('2026-12-01 09:00', '2026-11-25 09:00')])
    assert.deepEqual(
      [red.outcome, red.clause, red.facts['ticketDueIfUnexplained'], red.facts['remainingDays']],
      ['not-met', '24.1(2)', true, -2],
    )
})

test('[Art. 24.1] a due day that cannot be known goes to a person', () => {
  assert.equal(rule('2026-12-31 09:00', null, '2026-12-30 09:00').outcome, 'needs-a-person')
})
