import type { Answered, Question, Situations } from '../situation.ts'

/** Answers to the questions, by key; whatever is no answer of an asked question counts for nothing. */
export type SituationAnswers = Record<string, string>

/** Does a row fit? A question that was not asked has no answer, so a row that wants one does not fit. */
export const fits = (when: Answered, answers: SituationAnswers): boolean =>
  Object.entries(when).every(([key, values]) => values.includes(answers[key] ?? ''))

export interface Walk {
  /** The questions on the way that have an answer, in order. */
  asked: { question: Question; value: string }[]
  /** The first question without a valid answer; null at the end of the path. */
  next: Question | null
}

/** Goes along the questions in their order, as far as the answers reach; what comes after the first gap is not looked at. */
export function walk(situations: Situations, answers: SituationAnswers): Walk {
  const asked: Walk['asked'] = []
  const taken: SituationAnswers = {}
  for (const question of situations.questions) {
    if (!fits(question.when, taken)) continue
    const value = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined
    if (value === undefined || !question.options.some((o) => o.value === value))
      return { asked, next: question }
    taken[question.key] = value
    asked.push({ question, value })
  }
  return { asked, next: null }
}

export const answersOf = (asked: Walk['asked']): SituationAnswers =>
  Object.fromEntries(asked.map(({ question, value }) => [question.key, value]))

/** More ways through the questions than this are too many to check, and far too many for a person. */
export const MOST_PATHS = 3000

/** Every whole way through the questions that goes on from these answers; stops after {@link MOST_PATHS} + 1. */
export function allPaths(situations: Situations, from: SituationAnswers = {}): SituationAnswers[] {
  const paths: SituationAnswers[] = []
  // A question without answers ends a way too: counted, so that unfinished tables cannot be walked for ever.
  let ends = 0
  const go = (answers: SituationAnswers) => {
    if (ends > MOST_PATHS) return
    const { next } = walk(situations, answers)
    if (next === null) paths.push(answers)
    if (next === null || next.options.length === 0) ends += 1
    else for (const { value } of next.options) go({ ...answers, [next.key]: value })
  }
  go(from)
  return paths
}

/** How many questions one is asked in all after these answers: at least and at most. */
export function pathLength(
  situations: Situations,
  from: SituationAnswers = {},
): { least: number; most: number } {
  const lengths = allPaths(situations, from).map((path) => Object.keys(path).length)
  return { least: Math.min(...lengths), most: Math.max(...lengths) }
}
