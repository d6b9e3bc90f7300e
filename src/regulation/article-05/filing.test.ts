import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filedInTime } from './filing.ts'

const on = (filedOn: string | null) =>
  filedInTime({ change: '变更', filedOn, effectiveOn: '2026-12-01' }).outcome

test('[Art. 5.1(3)] a change takes effect on the day of its filing or after it, and never unfiled', () => {
  assert.equal(on(null), 'not-met')
  assert.equal(on('2026-12-02'), 'not-met')
  assert.equal(on('2026-12-01'), 'met')
  assert.equal(on('2026-11-23'), 'met')
})

test('the ruling on a filing cites its clause and tells the two days', () => {
  const met = filedInTime({ change: '取消', filedOn: '2026-11-23', effectiveOn: '2026-12-01' })
  assert.deepEqual([met.article, met.clause], [5, '5.1(3)'])
  assert.match(met.sentence.zh, /取消于 2026-11-23 备案，2026-12-01 生效/)
})
