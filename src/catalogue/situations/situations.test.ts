import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysOf, type ItemContent, itemContent, type Step, stagesOf, step } from '../item.ts'
import type { Situations } from '../situation.ts'
import { guide } from '../testing.ts'
import { chosenSituation, itemIn } from './chosen.ts'
import { decideSituation, type Outcome } from './decide.ts'
import { expectationOf, runExample } from './examples.ts'
import { allPaths, MOST_PATHS, pathLength, type SituationAnswers, walk } from './path.ts'
import { promiseWithout } from './promise.ts'

const yesNo = [
  { value: 'y', label: '有' },
  { value: 'n', label: '没有' },
]

/** A guide of three materials, four steps and two fee lines, with these tables. */
const situated = (tables: object): ItemContent => {
  const whole = guide()
  const [accept, examine, decide] = whole.steps as [
    ItemContent['steps'][0],
    ItemContent['steps'][0],
    ItemContent['steps'][0],
  ]
  return itemContent.parse({
    ...whole,
    materials: [
      { key: 'm1', name: '平面图' },
      { key: 'm2', name: '健康证明' },
      { key: 'm3', name: '租赁合同', need: 'optional' },
    ],
    steps: [accept, { ...examine, key: 'visit', name: '现场核查' }, examine, decide],
    fee: {
      charged: true,
      basis: '示例',
      items: [
        { name: '甲费', standard: '1 元', basis: '示例' },
        { name: '乙费', standard: '2 元', basis: '示例' },
      ],
    },
    situations: {
      questions: [
        { key: 'shop', text: '有没有店面？', options: yesNo },
        { key: 'rent', text: '是租的吗？', options: yesNo, when: { shop: ['y'] } },
        { key: 'cook', text: '现场做吗？', options: yesNo },
      ],
      ...tables,
    },
  })
}
const outcomeOf = (content: ItemContent, answers: SituationAnswers): Outcome => {
  const decision = decideSituation(content, answers)
  assert.ok(decision?.outcome, 'the answers do not reach the end')
  return decision.outcome
}
const keys = (outcome: Outcome) => outcome.materials.map((m) => m.key)

test('questions are asked in their order, those of a condition only after its answer', () => {
  const { situations } = situated({})
  const next = (answers: SituationAnswers) => walk(situations!, answers).next?.key ?? null
  assert.equal(next({}), 'shop')
  assert.equal(next({ shop: 'y' }), 'rent')
  assert.equal(next({ shop: 'n' }), 'cook')
  assert.equal(next({ shop: 'n', cook: 'y' }), null)
  assert.deepEqual(pathLength(situations!), { least: 2, most: 3 })
  assert.deepEqual(pathLength(situations!, { shop: 'y' }), { least: 3, most: 3 })
})

test('an answer that is none, or to a question that is not asked, counts for nothing', () => {
  const content = situated({ effects: [{ when: { rent: ['y'] }, leavesOut: ['m1'], why: '示例' }] })
  assert.equal(decideSituation(content, { shop: 'maybe' })?.next?.key, 'shop')
  assert.deepEqual(keys(outcomeOf(content, { shop: 'n', rent: 'y', cook: 'n' })), ['m1', 'm2', 'm3'])
})

test('without a row that fits, the whole list of the guide holds', () => {
  const outcome = outcomeOf(situated({}), { shop: 'n', cook: 'n' })
  assert.deepEqual(keys(outcome), ['m1', 'm2', 'm3'])
  assert.deepEqual(outcome.steps, ['accept', 'visit', 'examine', 'decide'])
  assert.deepEqual(outcome.fees, ['甲费', '乙费'])
  assert.equal(outcome.eligible, true)
})

test('every row that fits strikes out what it leaves out, and each difference keeps its reason', () => {
  const content = situated({
    effects: [
      { when: { cook: ['n'] }, leavesOut: ['m2'], leavesOutSteps: ['visit'], why: '不现场做。' },
      { when: { shop: ['n'] }, leavesOut: ['m1', 'm3'], leavesOutFees: ['乙费'], why: '没有店面。' },
    ],
  })
  const outcome = outcomeOf(content, { shop: 'n', cook: 'n' })
  assert.deepEqual(keys(outcome), [])
  assert.deepEqual(
    outcome.materialsLeftOut.map((m) => [m.name, m.why.map((w) => w.zh).join('')]),
    [
      ['平面图', '没有店面。'],
      ['健康证明', '不现场做。'],
      ['租赁合同', '没有店面。'],
    ],
  )
  assert.deepEqual(outcome.steps, ['accept', 'examine', 'decide'])
  assert.deepEqual(outcome.stepsLeftOut[0]?.name, '现场核查')
  assert.deepEqual([outcome.fees, outcome.feesLeftOut.map((f) => f.name)], [['甲费'], ['乙费']])
})

test('what one row needs stays, whatever another leaves out, and is then required', () => {
  const content = situated({
    effects: [
      { when: { cook: ['y'] }, leavesOut: ['m3'], why: '示例' },
      { when: { rent: ['y'] }, needs: ['m3'], why: '店面是租的。' },
    ],
  })
  const outcome = outcomeOf(content, { shop: 'y', rent: 'y', cook: 'y' })
  assert.deepEqual(outcome.materials.find((m) => m.key === 'm3')?.need, 'required')
  assert.deepEqual(keys(outcomeOf(content, { shop: 'n', cook: 'y' })), ['m1', 'm2'])
})

test('[Art. 12.1] acceptance and decision are in every situation, even where a row would leave them out', () => {
  const content = situated({
    effects: [{ leavesOutSteps: ['accept', 'examine', 'visit', 'decide'], why: '示例' }],
  })
  assert.deepEqual(outcomeOf(content, { shop: 'n', cook: 'n' }).steps, ['accept', 'decide'])
})

test('every condition that fails is told, with why and what would change it', () => {
  const barrier = { condition: '有固定的经营场所', why: '没有店面。', remedy: '先租店面。' }
  const content = situated({
    barriers: [
      { ...barrier, when: { shop: ['n'] } },
      { ...barrier, when: { cook: ['n'] }, why: '不做。' },
    ],
  })
  const outcome = outcomeOf(content, { shop: 'n', cook: 'n' })
  assert.equal(outcome.eligible, false)
  assert.deepEqual(
    outcome.failed.map((f) => [f.why, f.remedy]),
    [
      ['没有店面。', '先租店面。'],
      ['不做。', '先租店面。'],
    ],
  )
  assert.equal(outcomeOf(content, { shop: 'y', rent: 'n', cook: 'y' }).eligible, true)
})

test('an item without questions decides nothing', () => {
  assert.equal(decideSituation(guide(), {}), null)
  assert.equal(chosenSituation(guide(), {}), null)
})

test('an example passes by the tables it was kept under and names what a change of them alters', () => {
  const effects = [{ when: { shop: ['n'] }, leavesOut: ['m1'], why: '没有店面。' }]
  const content = situated({ effects })
  const answers = { shop: 'n', cook: 'y' }
  const example = { name: '摆摊', answers, expects: expectationOf(outcomeOf(content, answers)) }
  assert.deepEqual(runExample(content, example), { pass: true, differences: [] })
  assert.deepEqual(runExample(situated({}), example), { pass: false, differences: ['材料多了「平面图」。'] })
  assert.equal(runExample(content, { ...example, answers: { shop: 'n' } }).pass, false)
})

const value = fc.constantFrom('a', 'b', 'c')
const key = fc.constantFrom('q1', 'q2', 'q3', 'q4')
const when = fc.dictionary(key, fc.uniqueArray(value, { minLength: 1 }), { maxKeys: 2 })
const some = (...all: string[]) => fc.subarray(all)
/** Any tables at all, also such as the gate would refuse. */
const anyTables = fc.record({
  questions: fc.uniqueArray(
    fc.record({
      key,
      text: fc.constant('问'),
      options: fc.uniqueArray(fc.record({ value, label: value }), { selector: (o) => o.value }),
      when,
    }),
    { selector: (q) => q.key },
  ),
  barriers: fc.array(fc.record({ when, condition: fc.constant('有固定的经营场所') }), { maxLength: 3 }),
  effects: fc.array(
    fc.record({
      when,
      needs: some('m1', 'm2', 'm3', 'm9'),
      leavesOut: some('m1', 'm2', 'm3', 'm9'),
      leavesOutSteps: some('accept', 'visit', 'examine', 'decide', 'x'),
      leavesOutFees: some('甲费', '乙费'),
      variant: fc.constantFrom('', 'v1', 'v2'),
      why: fc.constantFrom('', '一', '二'),
    }),
    { maxLength: 4 },
  ),
})

test('every way through the questions ends, and its outcome holds nothing that the guide does not have', () => {
  fc.assert(
    fc.property(anyTables, (tables) => {
      const content = situated(tables)
      for (const path of allPaths(content.situations as Situations)) {
        const decision = decideSituation(content, path)
        if (content.situations!.questions.length === 0) return
        const { outcome } = decision!
        assert.ok(outcome)
        const { content: chosen } = itemIn(
          { itemId: '', version: 1, status: 'published', publishedAt: null, content },
          { outcome },
        )
        const whole = (list: { key: string }[]) => list.map((x) => x.key)
        assert.deepEqual(
          [...keys(outcome), ...outcome.materialsLeftOut.map((m) => m.key)].sort(),
          whole(content.materials).sort(),
        )
        assert.deepEqual(whole(chosen.steps), outcome.steps)
        assert.deepEqual(
          chosen.materials.map((m) => [m.key, m.need]),
          outcome.materials.map((m) => [m.key, m.need]),
        )
        assert.ok(
          chosen.steps.some((s) => s.phase === 'accept') && chosen.steps.some((s) => s.phase === 'decide'),
        )
        assert.equal(outcome.fees.length + outcome.feesLeftOut.length, 2)
      }
    }),
  )
})

test('the same answers always give the same outcome, whatever stands beside them', () => {
  fc.assert(
    fc.property(anyTables, fc.dictionary(fc.string(), fc.string()), (tables, beside) => {
      const content = situated(tables)
      for (const path of allPaths(content.situations as Situations).slice(0, 20)) {
        const asked = new Set(Object.keys(path))
        const noise = Object.fromEntries(
          Object.entries(beside).filter(([k]) => !asked.has(k) && !/^q\d$/.test(k)),
        )
        assert.deepEqual(chosenSituation(content, { ...noise, ...path }), chosenSituation(content, path))
      }
    }),
  )
})

test('tables with far too many ways are walked only as far as anybody could check', () => {
  const questions = Array.from({ length: 40 }, (_, i) => ({ key: `q${i}`, text: '问', options: yesNo }))
  const { situations } = situated({ questions })
  assert.equal(allPaths(situations!).length, MOST_PATHS + 1)
  const unfinished = situated({ questions: [...questions, { key: 'z', text: '问', options: [] }] })
  assert.equal(allPaths(unfinished.situations!).length, 0)
})

const limitOf = (days: number, unit: 'G' | 'Z' = 'G') => ({ days, unit })
const stepOf = (key: string, phase: 'accept' | 'examine' | 'decide', days: number, parallel = ''): Step =>
  step.parse({ key, name: key, phase, post: 'examiner', limit: limitOf(days), parallel })

test('a situation in which steps fall away promises as many days less, never less than the steps that remain', () => {
  const content = situated({
    effects: [{ when: { shop: ['n'] }, leavesOutSteps: ['visit'], why: '没有店面' }],
  })
  const promised = (shop: 'y' | 'n') => {
    const chosen = chosenSituation(content, { shop, rent: 'n', cook: 'y' })
    const item = { itemId: 'i', version: 1, status: 'published', publishedAt: null } as const
    return itemIn({ ...item, content: { ...content, promiseLimit: limitOf(10) } }, chosen).content
      .promiseLimit
  }
  assert.deepEqual([promised('y')?.days, promised('n')?.days], [10, 7])

  const steps = [
    stepOf('a', 'accept', 2),
    stepOf('b', 'examine', 4, 'p'),
    stepOf('c', 'examine', 3, 'p'),
    stepOf('d', 'examine', 5),
    stepOf('e', 'decide', 1),
  ]
  const without = (...keys: string[]) => steps.filter((s) => !keys.includes(s.key))
  const days = (promise: number, ...keys: string[]) =>
    promiseWithout(limitOf(promise), steps, without(...keys))?.days
  assert.equal(days(20, 'c'), 20, 'the faster branch takes nothing off')
  assert.equal(days(20, 'b'), 19)
  assert.equal(days(20, 'b', 'c'), 16)
  assert.equal(days(0, 'd'), 0, 'on the spot stays so')
  assert.deepEqual(promiseWithout(limitOf(20, 'Z'), steps, without('d')), limitOf(20, 'Z'), 'other units')
  assert.equal(promiseWithout(null, steps, without('d')), null)
})

test('for any procedure the promise of a situation lies between its remaining steps and the promise of the whole', () => {
  const drawn = fc.array(fc.tuple(fc.nat(9), fc.constantFrom('', 'p', 'q'), fc.boolean()), { maxLength: 8 })
  fc.assert(
    fc.property(drawn, fc.nat(9), (list, slack) => {
      const examined = list.map(([n, parallel], i) => stepOf(`s${i}`, 'examine', n, parallel))
      const steps = [...examined, stepOf('end', 'decide', 1)]
      const kept = steps.filter((_, i) => list[i]?.[2] ?? true)
      const promise = limitOf(daysOf(stagesOf(steps)) + slack)
      const { days } = promiseWithout(promise, steps, kept)!
      assert.ok(days <= promise.days && days >= daysOf(stagesOf(kept)) && days >= 1)
    }),
  )
})
