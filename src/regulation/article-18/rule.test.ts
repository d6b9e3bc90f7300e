import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paidOnline } from '../index.ts'

test('an item that charges offers payment online; a free one has nothing to pay', () => {
  assert.equal(paidOnline({ charged: true, payOnline: true }).outcome, 'met')
  assert.equal(paidOnline({ charged: false, payOnline: false }).outcome, 'met')
  const cash = paidOnline({ charged: true, payOnline: false })
  assert.deepEqual([cash.outcome, cash.clause], ['not-met', '18.1'])
})
