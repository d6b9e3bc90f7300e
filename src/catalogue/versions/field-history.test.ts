import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StoredEvent } from '../../history/index.ts'
import { guide } from '../testing.ts'
import { changedFields, fieldHistory } from './field-history.ts'

const LONG = '符合水资源规划和用水总量控制要求，'.repeat(120)
const event = (before: string, after: string): StoredEvent =>
  ({
    type: 'item.draft-saved',
    data: { version: 1, fields: changedFields(guide({ summary: before }), guide({ summary: after })) },
    at: new Date('2026-11-23T02:00:00Z'),
    actor: { kind: 'staff', id: 't1', name: '许文' },
  }) as unknown as StoredEvent

test('a change far down in a long text is told with its place, not cut off', () => {
  const [change, ...more] = fieldHistory([event(LONG, `${LONG.slice(0, 1500)}改在这里${LONG.slice(1500)}`)])
  assert.deepEqual([change?.label, change?.by, more.length], ['一句话说明', '许文', 0])
  assert.ok(change!.after.includes('改在这里'), change!.after)
  assert.ok(change!.after.startsWith('…') && change!.after.length < 200)
})

test('whatever is changed in a text, somebody is told to have changed it', () => {
  const text = fc.string({ minLength: 1, maxLength: 400, unit: fc.constantFrom('许', '可', '，', 'a', '1') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.equal(fieldHistory([event(before, after)]).length, before === after ? 0 : 1)
    }),
  )
})
