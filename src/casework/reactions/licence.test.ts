import assert from 'node:assert/strict'
import { test } from 'node:test'
import { form as formShape } from '../../catalogue/index.ts'
import { faceOf } from './licence.ts'

const fields = [
  { label: '经营者名称', value: '{form.operatorName}' },
  { label: '统一社会信用代码', value: '{holder.code}' },
  { label: '经营项目', value: '{form.projects}' },
  { label: '发证', value: '{organ.name} {decision.day}' },
]
const facts = {
  form: null,
  answers: { operatorName: '榕荫小馆', projects: ['热食类食品制售', '自制饮品制售'] },
  holder: { name: '陈榕生', code: '999999****0011', idKind: 'resident-id' },
  organ: '鼓楼区市场监督管理局',
  day: '2026-10-16',
}

test('the face of a licence is filled from the form, the holder, the organ and the day', () => {
  assert.deepEqual(faceOf(fields, facts), [
    { label: '经营者名称', value: '榕荫小馆' },
    { label: '公民身份号码', value: '999999****0011' },
    { label: '经营项目', value: '热食类食品制售、自制饮品制售' },
    { label: '发证', value: '鼓楼区市场监督管理局 2026-10-16' },
  ])
})

test('the face names the number that its holder has', () => {
  const body = { ...facts, holder: { ...facts.holder, idKind: 'credit-code' } }
  assert.equal(faceOf(fields, body)[1]!.label, '统一社会信用代码')
})

test('an answer of several parts stands on the face as people read it', () => {
  const form = formShape.parse({
    groups: [
      {
        key: 'g',
        title: '组',
        fields: [
          { key: 'term', label: '期限', type: 'period' },
          { key: 'place', label: '路段', type: 'region-address' },
        ],
      },
    ],
  })
  const answers = {
    term: { from: '2026-12-01', to: '2026-12-20' },
    place: { region: '350111001', names: '福州市晋安区茶园街道', detail: '示例路 1 号' },
  }
  const face = [
    { label: '期限', value: '{form.term}' },
    { label: '路段', value: '{form.place}' },
  ]
  assert.deepEqual(
    faceOf(face, { ...facts, form, answers }).map((f) => f.value),
    ['2026年12月1日至2026年12月20日', '福州市晋安区茶园街道示例路 1 号'],
  )
})
