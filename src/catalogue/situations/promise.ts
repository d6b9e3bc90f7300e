import type { Limit } from '../limit.ts'
import { daysOf, type Step, stagesOf } from '../step.ts'

const afterAcceptance = (steps: readonly Step[]): Step[] => steps.filter((s) => s.phase !== 'accept')

/**
 * The promise (承诺时限) where a situation leaves steps out: shorter by the days that those would have taken, so that what
 * the department planned besides its steps stays. Never shorter than the steps that remain, and a promise of days never
 * becomes one for the same day. As it is where steps and promise count in different units.
 */
export function promiseWithout(
  promise: Limit | null,
  whole: readonly Step[],
  kept: readonly Step[],
): Limit | null {
  if (promise === null || kept.length === whole.length) return promise
  const all = afterAcceptance(whole)
  if (all.some((s) => s.limit.days > 0 && s.limit.unit !== promise.unit)) return promise
  const rest = daysOf(stagesOf(afterAcceptance(kept)))
  const spared = daysOf(stagesOf(all)) - rest
  const days = Math.max(promise.days - spared, rest, Math.min(promise.days, 1))
  return { ...promise, days: Math.min(days, promise.days) }
}
