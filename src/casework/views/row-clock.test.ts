import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officialCalendar } from '../../regulation/index.ts'
import { clocksOf } from '../clocks.ts'
import type { DossierClock, Status } from '../dossier.ts'
import { rowReader } from './row-clock.ts'

const read = rowReader(officialCalendar)
const moment = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
const limit = fc.record({
  days: fc.integer({ min: 0, max: 30 }),
  unit: fc.constantFrom('G' as const, 'Z' as const),
})

test('a row of the list shows what the record’s own clocks show, for any dossier at any moment', () => {
  const facts = fc.record({
    received: moment('2026-01-05T00:00:00Z', '2026-06-30T00:00:00Z'),
    accepted: fc.boolean(),
    corrections: fc.integer({ min: 0, max: 2 }),
    promise: limit,
    statutory: limit,
    step: fc.option(limit),
    paused: fc.boolean(),
    extended: fc.boolean(),
    later: fc.integer({ min: 0, max: 90 * 24 * 60 }),
  })
  fc.assert(
    fc.property(facts, (f) => {
      const from = f.received.toISOString()
      const clock: DossierClock = {
        acceptanceFrom: from,
        promise: f.promise,
        statutory: f.statutory,
        acceptedAt: f.accepted ? from : null,
        stoppedAt: null,
        pauses: f.paused && f.accepted ? [{ from, to: null, reason: '检测', kind: '检测' }] : [],
        extension: f.extended && f.accepted ? { days: 5, reason: '案情复杂' } : null,
        step: f.step && f.accepted ? { key: 's', limit: f.step, from } : null,
      }
      const status: Status = f.accepted ? 'accepted' : 'received'
      const dossier = { status, clock, corrections: f.corrections, receivedAt: f.received }
      const now = new Date(f.received.getTime() + f.later * 60_000)
      const whole = clocksOf(dossier, now, officialCalendar).governing
      const row = read(dossier, now)
      assert.equal(row.kind, whole.kind)
      assert.equal(row.light, whole.light)
      assert.equal(row.dueAt?.getTime(), whole.dueAt?.getTime())
      assert.equal(row.yellowAt?.getTime(), whole.yellowAt?.getTime())
      assert.equal(row.usedDays, whole.usedDays)
      assert.equal(row.limitDays, whole.limitDays)
      assert.equal(row.remainingDays, whole.remainingDays)
    }),
    { numRuns: 400 },
  )
})
