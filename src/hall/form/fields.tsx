import type { ReactElement } from 'react'
import { type Form, type FormField, PARTS, type PlainField, valueText } from '../../catalogue/index.ts'
import type { Known } from '../../exchange/index.ts'
import {
  Choices,
  Computed,
  DateField,
  dayOfInstant,
  dayText,
  type Lang,
  Select,
  type SummaryRow,
  TextArea,
  TextField,
  timeText,
  Wrong,
} from '../../ui/index.ts'
import { type Answers, controlName } from './answers.ts'
import { type Drawn, errorAt, type Frame, hintOf, labelOf, optionsOf } from './context.ts'
import { type FieldFact, factOf, firmFacts } from './facts.ts'
import { PartsField } from './parts.tsx'

/** 「来自企业库，11月23日（周一）9:12 取得」 */
export function sourceText(fact: Pick<FieldFact, 'source' | 'asOf'>, lang: Lang, today: string): string {
  const { source, asOf } = fact
  if (asOf === null) return lang === 'en' ? 'From your real-name check' : `来自${source}`
  const at = new Date(asOf)
  const day = dayText(dayOfInstant(at), { lang, today, bare: true })
  return lang === 'en'
    ? `From the ${SOURCES_EN[source] ?? source}, fetched ${day}, ${timeText(at)}`
    : `来自${source}，${day} ${timeText(at)} 取得`
}

const SOURCES_EN: Record<string, string> = { 人口库: 'population register', 企业库: 'enterprise register' }

const coded = (number: string): ReactElement => <span className="code">{number}</span>

/** Rows for what is proved: shown as text, never asked (Art. 13.1). */
export function knownRows(
  form: Form,
  { answers, known, lang, today }: { answers: Answers; known: Known | null; lang: Lang; today: string },
): SummaryRow[] {
  const fields = new Map(form.groups.flatMap((g) => g.fields).map((f) => [f.key, f]))
  return firmFacts(form, answers, known).map(([key, value]): SummaryRow => {
    const field = fields.get(key)!
    const text = valueText(field, value, { lang })
    const code = field.type === 'credit-code' || field.type === 'resident-id'
    return {
      term: labelOf(field, lang),
      value: code ? coded(text) : text,
      source: sourceText(factOf(field, known)!, lang, today),
    }
  })
}

interface FieldAt {
  field: FormField | PlainField
  /** Where it lies: `key`, or `table.0.column`. */
  path: string
  typed: unknown
  drawn: Drawn
  /** In a row of a table: controls stay flat and narrow. */
  narrow?: boolean
}

/** What a field shows round its control. Only fields outside rows are prefilled. */
export function frameOf(field: FormField | PlainField, path: string, drawn: Drawn): Frame {
  const { lang, today } = drawn
  const fact = path === field.key ? factOf(field as FormField, drawn.known) : undefined
  return {
    name: controlName(path),
    label: labelOf(field, lang),
    hint: hintOf(field, lang),
    error: errorAt(drawn.errors, path, lang),
    optional: !field.required,
    source:
      fact &&
      `${sourceText(fact, lang, today)}${lang === 'en' ? '. Changing it here changes nothing there.' : '。改了这里，不会改登记。'}`,
  }
}

/** One question of a form, of any kind but a table. */
export function OneField({ field, path, typed, drawn, narrow = false }: FieldAt): ReactElement {
  const frame = frameOf(field, path, drawn)
  const fact = path === field.key ? factOf(field as FormField, drawn.known) : undefined
  const value = typed ?? fact?.value
  if (field.compute)
    return <Computed {...frame} id={frame.name} value={String(typed ?? '')} unit={field.unit} />
  if (field.type === 'file')
    return (
      <div className={frame.error ? 'field field-wrong' : 'field'} id={frame.name} tabIndex={-1}>
        {frame.error && <Wrong text={frame.error} />}
        {drawn.upload(field as FormField)}
      </div>
    )
  if (field.type in PARTS) {
    const parts = typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, string>) : {}
    return <PartsField field={field} path={path} frame={frame} value={parts} drawn={drawn} />
  }
  return <PlainControl field={field} frame={frame} value={value} drawn={drawn} narrow={narrow} />
}

interface PlainProps {
  field: PlainField
  frame: Frame
  value: unknown
  drawn: Drawn
  narrow: boolean
}

function PlainControl({ field, frame, value, drawn: { lang, today }, narrow }: PlainProps): ReactElement {
  const text = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'long-text':
      return <TextArea {...frame} value={text} rows={4} />
    case 'address':
      return narrow ? (
        <TextField {...frame} value={text} />
      ) : (
        <TextArea {...frame} value={text} rows={2} autoComplete="street-address" />
      )
    case 'number':
    case 'money':
      return (
        <TextField
          {...frame}
          value={text}
          width="short"
          inputMode="decimal"
          unit={field.unit || (field.type === 'money' ? (lang === 'en' ? 'yuan' : '元') : undefined)}
        />
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
      return <OneChoice field={field} frame={frame} value={text} lang={lang} narrow={narrow} />
    case 'multiple':
      return (
        <Choices
          {...frame}
          kind="several"
          options={optionsOf(field, lang)}
          value={Array.isArray(value) ? value : []}
          columns={2}
          boxed={field.options.some((o) => o.hint !== '')}
        />
      )
    default:
      return <TextField {...frame} value={text} />
  }
}

interface ChoiceProps {
  field: PlainField
  frame: Frame
  value: string
  lang: Lang
  narrow: boolean
}

function OneChoice({ field, frame, value, lang, narrow }: ChoiceProps): ReactElement {
  const options = optionsOf(field, lang)
  // A long list of bare words is quicker to walk in the browser's own list.
  if (narrow || (options.length > 8 && options.every((o) => !o.hint)))
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
