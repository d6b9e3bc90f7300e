import { z } from 'zod'
import { mediaKinds } from './material.ts'

const text = z.string()

/** Kinds of field. What each files is told by `FormValue` in form-value.ts. */
export const fieldTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'period',
  'choice',
  'multiple',
  'table',
  'address',
  'region-address',
  'person-name',
  'person',
  'body',
  'resident-id',
  'credit-code',
  'phone',
  'account',
  'file',
  'signature',
  'map-point',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** Kinds that may stand in a row of a table; in a repeatable group all but 'table', 'file' and 'signature' may. */
export const columnTypes = [
  'text',
  'number',
  'money',
  'date',
  'choice',
  'person-name',
  'resident-id',
  'credit-code',
  'phone',
  'address',
] as const satisfies readonly FieldType[]

/** 证件类型 of a person, by the name that people know; each number is checked by the rule of its kind. */
export const personIdKinds = [
  'resident-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'hmt-residence',
  'foreign-residence',
] as const
export type PersonIdKind = (typeof personIdKinds)[number]

/** Where a field's value is already known (Art. 13): a path into what the registers say of the applicant. */
export const prefillPaths = [
  'person.name',
  'person.idNumber',
  'person.address',
  'person.phone',
  'body.name',
  'body.creditCode',
  'body.legalPerson',
  'body.address',
  'body.scope',
  'body.capital',
  /** For fields of kind 'person' and 'body': name and number together. */
  'person',
  'body',
] as const

/**
 * One condition under which a field or group is asked: `is` one of the values, `not` one of them, `filled` with anything,
 * `at-least` / `at-most` the number or day in `values[0]`. A field that is not asked or not answered fulfils none.
 */
export const condition = z.object({
  field: text,
  test: z.enum(['is', 'not', 'filled', 'at-least', 'at-most']).default('is'),
  values: z.array(text).default([]),
})
export type Condition = z.infer<typeof condition>

/** Versions stored before conditions could be several hold one `{field, equals}`. */
const conditions = z.codec(z.unknown(), z.array(condition), {
  decode: (given) => {
    const list = given === undefined || given === null ? [] : Array.isArray(given) ? given : [given]
    return list.map((one) =>
      typeof one === 'object' && one !== null && 'equals' in one
        ? { field: one.field, values: [one.equals] }
        : one,
    )
  },
  // An answer over HTTP states them as they are now; without this way back it could not be written.
  encode: (list) => list,
})

const asked = {
  /** Asked only when these hold; empty: always. */
  when: conditions.default([]),
  /** How many of them must hold. */
  whenMode: z.enum(['all', 'any']).default('all'),
}

/**
 * A value that is computed and not typed. `of` names fields by key, columns as `table.column`, fields of a repeatable group as
 * `group.field`, or holds a plain number. Inside a row a key means the row's own field first.
 *
 * - `sum`: all of them, every row of a column; `product`: one times the other; `difference`: the first less the others
 * - `count`: rows of a table or repeatable group, ticks of a list
 * - `days`: days from the first date to the second, or from begin to end of a period; `days-inclusive` counts both ends
 */
export const computation = z.object({
  kind: z.enum(['sum', 'product', 'difference', 'count', 'days', 'days-inclusive']),
  of: z.array(text).max(50),
})
export type Computation = z.infer<typeof computation>

/**
 * A rule of our own with our own sentence. `against` is a number, a day, `today`, the key of another field (in a row: of the
 * row's own), or for `shape` a pattern of places: `0` a digit, `A` a capital, `*` either, anything else stands for itself.
 */
export const fieldCheck = z.object({
  test: z.enum(['at-least', 'at-most', 'not-before', 'not-after', 'same-as', 'differs-from', 'shape']),
  against: text,
  /** Said when it fails; names the way out. */
  sentence: text,
  sentenceEn: text.default(''),
})
export type FieldCheck = z.infer<typeof fieldCheck>

/** Answers lie in objects under these keys, where every object has some words of its own already (`constructor`). */
const answerKey = (key: z.ZodString) => key.refine((word) => !(word in {}), { error: '这个编号不能用' })

/** What every field has; a column of a table is one of these. */
export const plainField = z.object({
  key: answerKey(z.string().regex(/^[a-z][A-Za-z0-9]*$/)),
  label: text,
  labelEn: text.default(''),
  /** 填写说明 below the label. */
  hint: text.default(''),
  hintEn: text.default(''),
  type: z.enum(fieldTypes),
  required: z.boolean().default(true),
  unit: text.default(''),
  min: z.number().optional(),
  max: z.number().optional(),
  minLength: z.number().int().optional(),
  maxLength: z.number().int().optional(),
  /** For dates and both ends of periods: not after / not before the day of filing. */
  dateRule: z.enum(['past', 'future']).optional(),
  options: z
    .array(z.object({ value: text, label: text, labelEn: text.default(''), hint: text.default('') }))
    .max(1000)
    .default([]),
  /** For 'person': which documents are taken; empty: all of `personIdKinds`. */
  idKinds: z.array(z.enum(personIdKinds)).default([]),
  /** For 'region-address': the lowest step that must be chosen. */
  regionDepth: z.enum(['district', 'street']).default('street'),
  /** For 'file', and for a 'signature' given as a picture. */
  accept: z.array(z.enum(mediaKinds)).default(['pdf', 'jpg', 'png']),
  maxMegabytes: z.number().int().min(1).max(200).default(20),
  prefill: z.enum(prefillPaths).optional(),
  /** For 'number' and 'money': computed and shown, not typed. */
  compute: computation.optional(),
  checks: z.array(fieldCheck).max(20).default([]),
  ...asked,
})

export const formField = plainField.extend({
  /** For 'table': what a row holds, kinds of `columnTypes`. */
  columns: z.array(plainField).max(40).default([]),
  /** For 'table': how many rows; a required table has at least one. */
  minRows: z.number().int().min(0).optional(),
  maxRows: z.number().int().min(1).max(200).optional(),
})
export type PlainField = z.infer<typeof plainField>
export type FormField = z.infer<typeof formField>

export const formGroup = z.object({
  /** Unique among groups and fields: a repeatable group files its entries under it. */
  key: answerKey(text),
  title: text,
  titleEn: text.default(''),
  hint: text.default(''),
  hintEn: text.default(''),
  /**
   * Filled in once for each of several: 股东, 从业人员. `each` names one of them. Conditions in its fields look at the same entry
   * only; its own `when` looks at the fields before it.
   */
  repeat: z
    .object({
      each: text,
      eachEn: text.default(''),
      min: z.number().int().min(0).default(1),
      max: z.number().int().min(1).max(100).default(20),
    })
    .optional(),
  fields: z.array(formField).max(100),
  ...asked,
})
export type FormGroup = z.infer<typeof formGroup>

export const form = z.object({ groups: z.array(formGroup).max(40) })
export type Form = z.infer<typeof form>
