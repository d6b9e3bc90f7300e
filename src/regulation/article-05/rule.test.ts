import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EXCEPTION_KINDS, type ExceptionFacts, exceptionIsApproved, itemIsPlaced } from './rule.ts'

const TODAY = '2026-11-23'
const exception: ExceptionFacts = {
  kind: 'public-safety',
  reason: '办理场所须与公众隔开',
  government: '示例区人民政府',
  document: '示政〔2026〕1号',
  approvedOn: '2026-05-01',
}

test('[Art. 5.1(2)] an item in a service centre and on the platform is in; without either it is missing', () => {
  assert.equal(itemIsPlaced({ published: 1, inCentre: 1, exception: null }, TODAY).placement, 'in')
  const none = itemIsPlaced({ published: 0, inCentre: 0, exception: null }, TODAY)
  assert.deepEqual([none.placement, none.outcome, none.clause], ['missing', 'not-met', '5.1(2)'])
  assert.match(none.sentence.zh, /没有这个部门的办事指南/)
  const elsewhere = itemIsPlaced({ published: 1, inCentre: 0, exception: null }, TODAY)
  assert.deepEqual([elsewhere.placement, elsewhere.outcome], ['missing', 'not-met'])
  assert.match(elsewhere.sentence.zh, /没有进驻服务中心/)
})

test('[Art. 5.1(2)] one variant outside the centre is enough to be missing', () => {
  const ruled = itemIsPlaced({ published: 3, inCentre: 2, exception: null }, TODAY)
  assert.equal(ruled.placement, 'missing')
  assert.match(ruled.sentence.zh, /3 个办理项，只有 2 个/)
})

test('[Art. 5.1(2)] an approved exception makes an item exempt and names government, document and day', () => {
  const ruled = itemIsPlaced({ published: 0, inCentre: 0, exception }, TODAY)
  assert.deepEqual([ruled.placement, ruled.outcome], ['exempt', 'met'])
  for (const part of ['示例区人民政府', '示政〔2026〕1号', '2026-05-01', '危及公共安全'])
    assert.ok(ruled.sentence.zh.includes(part), part)
})

test('[Art. 5.1(2)] an exception without reason, government, document or day, or approved in the future, is none', () => {
  const faults: [Partial<ExceptionFacts>, string][] = [
    [{ reason: ' ' }, 'reason'],
    [{ government: '' }, 'government'],
    [{ document: '暂缺' }, 'document'],
    [{ approvedOn: '' }, 'approvedOn'],
    [{ approvedOn: '去年' }, 'approvedOn'],
    [{ approvedOn: '2026-11-24' }, 'approvedOn'],
  ]
  for (const [fault, field] of faults) {
    const faulty = { ...exception, ...fault }
    const ruled = exceptionIsApproved(faulty, TODAY)
    assert.deepEqual([ruled.outcome, ruled.field], ['not-met', field])
    assert.equal(itemIsPlaced({ published: 0, inCentre: 0, exception: faulty }, TODAY).placement, 'missing')
  }
  assert.equal(exceptionIsApproved({ ...exception, approvedOn: TODAY }, TODAY).outcome, 'met')
})

test('every body of every entry is in, exempt or missing, and only missing is against the rule', () => {
  const kinds = Object.keys(EXCEPTION_KINDS) as (keyof typeof EXCEPTION_KINDS)[]
  const exceptions = fc.option(
    fc.record({
      kind: fc.constantFrom(...kinds),
      reason: fc.constantFrom('', '原因'),
      government: fc.constantFrom('', '示例区人民政府'),
      document: fc.constantFrom('', '示政〔2026〕1号'),
      approvedOn: fc.constantFrom('', '2026-01-01', '2027-01-01'),
    }),
    { nil: null },
  )
  fc.assert(
    fc.property(fc.nat(5), fc.nat(5), exceptions, (published, n, e) => {
      const inCentre = Math.min(n, published)
      const { placement, outcome } = itemIsPlaced({ published, inCentre, exception: e }, TODAY)
      assert.equal(outcome, placement === 'missing' ? 'not-met' : 'met')
      assert.equal(placement === 'in', published > 0 && inCentre === published)
      if (placement === 'exempt') assert.equal(exceptionIsApproved(e!, TODAY).outcome, 'met')
      if (e === null && (published === 0 || inCentre < published)) assert.equal(placement, 'missing')
    }),
  )
})
