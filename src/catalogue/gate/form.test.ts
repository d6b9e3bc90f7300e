import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { form as formShape } from '../form.ts'
import { guide } from '../testing.ts'
import { formFindings } from './form.ts'

type Groups = z.input<typeof formShape>['groups']

const found = (groups: Groups): string[] =>
  formFindings({ ...guide(), result: null, form: formShape.parse({ groups }) }).map(
    (f) => `${f.id} ${f.path}`,
  )
const base = { label: '一项', type: 'text' } as const
const group = (fields: Groups[number]['fields'], more: Partial<Groups[number]> = {}): Groups[number] => ({
  key: 'g',
  title: '组',
  fields,
  ...more,
})

test('a condition may only look at fields that come before and are typed', () => {
  const later = { ...base, key: 'a', when: [{ field: 'b', values: ['x'] }] }
  assert.deepEqual(found([group([later, { ...base, key: 'b' }])]), ['field-when form.groups.0.fields.0.when'])
  const compute = { kind: 'sum' as const, of: ['n'] }
  const sum = { ...base, key: 'b', type: 'number' as const, compute }
  const n = { ...base, key: 'n', type: 'number' } as const
  assert.deepEqual(found([group([n, sum, later])]), ['field-when form.groups.0.fields.2.when'])
  assert.deepEqual(found([group([{ ...base, key: 'b' }]), group([later], { key: 'h' })]), [])
})

test('a condition says what must be answered, and names only options that are there', () => {
  const options = [
    { value: 'o1', label: '有' },
    { value: 'o2', label: '没有' },
  ]
  const asked = { ...base, key: 'b', type: 'choice' as const, options }
  const when = (values: string[]) => [group([asked, { ...base, key: 'a', when: [{ field: 'b', values }] }])]
  assert.deepEqual(found(when(['o1'])), [])
  assert.deepEqual(found(when([])), ['field-when form.groups.0.fields.1.when'])
  assert.deepEqual(found(when(['gone'])), ['field-when form.groups.0.fields.1.when'])
})

test('a condition looks only at parts that this kind of field has', () => {
  const who = { ...base, key: 'who', type: 'person' as const }
  const when = (ref: string) => [
    group([who, { ...base, key: 'a', when: [{ field: ref, values: ['passport'] }] }]),
  ]
  assert.deepEqual(found(when('who.idKind')), [])
  assert.deepEqual(found(when('who.from')), ['field-when form.groups.0.fields.1.when'])
})

test('days are counted over one period or between two dates', () => {
  const begin = { ...base, key: 'begin', type: 'date' as const }
  const term = { ...base, key: 'term', type: 'period' as const }
  const days = (...of: string[]) => [
    group([
      begin,
      { ...begin, key: 'end' },
      term,
      { ...base, key: 'n', type: 'number', compute: { kind: 'days', of } },
    ]),
  ]
  assert.deepEqual(found(days('term')), [])
  assert.deepEqual(found(days('begin', 'end')), [])
  for (const terms of [['begin', 'term'], ['begin'], ['term', 'end']])
    assert.deepEqual(found(days(...terms)), ['field-compute form.groups.0.fields.3'], terms.join())
})

test('a rule of the item’s own says against what it holds the answer', () => {
  const checks = [{ test: 'shape' as const, against: '', sentence: '照样子写' }]
  assert.deepEqual(found([group([{ ...base, key: 'a', checks }])]), ['field-check form.groups.0.fields.0'])
})

test('an option without words cannot be chosen', () => {
  const options = [
    { value: 'o1', label: '有' },
    { value: 'o2', label: ' ' },
  ]
  assert.deepEqual(found([group([{ ...base, key: 'b', type: 'choice', options }])]), [
    'field-options form.groups.0.fields.0',
  ])
})

test('an entry of a repeatable group knows only itself, and has a name', () => {
  const repeat = { each: '股东' }
  const asks = { ...base, key: 'a', when: [{ field: 'top', test: 'filled' as const }] }
  const top = group([{ ...base, key: 'top' }])
  assert.deepEqual(found([top, group([asks], { key: 'h', repeat })]), [
    'field-when form.groups.1.fields.0.when',
  ])
  assert.deepEqual(found([top, group([{ ...base, key: 'a' }], { key: 'h', repeat, when: asks.when })]), [])
  assert.deepEqual(found([group([{ ...base, key: 'a' }], { repeat: { each: ' ' } })]), [
    'field-label form.groups.0',
  ])
})

test('a table has columns, and only kinds that fit in a row', () => {
  const table = (columns: unknown[]) =>
    group([{ ...base, key: 't', type: 'table', columns: columns as Groups[number]['fields'] }])
  assert.deepEqual(found([table([])]), ['field-row form.groups.0.fields.0'])
  assert.deepEqual(found([table([{ ...base, key: 'f', type: 'file' }])]), [
    'field-row form.groups.0.fields.0.columns.0',
  ])
  assert.deepEqual(found([table([{ ...base, key: 'a' }])]), [])
  assert.deepEqual(found([group([{ ...base, key: 's', type: 'signature' }], { repeat: { each: '人' } })]), [
    'field-row form.groups.0.fields.0',
  ])
})

test('no two answers lie under one key, also not a row and a field', () => {
  const columns = [{ ...base, key: 'same' }]
  assert.deepEqual(
    found([
      group([
        { ...base, key: 't', type: 'table', columns },
        { ...base, key: 'same' },
      ]),
    ]),
    ['field-key form.groups.0.fields.1'],
  )
})

test('what is computed is a number of fields that are there', () => {
  const n = { ...base, key: 'n', type: 'number' } as const
  const sum = (of: string[], type: 'number' | 'text' = 'number') =>
    found([group([n, { ...base, key: 's', type, compute: { kind: 'sum', of } }])])
  assert.deepEqual(sum(['n', '0.6']), [])
  assert.deepEqual(sum(['m']), ['field-compute form.groups.0.fields.1'])
  assert.deepEqual(sum(['n.x']), ['field-compute form.groups.0.fields.1'])
  assert.deepEqual(sum([]), ['field-compute form.groups.0.fields.1'])
  assert.deepEqual(sum(['n'], 'text'), ['field-compute form.groups.0.fields.1'])
})

test('a check of the item has a sentence and compares with something that is there', () => {
  const check = (against: string, sentence: string) =>
    found([group([{ ...base, key: 'a', type: 'number', checks: [{ test: 'at-most', against, sentence }] }])])
  assert.deepEqual(check('5000', '最多 5000。'), [])
  assert.deepEqual(check('total', '不能比总数大。'), ['field-check form.groups.0.fields.0'])
  assert.deepEqual(check('5000', ''), ['field-check form.groups.0.fields.0'])
})
