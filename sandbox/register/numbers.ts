/**
 * Numbers for invented persons and bodies: the right length and the right check character, so that every format check of
 * the product runs for real, and a region part `999999` that GB/T 2260 gives to no place, so that none can be anybody's.
 */

/** The region part of every sample number. No place in China has this code. */
export const SAMPLE_REGION = '999999'

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const RESIDENT_CHECKS = '10X98765432'

/** Check character of a 公民身份号码 for its first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function residentCheck(first17: string): string {
  if (!/^\d{17}$/.test(first17))
    throw new Error('A resident number has 17 digits before its check character.')
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return RESIDENT_CHECKS[sum % 11]!
}

/** A sample 公民身份号码. `birthday` is 'YYYY-MM-DD'; an odd `sequence` (0–999) is a man's. */
export function residentId(birthday: string, sequence: number): string {
  const first17 = `${SAMPLE_REGION}${birthday.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return first17 + residentCheck(first17)
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Check character of a 统一社会信用代码 for its first 17 characters (GB 32100-2015, MOD 31, weights 3^i). */
export function creditCheck(first17: string): string {
  if (first17.length !== 17) throw new Error('A credit code has 17 characters before its check character.')
  let weight = 1
  let sum = 0
  for (const character of first17) {
    const value = CREDIT_ALPHABET.indexOf(character)
    if (value < 0) throw new Error(`A credit code cannot hold ${character}.`)
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31]!
}

/** What the first two characters of a credit code say: who registered the body and what kind it is. */
export type CreditPrefix = '11' | '12' | '51' | '52' | '91' | '92' | '93'

/** A sample 统一社会信用代码. `subject` becomes the last part of the nine-character 主体标识. */
export function creditCode(prefix: CreditPrefix, subject: number): string {
  const first17 = `${prefix}${SAMPLE_REGION}${String(subject).padStart(9, '0')}`
  return first17 + creditCheck(first17)
}

/** A sample mobile number: eleven digits that pass the usual check, in 号段 154, which has been given to no carrier. */
export function samplePhone(n: number): string {
  return `1540000${String(n).padStart(4, '0')}`
}
