import type { z } from 'zod'
import type { Condition, FieldType, formField, formGroup } from '../src/catalogue/index.ts'

/** Shorthand for the fields of the sample forms. A choice's value is the words that people read, so papers need no translation table. */
type Seeded<T> = Omit<T, 'when'> & { when?: { field: string; equals: string } | Partial<Condition>[] }
export type FieldSeed = Seeded<z.input<typeof formField>>
type Extra = Omit<FieldSeed, 'key' | 'label' | 'type' | 'options'>

const made =
  (type: FieldType) =>
  (key: string, label: string, extra: Extra = {}): FieldSeed => ({ key, label, type, ...extra })

export const text = made('text')
export const longText = made('long-text')
export const number = made('number')
export const money = made('money')
export const date = made('date')
export const personName = made('person-name')
export const residentId = made('resident-id')
export const creditCode = made('credit-code')
export const phone = made('phone')
export const address = made('address')
export const regionAddress = made('region-address')
export const period = made('period')
export const person = made('person')
export const body = made('body')
export const account = made('account')
export const file = made('file')
export const signature = made('signature')
export const mapPoint = made('map-point')

/** Rows of the same columns, at least one. */
export const table = (key: string, label: string, columns: FieldSeed[], extra: Extra = {}): FieldSeed => ({
  key,
  label,
  type: 'table',
  columns,
  ...extra,
})

/** An option is its label, or its label and a sentence that helps to choose. */
type OptionSeed = string | [label: string, hint: string]

const withOptions =
  (type: 'choice' | 'multiple') =>
  (key: string, label: string, options: readonly OptionSeed[], extra: Extra = {}): FieldSeed => ({
    key,
    label,
    type,
    options: options.map((o) =>
      typeof o === 'string' ? { value: o, label: o, hint: '' } : { value: o[0], label: o[0], hint: o[1] },
    ),
    ...extra,
  })

export const choice = withOptions('choice')
export const multiple = withOptions('multiple')

export type GroupSeed = Seeded<Omit<z.input<typeof formGroup>, 'fields'>> & { fields: FieldSeed[] }

/** The person who files, as the population register knows them. */
export const personGroup = (hint = ''): GroupSeed => ({
  key: 'applicant',
  title: '申请人',
  hint,
  fields: [
    personName('personName', '姓名', { labelEn: 'Name', prefill: 'person.name' }),
    residentId('personId', '身份证号', { labelEn: 'Resident ID number', prefill: 'person.idNumber' }),
    phone('personPhone', '手机号', {
      labelEn: 'Mobile number',
      prefill: 'person.phone',
      hint: '办理进度发到这个号码',
    }),
  ],
})

/** The body that applies, as the register of bodies knows it. */
export const bodyGroup = (hint = ''): GroupSeed => ({
  key: 'applicant',
  title: '申请单位',
  hint,
  fields: [
    text('bodyName', '单位名称', { labelEn: 'Name of the body', prefill: 'body.name' }),
    creditCode('bodyCode', '统一社会信用代码', {
      labelEn: 'Unified social credit code',
      prefill: 'body.creditCode',
    }),
    personName('legalPerson', '法定代表人（负责人）', {
      labelEn: 'Legal representative',
      prefill: 'body.legalPerson',
    }),
    address('bodyAddress', '住所', { labelEn: 'Registered address', prefill: 'body.address' }),
  ],
})

/** Whom to call about this filing. */
export const contactFields: FieldSeed[] = [
  personName('contactName', '联系人', { labelEn: 'Contact person', hint: '部门有疑问时找谁' }),
  phone('contactPhone', '联系手机', {
    labelEn: 'Contact mobile',
    hint: '11 位手机号，办理进度发到这个号码',
  }),
]
