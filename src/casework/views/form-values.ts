import { askedFields, type FormField, type ItemContent } from '../../catalogue/index.ts'
import { maskNumber, maskPhone } from '../../identity/index.ts'
import type { DossierRecord } from '../api/contract.ts'

type Answers = Record<string, unknown>

/** The filed form in the words and order of the item version that it was filed under. */
export function formGroups(
  content: ItemContent,
  answers: Answers,
  earlier: Answers | null,
): DossierRecord['form']['groups'] {
  const asked = new Set(content.form ? askedFields(content.form, answers).map((f) => f.key) : [])
  const groups = (content.form?.groups ?? []).map((g) => ({
    title: g.title,
    fields: g.fields.filter((f) => asked.has(f.key)).map((f) => fieldView(f, answers, earlier)),
  }))
  return groups.filter((g) => g.fields.length > 0)
}

function fieldView(field: FormField, answers: Answers, earlier: Answers | null) {
  const value = inWords(field, answers[field.key])
  const before = earlier === null ? value : inWords(field, earlier[field.key])
  return {
    key: field.key,
    label: field.label,
    value,
    unit: field.unit,
    before: before === value ? null : before,
  }
}

function inWords(field: FormField, value: unknown): string {
  // A full number is never shown without a reason; reading one is an act of its own.
  if (field.type === 'resident-id') return maskNumber(words(value))
  if (field.type === 'phone') return maskPhone(words(value))
  if (field.options.length === 0) return words(value)
  const chosen = Array.isArray(value) ? value : [value]
  return chosen.map((v) => field.options.find((o) => o.value === words(v))?.label ?? words(v)).join('、')
}

function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(words).join('、')
  if (typeof value === 'object') return Object.values(value).map(words).filter(Boolean).join(' ')
  return String(value)
}
