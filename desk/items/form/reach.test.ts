import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Field, type Form, newColumn, newField, newGroup } from './model.ts'
import { checkFields, computeTerms, conditionFields } from './reach.ts'

const EMPTY: Form = { groups: [] }
const field = (key: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  ...newField(EMPTY, type),
  key,
  label: key,
  ...more,
})
const group = (key: string, fields: Field[], repeats = false): Form['groups'][number] => ({
  ...newGroup(EMPTY, key),
  key,
  fields,
  ...(repeats ? { repeat: { each: '股东', eachEn: '', min: 1, max: 9 } } : {}),
})
const price = { ...newColumn(EMPTY, 'money'), key: 'price', label: '单价' }
const count = { ...newColumn(EMPTY, 'number'), key: 'count', label: '数量' }
const form: Form = {
  groups: [
    group('g1', [field('kind', 'choice'), field('rows', 'table', { columns: [price, count] })]),
    group('owners', [field('share', 'money'), field('paid', 'money')], true),
    group('g3', [field('begin', 'date'), field('end', 'date'), field('total', 'money')]),
  ],
}
const keys = (list: { key: string }[]) => list.map((x) => x.key)

test('a condition looks at fields that stand before it, and never into a group of several', () => {
  assert.deepEqual(keys(conditionFields(form, { group: 2, field: 1 })), ['kind', 'begin'])
  assert.deepEqual(keys(conditionFields(form, { group: 2 })), ['kind'])
  assert.deepEqual(keys(conditionFields(form, { group: 1, field: 1 })), ['share'])
  assert.deepEqual(keys(conditionFields(form, { group: 0, field: 0 })), [])
})

test('a sum reaches columns and the entries of a group; a row reaches itself', () => {
  const refs = computeTerms(form, { group: 2, field: 2 }).map((t) => t.ref)
  for (const ref of ['rows.price', 'owners.share', 'owners', 'begin']) assert.ok(refs.includes(ref), ref)
  assert.ok(!refs.includes('total'))
  assert.deepEqual(
    computeTerms(form, { group: 0, field: 1, column: 0 }).map((t) => t.ref),
    ['count'],
  )
})

test('a rule compares with other fields of the same kind', () => {
  assert.deepEqual(keys(checkFields(form, { group: 2, field: 1 })), ['begin'])
  assert.deepEqual(keys(checkFields(form, { group: 0, field: 1, column: 0 })), [])
})
