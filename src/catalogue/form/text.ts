import { maskNumber, maskPhone } from '../../identity/index.ts'
import type { Form, FormField, PersonIdKind, PlainField } from '../form.ts'
import { askedOf, rowsOf } from './asked.ts'
import { PERSON_ID_NAMES } from './person-id.ts'
import { isEmpty, isParts } from './value.ts'

export interface Reading {
  lang: 'zh' | 'en'
  /** Hides most of the numbers of persons, telephones and accounts: a full one is read by an act of its own. */
  hide?: boolean
}

/** One answer as people read it; '' where nothing was filed. Answers of older versions and kinds read too. */
export function valueText(field: PlainField | FormField, value: unknown, reading: Reading): string {
  if (isEmpty(value)) return ''
  const zh = reading.lang === 'zh'
  if (field.type === 'table' && 'columns' in field)
    return rowsOf(value)
      .map((row, i) => `${i + 1}. ${rowText(field.columns, row, reading)}`)
      .join('\n')
  if (isParts(value)) return partsText(field, value, reading)
  if (Array.isArray(value)) return value.map((v) => oneText(field, v, reading)).join(zh ? '；' : '; ')
  return oneText(field, value, reading)
}

/** 「姓名：林一；出资额：10 万元」 */
const rowText = (columns: readonly PlainField[], row: Record<string, unknown>, reading: Reading): string =>
  columns
    .map((c) => [label(c, reading), valueText(c, row[c.key], reading)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => (reading.lang === 'zh' ? `${name}：${text}` : `${name}: ${text}`))
    .join(reading.lang === 'zh' ? '；' : '; ')

function oneText(field: PlainField, value: unknown, { lang, hide }: Reading): string {
  if (isParts(value)) return Object.values(value).filter(Boolean).join(' ')
  const text = String(value)
  if (hide && field.type === 'resident-id') return maskNumber(text)
  if (hide && field.type === 'phone') return maskPhone(text)
  if (field.type === 'date') return dayText(text, lang)
  const option = field.options.find((o) => o.value === text)
  if (option) return (lang === 'en' && option.labelEn) || option.label
  // 217.8 is read as 217.80 where it is money.
  const shown = field.type === 'money' ? text.replace(/\.(\d)$/, '.$10') : text
  return field.unit ? `${shown} ${field.unit}` : shown
}

function partsText(field: PlainField, parts: Record<string, unknown>, { lang, hide }: Reading): string {
  const zh = lang === 'zh'
  const part = (key: string): string => (typeof parts[key] === 'string' ? parts[key] : '')
  const number = (key: string): string => (hide && part(key) !== '' ? maskNumber(part(key)) : part(key))
  const joined = (...texts: string[]): string => texts.filter((t) => t !== '').join(zh ? '，' : ', ')
  switch (field.type) {
    case 'period':
      return zh
        ? `${dayText(part('from'), lang)}至${dayText(part('to'), lang)}`
        : `${part('from')} to ${part('to')}`
    case 'person':
      return joined(
        part('name'),
        `${PERSON_ID_NAMES[part('idKind') as PersonIdKind]?.[lang] ?? ''} ${number('idNumber')}`.trim(),
      )
    case 'body':
      return joined(part('name'), part('creditCode'))
    case 'account':
      return joined(part('holder'), part('bank'), number('number'))
    case 'region-address':
      return zh ? `${part('names')}${part('detail')}` : joined(part('detail'), part('names'))
    case 'map-point':
      return joined(
        part('address'),
        part('lng') === ''
          ? ''
          : zh
            ? `东经 ${part('lng')}°、北纬 ${part('lat')}°`
            : `${part('lng')}° E, ${part('lat')}° N`,
      )
    case 'file':
      return part('name') || (zh ? '已上传' : 'Uploaded')
    case 'signature':
      return part('fileId') === ''
        ? joined(part('name'), zh ? '本人确认' : 'confirmed by tick')
        : joined(part('name'), zh ? '签名见所附照片' : 'signature attached as a picture')
    default:
      return Object.values(parts).filter(Boolean).join(' ')
  }
}

const label = (field: { label: string; labelEn: string }, { lang }: Reading): string =>
  (lang === 'en' && field.labelEn) || field.label

/** A day in words: 「2026年11月23日」; in English it stays as it is. */
export function dayText(day: string, lang: 'zh' | 'en'): string {
  const [y, m, d] = day.split('-')
  return lang === 'zh' && d ? `${y}年${Number(m)}月${Number(d)}日` : day
}

export interface ReadableField {
  /** Where the answer lies: `key`, or `group.0.key` in an entry. */
  key: string
  field: FormField
  label: string
  /** '' where it was left empty. */
  value: string
}

export interface ReadableGroup {
  key: string
  title: string
  fields: ReadableField[]
}

/**
 * A filed form as people read it, in the words and order of its item version: only what was asked, each entry of a repeatable group
 * as a group of its own (「股东 2」). What nobody filed stands there with an empty value, so that a reader sees the gap.
 */
export function readable(form: Form, values: Record<string, unknown>, reading: Reading): ReadableGroup[] {
  const asked = askedOf(form, values)
  const one = (field: FormField, key: string, value: unknown): ReadableField => ({
    key,
    field,
    label: label(field, reading),
    value: valueText(field, value, reading),
  })
  return form.groups.flatMap((group): ReadableGroup[] => {
    if (!asked.group(group)) return []
    const title = (reading.lang === 'en' && group.titleEn) || group.title
    if (group.repeat) {
      const name = (reading.lang === 'en' && group.repeat.eachEn) || group.repeat.each || title
      return rowsOf(values[group.key]).map((row, i) => ({
        key: `${group.key}.${i}`,
        title: `${name} ${i + 1}`,
        fields: group.fields
          .filter((f) => asked.inRow(group, f, row))
          .map((f) => one(f, `${group.key}.${i}.${f.key}`, row[f.key])),
      }))
    }
    const fields = group.fields.filter((f) => asked.field(f.key)).map((f) => one(f, f.key, values[f.key]))
    return fields.length === 0 ? [] : [{ key: group.key, title, fields }]
  })
}
