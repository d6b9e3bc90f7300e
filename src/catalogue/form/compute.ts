import type { Computation, Form, FormField, PlainField } from '../form.ts'
import { type Asked, askedOf, rowsOf } from './asked.ts'
import { type Decimal, decimal, decimalText, minus, plus, times } from './decimal.ts'
import { isEmpty, isParts, type Row } from './value.ts'

type Values = Record<string, unknown>
type Sum = Pick<PlainField, 'key' | 'type' | 'compute'>

/**
 * The answers with every computed value in its place; one whose parts are missing is left out. Pure, and no import but of its kind: the
 * browser runs it too.
 */
export function withComputed(form: Form, answers: Values, asked: Asked = askedOf(form, answers)): Values {
  const values: Values = { ...answers }
  const fields = form.groups.flatMap((g) => (g.repeat ? [] : g.fields))
  for (const field of fields)
    if (field.type === 'table' && field.columns.some((c) => c.compute))
      values[field.key] = rowsOf(values[field.key]).map((row) => inRow(row, field.columns, values, asked))
  for (const group of form.groups)
    if (group.repeat && group.fields.some((f) => f.compute))
      values[group.key] = rowsOf(values[group.key]).map((row) =>
        inRow(
          row,
          group.fields.filter((f) => asked.inRow(group, f, row)),
          values,
          asked,
        ),
      )
  const open = new Map(fields.filter((f) => f.compute).map((f) => [f.key, f]))
  const look = (key: string): unknown => {
    const field = open.get(key)
    if (field) fill(field)
    return isRowsKey(form, key) || asked.field(key) ? values[key] : undefined
  }
  const fill = (field: FormField): void => {
    open.delete(field.key)
    put(values, field, asked.field(field.key) ? computed(field, look) : null)
  }
  for (const field of fields) if (open.has(field.key)) fill(field)
  return values
}

const isRowsKey = (form: Form, key: string): boolean => form.groups.some((g) => g.repeat && g.key === key)

function inRow(row: Row, fields: readonly PlainField[], outer: Values, asked: Asked): Row {
  const values: Values = { ...row }
  const open = new Map(fields.filter((f) => f.compute).map((f) => [f.key, f]))
  const look = (key: string): unknown => {
    const field = open.get(key)
    if (field) fill(field)
    if (fields.some((f) => f.key === key)) return values[key]
    return asked.field(key) ? outer[key] : undefined
  }
  const fill = (field: Sum): void => {
    open.delete(field.key)
    put(values, field, computed(field, look))
  }
  for (const field of fields) if (open.has(field.key)) fill(field)
  return values as Row
}

function put(values: Values, field: Sum, value: string | null): void {
  if (value === null) delete values[field.key]
  else values[field.key] = value
}

/** Places behind the point that a computed value keeps: money to the cent. */
const placesOf = (field: Sum): number => (field.type === 'money' ? 2 : 6)

function computed(field: Sum, look: (key: string) => unknown): string | null {
  const { kind, of } = field.compute as Computation
  const got = of.map((ref) => reach(ref, look))
  if (kind === 'count') return String(got.reduce<number>((n, v) => n + counted(v), 0))
  if (kind === 'days' || kind === 'days-inclusive') return days(got, kind === 'days-inclusive' ? 1 : 0)
  if (kind === 'sum') {
    const terms = got.flatMap((v) => (Array.isArray(v) ? v : [v])).flatMap((v) => number(v) ?? [])
    return terms.length === 0 ? null : decimalText(terms.reduce(plus), placesOf(field))
  }
  const terms = got.map(number)
  if (terms.length === 0 || terms.some((t) => t === null)) return null
  let value = terms[0]!
  for (const term of terms.slice(1) as Decimal[]) {
    value = kind === 'product' ? times(value, term) : minus(value, term)
    if (isPastCounting(value)) return null
  }
  return decimalText(value, placesOf(field))
}

/** Figures of the longest number that is reckoned with: products of products would else grow until nothing else runs. */
const MOST_FIGURES = 60
const isPastCounting = ({ digits }: Decimal): boolean => {
  const limit = 10n ** BigInt(MOST_FIGURES)
  return digits >= limit || digits <= -limit
}

const number = (value: unknown): Decimal | null =>
  typeof value === 'string' && value.length <= MOST_FIGURES ? decimal(value) : null

/** A plain number, `key`, or `key.column`: then one value a row. */
function reach(ref: string, look: (key: string) => unknown): unknown {
  if (number(ref)) return ref
  const [key, column] = ref.split('.')
  const value = look(key!)
  return column === undefined ? value : rowsOf(value).map((row) => row[column])
}

const counted = (value: unknown): number =>
  Array.isArray(value) ? value.filter((v) => !isEmpty(v)).length : isEmpty(value) ? 0 : 1

const DAY_MS = 86_400_000

function days(got: unknown[], more: number): string | null {
  const [first, second] = got
  const [from, to] = isParts(first) ? [first['from'], first['to']] : [first, second]
  if (typeof from !== 'string' || typeof to !== 'string') return null
  const between = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
  return Number.isInteger(between) ? String(between + more) : null
}
