import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  type Form,
  type FormField,
  form as formShape,
  validate as judge,
  NO_AREAS,
} from '../../catalogue/index.ts'
import { type Answers, controlName, readAnswers } from './answers.ts'

const validate = (form: Form, answers: Record<string, unknown>, now: Date) =>
  judge(form, answers, { now, areas: NO_AREAS })

const NOW = new Date('2026-11-23T10:00:00+08:00')
/** Region 999999 belongs to no place; the check character is right. */
const ID = '99999919860312011X'

const sample = (fields: Partial<FormField>[]): Form =>
  formShape.parse({ groups: [{ key: 'g', title: '一组', fields }] })

const field = (type: FormField['type'], more: Partial<FormField> = {}): Partial<FormField> => ({
  key: 'x',
  label: '这一项',
  labelEn: 'this one',
  type,
  ...more,
})
const faultOf = (f: Partial<FormField>, typed: string | string[]) =>
  validate(sample([f]), { x: typed }, NOW).errors[0]?.zh ?? null
const filedOf = (f: Partial<FormField>, typed: string | string[]) =>
  validate(sample([f]), { x: typed }, NOW).values['x']

test('a phone number that is too short says how many digits it has', () => {
  assert.match(faultOf(field('phone'), '1540000001') ?? '', /11 位，您填了 10 位/)
  assert.equal(filedOf(field('phone'), '154 0000 0012'), '15400000012')
})

test('an identity number is checked to its last character', () => {
  const good = [...Array(11).keys()].map((n) => `99999919860312011${'10X98765432'[n]}`)
  const passing = good.filter((id) => faultOf(field('resident-id'), id) === null)
  assert.equal(passing.length, 1)
  assert.match(faultOf(field('resident-id'), ID.slice(1)) ?? '', /18 位，您填了 17 位/)
})

test('numbers are taken as people write them, and words are answered with an example', () => {
  assert.equal(filedOf(field('number'), '８６．５'), '86.5')
  assert.equal(filedOf(field('number'), ' 1,200 '), '1200')
  assert.match(faultOf(field('number', { unit: '平方米' }), '八十六平') ?? '', /请填数字，例如 86 或 86\.5/)
  assert.match(faultOf(field('number', { unit: '平方米' }), '86平方米') ?? '', /不用写「平方米」/)
  assert.match(faultOf(field('number', { min: 4, unit: '平方米' }), '3') ?? '', /不能少于 4 平方米，您填了 3/)
  assert.match(faultOf(field('money'), '12.345') ?? '', /两位小数/)
})

test('a day that does not exist and a day on the wrong side of today are told apart', () => {
  assert.match(faultOf(field('date'), '2026-02-30') ?? '', /没有 2026-02-30 这一天/)
  assert.match(
    faultOf(field('date', { dateRule: 'past' }), '2026-11-24') ?? '',
    /不能晚于今天（2026年11月23日）/,
  )
  assert.match(faultOf(field('date', { dateRule: 'future' }), '2026-11-22') ?? '', /不能早于今天/)
  assert.equal(filedOf(field('date', { dateRule: 'past' }), '2026年11月3日'), '2026-11-03')
  assert.match(faultOf(field('date'), '明天') ?? '', /例如 2026-11-23/)
})

test('today is the day in Shanghai, also late in the evening of UTC', () => {
  const late = new Date('2026-11-23T17:00:00Z')
  const f = sample([field('date', { dateRule: 'future' })])
  assert.equal(validate(f, { x: '2026-11-23' }, late).errors.length, 1)
  assert.equal(validate(f, { x: '2026-11-24' }, late).errors.length, 0)
})

test('only listed options are taken', () => {
  const options = ['甲', '乙', '丙'].map((v) => ({ value: v, label: v, labelEn: '', hint: '' }))
  assert.match(faultOf(field('choice', { options }), '丁') ?? '', /列出的选项/)
  assert.deepEqual(filedOf(field('multiple', { options }), ['丙', '甲', '甲']), ['甲', '丙'])
  assert.match(faultOf(field('multiple', { options }), ['甲', '丁']) ?? '', /不在列/)
})

test('a field that another answer hides is neither asked nor filed', () => {
  const yesNo = ['是', '否'].map((v) => ({ value: v, label: v, labelEn: '', hint: '' }))
  const form = sample([
    field('choice', { key: 'takeaway', options: yesNo }),
    field('text', { key: 'platform', when: [{ field: 'takeaway', test: 'is', values: ['是'] }] }),
    field('text', { key: 'shop', when: [{ field: 'platform', test: 'is', values: ['示例外卖'] }] }),
  ])
  const shown = validate(form, { takeaway: '是' }, NOW)
  assert.deepEqual(
    shown.errors.map((e) => e.field),
    ['platform'],
  )
  const hidden = validate(form, { takeaway: '否', platform: '示例外卖', shop: '一号店' }, NOW)
  assert.deepEqual(hidden, { values: { takeaway: '否' }, errors: [] })
})

test('a text that is too long says how much to cut, counting characters and not bytes', () => {
  assert.match(
    faultOf(field('text', { maxLength: 5 }), '榕树榕树榕树榕') ?? '',
    /最多 5 个字，您写了 7 个，请删去 2 个/,
  )
  assert.equal(faultOf(field('text', { maxLength: 2 }), '𠀀𠀁'), null)
  assert.match(faultOf(field('text'), 'a\u0007b') ?? '', /看不见的字符/)
})

test('a required field that is empty names itself', () => {
  assert.equal(faultOf(field('text'), '   '), '请填这一项')
  assert.equal(validate(sample([field('text', { required: false })]), {}, NOW).errors.length, 0)
})

test('every message is there in both languages', () => {
  const types: FormField['type'][] = [
    'text',
    'number',
    'date',
    'resident-id',
    'credit-code',
    'phone',
    'choice',
    'multiple',
    'person-name',
  ]
  for (const type of types) {
    for (const typed of ['', '1x\u0001']) {
      for (const e of validate(sample([field(type)]), { x: typed }, NOW).errors) {
        assert.ok(e.zh.length > 3 && /\p{Script=Han}/u.test(e.zh), `${type}: ${e.zh}`)
        assert.ok(e.en.length > 3 && !/\p{Script=Han}/u.test(e.en), `${type}: ${e.en}`)
      }
    }
  }
})

// Properties ------------------------------------------------------------------------------------------------------

const anyTyped = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', ' ', '86', '2026-11-23', '15400000012'),
)
const everyType: Partial<FormField>[] = [
  field('text', { key: 'a' }),
  field('long-text', { key: 'b' }),
  field('number', { key: 'c', min: 0, max: 100 }),
  field('money', { key: 'd' }),
  field('date', { key: 'e' }),
  field('choice', { key: 'f', options: [{ value: '是', label: '是', labelEn: '', hint: '' }] }),
  field('person-name', { key: 'h' }),
  field('resident-id', { key: 'i' }),
  field('credit-code', { key: 'j' }),
  field('phone', { key: 'k' }),
  field('address', { key: 'l' }),
]
const keys = 'abcdefhijkl'.split('')

test('whatever is typed, judging never changes it, and each field is either filed or faulted', () => {
  fc.assert(
    fc.property(fc.array(anyTyped, { minLength: keys.length, maxLength: keys.length }), (typed) => {
      const answers: Answers = Object.fromEntries(keys.map((k, i) => [k, typed[i]!]))
      const before = structuredClone(answers)
      const { values, errors } = validate(sample(everyType), answers, NOW)
      assert.deepEqual(answers, before)
      for (const key of keys) assert.equal(key in values, !errors.some((e) => e.field === key), key)
    }),
    { numRuns: 300 },
  )
})

test('what is filed is valid again and stays the same', () => {
  fc.assert(
    fc.property(
      fc.record({
        c: fc.integer({ min: 0, max: 100 }),
        a: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      }),
      ({ c, a }) => {
        const form = sample([everyType[0]!, everyType[2]!])
        const first = validate(form, { a, c: `${c}.0` }, NOW)
        const again = validate(form, first.values, NOW)
        assert.deepEqual(again.values, first.values)
        assert.ok(again.errors.every((e) => e.field === 'a'))
      },
    ),
  )
})

test('typed text comes through a posted form unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
      const text = typed.replaceAll('\r\n', '\n')
      const body = new URLSearchParams({ [controlName('x')]: text })
      const read = readAnswers(sample([field('long-text')]), Object.fromEntries(body), NO_AREAS)
      assert.equal(read['x'], text)
    }),
  )
})
