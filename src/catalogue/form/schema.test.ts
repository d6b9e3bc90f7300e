import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { creditCode, residentId } from '../../../sandbox/register/numbers.ts'
import { treeOf } from '../areas/tree.ts'
import { type Form, form as formShape, personIdKinds } from '../form.ts'
import { withComputed } from './compute.ts'
import { formValidator } from './schema-validator.ts'
import { validate } from './validate.ts'

const areas = treeOf([
  { code: '350100', name: '福州市', parent: '' },
  { code: '350102', name: '鼓楼区', parent: '350100' },
  { code: '350102001', name: '鼓东街道', parent: '350102' },
  { code: '350104', name: '仓山区', parent: '350100' },
])
const context = { now: new Date('2026-11-23T10:00:00+08:00'), areas }

const options = ['甲', '乙', '丙'].map((v) => ({ value: v, label: v }))
const base = { label: '一项' }

/** Every kind of field, conditions of every test, rows, repeated entries, computed values and own checks. */
const everything = {
  groups: [
    {
      key: 'basics',
      title: '基本',
      fields: [
        { ...base, key: 'name', type: 'text', minLength: 2, maxLength: 8 },
        { ...base, key: 'story', type: 'long-text', required: false },
        { ...base, key: 'area', type: 'number', min: 4, max: 900, required: false },
        { ...base, key: 'price', type: 'money', required: false },
        { ...base, key: 'since', type: 'date', dateRule: 'past', required: false },
        { ...base, key: 'kind', type: 'choice', options },
        { ...base, key: 'kinds', type: 'multiple', options, required: false },
        { ...base, key: 'person', type: 'person-name', required: false },
        { ...base, key: 'id', type: 'resident-id', required: false },
        { ...base, key: 'code', type: 'credit-code', required: false },
        { ...base, key: 'tel', type: 'phone', required: false },
        { ...base, key: 'home', type: 'address', required: false },
      ],
    },
    {
      key: 'composed',
      title: '几部分的',
      fields: [
        { ...base, key: 'term', type: 'period', required: false },
        {
          ...base,
          key: 'agent',
          type: 'person',
          required: false,
          idKinds: ['resident-id', 'passport', 'taiwan-permit'],
        },
        { ...base, key: 'maker', type: 'body', required: false },
        { ...base, key: 'account', type: 'account', required: false },
        { ...base, key: 'place', type: 'region-address', required: false },
        { ...base, key: 'spot', type: 'map-point', required: false },
        { ...base, key: 'plan', type: 'file', required: false },
        { ...base, key: 'sign', type: 'signature', required: false },
      ],
    },
    {
      key: 'conditional',
      title: '有条件的',
      when: [{ field: 'kind', values: ['甲', '乙'] }],
      fields: [
        { ...base, key: 'a', type: 'text', when: [{ field: 'kinds', test: 'is', values: ['丙'] }] },
        { ...base, key: 'b', type: 'text', when: [{ field: 'kind', test: 'not', values: ['甲'] }] },
        {
          ...base,
          key: 'c',
          type: 'text',
          whenMode: 'any',
          when: [
            { field: 'area', test: 'at-least', values: ['50'] },
            { field: 'since', test: 'at-most', values: ['2020-01-01'] },
          ],
        },
        { ...base, key: 'd', type: 'text', when: [{ field: 'a', test: 'filled' }] },
        {
          ...base,
          key: 'e',
          type: 'text',
          required: false,
          when: [{ field: 'agent.idKind', values: ['passport'] }],
        },
      ],
    },
    {
      key: 'rows',
      title: '表',
      fields: [
        {
          ...base,
          key: 'goods',
          type: 'table',
          maxRows: 3,
          columns: [
            { ...base, key: 'what', type: 'choice', options },
            { ...base, key: 'count', type: 'number', min: 1 },
            { ...base, key: 'each', type: 'money', required: false },
            { ...base, key: 'cost', type: 'money', compute: { kind: 'product', of: ['count', 'each'] } },
          ],
        },
        {
          ...base,
          key: 'total',
          type: 'money',
          compute: { kind: 'sum', of: ['goods.cost', 'price'] },
          max: 500,
        },
        { ...base, key: 'lines', type: 'number', compute: { kind: 'count', of: ['goods'] } },
        { ...base, key: 'days', type: 'number', compute: { kind: 'days-inclusive', of: ['term'] } },
        {
          ...base,
          key: 'plate',
          type: 'text',
          required: false,
          checks: [{ test: 'shape', against: 'A-000', sentence: '号牌像 A-123 这样写' }],
        },
        {
          ...base,
          key: 'less',
          type: 'number',
          required: false,
          checks: [{ test: 'at-most', against: 'area', sentence: '不能比总面积大' }],
        },
      ],
    },
    {
      key: 'owners',
      title: '股东',
      repeat: { each: '股东', min: 1, max: 2 },
      fields: [
        { ...base, key: 'who', type: 'person', idKinds: ['resident-id'] },
        { ...base, key: 'share', type: 'number', min: 0, max: 100 },
        { ...base, key: 'why', type: 'text', when: [{ field: 'share', test: 'at-least', values: ['50'] }] },
      ],
    },
  ],
}
const form: Form = formShape.parse(everything)

const ID = residentId('1986-03-12', 7)
const CODE = creditCode('91', 7)
/** Mostly one of the right values, else one that is nearly right or wrong. */
const mostly = (right: string[], wrong: string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  )
const text = mostly(
  ['榕树', '榕荫小馆'],
  [' 前后有空 ', '一', '太长了太长了太长了', '有\u0007响铃', '', 'x2'],
)
const numeral = mostly(
  ['5', '60', '12.50', '100', '1'],
  ['-3', '0.1', '００７', '1,200', '二十', '', '3.14159', '1e5', '00'],
)
const day = mostly(
  ['2019-05-01', '2026-11-23', '2026-11-24'],
  ['2026-02-30', '2026年3月1日', '明天', '', '1850-01-01'],
)
const option = mostly(['甲', '乙', '丙'], ['丁', ''])
const idNumber = mostly([ID, 'E12345678', '12345678'], [ID.toLowerCase(), ID.slice(1), ''])
const parts = (shape: Record<string, fc.Arbitrary<string>>) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record(shape) },
    { weight: 1, arbitrary: fc.record(shape, { requiredKeys: [] }) },
  ) as fc.Arbitrary<Record<string, string>>
const person = parts({
  name: text,
  idKind: mostly(['resident-id', 'passport', 'taiwan-permit'], ['other']),
  idNumber,
})
const rows = (shape: Record<string, fc.Arbitrary<unknown>>, optional: string[], maxLength: number) =>
  fc.array(fc.record(shape, { requiredKeys: Object.keys(shape).filter((k) => !optional.includes(k)) }), {
    maxLength,
  })

/** What might stand in a field, right, nearly right and wrong. */
const likely: Record<string, fc.Arbitrary<unknown>> = {
  name: text,
  story: text,
  area: numeral,
  price: numeral,
  since: day,
  kind: option,
  kinds: fc.array(option, { maxLength: 3 }),
  person: text,
  id: idNumber,
  code: fc.constantFrom(CODE, CODE.slice(2), CODE.toLowerCase(), ''),
  tel: fc.constantFrom('15400000012', '+86 154 0000 0012', '0591-1234567', ''),
  home: text,
  term: parts({ from: day, to: day }),
  agent: person,
  maker: parts({ name: text, creditCode: fc.constantFrom(CODE, 'x') }),
  account: parts({ holder: text, bank: text, number: fc.constantFrom('62220000 00000001', '1', '榕') }),
  place: parts({
    region: fc.constantFrom('350102001', '350102', '350104', '999999', ''),
    names: fc.constantFrom('福州市鼓楼区鼓东街道', '福州市仓山区', ''),
    detail: text,
  }),
  spot: parts({
    address: text,
    lng: fc.constantFrom('119.3', '200', ''),
    lat: fc.constantFrom('26.07', 'x', ''),
  }),
  plan: parts({ fileId: fc.constantFrom('f1', ''), name: fc.constant('图.pdf') }),
  sign: parts({ name: text, declared: fc.constantFrom('yes', 'no'), fileId: fc.constantFrom('f2', '') }),
  a: text,
  b: text,
  c: text,
  d: text,
  e: text,
  goods: rows({ what: option, count: numeral, each: numeral }, ['each'], 4),
  total: numeral,
  lines: numeral,
  days: numeral,
  plate: fc.constantFrom('A-123', 'a-1', ''),
  less: numeral,
  owners: rows({ who: person, share: numeral, why: text }, ['why'], 3),
}
const good: Record<string, unknown> = {
  name: '榕荫小馆',
  kind: '丙',
  goods: [{ what: '甲', count: '2', each: '1.5' }],
  owners: [{ who: { name: '林示例', idKind: 'resident-id', idNumber: ID }, share: '20' }],
}
/** Few changes at a time, so that many sheets are right as a whole. */
const sheets = fc
  .array(fc.constantFrom(...Object.keys(likely)), { minLength: 1, maxLength: 4 })
  .chain((keys) =>
    fc.tuple(...keys.map((k) => likely[k]!)).map((values) => {
      const changes = Object.fromEntries(keys.map((k, i) => [k, values[i]]))
      // As it comes over the wire.
      return JSON.parse(JSON.stringify({ ...good, ...changes })) as Record<string, unknown>
    }),
  )

const schemaErrors = formValidator(form, context)

test('what our validation lets through, the JSON Schema of the form lets through', () => {
  let right = 0
  fc.assert(
    fc.property(sheets, (typed) => {
      const judged = validate(form, typed, context)
      if (judged.errors.length > 0) return
      right += 1
      assert.deepEqual(schemaErrors(judged.values), [], JSON.stringify(judged.values))
    }),
    { numRuns: 4000 },
  )
  assert.ok(right > 200, `only ${right} sheets were right: the property says little`)
})

test('what the JSON Schema of the form lets through, our validation lets through and files unchanged', () => {
  let right = 0
  fc.assert(
    fc.property(sheets, fc.boolean(), (sheet, compute) => {
      // Nobody types what is computed: without it nearly every sheet would fall at that.
      const filed = compute ? { ...withComputed(form, sheet), ...only(sheet, ['total', 'lines']) } : sheet
      if (schemaErrors(filed).length > 0) return
      right += 1
      const judged = validate(form, filed, context)
      assert.deepEqual(judged.errors, [], JSON.stringify(filed))
      assert.deepEqual(sortedTicks(judged.values), sortedTicks(filed))
    }),
    { numRuns: 4000 },
  )
  assert.ok(right > 200, `only ${right} sheets held: the property says little`)
})

const only = (sheet: Record<string, unknown>, keys: string[]) =>
  Object.fromEntries(Object.entries(sheet).filter(([k]) => keys.includes(k)))

/** The order of ticks is the list's, whatever order they were sent in. */
const sortedTicks = (values: Record<string, unknown>) =>
  Array.isArray(values['kinds']) ? { ...values, kinds: [...values['kinds']].sort() } : values

test('every kind of document has a check in the schema', () => {
  const all = formShape.parse({
    groups: [{ key: 'g', title: '组', fields: [{ ...base, key: 'p', type: 'person' }] }],
  })
  const errors = formValidator(all, context)
  for (const idKind of personIdKinds)
    assert.ok(errors({ p: { name: '林示例', idKind, idNumber: '!' } }).length > 0, idKind)
})
