/** A basic code in its parts: province 2, item type 2, main item 5, sub-item 3. */

const NO_SUB = '000'

export const typeOf = (basicCode: string): string => basicCode.slice(2, 4)

/** The main item of a sub-item; empty for a main item. */
export const parentOf = (basicCode: string): string =>
  basicCode.endsWith(NO_SUB) ? '' : basicCode.slice(0, 9) + NO_SUB

/**
 * The next free code of a main item of this type. Serials are drawn over all types of the province, so that none is
 * given twice even by its main part; null when they are used up. `taken`: every code of that province.
 */
export function nextMainCode(province: string, itemType: string, taken: Iterable<string>): string | null {
  let last = 0
  for (const code of taken) if (code.startsWith(province)) last = Math.max(last, Number(code.slice(4, 9)))
  return last >= 99_999 ? null : `${province}${itemType}${String(last + 1).padStart(5, '0')}${NO_SUB}`
}

/** The next free code under a main item, cancelled ones counted; null when its 999 are used up. */
export function nextSubCode(parent: string, taken: Iterable<string>): string | null {
  const main = parent.slice(0, 9)
  let last = 0
  for (const code of taken) if (code.startsWith(main)) last = Math.max(last, Number(code.slice(9)))
  return last >= 999 ? null : `${main}${String(last + 1).padStart(3, '0')}`
}
