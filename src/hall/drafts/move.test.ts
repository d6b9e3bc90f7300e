import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type ItemContent, isEmpty, itemContent, NO_AREAS, valueText } from '../../catalogue/index.ts'
import type { Answers } from '../form/answers.ts'
import type { GivenMaterial } from './draft.ts'
import { fits, placesOf } from './fitting.ts'
import { type DraftWork, moveDraft, notesOf } from './move.ts'

const NOW = new Date('2026-11-23T10:00:00+08:00')
const context = { now: NOW, areas: NO_AREAS }
const field = (key: string, label: string, type = 'text', more: object = {}) => ({
  key,
  label,
  type,
  ...more,
})
const options = (...values: string[]) => ({
  options: values.map((value) => ({ value, label: `选${value}` })),
})

const guide = (fields: object[], materials: object[] = [], more: object = {}): ItemContent =>
  itemContent.parse({
    sample: true,
    name: '示例事项',
    organId: 'o',
    organName: '示例局',
    form: { groups: [{ key: 'g', title: '组', fields }] },
    materials,
    ...more,
  })

const work = (answers: Answers, materials: GivenMaterial[] = []): DraftWork => ({
  answers,
  situation: null,
  materials,
  known: null,
  kept: [],
})

const given = (materialKey: string, more: Partial<GivenMaterial> = {}): GivenMaterial => ({
  materialKey,
  source: 'upload',
  fileId: '0f5d9ee4-3f1c-4f0e-9d3e-111111111111',
  fileName: '图.pdf',
  licence: null,
  addedAt: NOW,
  ...more,
})

const told = (before: ItemContent, after: ItemContent, done: DraftWork) =>
  moveDraft(before, after, done, context).notes.map((n) => n.zh)

const shop = [field('shop', '店名'), field('area', '面积', 'number', { required: false })]

test('[Art. 5.1(3)] a draft whose answers all have their place goes along without a word', () => {
  const after = guide(shop, [{ key: 'm9', name: '可交的', need: 'optional' }], { summary: '改了别处' })
  assert.deepEqual(moveDraft(guide(shop), after, work({ shop: '小馆', area: '30' }), context), {
    changed: {},
    kept: [],
    notes: [],
  })
})

test('what the applicant had not answered before is no news of the change', () => {
  assert.deepEqual(told(guide(shop), guide(shop.toReversed()), work({})), [])
})

test('[Art. 5.1(3)] a new question is named where it must be answered, and is done with when it is', () => {
  const after = guide([...shop, field('owner', '负责人')])
  const move = moveDraft(guide(shop), after, work({ shop: '小馆' }), context)
  assert.deepEqual(move.notes, [
    { zh: '新的问题「负责人」，请填。', en: 'A new question: “负责人”.', field: 'owner' },
  ])
  assert.deepEqual(notesOf(guide(shop), after, work({ shop: '小馆', owner: '陈' }), context), [])
})

test('an answer that nobody asks for any more is kept as it read, and lies where it lay', () => {
  const move = moveDraft(guide(shop), guide([shop[1]!]), work({ shop: '小馆' }), context)
  assert.deepEqual(move.changed, {})
  assert.deepEqual(move.kept, [{ key: 'shop', label: '店名', text: '小馆' }])
  assert.match(move.notes[0]!.zh, /不再问「店名」/)
})

test('a choice that is no longer offered is asked anew, and what was chosen is kept in its words', () => {
  const before = guide([field('kind', '业态', 'choice', { ...options('a', 'b'), required: false })])
  const after = guide([field('kind', '业态', 'choice', { ...options('a'), required: false })])
  const move = moveDraft(before, after, work({ kind: 'b' }), context)
  assert.deepEqual(move.changed, { kind: undefined })
  assert.deepEqual(move.kept, [{ key: 'kind', label: '业态', text: '选b' }])
  assert.match(move.notes[0]!.zh, /「业态」的填法变了/)
  assert.deepEqual(told(before, after, work({ kind: 'a' })), [])
})

test('an answer that the new bounds refuse stays, and its place is told', () => {
  const after = guide([shop[0]!, field('area', '面积', 'number', { max: 20 })])
  const move = moveDraft(guide(shop), after, work({ shop: '小馆', area: '30' }), context)
  assert.deepEqual([move.changed, move.kept], [{}, []])
  assert.match(move.notes[0]!.zh, /「面积」的要求变了/)
  assert.match(told(guide(shop), after, work({ shop: '小馆' }))[0]!, /「面积」现在要填/)
})

test('rows lose only the column that is gone, and the rows as they were are kept', () => {
  const columns = [field('what', '品名'), field('much', '数量', 'number')]
  const table = (list: object[]) => guide([field('goods', '货物', 'table', { columns: list })])
  const rows = [{ what: '米', much: '3' }]
  const move = moveDraft(table(columns), table([columns[0]!]), work({ goods: rows }), context)
  assert.deepEqual(move.changed, { goods: [{ what: '米' }] })
  assert.match(move.kept[0]!.text, /品名：米；数量：3/)
  assert.match(move.notes[0]!.zh, /「货物」有的栏改了/)
})

test('[Art. 5.1(3)] materials that are new, gone, stricter or of another kind are told; what nobody gave and nobody wants is not', () => {
  const list = [
    { key: 'm1', name: '平面图' },
    { key: 'm2', name: '证明', need: 'optional' },
    { key: 'm3', name: '照片', accept: ['pdf', 'jpg'] },
    { key: 'm4', name: '旧表' },
  ]
  const after = [
    { key: 'm2', name: '证明' },
    { key: 'm3', name: '照片', accept: ['jpg'] },
    { key: 'm5', name: '承诺书' },
  ]
  assert.deepEqual(told(guide([], list), guide([], after), work({}, [given('m1'), given('m3')])), [
    '不再要「平面图」。您交的留在草稿最后面，提交时不交给部门。',
    '「证明」现在必须交。',
    '「照片」现在只收 JPG 图片，请换一份。',
    '新要交「承诺书」。',
  ])
})

test('a licence that we fetched ourselves is no work of theirs; another licence in its place is told', () => {
  const licence = { source: 'licence' as const, fileId: null, licence: { kind: 'business-licence' } }
  const before = guide([], [{ key: 'm1', name: '执照', licenceKind: 'business-licence' }])
  assert.deepEqual(told(before, guide([]), work({}, [given('m1', licence)])), [])
  const other = guide([], [{ key: 'm1', name: '执照', licenceKind: 'food-licence' }])
  assert.match(told(before, other, work({}, [given('m1', licence)]))[0]!, /要的证照变了/)
})

test('questions about the situation that changed are asked anew', () => {
  const asked = (key: string) => ({
    situations: { questions: [{ key, text: '开过店吗', options: [{ value: 'y', label: '是' }] }] },
  })
  const done = { ...work({}), situation: { q1: 'y' } }
  assert.match(told(guide([], [], asked('q1')), guide([], [], asked('q2')), done)[0]!, /情形的问题改了/)
})

test('a service that is no longer done online says so', () => {
  const online = guide([], [], { handlingForms: ['1', '2'] })
  const counter = guide([], [], { handlingForms: ['1'] })
  assert.match(told(online, counter, work({}))[0]!, /改为不在网上办了/)
  assert.deepEqual(told(counter, counter, work({})), [])
})

test('two changes one after the other are told together, until they are looked at', () => {
  const first = guide(shop)
  const second = guide([shop[1]!])
  const third = guide([shop[1]!, field('owner', '负责人')])
  const once = moveDraft(first, second, work({ shop: '小馆' }), context)
  const twice = moveDraft(second, third, { ...work({ shop: '小馆' }), kept: once.kept }, context, first)
  assert.deepEqual(twice.kept, once.kept)
  assert.deepEqual(
    twice.notes.map((n) => n.zh.slice(0, 6)),
    ['不再问「店名', '新的问题「负'],
  )
})

const TYPES = [
  'text',
  'number',
  'date',
  'choice',
  'multiple',
  'table',
  'person',
  'body',
  'resident-id',
] as const
const anyFields = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    type: fc.constantFrom(...TYPES),
    of: fc.nat(2),
  }),
  { selector: (f) => f.key, maxLength: 5 },
)
const drawn = (list: { key: string; type: (typeof TYPES)[number]; of: number }[]) =>
  guide(
    list.map(({ key, type, of }) =>
      field(key, `问${key}`, type, {
        required: of > 0,
        ...(type === 'choice' || type === 'multiple' ? options(...['x', 'y', 'z'].slice(0, of + 1)) : {}),
        ...(type === 'table'
          ? { columns: ['p', 'q', 'r'].slice(0, of + 1).map((k) => field(k, `栏${k}`)) }
          : {}),
        ...(type === 'person' && of === 1 ? { idKinds: ['passport'] } : {}),
      }),
    ),
  )
const TYPED: Record<(typeof TYPES)[number], (of: number) => Answers[string]> = {
  text: () => '秘密一',
  number: () => '秘密二',
  date: () => '2026-03-04',
  choice: (of) => ['x', 'y', 'z'][of]!,
  multiple: (of) => ['x', 'y', 'z'].slice(0, of + 1),
  table: (of) => [Object.fromEntries(['p', 'q', 'r'].slice(0, of + 1).map((k) => [k, `秘密${k}`]))],
  person: () => ({ name: '秘密三', idKind: 'resident-id', idNumber: '秘密四' }),
  body: () => ({ name: '秘密五', creditCode: '秘密六' }),
  'resident-id': () => '秘密七',
}

test('[Art. 5.1(3)] whatever the guide becomes, nothing typed is lost, and no sentence quotes it', () => {
  fc.assert(
    fc.property(anyFields, anyFields, (was, is) => {
      const [before, after] = [drawn(was), drawn(is)]
      const answers = Object.fromEntries(was.map(({ key, type, of }) => [key, TYPED[type](of)]))
      const { changed, kept, notes } = moveDraft(before, after, work(answers), context)
      const places = placesOf(after.form!)
      for (const [key, place] of placesOf(before.form!)) {
        const next = places.get(key)
        const text = valueText(place.field, answers[key], { lang: 'zh' })
        const stays = next !== undefined && !(key in changed) && fits(next, answers[key]!)
        assert.ok(stays || kept.some((k) => k.key === key && k.text === text), `${key} is lost`)
        // What the page will show is never of a shape that its control does not take.
        const stored = key in changed ? changed[key] : answers[key]
        if (next && !isEmpty(stored)) assert.ok(fits(next, stored!), `${key} does not fit its place`)
      }
      assert.ok(kept.length === 0 || notes.length > 0, 'something is kept and nothing is said')
      assert.doesNotMatch(notes.map((n) => n.zh + n.en).join(), /秘密/)
    }),
    { numRuns: 500 },
  )
})

test('moving twice changes nothing more', () => {
  fc.assert(
    fc.property(anyFields, anyFields, (was, is) => {
      const [before, after] = [drawn(was), drawn(is)]
      const answers: Answers = Object.fromEntries(was.map(({ key, type, of }) => [key, TYPED[type](of)]))
      const first = moveDraft(before, after, work(answers), context)
      const next: Answers = { ...answers }
      for (const [key, value] of Object.entries(first.changed))
        if (value === undefined) delete next[key]
        else next[key] = value
      const second = moveDraft(before, after, { ...work(next), kept: first.kept }, context)
      assert.deepEqual(second.changed, {})
      assert.deepEqual(second.notes, first.notes)
    }),
  )
})
