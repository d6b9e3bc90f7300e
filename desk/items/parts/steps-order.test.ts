import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isJoined, join, move, type Step, tidy } from './steps-order.ts'

const made = (key: string, phase: Step['phase'] = 'examine', parallel = ''): Step => ({
  key,
  name: key,
  phase,
  kind: 'plain',
  post: 'examiner',
  limit: { days: 1, unit: 'G' },
  parallel,
  organId: '',
  materials: [],
  standard: '',
  note: '',
})
const five = () => [made('a', 'accept'), made('b'), made('c'), made('d'), made('e', 'decide')]
/** 「a bc d e」: what runs at the same time is written together. */
const read = (steps: Step[]) =>
  steps.map((s, i) => (i > 0 && !isJoined(steps, i) ? ` ${s.key}` : s.key)).join('')

test('a step joins the one before it, and a third joins both', () => {
  const two = join(five(), 2, true)
  assert.equal(read(two), 'a bc d e')
  assert.equal(read(join(two, 3, true)), 'a bcd e')
})

test('a step that leaves takes those after it along, and nobody is parallel alone', () => {
  const three = join(join(five(), 2, true), 3, true)
  const left = join(three, 3, false)
  assert.equal(read(left), 'a bc d e')
  assert.deepEqual(
    join(left, 2, false).map((s) => s.parallel),
    ['', '', '', '', ''],
  )
  assert.equal(read(join(three, 2, false)), 'a b cd e')
})

test('acceptance and decision do not join', () => {
  assert.equal(read(join(five(), 1, true)), 'a b c d e')
  assert.equal(read(join(five(), 4, true)), 'a b c d e')
})

test('moved amid a stage a step becomes a branch, moved out of it it stands by itself', () => {
  const cd = join(five(), 3, true)
  assert.equal(read(move(cd, 1, 2)), 'a cbd e')
  assert.equal(read(move(cd, 3, 1)), 'a d b c e', 'the other is alone then')
  assert.equal(read(move(cd, 2, 3)), 'a b dc e', 'within its stage it stays')
})

test('moving beyond either end changes nothing', () => {
  for (const [from, to] of [
    [0, -1],
    [4, 5],
    [2, 2],
  ] as const)
    assert.equal(read(move(five(), from, to)), 'a b c d e')
})

test('stages that stand apart under one name get names of their own', () => {
  const apart = [
    made('a', 'examine', 'p'),
    made('b', 'examine', 'p'),
    made('c'),
    made('d', 'examine', 'p'),
    made('e', 'examine', 'p'),
  ]
  const names = tidy(apart).map((s) => s.parallel)
  assert.deepEqual(
    [names[0], names[0] === names[1], names[3] === names[4], names[0] === names[3]],
    ['p', true, true, false],
  )
})
