import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { GRADES, ratingIsComplete } from '../index.ts'

test('[Art. 22.1] there are four grades, in the order of the article', () => {
  assert.deepEqual(
    GRADES.map((g) => g.zh),
    ['非常满意', '满意', '基本满意', '不满意'],
  )
})

test('[Art. 22.1] dissatisfaction needs its reason, the other grades do not', () => {
  assert.equal(ratingIsComplete({ grade: 4, reason: '' }).outcome, 'not-met')
  assert.equal(ratingIsComplete({ grade: 4, reason: ' …… ' }).outcome, 'not-met')
  assert.equal(ratingIsComplete({ grade: 4, reason: '等了三周没有答复' }).outcome, 'met')
  for (const grade of [1, 2, 3] as const) assert.equal(ratingIsComplete({ grade, reason: '' }).outcome, 'met')
})

test('[Art. 22.1] no answer is no evaluation, whatever is written beside it', () => {
  fc.assert(
    fc.property(fc.string(), (reason) => {
      assert.equal(ratingIsComplete({ grade: null, reason }).outcome, 'not-met')
    }),
  )
})
