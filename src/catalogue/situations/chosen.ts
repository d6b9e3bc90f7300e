import type { ItemVersion } from '../item.ts'
import { contentFor, decideSituation, type Guided, type Outcome } from './decide.ts'
import { answersOf, type SituationAnswers } from './path.ts'

/** 所选情形: what an applicant answered and what followed, as a dossier keeps it with its item version. */
export interface ChosenSituation {
  answers: SituationAnswers
  /** The same in words, as they stood. */
  told: { question: string; answer: string }[]
  outcome: Outcome
}

/** The situation that whole answers choose; null where there are no questions or the answers end before the path does. */
export function chosenSituation(content: Guided, answers: SituationAnswers | null): ChosenSituation | null {
  const decision = answers && decideSituation(content, answers)
  if (!decision?.outcome) return null
  const { asked, outcome } = decision
  return {
    answers: answersOf(asked),
    told: asked.map(({ question, value }) => ({
      question: question.text,
      answer: question.options.find((o) => o.value === value)!.label,
    })),
    outcome,
  }
}

/** An item version as it holds in the chosen situation; without one, the whole of it. */
export const itemIn = (item: ItemVersion, chosen: Pick<ChosenSituation, 'outcome'> | null): ItemVersion =>
  chosen === null ? item : { ...item, content: contentFor(item.content, chosen.outcome) }
