import type { PlainField } from '../form.ts'
import { type Checked, checkOne, type FormContext, inEnglish, no } from './check-one.ts'
import { checkParts } from './check-parts.ts'
import { isParts, PARTS } from './value.ts'

/**
 * Checks one answer that is not empty, of any kind but a table. The value comes back in the form that is filed (half-width, without
 * blanks around).
 */
export function checkField(field: PlainField, typed: unknown, context: FormContext): Checked {
  const again = () => no(`请重新填写：${field.label}`, `Please enter again: ${inEnglish(field)}`)
  if (field.type === 'multiple') return checkMultiple(field, typed)
  if (field.type in PARTS) return isParts(typed) ? checkParts(field, typed, context) : again()
  const text = Array.isArray(typed) ? typed.at(-1) : typed
  return typeof text === 'string' ? checkOne(field, text, context.now) : again()
}

function checkMultiple(field: PlainField, typed: unknown): Checked {
  const ticked = Array.isArray(typed) ? typed : [typed]
  const known = field.options.map((o) => o.value)
  if (ticked.some((v) => !known.includes(v)))
    return no(
      `「${field.label}」里有不在列的选项，请重新勾选`,
      `${inEnglish(field)} holds an option that is not listed; please tick again`,
    )
  // In the order of the list, each once, however the browser sent them.
  return { value: known.filter((v) => ticked.includes(v)) }
}
