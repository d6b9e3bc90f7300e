import { type PlainField, personIdKinds } from '../form.ts'

/** A JSON Schema, or a part of one. */
export type Schema = Record<string, unknown>

/** What a clerk's or a citizen's line may hold: no control characters, nothing blank around. */
const LINE = '^(?!\\s)(?:[\\n\\t]|[^\\p{Cc}])+(?<!\\s)$'
const NUMBER = '^(?=-?.{1,15}$)-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$'
const MONEY = '^(?=-?.{1,15}$)-?(?:0|[1-9][0-9]*)(?:\\.[0-9]{1,2})?$'
const DAY = '^(?:19|20|21)[0-9]{2}-'

/** What is said of every kind of field. */
export const head = (field: PlainField): Schema => ({
  title: field.label,
  ...(field.hint ? { description: field.hint } : {}),
  'x-kind': field.type,
  ...(field.labelEn ? { 'x-label': field.labelEn } : {}),
  ...(field.unit ? { 'x-unit': field.unit } : {}),
  ...(field.prefill ? { 'x-prefill': field.prefill } : {}),
})

const line = (maxLength: number, minLength = 1): Schema => ({
  type: 'string',
  pattern: LINE,
  minLength,
  maxLength,
})
const object = (properties: Record<string, Schema>, required: string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

/** What one field files, of any kind but a table. */
export function plainSchema(field: PlainField): Schema {
  return { ...head(field), ...valueSchema(field) }
}

function valueSchema(field: PlainField): Schema {
  switch (field.type) {
    case 'number':
    case 'money':
      return {
        type: 'string',
        pattern: field.type === 'money' ? MONEY : NUMBER,
        ...(field.min === undefined ? {} : { 'x-minimum': field.min }),
        ...(field.max === undefined ? {} : { 'x-maximum': field.max }),
      }
    case 'date':
      return day(field)
    case 'period':
      return { ...object({ from: day(field), to: day(field) }, ['from', 'to']), 'x-order': ['from', 'to'] }
    case 'choice':
      return { type: 'string', enum: field.options.map((o) => o.value) }
    case 'multiple':
      return {
        type: 'array',
        items: { enum: field.options.map((o) => o.value) },
        minItems: 1,
        uniqueItems: true,
      }
    case 'resident-id':
    case 'credit-code':
    case 'phone':
      return { type: 'string', 'x-check': field.type }
    case 'person-name':
      return name(field.minLength, field.maxLength)
    case 'person':
      return person(field)
    case 'body':
      return object({ name: line(100), creditCode: { type: 'string', 'x-check': 'credit-code' } }, [
        'name',
        'creditCode',
      ])
    case 'account':
      return object(
        { holder: line(100), bank: line(100), number: { type: 'string', pattern: '^[0-9]{8,32}$' } },
        ['holder', 'bank', 'number'],
      )
    case 'region-address':
      return {
        ...object(
          {
            region: { type: 'string', pattern: '^[0-9]{2,12}$' },
            names: { type: 'string' },
            detail: line(200),
          },
          ['region', 'names', 'detail'],
        ),
        'x-region': field.regionDepth,
      }
    case 'map-point':
      return {
        ...object({ address: line(200), lng: degrees(73, 136), lat: degrees(3, 54) }, ['address']),
        'x-together': ['lng', 'lat'],
      }
    case 'file':
      return object({ fileId: { type: 'string', minLength: 1 }, name: { type: 'string' } }, [
        'fileId',
        'name',
      ])
    case 'signature':
      return {
        ...object({ name: name(), declared: { const: 'yes' }, fileId: { type: 'string', minLength: 1 } }, [
          'name',
        ]),
        oneOf: [{ required: ['declared'] }, { required: ['fileId'] }],
      }
    default:
      return line(field.maxLength ?? (field.type === 'long-text' ? 2000 : 200), field.minLength)
  }
}

const day = ({ dateRule }: PlainField): Schema => ({
  type: 'string',
  format: 'date',
  pattern: DAY,
  ...(dateRule ? { 'x-day': dateRule } : {}),
})

const name = (minLength = 2, maxLength = 50): Schema => ({
  ...line(maxLength, minLength),
  'x-check': 'person-name',
})

const degrees = (least: number, most: number): Schema => ({
  type: 'string',
  pattern: '^(?:0|[1-9][0-9]{0,2})(?:\\.[0-9]{1,10})?$',
  'x-minimum': least,
  'x-maximum': most,
})

function person(field: PlainField): Schema {
  const kinds = field.idKinds.length > 0 ? field.idKinds : [...personIdKinds]
  return {
    ...object({ name: name(), idKind: { enum: kinds }, idNumber: { type: 'string' } }, [
      'name',
      'idKind',
      'idNumber',
    ]),
    allOf: kinds.map((kind) => ({
      if: { properties: { idKind: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { properties: { idNumber: { 'x-check': kind } } },
    })),
  }
}
