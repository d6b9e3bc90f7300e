import { type ItemContent, type Step, slowestOf, stagesOf } from '../catalogue/index.ts'
import { holds, type Staff } from '../identity/index.ts'
import type { Dossier } from './dossier.ts'

/** The steps under way: one, or several branches of a parallel stage. */
export function openSteps(content: ItemContent, dossier: Pick<Dossier, 'stepKey' | 'clock'>): Step[] {
  const keys = dossier.clock.step?.open ?? [dossier.stepKey]
  return content.steps.filter((s) => keys.includes(s.key))
}

/** The department whose post does the step: another one only for a joint opinion (会签). */
export const organOf = (step: Step, dossier: Pick<Dossier, 'organId'>): string =>
  step.organId === '' ? dossier.organId : step.organId

/** Of the open steps those that this officer may do. */
export const stepsFor = (open: Step[], dossier: Pick<Dossier, 'organId'>, staff: Staff): Step[] =>
  open.filter((s) => organOf(s, dossier) === staff.organId && holds(staff, s.post))

/**
 * True while the work lies at several posts or in another department: no single post holds the dossier then, and its
 * branches are listed one by one.
 */
export const isSpread = (dossier: Pick<Dossier, 'status' | 'holderPost'>): boolean =>
  dossier.status === 'accepted' && dossier.holderPost === null

const afterAcceptance = (content: ItemContent): Step[][] =>
  stagesOf(content.steps).filter((stage) => stage[0]!.phase !== 'accept')

const placeOf = (stages: Step[][], key: string): number =>
  stages.findIndex((stage) => stage.some((s) => s.key === key))

/** All branches of the stage that the step belongs to. */
export function stageOf(content: ItemContent, key: string): Step[] {
  const stages = afterAcceptance(content)
  return stages[placeOf(stages, key)] ?? []
}

/** The first stage after acceptance, or the stage after the given step's. */
export function nextStage(content: ItemContent, key: string | null): Step[] | null {
  const stages = afterAcceptance(content)
  return stages[key === null ? 0 : placeOf(stages, key) + 1] ?? null
}

/** The stages that are still to come after the one under way; all of them before acceptance, none after the decision. */
export function stagesAhead(content: ItemContent, dossier: Pick<Dossier, 'status' | 'stepKey'>): Step[][] {
  const stages = afterAcceptance(content)
  if (dossier.status === 'received' || dossier.status === 'correcting') return stages
  if (dossier.status !== 'accepted' || dossier.stepKey === null) return []
  return stages.slice(placeOf(stages, dossier.stepKey) + 1)
}

export function stageBefore(content: ItemContent, key: string): Step[] | null {
  const stages = afterAcceptance(content)
  return stages[placeOf(stages, key) - 1] ?? null
}

/**
 * Puts a dossier at these steps: it lies with their holders, and its step clock is the slowest of them, because that is
 * what the applicant waits for. Each branch has its own clock in its holder's list.
 */
export function atSteps(dossier: Dossier, open: Step[], from: string): Dossier {
  const slowest = slowestOf(open)
  const alone = open.length === 1 && organOf(slowest, dossier) === dossier.organId
  return {
    ...dossier,
    stepKey: slowest.key,
    stepName: namesOf(open),
    holderPost: alone ? slowest.post : null,
    clock: {
      ...dossier.clock,
      step: {
        key: slowest.key,
        limit: slowest.limit,
        from,
        ...(open.length > 1 ? { open: open.map((s) => s.key) } : {}),
      },
    },
  }
}

export const namesOf = (steps: Step[]): string => steps.map((s) => s.name).join('、')

/** The dossier as the holder of one branch sees its clocks. */
export function atBranch(dossier: Dossier, step: Step): Dossier {
  const from = dossier.clock.step?.from
  if (from === undefined) return dossier
  return {
    ...dossier,
    stepKey: step.key,
    stepName: step.name,
    clock: { ...dossier.clock, step: { key: step.key, limit: step.limit, from } },
  }
}
