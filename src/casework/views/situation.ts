import type { ChosenSituation, Outcome } from '../../catalogue/index.ts'
import type { SituationView } from '../api/contract.ts'

/** What the officer reads of the chosen situation: the answers, and what the guide asks for that was left out. */
export function situationView({ told, outcome }: ChosenSituation): SituationView {
  const named = (entries: Outcome['stepsLeftOut']) =>
    entries.map(({ name, why }) => ({ name, why: why.map((reason) => reason.zh).join('') }))
  return {
    answers: told,
    eligible: outcome.eligible,
    failed: outcome.failed.map(({ condition, why }) => ({ condition, why })),
    materialsLeftOut: named(outcome.materialsLeftOut),
    stepsLeftOut: named(outcome.stepsLeftOut),
    feesLeftOut: named(outcome.feesLeftOut),
  }
}
