import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditCheck, creditCode, residentCheck, residentId, samplePhone } from './numbers.ts'

test('the check character of the examples printed in GB 11643 comes out', () => {
  assert.equal(residentCheck('11010519491231002'), 'X')
  assert.equal(residentCheck('44052418800101001'), '4')
})

test('the check character of a credit code comes out as worked by hand', () => {
  // 9·1 + 1·3 + 9·(9+27+19+26+16+17) = 1038 = 33·31 + 15, and 31 − 15 = 16 stands for G in the standard's alphabet.
  assert.equal(creditCheck('91999999000000000'), 'G')
})

test('a sample resident number names no place of China and tells the sex', () => {
  const number = residentId('1986-03-12', 17)
  assert.match(number, /^99999919860312017[\dX]$/)
  assert.equal(number.at(-1), residentCheck(number.slice(0, 17)))
})

test('a sample credit code names no place of China', () => {
  assert.match(creditCode('91', 7), /^91999999000000007[0-9A-HJ-NPQRTUWXY]$/)
})

test('a sample phone number has eleven digits', () => {
  assert.match(samplePhone(3), /^1540000\d{4}$/)
})

test('a credit code refuses the letters that the standard leaves out', () => {
  assert.throws(() => creditCheck('91999999000000O07'))
})
