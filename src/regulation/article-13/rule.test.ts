import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayBeDemanded, mayHandIn } from '../index.ts'

const held = { name: '营业执照', from: '电子证照共享平台' }

test('[Art. 13.1] what a platform holds may not be demanded, unless the guide says that it is fetched', () => {
  const demanded = mayBeDemanded({ material: '营业执照复印件', held, fetched: false })
  assert.deepEqual([demanded.outcome, demanded.clause, demanded.article], ['not-met', '13.1', 13])
  assert.match(demanded.sentence.zh, /电子证照共享平台.*营业执照/)
  assert.equal(mayBeDemanded({ material: '营业执照复印件', held, fetched: true }).outcome, 'met')
})

test('[Art. 13.1] what nobody holds may be demanded; only held and not fetched is against the rule', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.boolean(), fc.boolean(), (material, isHeld, fetched) => {
      const { outcome } = mayBeDemanded({ material, held: isHeld ? held : null, fetched })
      assert.equal(outcome === 'not-met', isHeld && !fetched)
    }),
  )
})

test('[Art. 13.2] where it cannot be fetched there is a way to hand it in, as a file or on paper', () => {
  const facts = { material: '营业执照', fileKinds: ['pdf'], onPaper: false }
  assert.equal(mayHandIn(facts).outcome, 'met')
  assert.equal(mayHandIn({ ...facts, fileKinds: [], onPaper: true }).outcome, 'met')
  const closed = mayHandIn({ ...facts, fileKinds: [] })
  assert.deepEqual([closed.outcome, closed.clause], ['not-met', '13.2'])
})
