import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type ItemContent, itemContent } from '../item.ts'
import { boundGuide } from '../testing.ts'
import type { GateContext } from './context.ts'
import { publishFindings } from './gate.ts'
import { GATE_RULES } from './rules.ts'

const { whole, context } = boundGuide()
const rules = GATE_RULES.flatMap((chapter) => chapter.rules)

/** A guide, a little changed, and perhaps what stands beside it. */
type Example = Partial<ItemContent> | { content: Partial<ItemContent>; context: Partial<GateContext> }

const [accept, examine, decide] = whole.steps as [
  ItemContent['steps'][0],
  ItemContent['steps'][0],
  ItemContent['steps'][0],
]
const [material] = whole.materials as [ItemContent['materials'][0]]
const group = whole.form!.groups[0]!
const field = group.fields[0]!
const entry = context.directory!
const place = whole.place!
const result = whole.result!
const charged = {
  charged: true,
  basis: '示例目录',
  items: [{ name: '工本费', standard: '10 元', basis: '示例' }],
  payOnline: true,
}
const asked = (change: Partial<ItemContent['materials'][0]>): Example => ({
  materials: [{ ...material, ...change }],
})
const stepped = (change: Partial<ItemContent['steps'][0]>): Example => ({
  steps: [accept, { ...examine, ...change }, decide],
})
const fields = (...list: object[]): Example => ({
  form: itemContent.shape.form.parse({ groups: [{ ...group, fields: list }] }),
})
const directory = (change: Partial<typeof entry>): Example => ({
  content: {},
  context: { directory: { ...entry, ...change } },
})

const q = {
  key: 'q1',
  text: '有没有店面？',
  options: [
    { value: 'y', label: '有' },
    { value: 'n', label: '没有' },
  ],
}
const barrier = {
  when: { q1: ['n'] },
  condition: whole.conditions[0],
  why: '没有店面。',
  remedy: '先租店面。',
}
const situated = (s: object, content: Partial<ItemContent> = {}): Example => ({
  ...content,
  situations: itemContent.shape.situations.parse({
    questions: [q],
    barriers: [barrier],
    effects: [{ when: { q1: ['y'] }, needs: ['m1'] }],
    ...s,
  }),
})

/** For every rule a guide that breaks it. */
const EXAMPLES: Record<string, Example> = {
  'art7.name': { name: '' },
  'art7.basicCode': { basicCode: '' },
  'art7.implCode': { implCode: '' },
  'art7.itemType': { itemType: '' },
  'art7.legalBasis': { legalBasis: [] },
  'art7.conditions': { conditions: [] },
  'art7.materials': { materials: [] },
  'art7.procedure': { steps: [] },
  'art7.legalLimit': { legalLimit: null },
  'art7.promiseLimit': { promiseLimit: null },
  'art7.fee': { fee: null },
  'art7.handlingForms': { handlingForms: [] },
  'art7.resultSample': { result: null },
  'art7.phones': { consultPhone: '' },
  'directory.unknown': { content: {}, context: { directory: null } },
  'directory.unlisted': { content: { directoryVersion: 0 }, context: { directory: null } },
  'directory.unbound': { directoryVersion: 0 },
  'directory.cancelled': directory({ state: 'cancelled' }),
  'directory.suspended': directory({ state: 'suspended' }),
  'directory.moved-on.directoryName': directory({ name: '另一个名称' }),
  'directory.moved-on.itemType': directory({ itemType: '07' }),
  'directory.moved-on.legalBasis': directory({ legalBasis: [] }),
  'directory.not-in-centre': { place: { ...place, centreId: '' } },
  'code.itemType.not-applied-for': { itemType: '02' },
  'code.itemType.unknown-value': { itemType: '99' },
  'code.basicCode.not-12-digits': { basicCode: '0100190012' },
  'code.basicCode.parts-contradict': { itemType: '07' },
  'code.implCode.not-31-characters': { implCode: 'X' },
  'code.implCode.bad-check-digit': { implCode: `1199999900000090104${whole.basicCode}` },
  'code.implCode.parts-contradict': { level: '3' },
  'code.implCode.other-organ': {
    content: {},
    context: { staffing: { ...context.staffing!, creditCode: '119999990000009022' } },
  },
  'code.handleItemCode.not-33-characters': { handleItemCode: '01' },
  'code.handleItemCode.parts-contradict': { handleItemCode: `${'0'.repeat(31)}01` },
  subjects: { serviceObjects: [] },
  'organ-name': { organName: '' },
  area: { areaCode: '3501' },
  summary: { summary: '' },
  'topic-subjects': { topics: ['婚育养老'] },
  'art3.entrance': { conditions: ['在示例网站提交申请'] },
  'art3.address': { summary: '详见 www.example.com' },
  'art3.state-system': { stateSystem: '示例市审批系统' },
  'material-key': { materials: [material, material] },
  'material-catch-all': asked({ name: '其他材料' }),
  'material-named-list': asked({ name: '其他材料', namedList: ['其他'] }),
  'material-basis': asked({ basis: '' }),
  'art13.demanded': asked({ name: '营业执照' }),
  'art13.no-way-out': asked({ name: '营业执照', licenceKind: 'business-licence', accept: [] }),
  'material-accept': asked({ accept: [] }),
  'material-source': asked({ sharedSource: 'nowhere' }),
  'material-licence': asked({ licenceKind: '没有的证' }),
  'material-file': {
    content: {
      materials: [{ ...material, blankFile: `file:${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}` }],
    },
    context: { files: new Set() },
  },
  'material-file-elsewhere': asked({ filledFile: 'F-0031' }),
  'phase.accept': { steps: [examine, decide] },
  'phase.examine': { steps: [accept, decide] },
  'phase.decide': { steps: [accept, examine] },
  'phase-decide-once': { steps: [accept, examine, decide, { ...decide, key: 's9', name: '核准' }] },
  'phase-order': { steps: [accept, decide, examine] },
  'step-key': { steps: [accept, examine, examine, decide] },
  'step-sum': stepped({ limit: { days: 9, unit: 'G' } }),
  'step-sum-with-acceptance': stepped({ limit: { days: 4, unit: 'G' } }),
  'step-unit': stepped({ limit: { days: 1, unit: 'Z' } }),
  'step-parallel': stepped({ parallel: 'a' }),
  'step-kind-phase': { steps: [accept, examine, { ...decide, kind: 'site-visit' }] },
  'step-payment': stepped({ kind: 'payment' }),
  'step-material': stepped({ kind: 'drawing-review', materials: ['m9'] }),
  'step-drawings': stepped({ kind: 'drawing-review' }),
  'step-unstaffed': {
    content: {},
    context: { staffing: { ...context.staffing!, holders: { window: 0, examiner: 1, approver: 1 } } },
  },
  'joint-kind': stepped({ organId: 'other' }),
  'joint-organ': stepped({ kind: 'joint-opinion', organId: 'other' }),
  'counter-steps': { counterSteps: [] },
  'art23.steps': { counterSteps: ['受理'] },
  'promise-over-law': { legalLimit: { days: 4, unit: 'G' } },
  'promise-unit': { legalLimit: { days: 5, unit: 'Z' } },
  'project-type': { projectType: '1' },
  'special-procedure': { specialProcedures: [{ name: '检验', days: 5, unit: 'G', basis: '' }] },
  'fee-items': { fee: { ...charged, items: [] } },
  'fee-offline': { fee: { ...charged, payOnline: false } },
  'fee-pay-online': { fee: { charged: false, basis: '', items: [], payOnline: true } },
  'visit-reason': { visits: 1 },
  'visit-reason-idle': { visitReason: '核对原件' },
  'visits-none': { handlingForms: ['1'] },
  'courier-materials': { handlingForms: ['1', '2', '4'] },
  place: { place: null },
  hours: { place: { ...place, hours: '' } },
  'centre-without-counter': { handlingForms: ['2'] },
  centre: { content: {}, context: { centres: new Set() } },
  'booking-hours': { content: { bookable: true }, context: { hoursSet: false } },
  'sample-line': { result: { ...result, faceFields: [{ label: '经营者', value: '', sampleValue: '甲' }] } },
  'licence-type-code': { result: { ...result, licenceTypeCode: '001' } },
  'face-field': {
    result: { ...result, faceFields: [{ label: '面积', value: '{form.area}', sampleValue: '60' }] },
  },
  form: { form: null },
  'field-key': fields(field, field),
  'field-label': fields({ ...field, label: '' }),
  'field-options': fields({ ...field, type: 'choice', options: [] }),
  'field-range': fields({ ...field, type: 'number', min: 3, max: 1 }),
  'field-row': fields({ ...field, type: 'table', columns: [] }),
  'field-compute': fields({ ...field, type: 'number', compute: { kind: 'sum', of: ['nothing'] } }),
  'field-check': fields({ ...field, checks: [{ test: 'same-as', against: 'nothing', sentence: '' }] }),
  'field-when': fields({ ...field, when: [{ field: 'nothing', test: 'is', values: ['1'] }] }),
  'situation.no-question': situated({ questions: [] }),
  'situation.question-key': situated({ questions: [q, q] }),
  'situation.question-text': situated({ questions: [{ ...q, text: '' }] }),
  'situation.options': situated({ questions: [{ ...q, options: [] }] }),
  'situation.when': situated({ barriers: [{ ...barrier, when: { q7: ['y'] } }] }),
  'situation.barrier': situated({ barriers: [{ ...barrier, why: '' }] }),
  'situation.condition': situated({ barriers: [{ ...barrier, condition: '没有公布的条件' }] }),
  'situation.refers': situated({ effects: [{ needs: ['m9'] }] }),
  'situation.fixed-step': situated({ effects: [{ leavesOutSteps: ['accept'], why: '简化' }] }),
  'situation.contradiction': situated({ effects: [{ needs: ['m1'] }, { leavesOut: ['m1'], why: '免交' }] }),
  'situation.reason': situated({ effects: [{ leavesOut: ['m1'] }] }),
  'situation.variant': {
    content: situated({ effects: [{ when: { q1: ['y'] }, variant: 'x' }] }) as Partial<ItemContent>,
    context: { variants: new Set() },
  },
  'situation.empty-row': situated({ effects: [{ when: { q1: ['y'] } }] }),
  'situation.too-many': situated({
    questions: Array.from({ length: 12 }, (_, i) => ({
      ...q,
      key: `q${i + 1}`,
      options: ['a', 'b', 'y', 'n'].map((value) => ({ value, label: value })),
    })),
  }),
  'situation.unreachable': situated({
    questions: [q, { ...q, key: 'q2', when: { q1: ['y'] } }],
    effects: [{ when: { q1: ['n'], q2: ['y'] }, needs: ['m1'] }],
  }),
  'situation.unused': situated({ questions: [q, { ...q, key: 'q2' }] }),
  'situation.uncovered': situated({ effects: [] }),
  'situation.no-example': situated({}),
  'situation.example': situated({
    examples: [{ name: '没有店面', answers: { q1: 'n' }, expects: { eligible: true } }],
  }),
  'phone-form': { consultPhone: '00000101' },
  'phones-same': { complaintPhone: whole.consultPhone },
  remedy: { remedy: { reviewOrgan: '', court: '' } },
  'faq-whole': { faq: [{ q: '要多久？', a: '' }] },
  faq: { faq: [] },
  'source-note': { sourceNotes: ['来源另写了联办部门'] },
}

const findingsOf = (example: Example) => {
  const apart =
    'content' in example
      ? (example as { content: object; context: object })
      : { content: example, context: {} }
  return publishFindings({ ...whole, ...apart.content }, { ...context, ...apart.context })
}

test('no rule stands twice in the table, and each says what it demands', () => {
  assert.equal(new Set(rules.map((r) => r.id)).size, rules.length)
  for (const rule of rules) assert.match(rule.demands, /。$/, rule.id)
})

test('every rule of the table is broken by some guide, as gravely as the table says', () => {
  for (const { id, severity } of rules) {
    const example = EXAMPLES[id]
    assert.ok(example, `no example breaks ${id}`)
    const found = findingsOf(example).filter((f) => f.id === id)
    assert.ok(found.length > 0, `${id} is not reached by its example`)
    for (const f of found) assert.equal(f.severity, severity, id)
  }
})

test('every finding is of a rule of the table, cites its ground, leads to a place and says what to do', () => {
  const known = new Map(rules.map((r) => [r.id, r]))
  for (const example of Object.values(EXAMPLES))
    for (const f of findingsOf(example)) {
      const rule = known.get(f.id)
      assert.ok(rule, `${f.id} is not in the table`)
      assert.equal(f.citation, rule.citation, f.id)
      assert.ok(f.path.split('.')[0]! in whole, `${f.id}: ${f.path} is a place in the content`)
      if (f.id !== 'source-note') assert.match(f.sentence, /[。？]$/, f.id)
    }
})

test('every rule that the code names stands in the table', () => {
  const known = new Set(rules.map((r) => r.id))
  for (const file of globSync('*.ts', { cwd: import.meta.dirname })) {
    if (file.endsWith('.test.ts')) continue
    const source = readFileSync(join(import.meta.dirname, file), 'utf8')
    for (const [, id] of source.matchAll(/\b(?:blocks|warns|bad|say|stop|fault)\(\s*'([a-z][\w.-]*)'/g))
      assert.ok(known.has(id!) || known.has(`situation.${id}`), `${file}: ${id} is not in the table`)
  }
})
