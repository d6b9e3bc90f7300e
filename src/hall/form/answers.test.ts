import assert from 'node:assert/strict'
import test from 'node:test'
import { type Form, form as formShape, NO_AREAS, treeOf } from '../../catalogue/index.ts'
import { afterAct, formAct, readAnswers } from './answers.ts'

const field = (key: string, type: string, more: object = {}) => ({ key, label: key, type, ...more })
const form: Form = formShape.parse({
  groups: [
    {
      key: 'g',
      title: '组',
      fields: [
        field('goods', 'table', { columns: [field('what', 'text'), field('n', 'number')] }),
        field('home', 'region-address'),
        field('total', 'number', { compute: { kind: 'count', of: ['goods'] } }),
      ],
    },
    {
      key: 'owners',
      title: '股东',
      repeat: { each: '股东' },
      fields: [
        field('who', 'person'),
        field('kinds', 'multiple', { options: [{ value: 'a', label: '甲' }] }),
      ],
    },
  ],
})

test('rows come in the order of their numbers, and rows that were never on the page leave what was saved alone', () => {
  const body = { 'f-goods': '', 'f-goods.10.what': '后', 'f-goods.2.what': '先', 'f-goods.2.n': '1' }
  assert.deepEqual(readAnswers(form, body, NO_AREAS), {
    goods: [{ what: '先', n: '1' }, { what: '后' }],
  })
})

test('an entry of which nothing is ticked or typed keeps its place', () => {
  const body = { 'f-owners': '', 'f-owners.0': '', 'f-owners.1': '', 'f-owners.1.who.name': '林示例' }
  assert.deepEqual(readAnswers(form, body, NO_AREAS), {
    owners: [{ kinds: [] }, { who: { name: '林示例' }, kinds: [] }],
  })
})

test('a street that does not lie in the district chosen now is let go', () => {
  const areas = treeOf([
    { code: '1', name: '甲区', parent: '' },
    { code: '11', name: '甲街', parent: '1' },
    { code: '2', name: '乙区', parent: '' },
  ])
  const read = (first: string, second: string) =>
    readAnswers(form, { 'f-home.region.0': first, 'f-home.region.1': second }, areas)['home']
  assert.deepEqual(read('1', '11'), { region: '11' })
  assert.deepEqual(read('2', '11'), { region: '2' })
})

test('what is computed is not read from the page', () => {
  assert.deepEqual(readAnswers(form, { 'f-total': '1000000' }, NO_AREAS), {})
})

test('without scripts a button adds a row or takes one away, and everything typed stays', () => {
  const answers = { goods: [{ what: '先' }, { what: '后' }] }
  const add = formAct(form, 'row-add:goods')!
  assert.deepEqual(afterAct(answers, add, [0, 1])['goods'], [{ what: '先' }, { what: '后' }, {}])
  // The page showed the rows under the numbers 0 and 4.
  const remove = formAct(form, 'row-remove:goods.4')!
  assert.deepEqual(afterAct(answers, remove, [0, 4])['goods'], [{ what: '先' }])
  assert.equal(formAct(form, 'row-add:home'), null, 'only what has rows gets one')
  assert.equal(formAct(form, 'review'), null)
})
