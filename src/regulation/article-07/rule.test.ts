import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { GUIDE_ELEMENTS, type GuideFacts, guideIsComplete, type Limit, promiseWithinLaw } from '../index.ts'

const whole: GuideFacts = {
  name: '示例事项',
  basicCode: '350117002000',
  implCode: '示例实施编码',
  itemType: '行政许可',
  legalBasis: [{ name: '示例法', clause: '第一条' }],
  conditions: '示例条件',
  materials: [{ name: '申请表' }],
  noMaterialsNeeded: false,
  procedure: [{ name: '受理', limit: '1 个工作日' }],
  legalLimit: { days: 20, unit: 'G' },
  promiseLimit: { days: 5, unit: 'G' },
  fee: { charged: false, basis: '' },
  handlingForms: ['窗口办理'],
  resultSample: '示例许可证.pdf',
  consultPhone: '0591-00000001',
  complaintPhone: '0591-00000002',
}

/** How each of the fourteen elements goes missing. */
const holes: Record<string, Partial<GuideFacts>> = {
  name: { name: ' ' },
  basicCode: { basicCode: null },
  implCode: { implCode: '' },
  itemType: { itemType: null },
  legalBasis: { legalBasis: [{ name: '示例法', clause: '' }] },
  conditions: { conditions: '待补充' },
  materials: { materials: [] },
  procedure: { procedure: [{ name: '受理', limit: '' }] },
  legalLimit: { legalLimit: null },
  promiseLimit: { promiseLimit: null },
  fee: { fee: { charged: true, basis: '' } },
  handlingForms: { handlingForms: [] },
  resultSample: { resultSample: '—' },
  phones: { complaintPhone: null },
}

test('[Art. 7.1] a guide with all fourteen elements is complete', () => {
  const { ruling, missing } = guideIsComplete(whole)
  assert.equal(GUIDE_ELEMENTS.length, 14)
  assert.deepEqual([ruling.outcome, ruling.clause, ruling.article, missing], ['met', '7.1', 7, []])
})

for (const { key, zh } of GUIDE_ELEMENTS)
  test(`[Art. 7.1] a guide without ${zh} is not complete and says what to do`, () => {
    const hole = holes[key]
    assert.ok(hole, `no case for ${key}`)
    const { ruling, missing } = guideIsComplete({ ...whole, ...hole })
    assert.equal(ruling.outcome, 'not-met')
    assert.deepEqual(
      missing.map((m) => m.key),
      [key],
    )
    assert.ok(ruling.sentence.zh.includes(zh))
    assert.ok(missing[0]?.sentence.zh && missing[0].sentence.en)
  })

test('[Art. 7.1] any set of missing elements is found, whole and in the order of the article', () => {
  fc.assert(
    fc.property(fc.subarray(GUIDE_ELEMENTS.map((e) => e.key)), (keys) => {
      const facts: GuideFacts = Object.assign({}, whole, ...keys.map((key) => holes[key]))
      const { ruling, missing } = guideIsComplete(facts)
      assert.deepEqual(
        missing.map((m) => m.key),
        keys,
      )
      assert.equal(ruling.outcome, keys.length === 0 ? 'met' : 'not-met')
    }),
  )
})

test('[Art. 7.1] of several materials, the one without a name is pointed at', () => {
  const materials = [{ name: '申请表' }, { name: ' ' }, { name: '身份证' }]
  for (const noMaterialsNeeded of [null, true]) {
    const { missing } = guideIsComplete({ ...whole, materials, noMaterialsNeeded })
    assert.deepEqual(
      missing.map((m) => [m.key, m.sentence.zh]),
      [['materials', '填写第 2 份申请材料的名称']],
    )
  }
})

test('[Art. 7.1] an item that needs no material says so; an empty list alone does not', () => {
  const none = { ...whole, materials: [], noMaterialsNeeded: true }
  assert.equal(guideIsComplete(none).ruling.outcome, 'met')
  assert.equal(guideIsComplete({ ...none, noMaterialsNeeded: null }).ruling.outcome, 'not-met')
})

test('[Art. 7.1] the reason why there is no sample stands for the sample, a limit of 0 days is a limit', () => {
  const facts = {
    ...whole,
    resultSample: '本事项不产生结果文书',
    promiseLimit: { days: 0, unit: 'G' as const },
  }
  assert.equal(guideIsComplete(facts).ruling.outcome, 'met')
})

const G = (days: number): Limit => ({ days, unit: 'G' })
const Z = (days: number): Limit => ({ days, unit: 'Z' })

test('[Art. 7.1] a promise may not be longer than the law allows', () => {
  assert.equal(promiseWithinLaw(G(20), G(20)).outcome, 'met')
  assert.equal(promiseWithinLaw(G(20), G(21)).outcome, 'not-met')
  assert.equal(promiseWithinLaw(G(20), G(0)).outcome, 'met')
})

test('[Art. 7.1] limits in different units are decided only where it is certain', () => {
  assert.equal(promiseWithinLaw(G(10), Z(10)).outcome, 'met')
  assert.equal(promiseWithinLaw(G(10), Z(12)).outcome, 'needs-a-person')
  assert.equal(promiseWithinLaw(Z(30), G(31)).outcome, 'not-met')
  assert.equal(promiseWithinLaw(Z(30), G(30)).outcome, 'needs-a-person')
})
