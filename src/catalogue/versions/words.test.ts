import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markWords, type Piece } from './words.ts'

const marked = (pieces: Piece[]) => pieces.map((p) => (p.changed ? `[${p.text}]` : p.text)).join('')

test('only the words that differ are marked', () => {
  const { before, after } = markWords('自受理之日起 5 个工作日内办结。', '自受理之日起 3 个工作日内办结。')
  assert.equal(marked(before), '自受理之日起 [5] 个工作日内办结。')
  assert.equal(marked(after), '自受理之日起 [3] 个工作日内办结。')
  assert.equal(marked(markWords('', '新写的').after), '[新写的]')
  assert.deepEqual(markWords('没有变', '没有变').after, [{ text: '没有变', changed: false }])
})

test('a line taken out of a list is marked as a line, and borrows no word from the next one', () => {
  const { before, after } = markWords(
    '经营范围里有食品销售\n经营场所和污染源隔开',
    '经营场所和污染源隔开\n有安全员',
  )
  assert.equal(marked(before), '[经营范围里有食品销售\n]经营场所和污染源隔开')
  assert.equal(marked(after), '经营场所和污染源隔开[\n有安全员]')
})

test('the pieces put together are the text, and what is not marked is the same on both sides', () => {
  const text = fc
    .array(fc.constantFrom('许可', '材料', '，', '5', '个', '工作日', 'a b', '。', '\n'))
    .map((w) => w.join(''))
  fc.assert(
    fc.property(text, text, (b, a) => {
      const { before, after } = markWords(b, a)
      assert.equal(before.map((p) => p.text).join(''), b)
      assert.equal(after.map((p) => p.text).join(''), a)
      const kept = (pieces: Piece[]) =>
        pieces
          .filter((p) => !p.changed)
          .map((p) => p.text)
          .join('')
      assert.equal(kept(before), kept(after))
    }),
  )
})
