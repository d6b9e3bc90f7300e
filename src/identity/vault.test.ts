import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { maskName, maskNumber, maskPhone } from './mask.ts'
import { createVault } from './vault.ts'

const keys = () => ({ encryptionKey: randomBytes(32), blindKey: randomBytes(32) })
const vault = createVault(keys())

test('what was sealed opens again in its own place only', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, about) => {
      assert.equal(vault.open(vault.seal(text, about), about), text)
    }),
  )
  const sealed = vault.seal('11010519491231002X', 'account-id:1')
  assert.throws(() => vault.open(sealed, 'account-id:2'))
  assert.throws(() => createVault(keys()).open(sealed, 'account-id:1'))
})

test('a sealed number that was changed anywhere does not open', () => {
  const sealed = vault.seal('11010519491231002X', 'a')
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed)
    changed[i]! ^= 1
    assert.throws(() => vault.open(changed, 'a'), `byte ${i}`)
  }
  assert.throws(() => vault.open(sealed.subarray(0, 20), 'a'))
})

test('sealing twice gives different bytes, the blind index the same for one number however it was typed', () => {
  assert.notDeepEqual(vault.seal('1', 'a'), vault.seal('1', 'a'))
  const blind = vault.blind('resident-id', '11010519491231002X')
  assert.deepEqual(vault.blind('resident-id', ' 110105 19491231 002x'), blind)
  assert.notDeepEqual(vault.blind('passport', '11010519491231002X'), blind)
  assert.notDeepEqual(createVault(keys()).blind('resident-id', '11010519491231002X'), blind)
})

test('numbers and names are shown with their middle left out', () => {
  assert.equal(maskNumber('35010219900101002X'), '350102****002X')
  assert.equal(maskNumber('UTO000017'), 'UT****17')
  assert.equal(maskPhone('15400000002'), '154****0002')
  assert.equal(maskPhone(''), '')
  assert.deepEqual(
    ['林晚', '陈榕生', '欧阳榕生', 'EMMA SAMPLE'].map((name) => maskName(name)),
    ['林*', '陈*生', '欧**生', 'EMMA S*****'],
  )
})
