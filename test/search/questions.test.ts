import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { searchWorld } from './finding.ts'
import { HELD_OUT } from './held-out.ts'
import { LOOKED_AT } from './looked-at.ts'
import { QUESTIONS } from './questions.ts'

let world: Awaited<ReturnType<typeof searchWorld>>
before(async () => {
  world = await searchWorld()
})
after(() => world.close())

test('of the everyday questions, at least 95 in 100 have their item among the first three', async (t) => {
  const asked = [...QUESTIONS, ...LOOKED_AT]
  const missed = await world.misses(asked)
  const hits = asked.length - missed.length
  t.diagnostic(`${hits} of ${asked.length} questions (${((100 * hits) / asked.length).toFixed(1)} %)`)
  for (const miss of missed) t.diagnostic(`missed: ${miss}`)
  assert.ok(asked.length >= 150)
  assert.ok(hits / asked.length >= 0.95, missed.join('\n'))
})

test('questions that the search was not tuned to are answered nearly as well', async (t) => {
  const missed = await world.misses(HELD_OUT)
  const hits = HELD_OUT.length - missed.length
  t.diagnostic(
    `${hits} of ${HELD_OUT.length} held-out questions (${((100 * hits) / HELD_OUT.length).toFixed(1)} %)`,
  )
  for (const miss of missed) t.diagnostic(`missed: ${miss}`)
  assert.ok(HELD_OUT.length >= 80)
  assert.ok(hits / HELD_OUT.length >= 0.9, missed.join('\n'))
})
