import type { Computation, Condition, FieldCheck, Form, FormField, FormGroup, PlainField } from '../form.ts'
import { head, plainSchema, type Schema } from './schema-value.ts'

const SCHEMA = 'https://json-schema.org/draft/2020-12/schema'

/**
 * The form as JSON Schema 2020-12 of what is filed. What the standard has no word for stands in keywords of ours; who does not know
 * them still checks the shape. They are told in `X_KEYWORDS`.
 */
export function formJsonSchema(form: Form, name = ''): Schema {
  const properties: Record<string, Schema> = {}
  const required: string[] = []
  const allOf: Schema[] = []
  for (const group of form.groups) {
    const parts: [key: string, schema: Schema, needed: boolean, conditions: Schema[]][] = group.repeat
      ? [[group.key, repeated(group), group.repeat.min > 0, demands(group)]]
      : group.fields.map((f) => [
          f.key,
          fieldSchema(f),
          (f.required || (f.minRows ?? 0) > 0) && !f.compute,
          [...demands(group), ...demands(f)],
        ])
    for (const [key, schema, needed, conditions] of parts) {
      properties[key] = schema
      if (conditions.length === 0) {
        if (needed) required.push(key)
      } else allOf.push(conditional(key, conditions, needed))
    }
  }
  return {
    $schema: SCHEMA,
    ...(name ? { title: name } : {}),
    type: 'object',
    properties,
    required,
    ...(allOf.length > 0 ? { allOf } : {}),
    // Keys of the platform's own begin with $ and are no answers.
    patternProperties: { '^\\$': true },
    additionalProperties: false,
    ...rulesOf(form),
    'x-groups': form.groups.map((g) => ({
      key: g.key,
      title: g.title,
      ...(g.titleEn ? { titleEn: g.titleEn } : {}),
      fields: g.repeat ? [g.key] : g.fields.map((f) => f.key),
    })),
  }
}

/** Our keywords, each with its meaning, for the readers of a schema. */
export const X_KEYWORDS: Record<string, string> = {
  'x-kind': 'kind of field, as the form designer names it',
  'x-label': 'label in English',
  'x-unit': 'unit that the number is given in',
  'x-prefill': 'path of shared data from which the field is prefilled (Art. 13.1)',
  'x-minimum': 'least number that the decimal text may mean',
  'x-maximum': 'greatest number that the decimal text may mean',
  'x-not-below': 'in conditions: the number or day is not below this one',
  'x-not-above': 'in conditions: the number or day is not above this one',
  'x-day': 'past: not after the day of filing; future: not before it',
  'x-check': 'the check that the number of this kind has (check digit, birthday, length)',
  'x-region': 'code of the region tree, chosen down to this step, with its names beside it',
  'x-order': 'the first named property is not after the second',
  'x-together': 'the named properties are given together or not at all',
  'x-computed':
    'the property equals what this computation gives; in rows of the named table or group where `rows` says so',
  'x-checks': 'rules of the item with their own sentences; in rows where `rows` says so',
  'x-groups': 'headings of the form with the keys below them',
}

/** Conditions of a field or group as one schema that what is filed must fulfil; none when there are none. */
function demands({ when, whenMode }: Pick<PlainField, 'when' | 'whenMode'>): Schema[] {
  if (when.length === 0) return []
  const tests = when.map(fulfils)
  return [whenMode === 'any' ? { anyOf: tests } : { allOf: tests }]
}

/** What is not asked is not filed, so that a condition on it fails by its absence. */
function fulfils({ field, test, values }: Condition): Schema {
  const [key, part] = field.split('.') as [string, string | undefined]
  const test1 = testSchema(test, values)
  const inner: Schema = part ? { type: 'object', properties: { [part]: test1 }, required: [part] } : test1
  return { properties: { [key]: inner }, required: [key] }
}

function testSchema(test: Condition['test'], values: string[]): Schema {
  switch (test) {
    case 'filled':
      return {}
    case 'is':
      return { anyOf: [{ enum: values }, { type: 'array', contains: { enum: values } }] }
    case 'not':
      return { not: { anyOf: [{ enum: values }, { type: 'array', contains: { enum: values } }] } }
    default:
      return { type: 'string', [test === 'at-least' ? 'x-not-below' : 'x-not-above']: values[0] ?? '' }
  }
}

function conditional(key: string, conditions: Schema[], needed: boolean): Schema {
  return {
    if: conditions.length === 1 ? conditions[0] : { allOf: conditions },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    ...(needed ? { then: { required: [key] } } : {}),
    else: { properties: { [key]: false } },
  }
}

function repeated(group: FormGroup): Schema {
  return {
    type: 'array',
    title: group.title,
    'x-kind': 'group',
    minItems: Math.max(group.repeat!.min, 1),
    maxItems: group.repeat!.max,
    items: rowSchema(group.fields),
  }
}

/** One row or entry. Its conditions are on its own fields: the gate lets no others through. */
function rowSchema(fields: readonly PlainField[]): Schema {
  const allOf = fields.flatMap((f) => {
    const conditions = demands(f)
    return conditions.length > 0 ? [conditional(f.key, conditions, f.required && !f.compute)] : []
  })
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((f) => [f.key, plainSchema(f)])),
    required: fields.filter((f) => f.required && !f.compute && f.when.length === 0).map((f) => f.key),
    ...(allOf.length > 0 ? { allOf } : {}),
    additionalProperties: false,
    minProperties: 1,
  }
}

function fieldSchema(field: FormField): Schema {
  if (field.type !== 'table') return plainSchema(field)
  return {
    ...head(field),
    type: 'array',
    minItems: Math.max(field.minRows ?? 0, 1),
    maxItems: field.maxRows ?? 200,
    items: rowSchema(field.columns),
  }
}

export interface ComputedRule extends Computation {
  field: string
  rows?: string
}
export interface ChecksRule {
  field: string
  rows?: string
  checks: FieldCheck[]
}

function rulesOf(form: Form): Schema {
  const computed: ComputedRule[] = []
  const checks: ChecksRule[] = []
  const note = (fields: readonly PlainField[], rows?: string) => {
    for (const f of fields) {
      const at = rows === undefined ? { field: f.key } : { field: f.key, rows }
      if (f.compute) computed.push({ ...at, ...f.compute })
      if (f.checks.length > 0) checks.push({ ...at, checks: f.checks })
    }
  }
  for (const group of form.groups) {
    note(group.fields, group.repeat ? group.key : undefined)
    for (const field of group.fields) if (field.type === 'table') note(field.columns, field.key)
  }
  return {
    ...(computed.length > 0 ? { 'x-computed': computed } : {}),
    ...(checks.length > 0 ? { 'x-checks': checks } : {}),
  }
}
