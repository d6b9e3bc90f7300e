import { createHmac, timingSafeEqual } from 'node:crypto'

/** Letters and figures that are not mistaken for one another when read aloud or from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * 查询码: with the dossier number it opens the progress page without a sign-in. Eight characters (31^8 possibilities),
 * derived from the dossier, so that it can be printed again on every paper and is stored nowhere.
 */
export function queryCode(key: Buffer, dossierId: string): string {
  const digest = createHmac('sha256', key).update(`query-code:${dossierId}`).digest()
  return Array.from(digest.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/** Compares in constant time; forgiving about case and spaces, because people type it from paper. */
export function queryCodeFits(key: Buffer, dossierId: string, typed: string): boolean {
  const expected = Buffer.from(queryCode(key, dossierId))
  const given = Buffer.from(typed.replace(/[\s-]/g, '').toUpperCase())
  return given.length === expected.length && timingSafeEqual(given, expected)
}
