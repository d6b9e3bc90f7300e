import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ItemContent } from '../item.ts'
import { type Step, step } from '../step.ts'
import { guide, ORGAN, OTHER_ORGAN } from '../testing.ts'
import { type GateContext, GUIDE_ALONE } from './context.ts'
import { publishFindings } from './gate.ts'

const everybody = { window: 1, examiner: 1, approver: 1 }
const staffed: GateContext = {
  ...GUIDE_ALONE,
  staffing: { creditCode: ORGAN.creditCode, holders: everybody },
  joint: { [OTHER_ORGAN.organId]: { name: OTHER_ORGAN.name, holders: everybody } },
}

const [accept, examine, decide] = guide().steps as [Step, Step, Step]
const visit = step.parse({ ...examine, key: 'visit', name: '现场核查', kind: 'site-visit' })
const together = (...steps: Step[]) => steps.map((s) => ({ ...s, parallel: 'p1' }))

/** The findings about steps alone, whatever else a gate may come to look at. */
function found(steps: Step[], context: GateContext = staffed, changes: Partial<ItemContent> = {}) {
  const counterSteps = ['取号', '受理', '核查', '审查', '会签', '决定', '领取']
  return publishFindings(guide({ steps, counterSteps, ...changes }), context)
    .filter((f) => f.path.startsWith('steps'))
    .map((f) => f.id)
}

test('[Art. 5.1(4)] the department sets its steps: branches that run at the same time count once, as the longest', () => {
  const branches = together({ ...examine, limit: { days: 3, unit: 'G' } }, visit)
  assert.deepEqual(found([accept, ...branches, decide]), [], 'three days beside three days fit into five')
  assert.ok(found([accept, examine, visit, decide]).includes('step-sum'), 'one after the other they do not')
})

test('a parallel branch has a neighbour of the examination that counts in the same days', () => {
  const own = { ...examine, limit: { days: 1, unit: 'G' as const } }
  assert.deepEqual(found([accept, ...together(own), decide]), ['step-parallel'], 'alone')
  const [a, b] = together(own, visit) as [Step, Step]
  const between = { ...own, key: 'x', name: '复核' }
  const apart = found([accept, a, between, b, decide])
  assert.ok(apart.includes('step-parallel'), 'apart')
  const [c, d] = together(own, decide) as [Step, Step]
  assert.deepEqual(found([accept, c, d]), ['step-parallel'], 'of two phases')
  const [e, f] = together(decide, { ...decide, key: 'decide2' }) as [Step, Step]
  assert.deepEqual(found([accept, own, e, f]), ['phase-decide-once', 'step-parallel'], 'of the decision')
  const days = { ...visit, limit: { days: 3, unit: 'Z' as const } }
  assert.ok(found([accept, ...together(own, days), decide]).includes('step-parallel'), 'of two units')
})

const joint = (changes: Partial<Step> = {}): Step => ({
  ...examine,
  key: 'joint',
  name: '会签',
  kind: 'joint-opinion',
  organId: OTHER_ORGAN.organId,
  limit: { days: 0, unit: 'G' },
  ...changes,
})

test('[Art. 5.1(4)] a joint opinion is of another department that exists and has trained somebody for it', () => {
  assert.deepEqual(found([accept, examine, joint(), decide]), [])
  const untrained = {
    [OTHER_ORGAN.organId]: { name: OTHER_ORGAN.name, holders: { ...everybody, examiner: 0 } },
  }
  assert.deepEqual(found([accept, examine, joint(), decide], { ...staffed, joint: untrained }), [
    'step-unstaffed',
  ])
  assert.deepEqual(found([accept, examine, joint(), decide], { ...staffed, joint: {} }), ['joint-organ'])
  for (const organId of ['', ORGAN.organId])
    assert.deepEqual(found([accept, examine, joint({ organId }), decide]), ['joint-organ'])
})

test('only a joint opinion leaves the department', () => {
  assert.deepEqual(found([accept, { ...examine, organId: OTHER_ORGAN.organId }, decide]), ['joint-kind'])
})

test('a step that is recorded lies between acceptance and decision', () => {
  assert.deepEqual(found([{ ...accept, kind: 'site-visit' }, examine, decide]), ['step-kind-phase'])
})

test('a payment step stands only in an item that charges a fee', () => {
  const payment: Step = {
    ...examine,
    key: 'pay',
    name: '缴费',
    kind: 'payment',
    post: 'window',
    limit: { days: 0, unit: 'G' },
  }
  const steps = [accept, { ...examine, limit: { days: 1, unit: 'G' as const } }, payment, decide]
  assert.deepEqual(found(steps), ['step-payment'])
  const fee = {
    charged: true,
    basis: '示例收费目录',
    items: [{ name: '示例费', standard: '10 元', basis: '示例' }],
    payOnline: true,
  }
  assert.deepEqual(found(steps, staffed, { fee }), [])
})

test('a drawing review names its drawings, and what a step names is among the materials', () => {
  const review = (materials: string[]): Step => ({ ...examine, kind: 'drawing-review', materials })
  assert.deepEqual(found([accept, review([]), decide]), ['step-drawings'])
  assert.deepEqual(found([accept, review(['m1']), decide]), [])
  assert.deepEqual(found([accept, review(['m1', 'gone']), decide]), ['step-material'])
  assert.deepEqual(found([accept, examine, joint({ materials: ['gone'] }), decide]), ['step-material'])
})
