import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ItemContent, itemContent } from '../item.ts'
import { guide } from '../testing.ts'
import { merge, ORDER } from './merge.ts'
import { same, valueAt } from './shape.ts'

const base = itemContent.parse({
  ...guide(),
  materials: ['m1', 'm2', 'm3', 'm4'].map((key) => ({ key, name: `材料 ${key}`, basis: '示例法第一条' })),
})
const apart = (changes: (content: ItemContent) => void): ItemContent => {
  const content = structuredClone(base)
  changes(content)
  return content
}
const pathsOf = (clashes: { path: string }[]) => clashes.map((c) => c.path)

test('two clerks who change different fields both find their change in the draft', () => {
  const theirs = apart((c) => {
    c.summary = '他们写的'
    c.materials[0]!.standard = '清晰'
    c.steps[1]!.limit = { days: 2, unit: 'G' }
  })
  const mine = apart((c) => {
    c.conditions = ['我写的条件']
    c.materials[0]!.basis = '我写的依据'
    c.materials[2]!.name = '我改的名称'
    c.steps[1]!.name = '技术审查'
  })
  const { value, clashes } = merge(base, theirs, mine)
  assert.deepEqual(clashes, [])
  assert.equal(value.summary, '他们写的')
  assert.deepEqual(value.conditions, ['我写的条件'])
  assert.deepEqual([value.materials[0]!.standard, value.materials[0]!.basis], ['清晰', '我写的依据'])
  assert.equal(value.materials[2]!.name, '我改的名称')
  assert.deepEqual([value.steps[1]!.name, value.steps[1]!.limit.days], ['技术审查', 2])
})

test('one moves materials while the other edits, adds and takes away some', () => {
  const theirs = apart((c) => void c.materials.reverse())
  const mine = apart((c) => {
    c.materials.splice(1, 1)
    c.materials[0]!.name = '改过的'
    c.materials.push({ ...base.materials[0]!, key: 'm9', name: '新材料' })
  })
  const { value, clashes } = merge(base, theirs, mine)
  assert.deepEqual(clashes, [])
  assert.deepEqual(
    value.materials.map((m) => m.key),
    ['m4', 'm9', 'm3', 'm1'],
  )
  assert.equal(value.materials.at(-1)!.name, '改过的')
})

test('the same field changed by both in different ways clashes, with all three values; the rest is merged', () => {
  const theirs = apart((c) => {
    c.materials[0]!.basis = '他们的依据'
    c.summary = '他们写的'
  })
  const mine = apart((c) => {
    c.materials[0]!.basis = '我的依据'
    c.nameEn = 'Mine'
  })
  const { value, clashes } = merge(base, theirs, mine)
  assert.deepEqual(clashes, [
    { path: 'materials.m1.basis', base: '示例法第一条', theirs: '他们的依据', mine: '我的依据' },
  ])
  assert.deepEqual(
    [value.summary, value.nameEn, value.materials[0]!.basis],
    ['他们写的', 'Mine', '他们的依据'],
  )
  const chosen = merge(base, theirs, mine, (path) => (path === 'materials.m1.basis' ? 'mine' : null))
  assert.deepEqual([chosen.clashes, chosen.value.materials[0]!.basis], [[], '我的依据'])
})

test('what one took away and the other edited clashes as a whole; what both took away is gone', () => {
  const without = (...keys: string[]) =>
    apart((c) => {
      c.materials = c.materials.filter((m) => !keys.includes(m.key))
    })
  const edited = apart((c) => {
    c.materials[1]!.name = '改过的'
  })
  assert.deepEqual(pathsOf(merge(base, without('m2'), edited).clashes), ['materials.m2'])
  assert.deepEqual(pathsOf(merge(base, edited, without('m2')).clashes), ['materials.m2'])
  const both = merge(base, without('m2'), without('m2', 'm3'))
  assert.deepEqual(
    both.value.materials.map((m) => m.key),
    ['m1', 'm4'],
  )
})

test('two different orders clash; two halves of a limit are never mixed', () => {
  const order = (...keys: string[]) =>
    apart((c) => {
      c.materials = keys.map((k) => base.materials.find((m) => m.key === k)!)
    })
  const moved = merge(base, order('m2', 'm1', 'm3', 'm4'), order('m1', 'm2', 'm4', 'm3'))
  assert.deepEqual(pathsOf(moved.clashes), [`materials.${ORDER}`])
  const limits = merge(
    base,
    apart((c) => {
      c.promiseLimit = { days: 3, unit: 'G' }
    }),
    apart((c) => {
      c.promiseLimit = { days: 5, unit: 'Z' }
    }),
  )
  assert.deepEqual(pathsOf(limits.clashes), ['promiseLimit'])
})

/** A change to one place each; places of the pool never overlap. */
const EDITS: ((c: ItemContent, n: number) => void)[] = [
  (c, n) => {
    c.name = `名称 ${n}`
  },
  (c, n) => {
    c.summary = `说明 ${n}`
  },
  (c, n) => {
    c.conditions = [`条件 ${n}`]
  },
  (c, n) => {
    c.materials.find((m) => m.key === 'm1')!.basis = `依据 ${n}`
  },
  (c, n) => {
    c.materials.find((m) => m.key === 'm1')!.standard = `标准 ${n}`
  },
  (c, n) => {
    c.materials.find((m) => m.key === 'm2')!.name = `材料 ${n}`
  },
  (c, n) => void c.materials.push({ ...base.materials[0]!, key: `new${n}`, name: `新材料 ${n}` }),
  (c) => {
    c.materials = c.materials.filter((m) => m.key !== 'm3')
  },
  (c, n) => {
    c.steps[0]!.note = `说明 ${n}`
  },
  (c, n) => {
    c.steps[2]!.limit = { days: n + 2, unit: 'G' }
  },
  (c, n) => {
    c.form!.groups[0]!.fields[1]!.label = `业态 ${n}`
  },
  (c, n) => {
    c.fee!.basis = `依据 ${n}`
  },
  (c, n) => {
    c.place!.hours = `周一 ${n}`
  },
  (c, n) => {
    c.faq = [{ q: `问 ${n}`, a: '答' }]
  },
]

test('whatever different places two clerks change, the merged draft holds both changes and nothing else', () => {
  const indexes = fc.uniqueArray(fc.nat(EDITS.length - 1), { maxLength: EDITS.length })
  fc.assert(
    fc.property(indexes, fc.nat(20), fc.nat(14), (chosen, n, cut) => {
      const theirEdits = chosen.slice(0, cut)
      const myEdits = chosen.slice(cut)
      const run = (list: number[]) => (c: ItemContent) => list.forEach((i) => void EDITS[i]!(c, n))
      const both = apart(run([...theirEdits, ...myEdits]))
      const { value, clashes } = merge(base, apart(run(theirEdits)), apart(run(myEdits)))
      assert.deepEqual(clashes, [])
      assert.ok(same(value, both))
    }),
  )
})

test('merging with an unchanged side gives the other; the sides may be exchanged but for what clashes', () => {
  const edited = fc
    .uniqueArray(fc.nat(EDITS.length - 1))
    .chain((list) => fc.nat(20).map((n) => apart((c) => list.forEach((i) => void EDITS[i]!(c, n)))))
  fc.assert(
    fc.property(edited, edited, (a, b) => {
      assert.ok(same(merge(base, a, base).value, a))
      assert.ok(same(merge(base, base, b).value, b))
      assert.ok(same(merge(base, a, a).value, a))
      const forth = merge(base, a, b).clashes
      const back = merge(base, b, a).clashes
      assert.deepEqual(pathsOf(forth).sort(), pathsOf(back).sort())
      for (const { path, theirs, mine } of forth) {
        assert.ok(same(valueAt(a, path), theirs) && same(valueAt(b, path), mine), path)
      }
    }),
  )
})
