import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sampleBodies, samplePeople } from '../../sandbox/register/people.ts'
import {
  birthdayOf,
  checkCreditCode,
  checkIdNumber,
  checkPassport,
  checkPhone,
  checkResidentId,
} from './numbers.ts'

const TODAY = '2026-11-23'

/** The example of GB 11643-1999, and one that is spread widely as an example; neither is a person's. */
const EXAMPLES = ['11010519491231002X', '440524188001010014']

const refusal = (result: ReturnType<typeof checkPhone>) => {
  assert.ok(!result.ok)
  return result.refusal
}

test('the numbers of the sample world and of the standard pass, however they were typed', () => {
  for (const number of EXAMPLES) assert.deepEqual(checkResidentId(number, TODAY), { ok: true, value: number })
  for (const { idKind, idNumber, phone } of samplePeople) {
    assert.deepEqual(checkIdNumber(idKind, idNumber, TODAY), { ok: true, value: idNumber })
    assert.deepEqual(checkPhone(phone), { ok: true, value: phone })
  }
  for (const { creditCode } of sampleBodies)
    assert.deepEqual(checkIdNumber('credit-code', creditCode.toLowerCase(), TODAY), {
      ok: true,
      value: creditCode,
    })
  assert.deepEqual(checkResidentId(' 110105 19491231 002x', TODAY), { ok: true, value: EXAMPLES[0]! })
  assert.deepEqual(checkPhone('+86 154-0000-0002'), { ok: true, value: '15400000002' })
  assert.deepEqual(checkPhone('１５４００００００００２'.slice(0, 11)), { ok: true, value: '15400000000' })
})

test('a number of the wrong length is told how many places it has and should have', () => {
  assert.match(refusal(checkResidentId('1101051949123100', TODAY)).sentence, /是 18 位，您填了 16 位/)
  assert.match(refusal(checkCreditCode('91350')).sentence, /是 18 位，您填了 5 位/)
  assert.equal(refusal(checkPhone('1540000000')).sentence, '手机号是 11 位，您填了 10 位，请补上。')
  assert.match(refusal(checkPhone('154000000000')).sentence, /您填了 12 位，请看看是不是多打了/)
  assert.match(refusal(checkPassport('A1')).english!, /5 to 9 places; you entered 2/)
})

test('a character that cannot stand there is shown with its place', () => {
  assert.match(refusal(checkResidentId('1101051949123100O0', TODAY)).sentence, /第 17 位填了“O”/)
  assert.match(refusal(checkResidentId('110105194912310020'.replace(/.$/, 'Y'), TODAY)).sentence, /数字或 X/)
  assert.match(refusal(checkCreditCode('91350100M000100Y4I')).sentence, /第 18 位不会是“I”/)
  assert.match(refusal(checkPhone('0591-8765432x')).sentence, /只有数字/)
  assert.match(refusal(checkPhone('05918765432')).sentence, /固定电话收不到短信/)
})

test('a birthday that is no day, or still to come, is pointed at', () => {
  assert.match(refusal(checkResidentId('110105194902300021', TODAY)).sentence, /“19490230”不是/)
  const tomorrow = EXAMPLES[0]!
  assert.deepEqual(refusal(checkResidentId(tomorrow, '1949-12-30')).detail, { problem: 'date' })
  assert.equal(birthdayOf(EXAMPLES[0]!), '1949-12-31')
})

test('one digit typed wrong is always found, whichever it is', () => {
  const wrongDigit = (number: string, alphabet: string) =>
    fc
      .tuple(fc.integer({ min: 0, max: 17 }), fc.constantFrom(...alphabet))
      .filter(([at, put]) => number[at] !== put)
      .map(([at, put]) => number.slice(0, at) + put + number.slice(at + 1))
  fc.assert(
    fc.property(wrongDigit(EXAMPLES[0]!, '0123456789'), (number) => !checkResidentId(number, TODAY).ok),
  )
  fc.assert(
    fc.property(
      wrongDigit(sampleBodies[0]!.creditCode, '0123456789ABCDEFGHJKLMNPQRTUWXY'),
      (code) => !checkCreditCode(code).ok,
    ),
  )
})

test('every refusal speaks both languages and never repeats the whole number', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (typed) => {
      for (const result of [
        checkResidentId(typed, TODAY),
        checkCreditCode(typed),
        checkPhone(typed),
        checkPassport(typed),
      ]) {
        if (result.ok) continue
        assert.equal(result.refusal.name, 'invalid')
        assert.match(result.refusal.sentence, /。$/)
        assert.match(result.refusal.english!, /\.$/)
      }
    }),
  )
  assert.doesNotMatch(refusal(checkResidentId('110105194912310021', TODAY)).sentence, /\d{9}/)
})
