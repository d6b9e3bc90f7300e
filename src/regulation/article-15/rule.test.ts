import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  acceptanceInTime,
  officialCalendar as calendar,
  correctionIsWhole,
  correctionReviewLimit,
  dayOf,
  endOfOffice,
  mayDemandAgain,
  mayExamineCorrection,
  mayExtend,
  readClock,
  type Verdict,
} from '../index.ts'

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)

test('[Art. 15.1] a step examined within its limit is in time, after it the light is red', () => {
  const step = {
    kind: 'step' as const,
    limit: { days: 2, unit: 'G' as const },
    startedAt: at('2026-11-16 09:00'),
    pauses: [],
  }
  const done = (stoppedAt: string) =>
    readClock({ ...step, stoppedAt: at(stoppedAt) }, at('2026-12-01 09:00'), calendar)
  assert.equal(done('2026-11-18 17:30').remainingDays, 0)
  assert.equal(done('2026-11-18 17:31').remainingDays, -1)
})

test('[Art. 15.2] an application can be accepted until 17:30 of the fifth working day', () => {
  const ruling = acceptanceInTime(
    { receivedAt: at('2026-11-16 09:00'), now: at('2026-11-23 17:30') },
    calendar,
  )
  assert.deepEqual([ruling.outcome, ruling.clause, ruling.deemedAcceptedAt], ['met', '15.2', null])
  assert.match(ruling.sentence.zh, /2026-11-23/)
})

test('[Art. 15.2] silence of five working days is acceptance from the day of receipt', () => {
  const receivedAt = at('2026-11-16 09:00')
  const ruling = acceptanceInTime({ receivedAt, now: at('2026-11-23 17:31') }, calendar)
  assert.equal(ruling.outcome, 'not-met')
  assert.deepEqual(ruling.deemedAcceptedAt, receivedAt)
  assert.equal(ruling.facts['deemedAcceptedOn'], '2026-11-16')
  assert.match(`${ruling.facts['basis']}`, /行政许可法第三十二条/)
})

test('[Art. 15.2] where the calendar of the due day is missing nothing is deemed, a person looks', () => {
  const ruling = acceptanceInTime(
    { receivedAt: at('2026-12-30 09:00'), now: at('2026-12-31 17:00') },
    calendar,
  )
  assert.deepEqual([ruling.outcome, ruling.deemedAcceptedAt], ['needs-a-person', null])
})

test('[Art. 15.2] acceptance is deemed exactly when the fifth working day after receipt is over', () => {
  const start = at('2025-11-03 00:00').getTime()
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * 300 }), fc.integer({ min: 0, max: 24 * 30 }), (h, k) => {
      const receivedAt = new Date(start + h * 3_600_000)
      const now = new Date(receivedAt.getTime() + k * 3_600_000)
      const over = now > endOfOffice(calendar.addWorkingDays(dayOf(receivedAt), 5))
      const { deemedAcceptedAt } = acceptanceInTime({ receivedAt, now }, calendar)
      assert.deepEqual(deemedAcceptedAt, over ? receivedAt : null)
    }),
  )
})

const materials = (form: Verdict, map: Verdict, lease: Verdict) => [
  { key: 'form', name: '申请表', verdict: form },
  { key: 'map', name: '平面图', verdict: map },
  { key: 'lease', name: '租赁合同', verdict: lease },
]
const blurred = { materialKey: 'map', problem: '图上看不清出入口', cure: '重新上传清晰的平面图' }
const expired = { materialKey: 'lease', problem: '合同已过期', cure: '提交有效期内的合同' }

test('[Art. 15.3] a demand is whole when every material was examined and every fault has reason and cure', () => {
  const ruling = correctionIsWhole({
    materials: materials('ok', 'fault', 'fault'),
    demands: [blurred, expired],
  })
  assert.deepEqual([ruling.outcome, ruling.clause], ['met', '15.3'])
})

test('[Art. 15.3] a demand is not whole while a material is unexamined', () => {
  const ruling = correctionIsWhole({ materials: materials('ok', 'fault', 'unseen'), demands: [blurred] })
  assert.equal(ruling.outcome, 'not-met')
  assert.deepEqual(ruling.facts['unseen'], ['lease'])
  assert.match(ruling.sentence.zh, /租赁合同/)
})

test('[Art. 15.3] a fault nothing is asked for, a reason or a cure left out, a sound material: none may be sent', () => {
  const faulty = materials('ok', 'fault', 'fault')
  const outcome = (demands: (typeof blurred)[], list = faulty) =>
    correctionIsWhole({ materials: list, demands }).outcome
  assert.equal(outcome([blurred]), 'not-met')
  assert.equal(outcome([blurred, { ...expired, problem: '' }]), 'not-met')
  assert.equal(outcome([blurred, { ...expired, cure: ' ' }]), 'not-met')
  assert.equal(outcome([blurred, expired, { ...blurred, materialKey: 'form' }]), 'not-met')
  assert.equal(outcome([], materials('ok', 'ok', 'ok')), 'not-met', 'nothing to correct: accept instead')
})

test('[Art. 15.3] a demand is whole exactly when the demands cover the faults and nothing is unseen', () => {
  const verdict = fc.constantFrom<Verdict>('ok', 'fault', 'unseen')
  fc.assert(
    fc.property(fc.array(verdict, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(5)), (verdicts, asked) => {
      const list = verdicts.map((v, i) => ({ key: `m${i}`, name: `材料 ${i}`, verdict: v }))
      const demands = asked.map((i) => ({ materialKey: `m${i}`, problem: '不清晰', cure: '重新上传' }))
      const faults = list.filter((m) => m.verdict === 'fault').map((m) => m.key)
      const covered = new Set(demands.map((d) => d.materialKey))
      const whole =
        !verdicts.includes('unseen') &&
        faults.length > 0 &&
        faults.length === covered.size &&
        faults.every((key) => covered.has(key))
      assert.equal(correctionIsWhole({ materials: list, demands }).outcome === 'met', whole)
    }),
  )
})

const first = [{ materialKey: 'map', problem: '图上看不清出入口', seenAt: at('2026-11-17 10:00') }]
const again = { materialKey: 'lease', problem: '合同已过期', newSince: false }

test('[Art. 15.3] a second demand about what was visible the first time is refused', () => {
  const ruling = mayDemandAgain({ earlier: [first], demand: again, superiorReason: null })
  assert.deepEqual([ruling.outcome, ruling.facts['countsAgainstOrgan']], ['not-met', false])
  assert.equal(mayDemandAgain({ earlier: [first], demand: again, superiorReason: '  ' }).outcome, 'not-met')
})

test('[Art. 15.3] with a superior’s reason it is allowed and counts against the department', () => {
  const ruling = mayDemandAgain({ earlier: [first], demand: again, superiorReason: '涉及公共安全' })
  assert.deepEqual([ruling.outcome, ruling.facts['countsAgainstOrgan']], ['met', true])
})

test('[Art. 15.3] the first demand, what is new since, and what was told and not cured are allowed', () => {
  for (const [earlier, demand] of [
    [[], again],
    [[first], { ...again, newSince: true }],
    [[first], { materialKey: 'map', problem: '图上看不清出入口', newSince: false }],
  ] as const) {
    const ruling = mayDemandAgain({ earlier: earlier.map((e) => [...e]), demand, superiorReason: null })
    assert.deepEqual([ruling.outcome, ruling.facts['countsAgainstOrgan']], ['met', false])
  }
})

test('[Art. 15.4] a correction is examined in the promised time of the department that asked', () => {
  assert.deepEqual(correctionReviewLimit({ days: 7, unit: 'G' }), { days: 7, unit: 'G' })
  assert.equal(mayExamineCorrection({ askedBy: 'a', examinedBy: 'a' }).outcome, 'met')
  const other = mayExamineCorrection({ askedBy: 'a', examinedBy: 'b' })
  assert.deepEqual([other.outcome, other.clause], ['not-met', '15.4'])
})

test('[Art. 15.1] a limit is extended once, by at most ten working days, with approval and a reason', () => {
  const sound = {
    on: '2026-11-23',
    extendedBefore: false,
    days: 10,
    approvedByHead: true,
    reason: '案情复杂',
  }
  assert.equal(mayExtend(sound).outcome, 'met')
  for (const flaw of [
    { extendedBefore: true },
    { days: 11 },
    { days: 0 },
    { days: 1.5 },
    { approvedByHead: false },
    { reason: '' },
  ])
    assert.equal(mayExtend({ ...sound, ...flaw }).outcome, 'not-met', JSON.stringify(flaw))
})
