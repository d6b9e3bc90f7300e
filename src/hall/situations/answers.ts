import {
  chosenSituation,
  type ItemContent,
  type SituationAnswers,
  type Situations,
  walk,
} from '../../catalogue/index.ts'

/** Parameter that names the question whose form was sent, so that sending it without an answer is noticed; no key of a question. */
export const ASKED = '_'

/**
 * The answers in an address, as far as they lead along the path: what belongs to no question or comes after a gap is
 * dropped, so that one situation has one address.
 */
export function answersIn(situations: Situations, query: Record<string, unknown>): SituationAnswers {
  const sent = Object.fromEntries(
    situations.questions.flatMap(({ key }) => {
      const value = query[key]
      return typeof value === 'string' ? [[key, value] as const] : []
    }),
  )
  return Object.fromEntries(walk(situations, sent).asked.map(({ question, value }) => [question.key, value]))
}

/** The same where they reach the end of the path; else null, and the whole list of the guide holds. */
export function wholeAnswersIn(
  content: ItemContent,
  query: Record<string, unknown>,
): SituationAnswers | null {
  return content.situations === null
    ? null
    : (chosenSituation(content, answersIn(content.situations, query))?.answers ?? null)
}
