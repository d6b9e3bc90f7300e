import type { Form, FormField } from '../../catalogue/index.ts'

/** What was typed or ticked, by field key, exactly as it was given: a draft keeps it even where it is not right yet. */
export type Answers = Record<string, string | string[]>

export const fieldsOf = (form: Form): FormField[] => form.groups.flatMap((g) => g.fields)

const PREFIX = 'f-'

/** Name of a field's control; also its id, so that an error summary can link to it. */
export const controlName = (key: string): string => PREFIX + key

const MOST_TYPED = 20_000

/**
 * Reads the answers from a posted form. Only fields of the item are read; text is kept as typed. A body that holds no
 * control of a ticked list means that nothing is ticked, so the list becomes empty.
 */
export function readAnswers(form: Form, body: Record<string, unknown>): Answers {
  const answers: Answers = {}
  for (const field of fieldsOf(form)) {
    const given = body[controlName(field.key)]
    if (field.type === 'multiple') {
      answers[field.key] = (Array.isArray(given) ? given : given === undefined ? [] : [given]).map(asText)
      continue
    }
    if (given === undefined) continue
    answers[field.key] = asText(Array.isArray(given) ? given.at(-1) : given)
  }
  return answers
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, MOST_TYPED).replaceAll('\r\n', '\n') : ''

/**
 * Which fields are asked, given the answers: a field hangs on another one's value, and is not asked when that one is
 * not asked itself. A circle of conditions (no gate lets it through) counts as not asked.
 */
export function asked(form: Form, answers: Answers): FormField[] {
  const fields = fieldsOf(form)
  const byKey = new Map(fields.map((f) => [f.key, f]))
  const isAsked = (field: FormField, seen: Set<string>): boolean => {
    if (!field.when) return true
    const on = byKey.get(field.when.field)
    if (!on || seen.has(on.key)) return false
    const value = answers[on.key]
    const fits = Array.isArray(value) ? value.includes(field.when.equals) : value === field.when.equals
    return fits && isAsked(on, new Set([...seen, field.key]))
  }
  return fields.filter((f) => isAsked(f, new Set([f.key])))
}

export const isEmpty = (value: string | string[] | undefined): boolean =>
  value === undefined || (Array.isArray(value) ? value.length === 0 : value.trim() === '')
