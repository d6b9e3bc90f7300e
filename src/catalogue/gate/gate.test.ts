import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GUIDE_ELEMENTS } from '../../regulation/index.ts'
import type { ItemContent } from '../item.ts'
import { boundGuide, guide } from '../testing.ts'
import type { GateContext } from './context.ts'
import { publishFindings } from './gate.ts'
import { suppliesOf } from './supplies.ts'

const { whole, context: staffed } = boundGuide()
const staffing = staffed.staffing!
const found = (changes: Partial<ItemContent>, context: GateContext = staffed) =>
  publishFindings({ ...whole, ...changes }, context).map((f) => `${f.severity} ${f.id}`)

test('a whole guide of a staffed organ has no finding at all', () => {
  assert.deepEqual(found({}), [])
})

const HOLES: Record<string, Partial<ItemContent>> = {
  name: { name: ' ' },
  basicCode: { basicCode: '' },
  implCode: { implCode: '' },
  itemType: { itemType: '' },
  legalBasis: { legalBasis: [{ name: '示例法', number: '', clause: '', content: '' }] },
  conditions: { conditions: [] },
  materials: { materials: [] },
  procedure: { steps: [] },
  legalLimit: { legalLimit: null },
  promiseLimit: { promiseLimit: null },
  fee: {
    fee: {
      charged: true,
      basis: '',
      items: [{ name: '工本费', standard: '10 元', basis: '示例' }],
      payOnline: true,
    },
  },
  handlingForms: { handlingForms: [] },
  resultSample: { result: { ...whole.result!, faceFields: [] } },
  phones: { complaintPhone: '' },
}
for (const { key, zh } of GUIDE_ELEMENTS)
  test(`[Art. 7.1] a guide without ${zh} is held back, and the finding leads to the place`, () => {
    const findings = publishFindings(guide(HOLES[key]), { ...staffed, directory: null }).filter(
      (f) => f.severity === 'blocks',
    )
    assert.deepEqual(
      findings.map((f) => [f.id, f.article, f.element]),
      [[`art7.${key}`, '7.1', zh]],
    )
    assert.ok(findings[0]!.path.split('.')[0]! in whole, `${findings[0]!.path} is a place in the content`)
  })

test('[Art. 7.1] a material without a name is the place the finding leads to', () => {
  const [material] = whole.materials as [ItemContent['materials'][0]]
  const nameless = { ...material, key: 'm9', name: '' }
  const finding = publishFindings(guide({ materials: [material, nameless] }), staffed).find(
    (f) => f.id === 'art7.materials',
  )
  assert.equal(finding?.path, 'materials.1.name')
})

test('[Art. 7.1] a promise longer than the law is held back; different units are left to a person', () => {
  assert.deepEqual(found({ legalLimit: { days: 4, unit: 'G' } }), ['blocks promise-over-law'])
  assert.deepEqual(found({ legalLimit: { days: 5, unit: 'Z' } }), ['warns promise-unit'])
})

test('[Art. 23.1] more steps online than at the counter are held back', () => {
  assert.deepEqual(found({ counterSteps: ['受理', '决定'] }), ['blocks art23.steps'])
  assert.deepEqual(found({ counterSteps: [] }), ['blocks counter-steps'])
  assert.deepEqual(
    found({ counterSteps: [], handlingForms: ['2'], place: null }, { ...staffed, directory: null }).filter(
      (id) => !id.includes('directory'),
    ),
    [],
    'no counter, nothing to compare with',
  )
})

test('the steps after acceptance fit into the promise', () => {
  assert.deepEqual(found({ promiseLimit: { days: 3, unit: 'G' } }), ['blocks step-sum'])
  assert.deepEqual(found({ promiseLimit: { days: 4, unit: 'G' } }), ['warns step-sum-with-acceptance'])
})

test('an item is accepted, examined and decided, in this order', () => {
  const [accept, examine, decide] = whole.steps as [never, never, never]
  assert.deepEqual(found({ steps: [accept, decide] }), ['blocks phase.examine'])
  assert.deepEqual(
    found({ steps: [accept, decide], projectType: '1', promiseLimit: { days: 1, unit: 'G' } }),
    ['warns step-sum-with-acceptance'],
  )
  assert.deepEqual(found({ steps: [accept, decide, examine] }), ['blocks phase-order'])
  assert.deepEqual(found({ steps: [accept, examine, decide, decide], counterSteps: ['1', '2', '3', '4'] }), [
    'blocks phase-decide-once',
    'blocks step-key',
    'warns step-sum-with-acceptance',
  ])
})

test('a step that nobody is trained for is held back', () => {
  assert.deepEqual(
    found(
      {},
      {
        ...staffed,
        staffing: { ...staffing, holders: { window: 1, examiner: 0, approver: 1 } },
      },
    ),
    ['blocks step-unstaffed'],
  )
  assert.deepEqual(
    found({}, { ...staffed, staffing: null }),
    [],
    'without the organ’s staffing nothing is said about it',
  )
})

test('an implementation code of another organ is held back', () => {
  assert.deepEqual(found({}, { ...staffed, staffing: { ...staffing, creditCode: '119999990000009022' } }), [
    'blocks code.implCode.other-organ',
  ])
})

test('a fee names its items, and what is free is not paid online', () => {
  const fee = { charged: true, basis: '示例收费目录', items: [], payOnline: true }
  assert.deepEqual(found({ fee }), ['blocks fee-items'])
  assert.deepEqual(found({ fee: { ...fee, items: [{ name: '工本费', standard: '', basis: '示例' }] } }), [
    'blocks fee-items',
  ])
  assert.deepEqual(found({ fee: { charged: false, basis: '', items: [], payOnline: true } }), [
    'blocks fee-pay-online',
  ])
})

test('one can only apply online for an item that has a form', () => {
  const noFace = {
    ...whole.result!,
    faceFields: [{ label: '单位', value: '{organ.name}', sampleValue: '示例' }],
  }
  assert.deepEqual(found({ form: null, result: noFace }), ['blocks form'])
  assert.deepEqual(
    found({ form: null, result: noFace, handlingForms: ['1'], visits: 1, visitReason: '当面核对原件' }),
    [],
  )
})

test('a form that cannot be answered is held back, with the place of the field', () => {
  const group = whole.form!.groups[0]!
  const [trader, kind, seats] = group.fields as [
    (typeof group.fields)[0],
    (typeof group.fields)[0],
    (typeof group.fields)[0],
  ]
  const withFields = (...fields: typeof group.fields) => found({ form: { groups: [{ ...group, fields }] } })
  assert.deepEqual(withFields(trader, seats, kind), ['blocks field-when'], 'the asked field comes later')
  assert.deepEqual(
    withFields(trader, kind, { ...seats, when: [{ field: 'kind', test: 'is', values: ['factory'] }] }),
    ['blocks field-when'],
  )
  assert.deepEqual(withFields(trader, trader), ['blocks field-key'])
  assert.deepEqual(withFields(trader, { ...kind, options: [] }), ['blocks field-options'])
  assert.deepEqual(withFields(trader, { ...kind, type: 'number', min: 3, max: 2 }), ['blocks field-range'])
  assert.deepEqual(withFields(kind), ['blocks face-field'], 'the licence shows a field that the form lacks')
  const form = { groups: [{ ...group, fields: [trader, { ...kind, options: [] }] }] }
  const [finding] = publishFindings({ ...whole, form }, staffed)
  assert.equal(finding?.path, 'form.groups.0.fields.1')
})

test('a guide names where to turn against the decision', () => {
  assert.deepEqual(found({ remedy: { reviewOrgan: '示例区人民政府', court: '' } }), ['blocks remedy'])
})

test('[Art. 7.1] telephones can be dialled and are not the same for both', () => {
  assert.deepEqual(found({ complaintPhone: whole.consultPhone }), ['blocks phones-same'])
  assert.deepEqual(found({ complaintPhone: '0591 0000 0101' }), ['blocks phones-same'], 'spaces hide nothing')
  assert.deepEqual(found({ consultPhone: '00000101' }), ['blocks phone-form'])
  assert.deepEqual(found({ consultPhone: '0591-12345', complaintPhone: '12345' }), [])
})

test('[Art. 13.1] a material that the licence store or a register holds may not be demanded', () => {
  const asked = (name: string, more: Partial<ItemContent['materials'][0]> = {}) =>
    found({ materials: [{ ...whole.materials[0]!, name, ...more }] })
  assert.deepEqual(asked('营业执照复印件'), ['blocks art13.demanded'])
  assert.deepEqual(asked('法定代表人身份证（正反面）'), ['blocks art13.demanded'])
  assert.deepEqual(asked('企业登记信息'), ['blocks art13.demanded'])
  assert.deepEqual(asked('营业执照复印件', { licenceKind: 'business-licence' }), [])
  assert.deepEqual(asked('企业登记信息', { sharedSource: 'enterprise' }), ['blocks art13.demanded'])
  assert.deepEqual(
    asked('企业登记信息', { sharedSource: 'enterprise', need: 'optional' }),
    [],
    'only for whom the register says too little',
  )
  assert.deepEqual(asked('营业执照变更说明'), [], 'another paper, which nobody holds')
  assert.deepEqual(asked('其他材料', { namedList: ['租赁合同', '营业执照'] }), ['blocks art13.demanded'])
})

test('[Art. 13.1] a licence that an item of this platform issues may not be demanded by another', () => {
  const context = { ...staffed, supplies: suppliesOf(['食品生产许可证']) }
  const materials = [{ ...whole.materials[0]!, name: '食品生产许可证副本' }]
  assert.deepEqual(found({ materials }, context), ['blocks art13.demanded'])
  assert.deepEqual(found({ materials }), [])
  const named = materials.map((m) => ({ ...m, licenceKind: '食品生产许可证' }))
  assert.deepEqual(found({ materials: named }, context), [])
})

test('[Art. 13.2] what we fetch may still be handed in where fetching fails', () => {
  const material = { ...whole.materials[0]!, name: '营业执照', licenceKind: 'business-licence' }
  assert.deepEqual(found({ materials: [{ ...material, accept: [] }] }), ['blocks art13.no-way-out'])
  assert.deepEqual(found({ materials: [{ ...material, accept: [], form: 'paper' }] }), [])
  assert.deepEqual(found({ materials: [{ ...material, accept: ['jpg'] }] }), [])
})

test('every material has a basis and a name; behind a catch-all name stands a list without one', () => {
  const asked = (change: Partial<ItemContent['materials'][0]>) =>
    found({ materials: [{ ...whole.materials[0]!, ...change }] })
  assert.deepEqual(asked({ basis: '' }), ['blocks material-basis'])
  assert.deepEqual(asked({ basis: '待补充' }), ['blocks material-basis'])
  for (const name of ['其他材料', '法律法规规定的其他材料', '租赁合同等材料', '与申请有关的证明材料等资料'])
    assert.deepEqual(asked({ name }), ['blocks material-catch-all'], name)
  assert.deepEqual(asked({ name: '其他材料', namedList: ['租赁合同', '消防验收意见'] }), [])
  assert.deepEqual(asked({ name: '其他材料', namedList: ['租赁合同', '其他证明'] }), [
    'blocks material-named-list',
  ])
  for (const name of ['等级证书', '其他教师资格证', '平等协商记录'])
    assert.equal(asked({ name }).includes('blocks material-catch-all'), name.startsWith('其他'), name)
})

test('trips to the counter agree with their reason and with the ways of handling', () => {
  assert.deepEqual(found({ visits: 1 }), ['blocks visit-reason'])
  assert.deepEqual(found({ visitReason: '当面核对' }), ['blocks visit-reason-idle'])
  assert.deepEqual(found({ handlingForms: ['1'] }), ['blocks visits-none'])
  assert.deepEqual(found({ handlingForms: ['1'], visits: 1, visitReason: '当面核对' }), [])
  assert.deepEqual(found({ place: { ...whole.place!, address: '' } }), ['blocks place'])
})

test('即办 is told the same by limit and kind', () => {
  assert.deepEqual(
    found({
      promiseLimit: { days: 0, unit: 'G' },
      steps: whole.steps.map((s) => ({ ...s, limit: { days: 0, unit: 'G' } })),
    }),
    ['blocks project-type'],
  )
  assert.deepEqual(found({ projectType: '1' }), ['blocks project-type'])
})

test('what only needs a look warns and does not block', () => {
  assert.deepEqual(found({ sourceNotes: ['来源另写了联办部门'] }), ['warns source-note'])
  assert.deepEqual(found({ faq: [] }), ['warns faq'])
  assert.deepEqual(found({ summary: '' }), ['warns summary'])
  assert.deepEqual(found({ serviceObjects: ['1'], topics: ['建房装修'] }), ['warns topic-subjects'])
})

test('the same content and context always give the same findings, and judging changes neither', () => {
  const before = structuredClone(whole)
  assert.deepEqual(publishFindings(whole, staffed), publishFindings(structuredClone(whole), staffed))
  assert.deepEqual(whole, before)
})

test('[Art. 3.1(3)] a guide that sends applicants to another entrance is held back, wherever it says so', () => {
  const elsewhere = '请关注示例公众号预约。'
  const [material] = whole.materials as [ItemContent['materials'][0]]
  const [first, ...rest] = whole.form!.groups
  const [field, ...fields] = first!.fields
  const holes: [Partial<ItemContent>, string][] = [
    [{ conditions: ['有场所', elsewhere] }, 'conditions.1'],
    [{ materials: [{ ...material, note: elsewhere }] }, 'materials.0.note'],
    [{ faq: [{ q: '怎么办？', a: elsewhere }] }, 'faq.0.a'],
    [
      {
        form: {
          ...whole.form!,
          groups: [{ ...first!, fields: [{ ...field!, hint: elsewhere }, ...fields] }, ...rest],
        },
      },
      'form.groups.0.fields.0.hint',
    ],
  ]
  for (const [change, path] of holes)
    assert.deepEqual(
      publishFindings({ ...whole, ...change }, staffed).map((f) => [f.id, f.severity, f.article, f.path]),
      [['art3.entrance', 'blocks', '3.1(3)', path]],
    )
  const law = {
    name: '示例法（www.example.com 公布）',
    number: '',
    clause: '第一条',
    content: '通过网站申请',
  }
  const basis = { ...staffed, directory: { ...staffed.directory!, legalBasis: [law] } }
  assert.deepEqual(found({ legalBasis: [law] }, basis), [], 'what the law says is no entrance of ours')
  const stateSystem = '全国示例信息平台'
  assert.deepEqual(found({ stateSystem, conditions: ['在全国示例信息平台申请'] }), [])
})
