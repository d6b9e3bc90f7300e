/** Signs at which a spreadsheet takes a cell of a CSV for a formula, half and full width. */
const SIGNS = '[=+\\-@\\t\\r＝＋－＠]'
const COULD_RUN = new RegExp(`^'*${SIGNS}`)
const WAS_KEPT = new RegExp(`^'+${SIGNS}`)

/**
 * A text as it stands in a CSV: what begins like a formula gets an apostrophe before it, so that a guide opened in a
 * spreadsheet runs nothing. `fromCsv` takes it away again.
 */
export const toCsv = (text: string): string => (COULD_RUN.test(text) ? `'${text}` : text)

export const fromCsv = (cell: string): string => (WAS_KEPT.test(cell) ? cell.slice(1) : cell)
