/** Texts with the changed words marked. Words are those of the language (Intl.Segmenter), so that 「五个」→「三个」 marks a number, not a line. */

export interface Piece {
  text: string
  changed: boolean
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })
const wordsOf = (text: string): string[] => [...segmenter.segment(text)].map((s) => s.segment)

/** Beyond this many pairs of words the middle counts as changed as a whole: nobody reads such a text word by word. */
const MOST_PAIRS = 4_000_000

/** Both texts in pieces; the unmarked pieces of either, put together, are the same. */
export function markWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const b = wordsOf(before)
  const a = wordsOf(after)
  let head = 0
  while (head < b.length && head < a.length && b[head] === a[head]) head++
  let tail = 0
  while (tail < b.length - head && tail < a.length - head && b.at(-1 - tail) === a.at(-1 - tail)) tail++
  const middleB = b.slice(head, b.length - tail)
  const middleA = a.slice(head, a.length - tail)
  const kept = middleB.length * middleA.length > MOST_PAIRS ? [] : longestCommon(middleB, middleA)
  const inB = new Set(kept.map(([i]) => i + head))
  const inA = new Set(kept.map(([, j]) => j + head))
  return {
    before: pieces(b, (i) => i < head || i >= b.length - tail || inB.has(i)),
    after: pieces(a, (i) => i < head || i >= a.length - tail || inA.has(i)),
  }
}

/** Pairs of places of a longest common subsequence. */
function longestCommon(b: string[], a: string[]): [number, number][] {
  const width = a.length + 1
  const lengths = new Uint32Array((b.length + 1) * width)
  for (let i = b.length - 1; i >= 0; i--)
    for (let j = a.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        b[i] === a[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < b.length && j < a.length; ) {
    if (b[i] === a[j]) pairs.push([i++, j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
  return pairs
}

function pieces(words: string[], kept: (i: number) => boolean): Piece[] {
  const all: Piece[] = []
  for (const [i, text] of words.entries()) {
    const changed = !kept(i)
    const last = all.at(-1)
    if (last && last.changed === changed) last.text += text
    else all.push({ text, changed })
  }
  return all
}
