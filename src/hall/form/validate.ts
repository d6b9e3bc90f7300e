import { type Form, type FormField, isEmpty } from '../../catalogue/index.ts'
import { type Answers, asked } from './answers.ts'
import { checkField, type Fault, inEnglish } from './check-field.ts'

/** What is wrong with one field, said in a sentence that names the way out. */
export interface FieldError extends Fault {
  field: string
}

export interface Validated {
  /** What would be filed: only fields that are asked, each in its filed form. Wrong and empty ones are missing. */
  values: Answers
  errors: FieldError[]
}

/**
 * Judges a whole form. `answers` is what was typed and is never changed; a field that another answer hides is neither
 * asked nor filed. Errors come in the order of the form.
 */
export function validate(form: Form, answers: Answers, now: Date): Validated {
  const values: Answers = {}
  const errors: FieldError[] = []
  for (const field of asked(form, answers)) {
    const typed = answers[field.key]
    if (isEmpty(typed)) {
      if (field.required) errors.push({ field: field.key, ...missing(field) })
      continue
    }
    const checked = checkField(field, typed!, now)
    if ('fault' in checked) errors.push({ field: field.key, ...checked.fault })
    else values[field.key] = checked.value
  }
  return { values, errors }
}

function missing(field: FormField): Fault {
  const chosen = field.type === 'choice' || field.type === 'multiple'
  const zh = chosen
    ? `请选${field.type === 'multiple' ? '至少一项' : '一项'}：${field.label}`
    : `请填${field.label}`
  const en = chosen ? `Choose an answer: ${inEnglish(field)}` : `Enter: ${inEnglish(field)}`
  return { zh, en }
}
