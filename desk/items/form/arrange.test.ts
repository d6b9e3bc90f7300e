import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drop, insert, moveBy, remove } from './arrange.ts'
import { fieldForForm, groupForForm } from './copy.ts'
import { type Field, type Form, newColumn, newField, newGroup, outlineOf, retyped } from './model.ts'

const EMPTY: Form = { groups: [] }
const field = (key: string, more: Partial<Field> = {}): Field => ({
  ...newField(EMPTY, more.type ?? 'text'),
  key,
  label: key,
  ...more,
})
const group = (key: string, fields: Field[]): Form['groups'][number] => ({
  ...newGroup(EMPTY, key),
  key,
  fields,
})
const form = (): Form => ({
  groups: [group('g1', [field('a'), field('b'), field('c')]), group('g2', [field('d')])],
})
const order = (f: Form) => outlineOf(f).map((l) => l.field?.key ?? l.group.key)
const placeOf = (f: Form, id: string) => outlineOf(f).find((l) => l.id === id)!.place

test('a field moved past the end of its group goes on into the next one, and stops at the end of the form', () => {
  const once = moveBy(form(), placeOf(form(), 'f.c'), 1)
  assert.deepEqual(order(once), ['g1', 'a', 'b', 'g2', 'c', 'd'])
  const twice = moveBy(once, placeOf(once, 'f.c'), 1)
  assert.deepEqual(order(twice), ['g1', 'a', 'b', 'g2', 'd', 'c'])
  assert.equal(moveBy(twice, placeOf(twice, 'f.c'), 1), twice)
})

test('a line dropped on another one stands before or after it, wherever it came from', () => {
  assert.deepEqual(order(drop(form(), 'f.a', 'f.c', true)), ['g1', 'b', 'c', 'a', 'g2', 'd'])
  assert.deepEqual(order(drop(form(), 'f.c', 'f.a', false)), ['g1', 'c', 'a', 'b', 'g2', 'd'])
  assert.deepEqual(order(drop(form(), 'f.d', 'g.g1', true)), ['g1', 'd', 'a', 'b', 'c', 'g2'])
  assert.deepEqual(order(drop(form(), 'g.g2', 'f.b', false)), ['g2', 'd', 'g1', 'a', 'b', 'c'])
})

test('a field that was taken away comes back to its place with all that was said of it', () => {
  const before = form()
  const { form: without, removed } = remove(before, placeOf(before, 'f.b'))
  assert.deepEqual(order(without), ['g1', 'a', 'c', 'g2', 'd'])
  assert.deepEqual(insert(without, removed), before)
})

test('a copied group has keys of its own, and its conditions, sums and checks follow them', () => {
  const price = { ...newColumn(EMPTY, 'money'), key: 'price', label: '单价' }
  const other = group('g9', [
    field('kind', { type: 'choice' }),
    field('rows', { type: 'table', columns: [price] }),
    field('sum', { type: 'money', compute: { kind: 'sum', of: ['rows.price', '10'] } }),
    field('more', {
      when: [
        { field: 'kind', test: 'filled', values: [] },
        { field: 'elsewhere', test: 'filled', values: [] },
      ],
      checks: [
        { test: 'same-as', against: 'kind', sentence: '要一样。', sentenceEn: '' },
        { test: 'differs-from', against: 'elsewhere', sentence: '不能一样。', sentenceEn: '' },
      ],
    }),
  ])
  const copied = groupForForm(form(), other)
  const [kind, rows, sum, more] = copied.fields
  const used = new Set(order(form()))
  for (const line of outlineOf({ groups: [copied] }))
    assert.ok(!used.has(line.field?.key ?? line.group.key) && !order({ groups: [other] }).includes(line.id))
  assert.deepEqual(sum!.compute!.of, [`${rows!.key}.${rows!.columns[0]!.key}`, '10'])
  assert.deepEqual(
    more!.when.map((c) => c.field),
    [kind!.key],
  )
  assert.deepEqual(
    more!.checks.map((c) => c.against),
    [kind!.key],
  )
  assert.notEqual(copied.key, 'g9')
})

test('a field copied alone is asked always, and computes nothing that is not here', () => {
  const sum = field('sum', { type: 'money', compute: { kind: 'sum', of: ['x'] } })
  const copied = fieldForForm(form(), { ...sum, when: [{ field: 'x', test: 'filled', values: [] }] })
  assert.equal(copied.compute, undefined)
  assert.deepEqual(copied.when, [])
  assert.equal(copied.label, 'sum')
})

test('another kind keeps the options of a choice, and nothing that it cannot have', () => {
  const choice = field('a', { type: 'choice' })
  assert.deepEqual(retyped(choice, 'multiple').options, choice.options)
  const text = { ...choice, ...retyped(choice, 'text') }
  assert.deepEqual(text.options, [])
  const counted = field('n', { type: 'number', min: 3, unit: '人', prefill: 'body.capital' })
  const long = { ...counted, ...retyped(counted, 'long-text') }
  assert.deepEqual([long.min, long.unit, long.prefill], [undefined, '', undefined])
})
