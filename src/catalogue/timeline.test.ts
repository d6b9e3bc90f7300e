import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Step, step } from './step.ts'
import { timelineOf } from './timeline.ts'

const made = (key: string, phase: Step['phase'], days: number, extra: Partial<Step> = {}): Step =>
  step.parse({ key, name: key, phase, post: 'examiner', limit: { days, unit: 'G' }, ...extra })
const spans = (steps: Step[], days = 5) =>
  timelineOf(steps, { days, unit: 'G' }).blocks.map((b) => [b.key, b.from, b.to, b.lane])

test('acceptance lies before the first day of the promise, the rest follows one another', () => {
  const steps = [made('a', 'accept', 1), made('b', 'examine', 3), made('c', 'decide', 1)]
  assert.deepEqual(spans(steps), [
    ['a', -1, 0, 0],
    ['b', 0, 3, 0],
    ['c', 3, 4, 0],
  ])
  const { start, end, days, acceptDays } = timelineOf(steps, { days: 5, unit: 'G' })
  assert.deepEqual([start, end, days, acceptDays], [-1, 5, 4, 1], 'the axis ends with the promise')
})

test('parallel branches begin on the same day in their own rows, and what follows waits for the longest', () => {
  const together = { parallel: 'p' }
  const steps = [
    made('a', 'accept', 0),
    made('b', 'examine', 2, together),
    made('c', 'examine', 4, together),
    made('d', 'decide', 1),
  ]
  const drawn = timelineOf(steps, { days: 5, unit: 'G' })
  assert.deepEqual(
    drawn.blocks.map((b) => [b.key, b.from, b.to, b.lane]),
    [
      ['a', -0.5, 0, 0],
      ['b', 0, 2, 0],
      ['c', 0, 4, 1],
      ['d', 4, 5, 0],
    ],
  )
  assert.deepEqual([drawn.lanes, drawn.days], [2, 5])
  assert.deepEqual(
    drawn.stages.map((s) => s.places),
    [[1], [2, 3], [4]],
  )
})

test('a promise that is too short ends inside the drawing', () => {
  const drawn = timelineOf([made('b', 'examine', 8)], { days: 5, unit: 'G' })
  assert.deepEqual([drawn.promise, drawn.end], [5, 8])
})

test('steps that count in different days are drawn in their order only', () => {
  const steps = [made('b', 'examine', 30, { limit: { days: 30, unit: 'Z' } }), made('c', 'decide', 1)]
  const drawn = timelineOf(steps, { days: 5, unit: 'G' })
  assert.deepEqual([drawn.unit, drawn.promise], [null, null])
  assert.deepEqual(
    drawn.blocks.map((b) => b.to - b.from),
    [1, 1],
  )
})

test('nothing to draw is no fault', () => {
  assert.deepEqual(timelineOf([], null).blocks, [])
})
