import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changedPieces } from './pieces.ts'

const marked = (pieces: { text: string; changed: boolean }[]) =>
  pieces.map((p) => (p.changed ? `[${p.text}]` : p.text)).join('')

test('only the characters that differ are marked, on both sides', () => {
  const { a, b } = changedPieces('鼓岭路 18 号', '鼓岭村 18 号')
  assert.equal(marked(a), '鼓岭[路] 18 号')
  assert.equal(marked(b), '鼓岭[村] 18 号')
})

test('what was added stands marked on its side only', () => {
  const { a, b } = changedPieces('林秋', '林秋生')
  assert.equal(marked(a), '林秋')
  assert.equal(marked(b), '林秋[生]')
})

test('both texts come out whole, and what is not marked is the same on both sides', () => {
  const word = fc.array(fc.constantFrom('甲', '乙', '丙', '１', '𠮷')).map((letters) => letters.join(''))
  fc.assert(
    fc.property(word, word, (x, y) => {
      const { a, b } = changedPieces(x, y)
      const whole = (pieces: typeof a) => pieces.map((p) => p.text).join('')
      const kept = (pieces: typeof a) => whole(pieces.filter((p) => !p.changed))
      assert.equal(whole(a), x)
      assert.equal(whole(b), y)
      assert.equal(kept(a), kept(b))
    }),
  )
})
