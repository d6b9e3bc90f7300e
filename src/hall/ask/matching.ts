import type { ItemVersion } from '../../catalogue/index.ts'
import type { PublicAnswer } from '../../feedback/index.ts'

/** A frequent question with its answer: of the guide, or of somebody who asked before. */
export interface Answered {
  q: string
  a: string
  item: ItemVersion
  /** Where somebody asked: the day of the answer. */
  answeredOn: string | null
}

/** So many at most: who wants to ask should look at some, not read a book. */
const MOST = 5

/**
 * What may already answer the question: with words those that share most of them, without words the first ones. Words are compared by
 * pairs of characters, since Chinese writes none between them.
 */
export function mayAnswer(
  words: string,
  of: readonly { item: ItemVersion; answers: readonly PublicAnswer[] }[],
): Answered[] {
  const all = of.flatMap(({ item, answers }): Answered[] => [
    ...item.content.faq.map(({ q, a }) => ({ q, a, item, answeredOn: null })),
    ...answers.map((one) => ({ q: one.question, a: one.answer, item, answeredOn: one.answeredOn })),
  ])
  const asked = pairs(words)
  if (asked.size === 0) return all.slice(0, MOST)
  const share = ({ q, a, item }: Answered): number => {
    const inQuestion = common(asked, pairs(q))
    return inQuestion * 3 + common(asked, pairs(a)) + common(asked, namesOf(item))
  }
  return all
    .map((one) => ({ one, shared: share(one) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({ one }) => one)
}

const namesOf = ({ content }: ItemVersion): Set<string> =>
  pairs([content.name, ...content.everydayNames].join(' '))

function pairs(text: string): Set<string> {
  const bare = [...text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')]
  return new Set(bare.slice(1).map((char, i) => bare[i] + char))
}

function common(a: Set<string>, b: Set<string>): number {
  let n = 0
  for (const pair of a) if (b.has(pair)) n++
  return n
}
