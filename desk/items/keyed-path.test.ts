import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyedPath } from './keyed-path.ts'

const content = {
  name: '示例',
  conditions: ['一', '二'],
  materials: [
    { key: 'm1', basis: '' },
    { key: 'm7', basis: '', namedList: ['甲'] },
  ],
  form: { groups: [{ key: 'shop', fields: [{ key: 'area', label: '面积' }] }] },
}

test('a place by index is the same place by key, where elements have one', () => {
  assert.equal(keyedPath(content, 'materials.1.basis'), 'materials.m7.basis')
  assert.equal(keyedPath(content, 'form.groups.0.fields.0.label'), 'form.groups.shop.fields.area.label')
  assert.equal(keyedPath(content, 'conditions.1'), 'conditions.1')
  assert.equal(
    keyedPath(content, 'materials.9.basis'),
    'materials.9.basis',
    'what is not there keeps its name',
  )
})
