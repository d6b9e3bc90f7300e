import type { FieldCheck } from '../form.ts'
import { compare } from './asked.ts'

/**
 * Does a filed value pass a check of the item's own? `look` finds another field's filed value, `today` is a day. A check against
 * a field that was left empty, or of another kind, passes: that field has its own sentence.
 */
export function passes(
  { test, against }: FieldCheck,
  value: unknown,
  look: (key: string) => unknown,
  today: string,
): boolean {
  if (typeof value !== 'string') return true
  if (test === 'shape') return shapeOf(against).test(value)
  const other = against === 'today' ? today : isLiteral(against) ? against : look(against)
  if (typeof other !== 'string') return true
  const order = compare(value, other)
  const same = value === other || order === 0
  if (test === 'same-as') return same
  if (test === 'differs-from') return !same
  if (order === null) return true
  return test === 'at-least' || test === 'not-before' ? order >= 0 : order <= 0
}

/** A number or a day, as against the key of a field. */
export const isLiteral = (against: string): boolean => /^-?\d+(\.\d+)?$|^\d{4}-\d{2}-\d{2}$/.test(against)

const PLACES: Record<string, string> = { '0': '[0-9]', A: '[A-Z]', '*': '[A-Z0-9]' }

/** `闽A·00000`: `0` a digit, `A` a capital, `*` either; anything else stands for itself. Linear, unlike a pattern of the clerk's own. */
export const shapeOf = (shape: string): RegExp =>
  new RegExp(`^${[...shape].map((c) => PLACES[c] ?? c.replace(/[\\^$.|?*+()[\]{}]/, '\\$&')).join('')}$`, 'u')
