import { bareNumeral, PARTS } from '../../catalogue/browser.ts'
import type { Form, PlainField } from '../../catalogue/index.ts'
import { indexes } from '../form/row-names.ts'

/** What stands in the controls now, near enough to the filed form that conditions and sums can look at it. */
export function readTyped(form: Form, owner: HTMLFormElement): Record<string, unknown> {
  const data = new FormData(owner)
  const names = [...new Set(data.keys())]
  const answers: Record<string, unknown> = {}
  const rows = (key: string, fields: readonly PlainField[]) =>
    indexes(names, `f-${key}`).map((i) =>
      Object.fromEntries(fields.map((f) => [f.key, typed(f, `f-${key}.${i}.${f.key}`, data, names)])),
    )
  for (const group of form.groups) {
    if (group.repeat) answers[group.key] = rows(group.key, group.fields)
    else
      for (const field of group.fields)
        answers[field.key] =
          field.type === 'table'
            ? rows(field.key, field.columns)
            : typed(field, `f-${field.key}`, data, names)
  }
  return answers
}

const text = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value.trim() : '')

function typed(field: Pick<PlainField, 'type'>, name: string, data: FormData, names: string[]): unknown {
  if (field.type === 'multiple') return data.getAll(name).map(text)
  if (field.type in PARTS)
    return Object.fromEntries(
      names.filter((n) => n.startsWith(`${name}.`)).map((n) => [n.slice(name.length + 1), text(data.get(n))]),
    )
  const value = text(data.get(name))
  return field.type === 'number' || field.type === 'money' ? bareNumeral(value) : value
}
