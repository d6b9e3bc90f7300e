import { dayOf } from '../../regulation/index.ts'
import type { Form, FormField, FormGroup, PlainField } from '../form.ts'
import { type Asked, askedOf, rowsOf } from './asked.ts'
import { checkField } from './check-field.ts'
import { type Fault, type FormContext, inEnglish } from './check-one.ts'
import { withComputed } from './compute.ts'
import { passes } from './own-check.ts'
import { type FormValue, type FormValues, isEmpty, type Row } from './value.ts'

/** What is wrong at one place, said in a sentence that names the way out. */
export interface FieldError extends Fault {
  /** Where: `key`, `key.part`, `table.2.column`, `group.0.field.part`; rows are counted from 0 as they were typed. */
  field: string
  /** What people call that place: 「股东第 2 位：姓名」. */
  label: Fault
}

export interface Validated {
  /** What would be filed: only fields that are asked, each in its filed form. Wrong and empty ones are missing. */
  values: FormValues
  errors: FieldError[]
}

/**
 * Judges a whole form. `answers` is what was typed and is never changed; a field that another answer hides is neither
 * asked nor filed, and a wrong answer fulfils no condition. Errors come in the order of the form.
 */
export function validate(form: Form, answers: Record<string, unknown>, context: FormContext): Validated {
  const right = rightAnswers(form, answers, context)
  const asked = askedOf(form, right)
  const errors: FieldError[] = []
  const typed: FormValues = {}
  for (const group of form.groups) {
    if (!asked.group(group)) continue
    if (group.repeat) {
      const { value, faults } = judgeRows(group, answers[group.key], context, asked)
      if (value.length > 0) typed[group.key] = value
      errors.push(...faults)
      continue
    }
    for (const field of group.fields) {
      if (!asked.field(field.key) || field.compute) continue
      const { value, faults } = judgeField(field, answers[field.key], context)
      if (value !== undefined) typed[field.key] = value
      errors.push(...faults)
    }
  }
  const values = withComputed(form, typed, asked) as FormValues
  errors.push(...ownFaults(form, values, context, asked, new Set(errors.map((e) => e.field))))
  return { values, errors: inOrder(form, errors) }
}

/**
 * Every answer that is right by itself, asked or not, in its filed form: what conditions and computed values look at while a form is
 * filled in. Rows keep their places.
 */
export function rightAnswers(
  form: Form,
  answers: Record<string, unknown>,
  context: FormContext,
): Record<string, unknown> {
  const right: Record<string, unknown> = {}
  const rows = (fields: readonly PlainField[], typed: unknown): Row[] =>
    rowsOf(typed).map((row) => rightRow(fields, row, context))
  for (const group of form.groups) {
    if (group.repeat) right[group.key] = rows(group.fields, answers[group.key])
    else
      for (const field of group.fields)
        if (field.type === 'table') right[field.key] = rows(field.columns, answers[field.key])
        else if (!field.compute) right[field.key] = judgePlain(field, answers[field.key], context).value
  }
  return right
}

function rightRow(fields: readonly PlainField[], row: Row, context: FormContext): Row {
  const right: Row = {}
  for (const field of fields) {
    const value = field.compute ? undefined : judgePlain(field, row[field.key], context).value
    if (value !== undefined) right[field.key] = value
  }
  return right
}

const labelOf = (field: { label: string; labelEn: string }): Fault => ({
  zh: field.label,
  en: inEnglish(field),
})

interface Judged<T> {
  value: T
  faults: FieldError[]
}

function judgeField(field: FormField, typed: unknown, context: FormContext): Judged<FormValue | undefined> {
  return field.type === 'table' ? judgeTable(field, typed, context) : judgePlain(field, typed, context)
}

function judgePlain(
  field: PlainField,
  typed: unknown,
  context: FormContext,
): Judged<Exclude<FormValue, Row[]> | undefined> {
  const label = labelOf(field)
  if (isEmpty(typed) || isOnlyChosen(field, typed)) {
    const faults = field.required ? [{ field: field.key, label, ...missing(field) }] : []
    return { value: undefined, faults }
  }
  const checked = checkField(field, typed, context)
  if ('value' in checked) return { value: checked.value as Exclude<FormValue, Row[]>, faults: [] }
  const faults = checked.faults.map(({ at, zh, en }) => ({
    field: at === '' ? field.key : `${field.key}.${at}`,
    label,
    zh,
    en,
  }))
  return { value: undefined, faults }
}

/** A person of whom only the kind of document stands there, which the list chooses by itself, was not given. */
const isOnlyChosen = (field: PlainField, typed: unknown): boolean =>
  field.type === 'person' && isEmpty({ ...(typed as object), idKind: '' })

function judgeTable(field: FormField, typed: unknown, context: FormContext): Judged<Row[] | undefined> {
  const least = Math.max(field.minRows ?? 0, field.required ? 1 : 0)
  const rows = judgeEach(rowsOf(typed), field.columns, field.key, labelOf(field), context, () =>
    field.columns.filter((c) => !c.compute),
  )
  const faults = [
    ...rows.faults,
    ...countFault(field.key, labelOf(field), rows.count, least, field.maxRows ?? 200),
  ]
  return { value: rows.value.length > 0 && faults.length === 0 ? rows.value : undefined, faults }
}

function judgeRows(group: FormGroup, typed: unknown, context: FormContext, asked: Asked): Judged<Row[]> {
  const { each, eachEn, min, max } = group.repeat!
  const name = { zh: each || group.title, en: eachEn || group.titleEn || each || group.title }
  const rows = judgeEach(rowsOf(typed), group.fields, group.key, name, context, (row) => {
    const right = rightRow(group.fields, row, context)
    return group.fields.filter((f) => !f.compute && asked.inRow(group, f, right))
  })
  return {
    value: rows.value,
    faults: [...rows.faults, ...countFault(group.key, name, rows.count, min, max)],
  }
}

/** Judges row by row; a row in which nothing stands is left out, and does not count. */
function judgeEach(
  rows: readonly Row[],
  all: readonly PlainField[],
  key: string,
  { zh, en }: Fault,
  context: FormContext,
  fieldsOf: (row: Row) => readonly PlainField[],
): Judged<Row[]> & { count: number } {
  const value: Row[] = []
  const faults: FieldError[] = []
  let count = 0
  rows.forEach((row, i) => {
    if (all.every((f) => isEmpty(row[f.key]) || isOnlyChosen(f, row[f.key]))) return
    count += 1
    const filed: Row = {}
    for (const field of fieldsOf(row)) {
      const judged = judgePlain(field, row[field.key], context)
      if (judged.value !== undefined) filed[field.key] = judged.value
      for (const f of judged.faults)
        faults.push({
          ...f,
          field: `${key}.${i}.${f.field}`,
          label: { zh: `${zh}第 ${i + 1} 项，${f.label.zh}`, en: `${en} ${i + 1}, ${f.label.en}` },
        })
    }
    value.push(filed)
  })
  return { value, faults, count }
}

function countFault(field: string, label: Fault, count: number, least: number, most: number): FieldError[] {
  if (count < least)
    return [
      {
        field,
        label,
        zh: count === 0 ? `至少填 ${least} 项` : `至少填 ${least} 项，您填了 ${count} 项`,
        en: `Give at least ${least}; you gave ${count}`,
      },
    ]
  if (count > most)
    return [
      { field, label, zh: `最多填 ${most} 项，您填了 ${count} 项`, en: `At most ${most}; you gave ${count}` },
    ]
  return []
}

/** Limits of computed values and the item's own checks, where the field itself is right. */
function ownFaults(
  form: Form,
  values: FormValues,
  context: FormContext,
  asked: Asked,
  faulty: Set<string>,
): FieldError[] {
  const today = dayOf(context.now)
  const faults: FieldError[] = []
  const look = (key: string): unknown => values[key]
  const judge = (
    field: PlainField,
    value: unknown,
    at: string,
    label: Fault,
    find: (key: string) => unknown,
  ) => {
    if (isEmpty(value) || faulty.has(at)) return
    if (field.compute) {
      const checked = checkField(field, value, context)
      if ('faults' in checked)
        faults.push({ field: at, label, zh: checked.faults[0]!.zh, en: checked.faults[0]!.en })
    }
    const broken = field.checks.find((c) => !passes(c, value, find, today))
    if (broken)
      faults.push({ field: at, label, zh: broken.sentence, en: broken.sentenceEn || broken.sentence })
  }
  const inRows = (key: string, fields: readonly PlainField[], zh: string, en: string) =>
    rowsOf(values[key]).forEach((row, i) => {
      const find = (other: string) => (fields.some((f) => f.key === other) ? row[other] : values[other])
      for (const f of fields) {
        const label = { zh: `${zh}第 ${i + 1} 项，${f.label}`, en: `${en} ${i + 1}, ${inEnglish(f)}` }
        judge(f, row[f.key], `${key}.${i}.${f.key}`, label, find)
      }
    })
  for (const group of form.groups) {
    if (!asked.group(group)) continue
    if (group.repeat) {
      const { each, eachEn } = group.repeat
      inRows(group.key, group.fields, each || group.title, eachEn || group.titleEn || each || group.title)
      continue
    }
    for (const field of group.fields) {
      if (field.type === 'table') inRows(field.key, field.columns, field.label, inEnglish(field))
      else judge(field, values[field.key], field.key, labelOf(field), look)
    }
  }
  return faults
}

/** In the order in which the form shows the places. */
function inOrder(form: Form, errors: FieldError[]): FieldError[] {
  const places = form.groups.flatMap((g) => (g.repeat ? [g.key] : g.fields.map((f) => f.key)))
  const place = (e: FieldError) => places.indexOf(e.field.split('.')[0]!)
  return errors.toSorted((a, b) => place(a) - place(b))
}

function missing(field: PlainField): Fault {
  const en = inEnglish(field)
  switch (field.type) {
    case 'choice':
      return { zh: `请选一项：${field.label}`, en: `Choose an answer: ${en}` }
    case 'multiple':
      return { zh: `请选至少一项：${field.label}`, en: `Choose an answer: ${en}` }
    case 'file':
      return { zh: `请上传${field.label}`, en: `Upload: ${en}` }
    case 'signature':
      return { zh: '请写上姓名，作为签名', en: 'Type your name as your signature' }
    default:
      return { zh: `请填${field.label}`, en: `Enter: ${en}` }
  }
}
