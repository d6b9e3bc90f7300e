/** An article of the regulation, each paragraph (款) and item (项) restated in our own words. */
import type { Sentence } from './ruling.ts'

/**
 * rule: decided by a pure function of this folder. promise: kept by a journey through the platform.
 * duty: done by people outside the software.
 */
export type ArticleKind = 'rule' | 'promise' | 'duty'

export interface Clause {
  /** '15.3' paragraph 3 of Art. 15; '8.1(2)' item 2 of its paragraph 1. */
  id: string
  text: Sentence
  /** Where it differs from the kind of the article. */
  kind?: ArticleKind
  /** A clause that only says what words mean or from when they apply: a test is proof enough, nothing calls it. */
  state?: 'definition'
  /** For a rule: the functions of `index.ts` that decide it; each needs a caller in the product. */
  rules?: readonly string[]
  /** What the platform does not do yet. The clause then stays open, whatever its tests prove of the rest. */
  lacks?: Sentence
  /** Who does it, for a duty. */
  by?: Sentence
}

export interface Article {
  number: number
  title: Sentence
  kind: ArticleKind
  clauses: readonly Clause[]
}
