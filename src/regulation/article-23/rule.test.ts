import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { notFiledAgain, onlineStepsWithinCounter } from '../index.ts'

test('[Art. 23.1] online may have as many steps as the counter or fewer, never more', () => {
  const counter = ['受理', '审查', '决定']
  assert.equal(onlineStepsWithinCounter({ online: counter, counter }).outcome, 'met')
  assert.equal(onlineStepsWithinCounter({ online: ['受理', '决定'], counter }).outcome, 'met')
  const more = onlineStepsWithinCounter({ online: ['预审', ...counter], counter })
  assert.deepEqual([more.outcome, more.facts['onlyOnline']], ['not-met', ['预审']])
})

test('[Art. 23.1] only the number of steps decides', () => {
  const steps = fc.array(fc.string({ minLength: 1 }), { maxLength: 8 })
  fc.assert(
    fc.property(steps, steps, (online, counter) => {
      const met = onlineStepsWithinCounter({ online, counter }).outcome === 'met'
      assert.equal(met, online.length <= counter.length)
    }),
  )
})

test('[Art. 23.1] what was handled at the counter is not filed again', () => {
  assert.equal(notFiledAgain({ alreadyHandledAtCounter: true }).outcome, 'not-met')
  assert.equal(notFiledAgain({ alreadyHandledAtCounter: false }).outcome, 'met')
})
