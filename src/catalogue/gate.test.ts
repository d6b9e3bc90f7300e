import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GUIDE_ELEMENTS } from '../regulation/index.ts'
import { publishFindings } from './gate.ts'
import { type GateContext, GUIDE_ALONE } from './gate-context.ts'
import type { ItemContent } from './item.ts'
import { guide, ORGAN } from './testing.ts'

const staffing = { creditCode: ORGAN.creditCode, holders: { window: 1, examiner: 1, approver: 1 } }
const whole = guide({ directoryVersion: 1, directoryName: '食品经营许可' })
const { basicCode, itemType, legalBasis } = whole
const directory = {
  basicCode,
  itemType,
  legalBasis,
  name: whole.directoryName,
  version: 1,
  state: 'in-force' as const,
  exempt: [],
}
const staffed: GateContext = { ...GUIDE_ALONE, staffing, joint: {}, directory }
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
    const findings = publishFindings(guide(HOLES[key]), staffed).filter((f) => f.severity === 'blocks')
    assert.deepEqual(
      findings.map((f) => [f.id, f.article, f.element]),
      [[`art7.${key}`, '7.1', zh]],
    )
    assert.ok(findings[0]!.path.split('.')[0]! in whole, `${findings[0]!.path} is a place in the content`)
  })

test('[Art. 7.1] a promise longer than the law is held back; different units are left to a person', () => {
  assert.deepEqual(found({ legalLimit: { days: 4, unit: 'G' } }), ['blocks promise-over-law'])
  assert.deepEqual(found({ legalLimit: { days: 5, unit: 'Z' } }), ['warns promise-unit'])
})

test('[Art. 23.1] more steps online than at the counter are held back', () => {
  assert.deepEqual(found({ counterSteps: ['受理', '决定'] }), ['blocks art23.steps'])
  assert.deepEqual(found({ counterSteps: [] }), ['blocks counter-steps'])
  assert.deepEqual(
    found({ counterSteps: [], handlingForms: ['2'] }),
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
  assert.deepEqual(found({ form: null, result: noFace, handlingForms: ['1'] }), [])
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
  const [finding] = publishFindings(
    guide({ form: { groups: [{ ...group, fields: [trader, { ...kind, options: [] }] }] } }),
    GUIDE_ALONE,
  )
  assert.equal(finding?.path, 'form.groups.0.fields.1')
})

test('a guide names where to turn against the decision', () => {
  assert.deepEqual(found({ remedy: { reviewOrgan: '示例区人民政府', court: '' } }), ['blocks remedy'])
})

test('what only needs a look warns and does not block', () => {
  assert.deepEqual(found({ complaintPhone: whole.consultPhone }), ['warns phones-same'])
  assert.deepEqual(found({ visits: 1 }), ['warns visit-reason'])
  assert.deepEqual(found({ place: null }), ['warns place'])
  assert.deepEqual(found({ sourceNotes: ['来源另写了联办部门'] }), ['warns source-note'])
  assert.deepEqual(found({ materials: [{ ...whole.materials[0]!, name: '法律法规要求的其他材料' }] }), [
    'warns material-catch-all',
  ])
})
