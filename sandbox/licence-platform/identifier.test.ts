import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditCode } from '../register/numbers.ts'
import { formIdentifier, readIdentifier } from './identifier.ts'

const PARTS = {
  typeCode: `${creditCode('11', 900)}001`,
  issuerCode: creditCode('11', 101),
  serial: '2026000001',
  version: '001',
}

test('an identifier that was formed can be read back', () => {
  assert.deepEqual(readIdentifier(formIdentifier(PARTS)), PARTS)
})

test('one wrong character anywhere is noticed', () => {
  const right = formIdentifier(PARTS)
  for (let i = '1.2.156.3005.2.'.length; i < right.length; i++) {
    if (right[i] === '.') continue
    const wrong = right.slice(0, i) + (right[i] === '7' ? '8' : '7') + right.slice(i + 1)
    assert.equal(readIdentifier(wrong), null, wrong)
  }
})

test('a word with the root alone is no identifier', () => {
  assert.equal(readIdentifier('1.2.156.3005.2'), null)
  assert.equal(readIdentifier(''), null)
})
