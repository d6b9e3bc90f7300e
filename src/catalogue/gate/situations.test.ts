import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { itemContent } from '../item.ts'
import { allPaths, fits } from '../situations/path.ts'
import { guide } from '../testing.ts'
import { situationFindings } from './situations.ts'

const yesNo = [
  { value: 'y', label: '有' },
  { value: 'n', label: '没有' },
]
const questions = [
  { key: 'shop', text: '有没有店面？', options: yesNo },
  { key: 'rent', text: '是租的吗？', options: yesNo, when: { shop: ['y'] } },
]
const barrier = {
  when: { shop: ['n'] },
  condition: '有固定的经营场所',
  why: '没有店面。',
  remedy: '先租店面。',
}
const rows = [
  { when: { rent: ['y'] }, why: '交租赁合同。' },
  { when: { rent: ['n'] }, why: '交房产证明。' },
]
const STEPS = ['accept', 'examine', 'decide']
const example = {
  name: '有店面',
  answers: { shop: 'y', rent: 'n' },
  expects: { eligible: true, materials: ['m1'], steps: STEPS },
}
const whole = { questions, barriers: [barrier], effects: rows, examples: [example] }
const judged = (tables: object, variants: ReadonlySet<string> | null = null) =>
  situationFindings(itemContent.parse({ ...guide(), situations: { ...whole, ...tables } }), variants)
const ids = (tables: object, variants: ReadonlySet<string> | null = null) =>
  judged(tables, variants).map((f) => f.id)

test('tables that cover every way of answering, with an example that passes, have no finding', () => {
  assert.deepEqual(ids({}), [])
  assert.deepEqual(situationFindings(guide(), null), [])
})

test('a row that no way of answering reaches stops publication, at that row', () => {
  const dead = { when: { shop: ['n'], rent: ['y'] }, why: '永远不会' }
  const [finding] = judged({ effects: [...rows, dead] })
  assert.deepEqual(
    [finding?.id, finding?.severity, finding?.path],
    ['situation.unreachable', 'blocks', 'situations.effects.2'],
  )
})

test('a condition that the guide does not publish may not be used against an applicant', () => {
  assert.deepEqual(ids({ barriers: [{ ...barrier, condition: '有本地户口' }] }), ['situation.condition'])
})

test('what the law requires is left out only with a reason, acceptance and decision never', () => {
  assert.deepEqual(ids({ effects: [...rows, { when: { shop: ['y'] }, leavesOut: ['m1'] }] }), [
    'situation.reason',
  ])
  assert.deepEqual(ids({ effects: [...rows, { leavesOutSteps: ['decide'], why: '示例' }] }), [
    'situation.fixed-step',
  ])
})

test('two rows that contradict each other are named with the answers under which they do', () => {
  const effects = [
    { when: { shop: ['y'] }, needs: ['m1'] },
    { when: { rent: ['y'] }, leavesOut: ['m1'], why: '示例' },
    { when: { rent: ['n'] }, leavesOut: ['m1'], why: '示例' },
  ]
  const found = judged({ effects }).filter((f) => f.id === 'situation.contradiction')
  assert.deepEqual(
    found.map((f) => f.path),
    ['situations.effects.1', 'situations.effects.2'],
  )
  assert.match(found[0]!.sentence, /回答“有、有”时/)
  const apart = [
    { when: { shop: ['n'] }, needs: ['m1'] },
    { when: { rent: ['y'] }, leavesOut: ['m1'], why: '示例' },
  ]
  assert.ok(!ids({ effects: apart }).includes('situation.contradiction'))
})

test('a way of answering that no row covers and a question that nothing uses are told, not stopped', () => {
  const uncovered = judged({ effects: [rows[0]] })
  assert.deepEqual(
    uncovered.map((f) => [f.id, f.severity]),
    [['situation.uncovered', 'warns']],
  )
  const idle = { key: 'idle', text: '天气好吗？', options: yesNo }
  const answers = { ...example.answers, idle: 'y' }
  assert.deepEqual(ids({ questions: [...questions, idle], examples: [{ ...example, answers }] }), [
    'situation.unused',
  ])
})

test('materials, steps, fees, questions and answers that do not exist are found', () => {
  assert.deepEqual(ids({ effects: [...rows, { needs: ['m9'] }] }), ['situation.refers'])
  assert.deepEqual(ids({ effects: [...rows, { leavesOutFees: ['甲费'], why: '示例' }] }), [
    'situation.refers',
  ])
  assert.deepEqual(ids({ effects: [{ when: { gone: ['y'] }, why: '示例' }] }), ['situation.when'])
  assert.deepEqual(ids({ effects: [{ when: { shop: ['z'] }, why: '示例' }] }), ['situation.when'])
  // A question may look back, never forward.
  const [shop, rent] = questions
  assert.deepEqual(ids({ questions: [rent, shop] }), ['situation.when'])
})

test('an example that does not come out as expected stops publication and says how it differs', () => {
  const expects = { ...example.expects, eligible: false, materials: [] }
  const [finding] = judged({ examples: [{ ...example, expects }] })
  assert.equal(finding?.severity, 'blocks')
  assert.match(
    finding!.sentence,
    /例子“有店面”没有通过：应为不符合条件，结果是符合条件。材料多了「平面布局图」。/,
  )
})

test('a variant that is not published warns, so that two items may lead to one another', () => {
  const effects = [...rows, { when: { shop: ['n'] }, variant: 'V1', why: '办另一项。' }]
  assert.deepEqual(ids({ effects }, new Set(['V1'])), [])
  assert.deepEqual(
    judged({ effects }, new Set()).map((f) => [f.id, f.severity]),
    [['situation.variant', 'warns']],
  )
})

test('a row is called unreachable exactly when no way of answering fits it', () => {
  const value = fc.constantFrom('y', 'n')
  const when = fc.dictionary(fc.constantFrom('shop', 'rent'), fc.uniqueArray(value, { minLength: 1 }))
  fc.assert(
    fc.property(fc.array(when, { maxLength: 4 }), (whens) => {
      const effects = whens.map((w) => ({ when: w, why: '示例' }))
      const content = itemContent.parse({ ...guide(), situations: { ...whole, effects } })
      const dead = situationFindings(content, null).filter((f) => f.id === 'situation.unreachable')
      const paths = allPaths(content.situations!)
      assert.deepEqual(
        dead.map((f) => f.path),
        whens.flatMap((w, i) => (paths.some((p) => fits(w, p)) ? [] : [`situations.effects.${i}`])),
      )
    }),
  )
})
