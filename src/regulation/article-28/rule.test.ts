import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inForceOn } from '../index.ts'

test('[Art. 28.1] the regulation applies from 15 October 2018, not before', () => {
  assert.equal(inForceOn('2018-10-14').outcome, 'not-met')
  assert.equal(inForceOn('2018-10-15').outcome, 'met')
})
