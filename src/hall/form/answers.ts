import { askedFields, type Form, type FormField } from '../../catalogue/index.ts'

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

export const asked = (form: Form, answers: Answers): FormField[] => askedFields(form, answers)
