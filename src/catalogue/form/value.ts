/** Named parts of one answer, e.g. `{from, to}`; see {@link FormValue}. */
export type Parts = Record<string, string>

/** One row of a table, or one entry of a repeatable group, by key of its fields. */
export type Row = Record<string, string | string[] | Parts>

/**
 * What one field files, as it lies in drafts and dossiers. Numbers and days are text, so that no figure is changed on the way.
 *
 * - one text: text, long-text, number, money, date, choice, address, person-name, resident-id, credit-code, phone
 * - ticked values in the order of the list: multiple
 * - parts: period `{from, to}`, person `{name, idKind, idNumber}`, body `{name, creditCode}`, account `{holder, bank, number}`,
 *   region-address `{region, names, detail}` (code and names of the lowest step chosen, so that a later tree changes nothing),
 *   map-point `{address, lng, lat}` (degrees, GCJ-02 or WGS-84 as the picker says), file `{fileId, name}`,
 *   signature `{name, declared}` or `{name, fileId}`
 * - rows: table, and under its own key a repeatable group
 */
export type FormValue = string | string[] | Parts | Row[]

/** A whole form's answers by key of field or repeatable group; keys that begin with `$` are the platform's own. */
export type FormValues = Record<string, FormValue>

/** Parts of the kinds that have them, in the order of reading. */
export const PARTS = {
  period: ['from', 'to'],
  person: ['name', 'idKind', 'idNumber'],
  body: ['name', 'creditCode'],
  account: ['holder', 'bank', 'number'],
  'region-address': ['region', 'names', 'detail'],
  'map-point': ['address', 'lng', 'lat'],
  file: ['fileId', 'name'],
  signature: ['name', 'declared', 'fileId'],
} as const

export const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'object' && v !== null)

export const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Nothing was given: no text, no tick, no part, no row that says anything. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isEmpty)
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}
