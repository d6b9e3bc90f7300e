/** What a rule of the regulation says about a set of facts, with the citation that the deciding function built itself. */

/** 'needs-a-person': the facts do not settle it (a missing calendar year, two units that cannot be compared). */
export type Outcome = 'met' | 'not-met' | 'needs-a-person'

/** One sentence to show, in both languages of the hall. */
export interface Sentence {
  zh: string
  en: string
}

export interface Ruling {
  article: number
  /** Paragraph (款) and item (项): '15.3' is Art. 15 paragraph 3, '8.1(2)' is Art. 8 paragraph 1 item 2. */
  clause: string
  /** Day of issue of the text that was applied. */
  version: string
  outcome: Outcome
  /** What the rule looked at and found; goes into the history unchanged, so it must be plain JSON. */
  facts: Record<string, unknown>
  sentence: Sentence
}

/** 榕政办〔2018〕212号 was issued on this day and applies from it (Art. 28). */
export const VERSION = '2018-10-15'

/** Builds a ruling; the article number is read from the clause, so the two cannot disagree. */
export function ruling(
  clause: string,
  outcome: Outcome,
  facts: Record<string, unknown>,
  sentence: Sentence,
): Ruling {
  const article = Number.parseInt(clause, 10)
  if (!(article >= 1 && article <= 28)) throw new RangeError(`No such clause: ${clause}`)
  return { article, clause, version: VERSION, outcome, facts, sentence }
}

/** True for text that says nothing: empty, blanks, or a stand-in such as 「待补充」 or "/". */
export function saysNothing(text: string | null | undefined): boolean {
  const bare = (text ?? '').replace(/[\s\p{P}\p{S}]/gu, '')
  return bare === '' || /^(待补充?|待定|暂缺|略|todo|tbd|na)$/iu.test(bare)
}
