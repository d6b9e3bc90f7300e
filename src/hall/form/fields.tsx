import type { ReactElement } from 'react'
import type { Form, FormField } from '../../catalogue/index.ts'
import type { Fact, Known } from '../../exchange/index.ts'
import {
  Choices,
  DateField,
  dayOfInstant,
  dayText,
  type Lang,
  Section,
  Select,
  type SummaryRow,
  TextArea,
  TextField,
  timeText,
} from '../../ui/index.ts'
import { type Answers, controlName, fieldsOf } from './answers.ts'
import type { FieldError } from './validate.ts'

export interface FormPartProps {
  form: Form
  /** As typed. */
  answers: Answers
  known: Known | null
  errors: readonly FieldError[]
  lang: Lang
  today: string
}

export const labelOf = (field: FormField, lang: Lang): string =>
  lang === 'en' && field.labelEn ? field.labelEn : field.label

/** 「来自企业库，11月23日（周一）9:12 取得」 */
export function sourceText(fact: Fact, lang: Lang, today: string): string {
  const { source, asOf } = fact
  if (asOf === null) return lang === 'en' ? 'From your real-name check' : `来自${source}`
  const at = new Date(asOf)
  const day = dayText(dayOfInstant(at), { lang, today, bare: true })
  return lang === 'en'
    ? `From the ${SOURCES_EN[source] ?? source}, fetched ${day}, ${timeText(at)}`
    : `来自${source}，${day} ${timeText(at)} 取得`
}

const SOURCES_EN: Record<string, string> = { 人口库: 'population register', 企业库: 'enterprise register' }

export const factOf = (field: FormField, known: Known | null): Fact | undefined =>
  field.prefill ? known?.facts[field.prefill] : undefined

const coded = (number: string): ReactElement => <span className="code">{number}</span>

/** Rows for what is proved: shown as text, never asked (Art. 13.1). */
export function knownRows({
  form,
  known,
  lang,
  today,
}: Omit<FormPartProps, 'answers' | 'errors'>): SummaryRow[] {
  return fieldsOf(form).flatMap((field): SummaryRow[] => {
    const fact = factOf(field, known)
    if (!fact?.firm) return []
    const code = field.type === 'credit-code' || field.type === 'resident-id'
    return [
      {
        term: labelOf(field, lang),
        value: code ? coded(fact.value) : fact.value,
        source: sourceText(fact, lang, today),
      },
    ]
  })
}

/** The groups of a form as sections, without what is proved already; a group that asks for nothing is left out. */
export function FormSections(props: FormPartProps): ReactElement {
  return (
    <>
      {props.form.groups.map((group) => {
        const open = group.fields.filter((f) => !factOf(f, props.known)?.firm)
        if (open.length === 0) return null
        return (
          <Section
            key={group.key}
            id={`group-${group.key}`}
            title={group.title}
            note={group.hint || undefined}
          >
            {open.map((field) => (
              <OneField key={field.key} field={field} {...props} />
            ))}
          </Section>
        )
      })}
    </>
  )
}

function OneField({
  field,
  form,
  answers,
  known,
  errors,
  lang,
  today,
}: FormPartProps & { field: FormField }): ReactElement {
  const fact = factOf(field, known)
  const typed = answers[field.key] ?? fact?.value
  const fault = errors.find((e) => e.field === field.key)
  const frame = {
    name: controlName(field.key),
    label: labelOf(field, lang),
    hint: hintOf(field, form, lang),
    error: fault?.[lang],
    optional: !field.required,
    source:
      fact &&
      `${sourceText(fact, lang, today)}${lang === 'en' ? '. Changing it here changes nothing there.' : '。改了这里，不会改登记。'}`,
  }
  const text = typeof typed === 'string' ? typed : ''
  switch (field.type) {
    case 'long-text':
      return <TextArea {...frame} value={text} rows={4} />
    case 'address':
      return <TextArea {...frame} value={text} rows={2} autoComplete="street-address" />
    case 'number':
    case 'money':
      return (
        <TextField {...frame} value={text} width="short" inputMode="decimal" unit={field.unit || undefined} />
      )
    case 'date':
      return (
        <DateField
          {...frame}
          value={text}
          min={field.dateRule === 'future' ? today : undefined}
          // A year of four figures: without a last day browsers wait for six and do not go on to the month.
          max={field.dateRule === 'past' ? today : '9999-12-31'}
        />
      )
    case 'phone':
      return (
        <TextField {...frame} value={text} type="tel" width="medium" inputMode="numeric" autoComplete="tel" />
      )
    case 'person-name':
      return <TextField {...frame} value={text} width="medium" />
    case 'resident-id':
    case 'credit-code':
      return <TextField {...frame} value={text} width="medium" secret />
    case 'choice':
      return <OneChoice field={field} frame={frame} value={text} lang={lang} />
    case 'multiple':
      return (
        <Choices
          {...frame}
          kind="several"
          options={optionsOf(field)}
          value={Array.isArray(typed) ? typed : []}
          columns={2}
          boxed={field.options.some((o) => o.hint !== '')}
        />
      )
    default:
      return <TextField {...frame} value={text} />
  }
}

interface ChoiceProps {
  field: FormField
  frame: Parameters<typeof Choices>[0] extends infer P ? Omit<P, 'options'> : never
  value: string
  lang: Lang
}

function OneChoice({ field, frame, value, lang }: ChoiceProps): ReactElement {
  const options = optionsOf(field)
  // A long list of bare words is quicker to walk in the browser's own list.
  if (options.length > 8 && options.every((o) => !o.hint))
    return (
      <Select
        {...frame}
        options={options}
        value={value}
        prompt={lang === 'en' ? 'Please choose' : '请选择'}
      />
    )
  const short = options.every((o) => !o.hint && o.label.length <= 8)
  return <Choices {...frame} options={options} value={value} boxed={!short} columns={short ? 2 : 1} />
}

const optionsOf = (field: FormField) =>
  field.options.map((o) => ({ value: o.value, label: o.label, hint: o.hint || undefined }))

/** The item's own hint; a field that hangs on another answer says on which. */
function hintOf(field: FormField, form: Form, lang: Lang): string | undefined {
  const [first] = field.when
  const on = first && fieldsOf(form).find((f) => f.key === first.field)
  if (!first || !on) return field.hint || undefined
  const only =
    lang === 'en'
      ? `Only if you answered “${first.values.join('、')}” to “${labelOf(on, lang)}”.`
      : `「${on.label}」选了「${first.values.join('、')}」才填。`
  return field.hint ? `${only}${lang === 'en' ? ' ' : ''}${field.hint}` : only
}
