import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Field, type Form, newColumn, newField, newGroup } from './model.ts'
import { checkFields, computeTerms, conditionSubjects, nearestFirst } from './reach.ts'

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
const refs = (list: { ref: string }[]) => list.map((x) => x.ref)

test('a condition looks at fields that stand before it, and never into a group of several', () => {
  assert.deepEqual(refs(conditionSubjects(form, { group: 2, field: 1 })), ['kind', 'begin'])
  assert.deepEqual(refs(conditionSubjects(form, { group: 2 })), ['kind'])
  assert.deepEqual(refs(conditionSubjects(form, { group: 1, field: 1 })), ['share'])
  assert.deepEqual(refs(conditionSubjects(form, { group: 0, field: 0 })), [])
})

test('of a person the kind of document can be a condition, of a period its begin and its end', () => {
  const who = field('who', 'person', { idKinds: ['resident-id', 'passport'] })
  const subjects = conditionSubjects(
    { groups: [group('g', [who, field('term', 'period'), field('more', 'text')])] },
    { group: 0, field: 2 },
  )
  assert.deepEqual(refs(subjects), ['who.idKind', 'term.from', 'term.to'])
  assert.deepEqual(
    subjects[0]!.options.map((o) => o.value),
    ['resident-id', 'passport'],
  )
})

test('what stands right before a computed value is offered first', () => {
  assert.deepEqual(refs(nearestFirst(form, { group: 2, field: 2 })).slice(0, 3), [
    'end',
    'begin',
    'owners.paid',
  ])
})

test('a sum reaches columns and the entries of a group; a row reaches itself', () => {
  const reached = refs(computeTerms(form, { group: 2, field: 2 }))
  for (const ref of ['rows.price', 'owners.share', 'owners', 'begin']) assert.ok(reached.includes(ref), ref)
  assert.ok(!reached.includes('total'))
  assert.deepEqual(
    computeTerms(form, { group: 0, field: 1, column: 0 }).map((t) => t.ref),
    ['count'],
  )
})

test('a rule compares with other fields of the same kind', () => {
  assert.deepEqual(keys(checkFields(form, { group: 2, field: 1 })), ['begin'])
  assert.deepEqual(keys(checkFields(form, { group: 0, field: 1, column: 0 })), [])
})
