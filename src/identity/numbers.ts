import { done, type Result, refuse } from '../platform/refusal.ts'
import type { IdKind } from './account.ts'
import { bareNumber } from './vault.ts'

/**
 * Checks of numbers as people type them. A good number comes back bare (half-width, capitals, no blanks); a bad one with a
 * sentence in both languages that names what is wrong. `detail.problem` says the same for programs.
 */
type Problem = 'empty' | 'length' | 'characters' | 'date' | 'check' | 'form'

const no = (problem: Problem, zh: string, english: string) =>
  refuse('invalid', zh, { english, detail: { problem } })

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const RESIDENT_CHECKS = '10X98765432'

/**
 * 公民身份号码 (GB 11643-1999): 18 places, a birthday that is a day and not after `today`, check character by ISO 7064 MOD 11-2.
 * The region is not looked up: numbers keep regions that no longer exist.
 */
export function checkResidentId(typed: string, today: string): Result<string> {
  const number = bareNumber(typed)
  if (number === '') return no('empty', '请填身份证号，共 18 位。', 'Enter the 18-digit ID number.')
  if (number.length !== 18)
    return no(
      'length',
      `身份证号是 18 位，您填了 ${number.length} 位。`,
      `An ID number has 18 digits; you entered ${number.length}.`,
    )
  const odd = /[^0-9]/.exec(number.slice(0, 17))
  if (odd)
    return no(
      'characters',
      `身份证号前 17 位都是数字，第 ${odd.index + 1} 位填了“${odd[0]}”。`,
      `The first 17 places of an ID number are digits; place ${odd.index + 1} is "${odd[0]}".`,
    )
  if (!/[0-9X]/.test(number[17]!))
    return no(
      'characters',
      `身份证号最后一位是数字或 X，您填了“${number[17]}”。`,
      `The last place of an ID number is a digit or X; you entered "${number[17]}".`,
    )
  const birthday = birthdayOf(number)
  if (!isDay(birthday) || birthday > today)
    return no(
      'date',
      `身份证号第 7 到 14 位是出生日期，“${number.slice(6, 14)}”不是，请照证件再看一遍。`,
      `Places 7 to 14 of an ID number are the birthday; "${number.slice(6, 14)}" is not one. Please look at the card again.`,
    )
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  if (RESIDENT_CHECKS[sum % 11] !== number[17]) return checkFails('身份证号', 'ID number')
  return done(number)
}

const checkFails = (zh: string, en: string) =>
  no(
    'check',
    `${zh}最后一位核对不上，请照证件再看一遍。`,
    `The last place does not match the rest of this ${en}. Please look at the document again.`,
  )

/** Day of birth in a bare 公民身份号码, 'YYYY-MM-DD'. */
export function birthdayOf(residentId: string): string {
  return `${residentId.slice(6, 10)}-${residentId.slice(10, 12)}-${residentId.slice(12, 14)}`
}

function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`)
  return text >= '1850-01-01' && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Does the last of 18 characters agree with the first 17 (GB 32100-2015: MOD 31, weights 3^i)? */
export function creditCodeHolds(code: string): boolean {
  if (code.length !== 18) return false
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    const value = CREDIT_ALPHABET.indexOf(character)
    if (value < 0) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === code[17]
}

/** 统一社会信用代码 (GB 32100-2015): 18 places of its own alphabet, which leaves out I O Z S V. */
export function checkCreditCode(typed: string): Result<string> {
  const code = bareNumber(typed)
  if (code === '')
    return no('empty', '请填统一社会信用代码，共 18 位。', 'Enter the 18-place unified credit code.')
  if (code.length !== 18)
    return no(
      'length',
      `统一社会信用代码是 18 位，您填了 ${code.length} 位。`,
      `A unified credit code has 18 places; you entered ${code.length}.`,
    )
  const at = [...code].findIndex((character) => !CREDIT_ALPHABET.includes(character))
  if (at >= 0)
    return no(
      'characters',
      `统一社会信用代码第 ${at + 1} 位不会是“${code[at]}”。代码只用数字和大写字母，不用 I、O、Z、S、V。`,
      `Place ${at + 1} of a unified credit code cannot be "${code[at]}": it has digits and capitals other than I, O, Z, S, V.`,
    )
  if (!creditCodeHolds(code)) return checkFails('统一社会信用代码', 'unified credit code')
  return done(code)
}

/** A mobile number of the mainland: 11 digits, for messages. A leading +86 is taken off. */
export function checkPhone(typed: string): Result<string> {
  const number = bareNumber(typed).replace(/^(\+|00)86(?=1)/, '')
  if (number === '') return no('empty', '请填手机号，共 11 位。', 'Enter an 11-digit mobile number.')
  if (!/^\d+$/.test(number))
    return no('characters', '手机号只有数字，请去掉别的字符。', 'A mobile number has digits only.')
  if (number.length < 11)
    return no(
      'length',
      `手机号是 11 位，您填了 ${number.length} 位，请补上。`,
      `A mobile number has 11 digits; you entered ${number.length}.`,
    )
  if (number.length > 11)
    return no(
      'length',
      `手机号是 11 位，您填了 ${number.length} 位，请看看是不是多打了。`,
      `A mobile number has 11 digits; you entered ${number.length}.`,
    )
  if (!/^1[3-9]/.test(number))
    return no(
      'form',
      `手机号以 13 到 19 开头，您填的以 ${number.slice(0, 2)} 开头。固定电话收不到短信。`,
      `A mobile number begins with 13 to 19; yours begins with ${number.slice(0, 2)}. Land lines get no messages.`,
    )
  return done(number)
}

/** A passport: machine-readable document numbers have up to nine capitals and digits (ICAO 9303); five is the shortest in use. */
export function checkPassport(typed: string): Result<string> {
  const number = bareNumber(typed)
  if (number === '') return no('empty', '请填护照号。', 'Enter the passport number.')
  if (!/^[A-Z0-9]+$/.test(number))
    return no(
      'characters',
      '护照号只有字母和数字，请照护照资料页填。',
      'A passport number has letters and digits only. Copy it from the data page.',
    )
  if (number.length < 5 || number.length > 9)
    return no(
      'length',
      `护照号是 5 到 9 位，您填了 ${number.length} 位。`,
      `A passport number has 5 to 9 places; you entered ${number.length}.`,
    )
  return done(number)
}

/** The check that belongs to a kind of document. */
export function checkIdNumber(kind: IdKind, typed: string, today: string): Result<string> {
  if (kind === 'resident-id') return checkResidentId(typed, today)
  return kind === 'credit-code' ? checkCreditCode(typed) : checkPassport(typed)
}
