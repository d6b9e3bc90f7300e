import type { Trial } from '../api/situation-contract.ts'
import { decideSituation, type Guided, type LeftOut, type Outcome, type Reason } from './decide.ts'
import { expectationOf, runExample } from './examples.ts'
import { allPaths, type SituationAnswers } from './path.ts'

/** What the tables say to these answers, and whether the saved examples still come out as expected. */
export function tryOut(guided: Guided, answers: SituationAnswers): Trial {
  const { situations } = guided
  const lengths = situations ? allPaths(situations).map((path) => Object.keys(path).length) : []
  const decision = decideSituation(guided, answers)
  const outcome = decision?.outcome ?? null
  return {
    paths: {
      count: lengths.length,
      least: lengths.length > 0 ? Math.min(...lengths) : 0,
      most: Math.max(...lengths, 0),
    },
    asked: decision?.asked.map(({ question }) => question.key) ?? [],
    next: decision?.next?.key ?? null,
    outcome: outcome && inWords(guided, outcome),
    expects: outcome && expectationOf(outcome),
    examples: (situations?.examples ?? []).map((example) => runExample(guided, example)),
  }
}

const said = (why: Reason[]): string => why.map((reason) => reason.zh).join('')

function inWords({ materials, steps }: Guided, outcome: Outcome): NonNullable<Trial['outcome']> {
  const nameOf = (list: { key: string; name: string }[], key: string) =>
    list.find((x) => x.key === key)?.name || key
  const named = (list: LeftOut[]) => list.map(({ name, why }) => ({ name, why: said(why) }))
  return {
    eligible: outcome.eligible,
    failed: outcome.failed.map(({ condition, why, remedy }) => ({ condition, why, remedy })),
    materials: outcome.materials.map(({ key, need, why }) => ({
      name: nameOf(materials, key),
      need,
      why: said(why),
    })),
    materialsLeftOut: named(outcome.materialsLeftOut),
    steps: outcome.steps.map((key) => nameOf(steps, key)),
    stepsLeftOut: named(outcome.stepsLeftOut),
    fees: outcome.fees,
    feesLeftOut: named(outcome.feesLeftOut),
    variant: outcome.variant,
    notes: [...outcome.variantWhy, ...outcome.notes].map((reason) => reason.zh),
  }
}
