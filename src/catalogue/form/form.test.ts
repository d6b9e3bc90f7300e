import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { residentId } from '../../../sandbox/register/numbers.ts'
import { treeOf } from '../areas/tree.ts'
import { type Form, form as formShape, type PersonIdKind } from '../form.ts'
import { askedFields } from './asked.ts'
import { withComputed } from './compute.ts'
import { checkPersonId } from './person-id.ts'
import { readable } from './text.ts'
import { validate } from './validate.ts'

const areas = treeOf([
  { code: '350100', name: '福州市', parent: '' },
  { code: '350102', name: '鼓楼区', parent: '350100' },
  { code: '350102001', name: '鼓东街道', parent: '350102' },
])
const context = { now: new Date('2026-11-23T10:00:00+08:00'), areas }
const base = { key: 'x', label: '这一项', labelEn: 'this one' }
const one = (field: object): Form =>
  formShape.parse({ groups: [{ key: 'g', title: '组', fields: [{ ...base, ...field }] }] })
const judged = (field: object, x: unknown) => validate(one(field), { x }, context)
const faults = (field: object, x: unknown) => judged(field, x).errors.map((e) => [e.field, e.zh])
const filed = (field: object, x: unknown) => judged(field, x).values['x']

test('a form that was stored when conditions were single still reads, and hides what it hid', () => {
  const stored = formShape.parse({
    groups: [
      {
        key: 'g',
        title: '组',
        hint: '',
        fields: [
          { key: 'a', label: '外卖', type: 'choice', options: [{ value: '是', label: '是' }] },
          { key: 'b', label: '平台', type: 'text', when: { field: 'a', equals: '是' } },
        ],
      },
    ],
  })
  assert.deepEqual(stored.groups[0]!.fields[1]!.when, [{ field: 'a', test: 'is', values: ['是'] }])
  assert.deepEqual(
    askedFields(stored, { a: '否' }).map((f) => f.key),
    ['a'],
  )
})

test('of several conditions all must hold, or any, as the field says', () => {
  const when = [
    { field: 'a', values: ['甲'] },
    { field: 'n', test: 'at-least', values: ['50'] },
  ]
  const form = (whenMode: string) =>
    formShape.parse({
      groups: [
        {
          key: 'g',
          title: '组',
          fields: [
            { ...base, key: 'a', type: 'text' },
            { ...base, key: 'n', type: 'number' },
            { ...base, key: 'x', type: 'text', when, whenMode },
          ],
        },
      ],
    })
  const asks = (mode: string, answers: object) =>
    askedFields(form(mode), { ...answers }).some((f) => f.key === 'x')
  assert.equal(asks('all', { a: '甲', n: '49' }), false)
  assert.equal(asks('all', { a: '甲', n: '50' }), true)
  assert.equal(asks('any', { a: '甲', n: '49' }), true)
  assert.equal(asks('any', { a: '乙' }), false, 'a number that was not given fulfils nothing')
})

test('a whole group can hang on an answer, and so do the fields in it', () => {
  const form = formShape.parse({
    groups: [
      { key: 'g', title: '组', fields: [{ ...base, key: 'a', type: 'text', required: false }] },
      {
        key: 'h',
        title: '另一组',
        when: [{ field: 'a', test: 'filled' }],
        fields: [{ ...base, type: 'text' }],
      },
    ],
  })
  assert.deepEqual(validate(form, { x: '写了' }, context), { values: {}, errors: [] })
  assert.deepEqual(
    validate(form, { a: '有' }, context).errors.map((e) => e.field),
    ['x'],
  )
})

test('the end of a period is not before its beginning, and the fault stands at the end', () => {
  assert.deepEqual(faults({ type: 'period' }, { from: '2026-12-20', to: '2026-12-01' }), [
    ['x.to', '结束的日期早于开始的 2026-12-20，请再看一遍'],
  ])
  assert.deepEqual(faults({ type: 'period' }, { from: '2026-12-20' }), [['x.to', '请填结束的日期']])
  assert.deepEqual(filed({ type: 'period' }, { from: '2026年12月1日', to: '20261220' }), {
    from: '2026-12-01',
    to: '2026-12-20',
  })
})

test('every document of a person is checked by the rule of its kind', () => {
  const right: [PersonIdKind, string][] = [
    ['resident-id', residentId('1986-03-12', 7)],
    ['passport', 'E12345678'],
    ['hk-macao-permit', 'H12345678'],
    ['taiwan-permit', '12345678'],
    ['foreign-residence', 'USA310000000001'],
  ]
  for (const [kind, number] of right) {
    assert.equal(checkPersonId(kind, ` ${number.toLowerCase()} `, '2026-11-23').ok, true, kind)
    assert.equal(checkPersonId(kind, `${number}99`, '2026-11-23').ok, false, kind)
  }
  // A resident's own number is no number of a permit for residents of Hong Kong, Macao and Taiwan.
  assert.equal(checkPersonId('hmt-residence', residentId('1986-03-12', 7), '2026-11-23').ok, false)
})

test('a person of whom only the kind of document is chosen was not given', () => {
  assert.deepEqual(
    judged({ type: 'person', required: false }, { name: '', idKind: 'passport', idNumber: '' }),
    {
      values: {},
      errors: [],
    },
  )
  assert.deepEqual(faults({ type: 'person' }, { name: '林示例', idKind: 'passport', idNumber: '' }), [
    ['x.idNumber', '请填证件号码'],
  ])
})

test('an address is chosen down to the street and filed with the names of the tree', () => {
  assert.deepEqual(faults({ type: 'region-address' }, { region: '350102', detail: '示例路 1 号' }), [
    ['x.region', '「福州市鼓楼区」下面还要选一级'],
  ])
  assert.deepEqual(
    filed({ type: 'region-address' }, { region: '350102001', names: '别处', detail: '示例路 1 号' }),
    {
      region: '350102001',
      names: '福州市鼓楼区鼓东街道',
      detail: '示例路 1 号',
    },
  )
  assert.deepEqual(
    faults({ type: 'region-address', regionDepth: 'district' }, { region: '350102', detail: '示例路' }),
    [],
  )
})

test('a point has both coordinates or neither', () => {
  assert.deepEqual(faults({ type: 'map-point' }, { address: '路口', lng: '119.3' }), [
    ['x.lat', '有经度没有纬度，两个一起填，或者都不填'],
  ])
  assert.deepEqual(faults({ type: 'map-point' }, { address: '路口' }), [])
  assert.equal(faults({ type: 'map-point' }, { address: '路口', lng: '26.07', lat: '119.3' }).length, 2)
})

test('a signature is a typed name that was confirmed, or a picture', () => {
  assert.deepEqual(faults({ type: 'signature' }, { name: '林示例' }), [
    ['x.declared', '请勾选确认，或者上传签名的照片'],
  ])
  assert.deepEqual(faults({ type: 'signature' }, { name: '林示例', declared: 'yes' }), [])
  assert.deepEqual(filed({ type: 'signature' }, { name: '林示例', fileId: 'f1' }), {
    name: '林示例',
    fileId: 'f1',
  })
})

const table = {
  type: 'table',
  columns: [
    { ...base, key: 'what', label: '品名', type: 'text' },
    { ...base, key: 'n', label: '数量', type: 'number' },
  ],
}

test('an empty row of a table is left out, a half-filled one is named by its place', () => {
  assert.deepEqual(
    filed(table, [
      { what: '桌', n: '2' },
      { what: '', n: '' },
    ]),
    [{ what: '桌', n: '2' }],
  )
  const [error] = judged(table, [{ what: '桌', n: '2' }, {}, { what: '椅', n: '' }]).errors
  assert.deepEqual([error!.field, error!.label.zh, error!.zh], ['x.2.n', '这一项第 3 项，数量', '请填数量'])
  assert.deepEqual(faults(table, []), [['x', '至少填 1 项']])
  assert.deepEqual(
    faults({ ...table, maxRows: 1 }, [
      { what: '桌', n: '2' },
      { what: '椅', n: '2' },
    ]),
    [['x', '最多填 1 项，您填了 2 项']],
  )
})

test('a check of the item says its own sentence, in both languages', () => {
  const check = {
    test: 'shape',
    against: '闽A·00000',
    sentence: '号牌照行驶证写，例如 闽A·12345。',
    sentenceEn: 'Copy it.',
  }
  const [error] = judged({ type: 'text', checks: [check] }, '闽A12345').errors
  assert.deepEqual([error!.zh, error!.en], [check.sentence, check.sentenceEn])
  assert.deepEqual(faults({ type: 'text', checks: [check] }, '闽A·12345'), [])
})

test('a sum is exact to the cent, whatever the amounts', () => {
  const form = formShape.parse({
    groups: [
      {
        key: 'g',
        title: '组',
        fields: [
          { ...base, key: 'rows', type: 'table', columns: [{ ...base, key: 'yuan', type: 'money' }] },
          { ...base, key: 'total', type: 'money', compute: { kind: 'sum', of: ['rows.yuan'] } },
        ],
      },
    ],
  })
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 }),
      (cents) => {
        const yuan = (c: bigint) => `${c / 100n}.${String(c % 100n).padStart(2, '0')}`
        const rows = cents.map((c) => ({ yuan: yuan(c) }))
        const sum = yuan(cents.reduce((a, b) => a + b, 0n)).replace(/\.?0+$/, (zeros) =>
          zeros.startsWith('.') ? '' : zeros,
        )
        const total = String(withComputed(form, { rows })['total'])
        assert.equal(Number(total) * 100, Number(sum) * 100)
        assert.match(total, /^\d+(\.\d{1,2})?$/)
      },
    ),
  )
  assert.equal(withComputed(form, { rows: [{ yuan: '0.1' }, { yuan: '0.2' }] })['total'], '0.3')
})

test('what is computed is never taken from what was posted', () => {
  const form = formShape.parse({
    groups: [
      {
        key: 'g',
        title: '组',
        fields: [
          { ...base, key: 'a', type: 'number' },
          { ...base, key: 'twice', type: 'number', compute: { kind: 'product', of: ['a', '2'] } },
        ],
      },
    ],
  })
  assert.deepEqual(validate(form, { a: '21', twice: '1000000' }, context).values, { a: '21', twice: '42' })
})

test('a filed form reads group by group, entries one by one, with numbers hidden for those who need no full one', () => {
  const form = formShape.parse({
    groups: [
      {
        key: 'owners',
        title: '股东',
        repeat: { each: '股东', min: 1, max: 5 },
        fields: [
          { ...base, key: 'who', label: '本人', type: 'person' },
          { ...base, key: 'share', label: '出资', type: 'money', unit: '元' },
        ],
      },
    ],
  })
  const id = residentId('1986-03-12', 7)
  const owners = [{ who: { name: '林示例', idKind: 'resident-id', idNumber: id }, share: '100' }]
  const [group] = readable(form, { owners }, { lang: 'zh', hide: true })
  assert.equal(group!.title, '股东 1')
  assert.deepEqual(
    group!.fields.map((f) => f.label),
    ['本人', '出资'],
  )
  assert.match(group!.fields[0]!.value, /^林示例，居民身份证 \S*\*+\S*$/)
  assert.equal(group!.fields[1]!.value, '100 元')
  assert.ok(!JSON.stringify(group!.fields.map((f) => f.value)).includes(id))
})
