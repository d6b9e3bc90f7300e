import { canonical } from '../draft.ts'

/**
 * How a content is taken apart so that two of them can be compared and merged: objects by field, lists of things with a `key`
 * (材料, 环节, 表单的组和字段, 问题) by that key, everything else whole. A place is a path of fields and keys, e.g.
 * `materials.m3.basis`, so that it names the same thing wherever it stands in its list.
 */

export type Fields = Record<string, unknown>
export type Keyed = Fields & { key: string }

export const same = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)

/** A limit is one value: half a change to it by each of two clerks would be a term that neither wrote. */
const isLimit = (value: Fields): boolean => 'days' in value && 'unit' in value

/** An object whose fields are compared one by one. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLimit(value as Fields)
}

/** A list whose elements are told apart by their key. An empty list may be one. */
export function isKeyedList(value: unknown): value is Keyed[] {
  if (!Array.isArray(value)) return false
  const keys = value.map((one) => (isFields(one) && typeof one['key'] === 'string' ? one['key'] : ''))
  return keys.every((key) => key !== '') && new Set(keys).size === keys.length
}

/** Both are keyed lists, and one of them has something in it to be told apart by. */
export const bothKeyed = (a: unknown, b: unknown): boolean =>
  isKeyedList(a) && isKeyedList(b) && a.length + b.length > 0

export const byKey = (list: readonly Keyed[]): Map<string, Keyed> =>
  new Map(list.map((one) => [one.key, one]))

export const under = (path: string, field: string): string => (path === '' ? field : `${path}.${field}`)

/** The value at a path, or undefined where there is none. */
export function valueAt(content: unknown, path: string): unknown {
  let value: unknown = content
  for (const part of path.split('.')) {
    if (isKeyedList(value) && value.some((one) => one.key === part)) value = byKey(value).get(part)
    else if (isFields(value)) value = value[part]
    else return undefined
  }
  return value
}
