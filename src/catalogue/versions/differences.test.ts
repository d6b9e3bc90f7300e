import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ItemContent, itemContent } from '../item.ts'
import { guide } from '../testing.ts'
import { differences } from './differences.ts'
import { valueAt } from './shape.ts'

const base = itemContent.parse({
  ...guide(),
  materials: ['m1', 'm2', 'm3'].map((key) => ({ key, name: `材料 ${key}`, basis: '示例法第一条' })),
})
const after = (change: (c: ItemContent) => void): ItemContent => {
  const content = structuredClone(base)
  change(content)
  return content
}
const told = (change: (c: ItemContent) => void) =>
  differences(base, after(change)).map((d) => [d.path, d.label, d.kind, d.before, d.after])

test('a difference names its place as the editor does and says both values in words', () => {
  assert.deepEqual(
    told((c) => {
      c.promiseLimit = { days: 3, unit: 'G' }
      c.materials[1]!.need = 'later'
      c.materials[1]!.courierAllowed = true
      c.handlingForms = ['2']
    }),
    [
      ['materials.m2.need', '申请材料 · 材料 m2 · 必要性', 'changed', '必要', '容缺后补'],
      ['materials.m2.courierAllowed', '申请材料 · 材料 m2 · 可以邮寄原件', 'changed', '否', '是'],
      ['promiseLimit', '承诺时限', 'changed', '5 个工作日', '3 个工作日'],
      ['handlingForms', '办理形式', 'changed', '窗口办理、电脑端网上办理', '电脑端网上办理'],
    ],
  )
})

test('an element that is moved is told as moved, not as taken away and added', () => {
  assert.deepEqual(
    told((c) => {
      c.materials.reverse()
    }),
    [
      [
        'materials.#order',
        '申请材料 · 顺序',
        'order',
        '材料 m1、材料 m2、材料 m3',
        '材料 m3、材料 m2、材料 m1',
      ],
    ],
  )
})

test('an element that is added or taken away is told once, with what it says', () => {
  const [gone] = told((c) => {
    c.materials.pop()
  })
  assert.deepEqual(gone!.slice(0, 3), ['materials.m3', '申请材料 · 材料 m3', 'removed'])
  assert.match(String(gone![3]), /材料名称：材料 m3\n必要性：必要/)
  const [field] = told((c) => {
    c.form!.groups[0]!.fields.push({ ...c.form!.groups[0]!.fields[0]!, key: 'area', label: '面积' })
  })
  assert.deepEqual(field!.slice(0, 3), [
    'form.groups.shop.fields.area',
    '申请表 · 组 · 经营场所 · 字段 · 面积',
    'added',
  ])
})

test('a part that was not there at all is told field by field', () => {
  const bare = { ...base, form: null, fee: null }
  const all = differences(bare, base)
  assert.ok(all.some((d) => d.path === 'form.groups.shop' && d.kind === 'added'))
  assert.ok(all.some((d) => d.path === 'fee.charged' && d.after === '否'))
  assert.ok(differences(base, bare).some((d) => d.path === 'form.groups.shop' && d.kind === 'removed'))
})

test('every part of a guide has a name in Chinese', () => {
  const everything = differences(
    itemContent.parse({ sample: true, name: '', organId: '', organName: '' }),
    base,
  )
  for (const d of everything) assert.doesNotMatch(d.label, /(^|· )[a-z]\w*( ·|$)/, d.label)
})

test('no change, no difference; and every difference leads to a place where the two differ', () => {
  const change = fc.constantFrom<(c: ItemContent) => void>(
    (c) => {
      c.name = '新名称'
    },
    (c) => {
      c.materials.splice(1, 1)
    },
    (c) => {
      c.steps[0]!.limit.days = 4
    },
    (c) => {
      c.faq = []
    },
    (c) => {
      c.result!.faceFields[0]!.label = '持证人'
    },
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
      const content = after((c) => {
        for (const apply of changes) if (c.materials.length > 1) apply(c)
      })
      assert.deepEqual(differences(content, content), [])
      for (const d of differences(base, content))
        assert.notDeepEqual(valueAt(base, d.path), valueAt(content, d.path), d.path)
    }),
  )
})
