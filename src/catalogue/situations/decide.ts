import type { ItemContent, Material } from '../item.ts'
import type { Barrier, Question } from '../situation.ts'
import { answersOf, fits, type SituationAnswers, walk } from './path.ts'
import { promiseWithout } from './promise.ts'

/** What of an item the decision looks at. */
export type Guided = Pick<ItemContent, 'situations' | 'materials' | 'steps' | 'fee'>

/** Why something was changed, as its rows say; without empty and repeated words. */
export interface Reason {
  zh: string
  en: string
}

/** Something of the guide that does not hold here, by its key and its name at that time. */
export interface LeftOut {
  key: string
  name: string
  why: Reason[]
}

export interface Outcome {
  /** No row of the conditions table fits. */
  eligible: boolean
  failed: Barrier[]
  /** What is to be handed in, in the order of the guide. */
  materials: { key: string; need: Material['need']; why: Reason[] }[]
  /** What the guide lists and this applicant is not asked for. */
  materialsLeftOut: LeftOut[]
  steps: string[]
  stepsLeftOut: LeftOut[]
  /** Names of the fee lines that remain; a fee line has no other key. */
  fees: string[]
  feesLeftOut: LeftOut[]
  /** The 业务办理项 that fits instead; empty: this one. */
  variant: string
  /** What rows say that change nothing else. */
  notes: Reason[]
  variantWhy: Reason[]
}

export type Decision =
  | { next: Question; asked: ReturnType<typeof walk>['asked']; outcome: null }
  | { next: null; asked: ReturnType<typeof walk>['asked']; outcome: Outcome }

/**
 * The decision of both tables. Conditions: every row that fits is told. List: one starts from the whole list of the guide
 * and every row that fits strikes out what it leaves out; what some row needs stays, whatever another row leaves out. Null
 * where the item has no questions.
 */
export function decideSituation(content: Guided, answers: SituationAnswers): Decision | null {
  const { situations } = content
  if (situations === null || situations.questions.length === 0) return null
  const { asked, next } = walk(situations, answers)
  if (next !== null) return { next, asked, outcome: null }
  return { next: null, asked, outcome: outcomeOf(content, answersOf(asked)) }
}

function outcomeOf({ situations, materials, steps, fee }: Guided, answers: SituationAnswers): Outcome {
  const failed = situations!.barriers.filter((row) => fits(row.when, answers))
  const rows = situations!.effects.filter((row) => fits(row.when, answers))
  const reasons = (which: typeof rows): Reason[] => {
    const said = new Map(which.filter((r) => r.why !== '').map((r) => [r.why, { zh: r.why, en: r.whyEn }]))
    return [...said.values()]
  }
  const needing = (key: string) => rows.filter((r) => r.needs.includes(key))
  const leaving = (key: string) =>
    needing(key).length > 0 ? [] : rows.filter((r) => r.leavesOut.includes(key))
  const steppingOver = (key: string) => rows.filter((r) => r.leavesOutSteps.includes(key))
  const fees = fee?.charged ? fee.items.map((f) => f.name) : []
  const waiving = (name: string) => rows.filter((r) => r.leavesOutFees.includes(name))
  const leading = rows.filter((r) => r.variant !== '').slice(0, 1)
  const mayGo = steps.filter((s) => s.phase === 'examine' && steppingOver(s.key).length > 0)
  return {
    eligible: failed.length === 0,
    failed,
    materials: materials
      .filter((m) => leaving(m.key).length === 0)
      .map(({ key, need }) => {
        const by = needing(key)
        return { key, need: by.length > 0 ? 'required' : need, why: reasons(by) }
      }),
    materialsLeftOut: materials
      .filter((m) => leaving(m.key).length > 0)
      .map(({ key, name }) => ({ key, name, why: reasons(leaving(key)) })),
    steps: steps.filter((s) => !mayGo.includes(s)).map((s) => s.key),
    stepsLeftOut: mayGo.map(({ key, name }) => ({ key, name, why: reasons(steppingOver(key)) })),
    fees: fees.filter((name) => waiving(name).length === 0),
    feesLeftOut: fees
      .filter((name) => waiving(name).length > 0)
      .map((name) => ({ key: name, name, why: reasons(waiving(name)) })),
    variant: leading[0]?.variant ?? '',
    variantWhy: reasons(leading),
    notes: reasons(
      rows.filter(
        (r) =>
          r.variant === '' &&
          [r.needs, r.leavesOut, r.leavesOutSteps, r.leavesOutFees].every((list) => list.length === 0),
      ),
    ),
  }
}

/**
 * The content as it holds for one outcome: only its materials, steps and fee lines, with the necessity that it gives them,
 * and the promise without the steps that fall away.
 */
export function contentFor<C extends Guided & Pick<ItemContent, 'promiseLimit'>>(
  content: C,
  outcome: Outcome,
): C {
  const needs = new Map(outcome.materials.map((m) => [m.key, m.need]))
  const { fee } = content
  const steps = content.steps.filter((s) => outcome.steps.includes(s.key))
  return {
    ...content,
    promiseLimit: promiseWithout(content.promiseLimit, content.steps, steps),
    materials: content.materials.flatMap((m) => {
      const need = needs.get(m.key)
      return need === undefined ? [] : [{ ...m, need }]
    }),
    steps,
    fee: fee && { ...fee, items: fee.items.filter((f) => !fee.charged || outcome.fees.includes(f.name)) },
  }
}
