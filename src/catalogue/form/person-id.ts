import { bareNumber, checkPassport, checkResidentId } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import type { PersonIdKind } from '../form.ts'

/** 证件类型 as people know them. */
export const PERSON_ID_NAMES: Record<PersonIdKind, { zh: string; en: string }> = {
  'resident-id': { zh: '居民身份证', en: 'Resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  'hk-macao-permit': { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit (Hong Kong, Macao)' },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit (Taiwan)' },
  'hmt-residence': { zh: '港澳台居民居住证', en: 'Residence permit (Hong Kong, Macao, Taiwan)' },
  'foreign-residence': { zh: '外国人永久居留身份证', en: 'Foreign permanent resident ID card' },
}

const no = (zh: string, english: string) => refuse('invalid', zh, { english })

/** The number of a person's document, by the rule of its kind; comes back bare. `today` bounds birthdays in it. */
export function checkPersonId(kind: PersonIdKind, typed: string, today: string): Result<string> {
  const number = bareNumber(typed)
  switch (kind) {
    case 'resident-id':
      return checkResidentId(number, today)
    case 'passport':
      return checkPassport(number)
    case 'hk-macao-permit':
      return /^[HM]\d{8}$/.test(number)
        ? done(number)
        : no(
            `通行证号是字母 H 或 M 加 8 位数字，您填的是「${number}」，请照证件正面填。`,
            'This permit number is H or M and 8 digits. Copy it from the front of the card.',
          )
    case 'taiwan-permit':
      return /^\d{8}$/.test(number)
        ? done(number)
        : no(
            `通行证号是 8 位数字，您填的是「${number}」，请照证件正面填。`,
            'This permit number has 8 digits. Copy it from the front of the card.',
          )
    case 'hmt-residence': {
      // 81 香港, 82 澳门, 83 台湾; otherwise built like a citizen's number.
      const checked = checkResidentId(number, today)
      return checked.ok && !/^8[123]/.test(number)
        ? no(
            '港澳台居民居住证的号码以 81、82 或 83 开头，请照证件再看一遍。',
            'The number of this permit begins with 81, 82 or 83. Please look at the card again.',
          )
        : checked
    }
    case 'foreign-residence':
      // Cards since 2023 have 18 digits that begin with 9, those before three letters and twelve digits.
      if (/^[A-Z]{3}\d{12}$/.test(number)) return done(number)
      return /^9\d{16}[\dX]$/.test(number)
        ? checkResidentId(number, today)
        : no(
            '号码是 9 开头的 18 位（新版），或者 3 个字母加 12 位数字（旧版），请照证件填。',
            'Cards since 2023 have 18 digits that begin with 9, earlier ones 3 letters and 12 digits.',
          )
  }
}
