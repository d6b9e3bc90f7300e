import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../platform/testing.ts'
import { drawNumber } from './numbers.ts'

test('numbers of an item’s day are drawn once each, without gaps, however many ask at once', async () => {
  const { db, close } = await testDatabase()
  try {
    assert.equal(await drawNumber(db, 'A', '2026-10-13'), 1)
    const many = await Promise.all(Array.from({ length: 200 }, () => drawNumber(db, 'A', '2026-10-13')))
    assert.deepEqual(
      many.toSorted((a, b) => a - b),
      Array.from({ length: 200 }, (_, i) => i + 2),
    )
    const [other, nextDay] = await Promise.all([
      drawNumber(db, 'B', '2026-10-13'),
      drawNumber(db, 'A', '2026-10-14'),
    ])
    assert.deepEqual([other, nextDay], [1, 1])
  } finally {
    await close()
  }
})

test('a database that does not answer is told to all who wait, and the next who asks is served', async () => {
  const { db, close } = await testDatabase()
  try {
    const bad = 'no-such-day'
    const asked = await Promise.allSettled([drawNumber(db, 'A', bad), drawNumber(db, 'A', bad)])
    assert.deepEqual(
      asked.map((a) => a.status),
      ['rejected', 'rejected'],
    )
    assert.equal(await drawNumber(db, 'A', '2026-10-13'), 1)
  } finally {
    await close()
  }
})
