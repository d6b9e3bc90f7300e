import type { AreaTree, Asked, FieldError, FormField, PlainField } from '../../catalogue/index.ts'
import type { Known } from '../../exchange/index.ts'
import type { Lang } from '../../ui/index.ts'
import type { Answers } from './answers.ts'

/** What the controls of a form are drawn from. */
export interface Drawn {
  lang: Lang
  today: string
  /** As typed. */
  answers: Answers
  known: Known | null
  errors: readonly FieldError[]
  areas: AreaTree
  /** Which fields are asked now, and what is computed now. */
  asked: Asked
  computed: Record<string, unknown>
  /** The row of a field's file, for fields that take one. */
  upload: (field: FormField) => React.ReactNode
}

/** One control's frame: what every kind of field shows around its control. */
export interface Frame {
  name: string
  label: string
  hint?: string
  error?: string
  optional: boolean
  source?: string
}

export const labelOf = (field: { label: string; labelEn: string }, lang: Lang): string =>
  (lang === 'en' && field.labelEn) || field.label

export const hintOf = (field: { hint: string; hintEn: string }, lang: Lang): string | undefined =>
  (lang === 'en' && field.hintEn) || field.hint || undefined

/** A line of the error summary; the sentence names its place by itself, or the name stands before it. */
export const summaryOf = (error: FieldError, lang: Lang): string =>
  error[lang].includes(error.label[lang])
    ? error[lang]
    : `${error.label[lang]}${lang === 'zh' ? '：' : ': '}${error[lang]}`

export const errorAt = (errors: readonly FieldError[], path: string, lang: Lang): string | undefined =>
  errors.find((e) => e.field === path)?.[lang]

export const optionsOf = (field: PlainField, lang: Lang) =>
  field.options.map((o) => ({
    value: o.value,
    label: (lang === 'en' && o.labelEn) || o.label,
    hint: o.hint || undefined,
  }))

/** A field of several controls at its place in the form. */
export interface PartsProps {
  field: PlainField
  path: string
  frame: Frame
  value: Record<string, string>
  drawn: Drawn
}
