import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bookable, mayRefuseBooked, type TurnedAwayFor } from '../index.ts'

const necessary = ['身份证', '经营场所平面图']

test('[Art. 10.1] an item in a service centre can be booked online; one that is in none cannot, and says whom to ask', () => {
  assert.equal(bookable({ centreId: 'gulou' }).outcome, 'met')
  const ruling = bookable({ centreId: '' })
  assert.deepEqual([ruling.outcome, ruling.clause], ['not-met', '10.1'])
  assert.match(ruling.sentence.zh, /没有进驻服务中心.*咨询电话/)
})

test('[Art. 10.1] a booked service may be turned away where the applicant gives it up or lacks a necessary material', () => {
  assert.equal(mayRefuseBooked({ why: 'given-up', missing: [], necessary }).outcome, 'met')
  const lacking = mayRefuseBooked({ why: 'missing-material', missing: ['身份证'], necessary })
  assert.equal(lacking.outcome, 'met')
  assert.match(lacking.sentence.zh, /「身份证」/)
})

test('[Art. 10.1] every other reason is a breach: none named, one that the guide does not ask for, the department’s own', () => {
  for (const facts of [
    { why: 'missing-material' as const, missing: [] },
    { why: 'missing-material' as const, missing: [' ', '待补充'] },
    { why: 'missing-material' as const, missing: ['介绍信'] },
    { why: 'missing-material' as const, missing: ['身份证', '介绍信'] },
    { why: 'other' as const, missing: ['身份证'] },
  ]) {
    const ruling = mayRefuseBooked({ ...facts, necessary })
    assert.deepEqual([ruling.outcome, ruling.clause], ['not-met', '10.1'], JSON.stringify(facts))
  }
  assert.match(
    mayRefuseBooked({ why: 'missing-material', missing: ['介绍信'], necessary }).sentence.zh,
    /介绍信/,
  )
})

test('[Art. 10.1] whatever is claimed, a refusal that is allowed was given up or names only necessary materials', () => {
  const name = fc.constantFrom<string>('身份证', '经营场所平面图', '介绍信', '', '/')
  fc.assert(
    fc.property(
      fc.constantFrom<TurnedAwayFor>('given-up', 'missing-material', 'other'),
      fc.array(name),
      fc.array(name),
      (why, missing, required) => {
        const ruling = mayRefuseBooked({ why, missing, necessary: required })
        if (ruling.outcome !== 'met' || why === 'given-up') return
        assert.equal(why, 'missing-material')
        const named = ruling.facts['missing'] as string[]
        assert.ok(named.length > 0 && named.every((one) => required.includes(one)))
      },
    ),
  )
})
