import assert from 'node:assert/strict'
import test from 'node:test'
import { residentId } from '../../../sandbox/register/numbers.ts'
import { type ItemContent, itemContent } from '../../catalogue/index.ts'
import { formGroups } from './form-values.ts'

const field = (key: string, label: string, type: string, more: object = {}) => ({ key, label, type, ...more })
const content: ItemContent = itemContent.parse({
  sample: true,
  name: '示例事项',
  organId: 'x',
  organName: '示例局',
  form: {
    groups: [
      {
        key: 'site',
        title: '场所',
        fields: [
          field('area', '面积', 'number', { unit: '平方米' }),
          field('takeaway', '外卖', 'choice', { options: [{ value: '是', label: '是' }] }),
          field('platform', '平台', 'text', { when: { field: 'takeaway', equals: '是' } }),
          field('rooms', '房间', 'table', {
            columns: [field('name', '名称', 'text'), field('size', '面积', 'number', { unit: '平方米' })],
          }),
        ],
      },
      {
        key: 'owners',
        title: '股东',
        repeat: { each: '股东' },
        fields: [field('who', '本人', 'person')],
      },
    ],
  },
})
const ID = residentId('1986-03-12', 7)
const owner = (name: string) => ({ who: { name, idKind: 'resident-id', idNumber: ID } })

test('the desk reads rows line by line and entries one by one; full numbers are never among them', () => {
  const answers = {
    area: '86',
    rooms: [
      { name: '前厅', size: '60' },
      { name: '后厨', size: '26' },
    ],
    owners: [owner('林示例')],
  }
  const groups = formGroups(content, answers, null)
  assert.deepEqual(
    groups.map((g) => g.title),
    ['场所', '股东 1'],
  )
  const [area, , rooms] = groups[0]!.fields
  assert.deepEqual([area!.value, area!.unit], ['86', '平方米'])
  assert.equal(rooms!.value, '1. 名称：前厅；面积：60 平方米\n2. 名称：后厨；面积：26 平方米')
  assert.ok(!JSON.stringify(groups).includes(ID))
})

test('what was filed under another answer is not shown once it is no longer asked', () => {
  const keys = (answers: object) => formGroups(content, { ...answers }, null)[0]!.fields.map((f) => f.key)
  assert.ok(!keys({ takeaway: '否', platform: '示例外卖' }).includes('platform'))
  assert.ok(keys({ takeaway: '是', platform: '示例外卖' }).includes('platform'))
})

test('after a correction the officer sees what stood there before, also in an entry', () => {
  const groups = formGroups(
    content,
    { area: '90', owners: [owner('林示例二')] },
    { area: '86', owners: [owner('林示例')] },
  )
  assert.equal(groups[0]!.fields[0]!.before, '86 平方米')
  assert.match(groups[1]!.fields[0]!.before ?? '', /^林示例，/)
  assert.equal(groups[0]!.fields[1]!.before, null, 'what did not change has no before')
})

test('answers of older versions still read: a number that was filed as one, an address as one text', () => {
  const [group] = formGroups(content, { area: 86, takeaway: '是', platform: { odd: '形状' } }, null)
  assert.deepEqual(
    group!.fields.map((f) => f.value),
    ['86', '是', '形状', ''],
  )
})
