import type { Limit } from './limit.ts'
import { daysOf, type Step, slowestOf, stagesOf } from './step.ts'

/** A step on the axis of days. `from` and `to` count from acceptance; what comes before it is below 0. */
export interface TimelineBlock {
  key: string
  /** Place in the list of steps, from 1. */
  place: number
  name: string
  phase: Step['phase']
  kind: Step['kind']
  post: Step['post']
  organId: string
  limit: Limit
  from: number
  to: number
  /** Row: branches of one stage are drawn under each other, over the same days. */
  lane: number
}

/** A procedure as it is drawn, for the clerk who writes it and for the citizen who reads it. */
export interface ProcedureTimeline {
  blocks: TimelineBlock[]
  lanes: number
  /** Stages after one another, each with the places of its steps; more than one place: at the same time. */
  stages: { places: number[]; days: number }[]
  /** Days before acceptance and after it. */
  acceptDays: number
  days: number
  /** Days of the promise in the unit of the axis; null where there is none or its unit is another. */
  promise: number | null
  /** Where the axis begins and ends. */
  start: number
  end: number
  /** The unit of the axis; null where the steps count differently, and the blocks then show only the order. */
  unit: Limit['unit'] | null
}

/** What is done on the spot takes no day, yet has to be seen. */
const ON_THE_SPOT = 0.5

/**
 * Lays the steps out over the days: acceptance before day 0 (the promise runs from it), then stage after stage, the
 * branches of a stage from the same day on. Widths are days where all steps count in one unit; otherwise one a stage.
 */
export function timelineOf(steps: readonly Step[], promise: Limit | null): ProcedureTimeline {
  const units = new Set(steps.filter((s) => s.limit.days > 0).map((s) => s.limit.unit))
  const unit = units.size > 1 ? null : ([...units][0] ?? promise?.unit ?? 'G')
  const width = (s: Step) => (unit === null ? 1 : Math.max(s.limit.days, ON_THE_SPOT))
  const stages = stagesOf(steps)
  const accepting = stages.filter((stage) => stage[0]!.phase === 'accept')
  const rest = stages.filter((stage) => stage[0]!.phase !== 'accept')
  const widthOf = (stage: Step[]) => width(slowestOf(stage))
  const before = accepting.reduce((sum, stage) => sum + widthOf(stage), 0)

  const blocks: TimelineBlock[] = []
  let at = -before
  for (const stage of [...accepting, ...rest]) {
    for (const [lane, s] of stage.entries())
      blocks.push({ ...faceOf(s, steps.indexOf(s) + 1), from: at, to: at + width(s), lane })
    at += widthOf(stage)
  }
  const comparable = promise !== null && unit !== null && promise.unit === unit
  return {
    blocks,
    lanes: Math.max(1, ...stages.map((stage) => stage.length)),
    stages: stages.map((stage) => ({
      places: stage.map((s) => steps.indexOf(s) + 1),
      days: slowestOf(stage).limit.days,
    })),
    acceptDays: daysOf(accepting),
    days: daysOf(rest),
    promise: comparable ? promise.days : null,
    start: -before,
    end: Math.max(at, comparable ? promise.days : 0, ON_THE_SPOT),
    unit,
  }
}

const faceOf = (s: Step, place: number) => ({
  key: s.key,
  place,
  name: s.name,
  phase: s.phase,
  kind: s.kind,
  post: s.post,
  organId: s.organId,
  limit: s.limit,
})
