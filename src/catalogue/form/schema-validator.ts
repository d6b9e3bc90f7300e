import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { checkCreditCode, checkPhone, checkResidentId } from '../../identity/index.ts'
import type { Result } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import { areaNames, isWhole } from '../areas/tree.ts'
import { type Form, type PersonIdKind, personIdKinds } from '../form.ts'
import { compare, rowsOf } from './asked.ts'
import { checkName, type FormContext } from './check-one.ts'
import { withComputed } from './compute.ts'
import { passes } from './own-check.ts'
import { checkPersonId } from './person-id.ts'
import { type ChecksRule, formJsonSchema, X_KEYWORDS } from './schema.ts'
import type { Parts } from './value.ts'

type Values = Record<string, unknown>

/**
 * Checks what is filed against the form's JSON Schema, with our keywords given their meaning. Returns the errors, none if
 * it holds. Compiling takes milliseconds: keep the function while the same form is asked of.
 */
export function formValidator(form: Form, { now, areas }: FormContext): (values: unknown) => ErrorObject[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  const today = dayOf(now)
  const word = (keyword: string, validate: (given: never, data: never) => boolean) =>
    ajv.addKeyword({
      keyword,
      validate: validate as (given: unknown, data: unknown) => boolean,
      errors: false,
    })

  word('x-minimum', (least: number, data: string) => Number(data) >= least)
  word('x-maximum', (most: number, data: string) => Number(data) <= most)
  word('x-not-below', (limit: string, data: string) => (compare(data, limit) ?? -1) >= 0)
  word('x-not-above', (limit: string, data: string) => (compare(data, limit) ?? 1) <= 0)
  word('x-day', (rule: 'past' | 'future', data: string) => (rule === 'past' ? data <= today : data >= today))
  word('x-check', (kind: string, data: string) => keeps(kind, data, today))
  word(
    'x-region',
    (depth: 'district' | 'street', data: Parts) =>
      isWhole(areas, data['region']!, depth) && data['names'] === areaNames(areas, data['region']!),
  )
  word('x-order', ([first, second]: [string, string], data: Parts) => data[first]! <= data[second]!)
  word('x-together', (keys: string[], data: Parts) => new Set(keys.map((k) => k in data)).size === 1)
  word('x-computed', (_: unknown, data: Values) => isComputed(form, data))
  word('x-checks', (rules: ChecksRule[], data: Values) => rules.every((rule) => obeys(rule, data, today)))
  for (const keyword of Object.keys(X_KEYWORDS)) if (!ajv.getKeyword(keyword)) ajv.addKeyword({ keyword })

  const validate = ajv.compile(formJsonSchema(form))
  return (values) => (validate(values) ? [] : (validate.errors ?? []))
}

/** The number passes the check of its kind and is in the form that is filed. */
function keeps(kind: string, data: string, today: string): boolean {
  const checked = checkOf(kind, data, today)
  return checked.ok && checked.value === data
}

function checkOf(kind: string, data: string, today: string): Result<string> {
  if (kind === 'credit-code') return checkCreditCode(data)
  if (kind === 'phone') return checkPhone(data)
  if (kind === 'resident-id') return checkResidentId(data, today)
  if (kind === 'person-name') {
    const checked = checkName({ type: 'person-name', minLength: 1, maxLength: 1000 }, data)
    return 'value' in checked
      ? { ok: true, value: checked.value }
      : { ok: false, refusal: { name: 'invalid', sentence: '' } }
  }
  if (!personIdKinds.includes(kind as PersonIdKind)) throw new Error(`no check for ${kind}`)
  return checkPersonId(kind as PersonIdKind, data, today)
}

/** Taking out what is computed and computing again gives the same. */
function isComputed(form: Form, data: Values): boolean {
  const bare: Values = { ...data }
  const strip = (key: string, fields: readonly { key: string; compute?: unknown }[]) => {
    bare[key] = rowsOf(data[key]).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([k]) => !fields.find((f) => f.key === k)?.compute)),
    )
  }
  for (const group of form.groups) {
    if (group.repeat) strip(group.key, group.fields)
    else
      for (const f of group.fields) {
        if (f.compute) delete bare[f.key]
        if (f.type === 'table') strip(f.key, f.columns)
      }
  }
  const again = withComputed(form, bare)
  const keys = new Set([...Object.keys(data), ...Object.keys(again)])
  return [...keys].every((k) => same(data[k], again[k]))
}

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sorted(a ?? null)) ===
  JSON.stringify(sorted(Array.isArray(b) && b.length === 0 ? (a ?? null) : (b ?? null)))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  )
}

function obeys({ field, rows, checks }: ChecksRule, data: Values, today: string): boolean {
  if (rows === undefined) return checks.every((c) => passes(c, data[field], (key) => data[key], today))
  return rowsOf(data[rows]).every((row) =>
    checks.every((c) => passes(c, row[field], (key) => (key in row ? row[key] : data[key]), today)),
  )
}
