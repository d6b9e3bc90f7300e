/** Texts with the changed words marked. Words are those of the language (Intl.Segmenter), so that 「五个」→「三个」 marks a number, not a line. */

export interface Piece {
  text: string
  changed: boolean
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })
const wordsOf = (text: string): string[] => [...segmenter.segment(text)].map((s) => s.segment)

/** Beyond this many pairs of words the middle counts as changed as a whole: nobody reads such a text word by word. */
const MOST_PAIRS = 4_000_000

type Marked = { before: Piece[]; after: Piece[] }

/**
 * Both texts in pieces; the unmarked pieces of either, put together, are the same. Lines that stand in both are kept whole, so that a line that
 * was taken out of a list does not borrow words from its neighbours; words are compared in what lies between.
 */
export function markWords(before: string, after: string): Marked {
  const b = linesOf(before)
  const a = linesOf(after)
  const all: Marked = { before: [], after: [] }
  const between = (fromB: number, toB: number, fromA: number, toA: number) => {
    const marked = markWithin(b.slice(fromB, toB).join(''), a.slice(fromA, toA).join(''))
    all.before.push(...marked.before)
    all.after.push(...marked.after)
  }
  let [nextB, nextA] = [0, 0]
  for (const [i, j] of commonOf(b, a)) {
    between(nextB, i, nextA, j)
    all.before.push({ text: b[i]!, changed: false })
    all.after.push({ text: a[j]!, changed: false })
    nextB = i + 1
    nextA = j + 1
  }
  between(nextB, b.length, nextA, a.length)
  return { before: joined(all.before), after: joined(all.after) }
}

/** Lines and the breaks between them. */
const linesOf = (text: string): string[] => text.split(/(\n)/).filter((part) => part !== '')

function markWithin(before: string, after: string): Marked {
  const b = wordsOf(before)
  const a = wordsOf(after)
  const kept = commonOf(b, a)
  const inB = new Set(kept.map(([i]) => i))
  const inA = new Set(kept.map(([, j]) => j))
  return {
    before: b.map((text, i) => ({ text, changed: !inB.has(i) })),
    after: a.map((text, j) => ({ text, changed: !inA.has(j) })),
  }
}

/** Pairs of places of parts that both have, in order: the same head and tail, and as many as possible in the middle. */
function commonOf(b: string[], a: string[]): [number, number][] {
  let head = 0
  while (head < b.length && head < a.length && b[head] === a[head]) head++
  let tail = 0
  while (tail < b.length - head && tail < a.length - head && b.at(-1 - tail) === a.at(-1 - tail)) tail++
  const middleB = b.slice(head, b.length - tail)
  const middleA = a.slice(head, a.length - tail)
  const middle = middleB.length * middleA.length > MOST_PAIRS ? [] : longestCommon(middleB, middleA)
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i)
  return [
    ...upTo(head).map((i): [number, number] => [i, i]),
    ...middle.map(([i, j]): [number, number] => [i + head, j + head]),
    ...upTo(tail).map((i): [number, number] => [b.length - tail + i, a.length - tail + i]),
  ]
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

/** Neighbours of a kind in one piece. */
function joined(pieces: Piece[]): Piece[] {
  const all: Piece[] = []
  for (const { text, changed } of pieces) {
    const last = all.at(-1)
    if (last && last.changed === changed) last.text += text
    else all.push({ text, changed })
  }
  return all
}
