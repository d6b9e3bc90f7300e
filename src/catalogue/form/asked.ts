import type { Condition, Form, FormField, FormGroup, PlainField } from '../form.ts'
import { isEmpty, isParts, isRows, type Row } from './value.ts'

/** Which groups and fields are asked, given the answers. No import but types and values: the browser runs it too. */
export interface Asked {
  group(group: FormGroup): boolean
  /** A field outside repeatable groups. */
  field(key: string): boolean
  /** A field of one entry of a repeatable group; a key in its conditions means the entry's own field first. */
  inRow(group: FormGroup, field: FormField, row: Row): boolean
}

/**
 * A condition on a field that is not asked itself never holds, so what hangs on it is not asked either. A circle of conditions
 * (no gate lets it through) counts as not asked.
 */
export function askedOf(form: Form, answers: Record<string, unknown>): Asked {
  const home = new Map<string, { field: FormField; group: FormGroup }>()
  for (const group of form.groups)
    if (!group.repeat) for (const field of group.fields) home.set(field.key, { field, group })
  const known = new Map<string, boolean>()

  const isFieldAsked = (key: string): boolean => {
    const before = known.get(key)
    if (before !== undefined) return before
    const at = home.get(key)
    if (!at) return false
    known.set(key, false)
    const asked = isGroupAsked(at.group) && all(at.field, top)
    known.set(key, asked)
    return asked
  }
  const top = (path: string): unknown =>
    isFieldAsked(path.split('.')[0]!) ? partOf(answers, path) : undefined
  const isGroupAsked = (group: FormGroup): boolean => all(group, top)

  return {
    group: isGroupAsked,
    field: isFieldAsked,
    inRow(group, field, row) {
      const seen = new Set<string>()
      const own = (path: string): unknown => {
        const key = path.split('.')[0]!
        const sibling = group.fields.find((f) => f.key === key)
        if (!sibling) return top(path)
        if (seen.has(key)) return undefined
        seen.add(key)
        return all(sibling, own) ? partOf(row, path) : undefined
      }
      return isGroupAsked(group) && all(field, own)
    },
  }
}

/** Fields that are asked, without those of repeatable groups, in the order of the form. */
export function askedFields(form: Form, answers: Record<string, unknown>): FormField[] {
  const asked = askedOf(form, answers)
  return form.groups.flatMap((g) => (g.repeat ? [] : g.fields.filter((f) => asked.field(f.key))))
}

/** Entries of a repeatable group, or rows of a table, as they were typed. */
export const rowsOf = (value: unknown): Row[] => (isRows(value) ? value : [])

/** `key` or `key.part` of the answers. */
function partOf(answers: Record<string, unknown>, path: string): unknown {
  const [key, part] = path.split('.')
  const value = answers[key!]
  return part === undefined ? value : isParts(value) ? value[part] : undefined
}

type Conditional = Pick<PlainField, 'when' | 'whenMode'>

function all({ when, whenMode }: Conditional, look: (path: string) => unknown): boolean {
  if (when.length === 0) return true
  return whenMode === 'any'
    ? when.some((c) => holds(c, look(c.field)))
    : when.every((c) => holds(c, look(c.field)))
}

/** Does an answer fulfil a condition? An empty one fulfils none. */
export function holds({ test, values }: Condition, answer: unknown): boolean {
  if (isEmpty(answer)) return false
  const given = Array.isArray(answer) ? answer : [answer]
  switch (test) {
    case 'filled':
      return true
    case 'is':
      return given.some((v) => values.includes(v as string))
    case 'not':
      return !given.some((v) => values.includes(v as string))
    default: {
      if (typeof answer !== 'string') return false
      const order = compare(answer.trim(), values[0] ?? '')
      return order !== null && (test === 'at-least' ? order >= 0 : order <= 0)
    }
  }
}

/** Orders two days or two numbers; null where they are neither. */
export function compare(a: string, b: string): number | null {
  const day = /^\d{4}-\d{2}-\d{2}$/
  if (day.test(a) && day.test(b)) return a < b ? -1 : a > b ? 1 : 0
  const numeral = /^-?\d+(\.\d+)?$/
  return numeral.test(a) && numeral.test(b) ? Number(a) - Number(b) : null
}
