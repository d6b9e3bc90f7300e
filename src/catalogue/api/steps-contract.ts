import { z } from 'zod'
import { limit } from '../limit.ts'
import { postKinds, step, stepKinds } from '../step.ts'

/** 办理环节 in the item desk: who could do a step, and how the steps are drawn. */

const counted = z.record(z.enum(postKinds), z.number().int())

export const stepHolders = z.object({
  own: counted.describe('Trained officers of the item’s department, by post'),
  departments: z
    .array(z.object({ organId: z.string(), name: z.string(), holders: counted }))
    .describe('Other departments that a joint opinion (会签) may be asked of'),
})
export type StepHolders = z.infer<typeof stepHolders>

export const timelineBody = z.object({
  steps: z.array(step).max(200),
  counterSteps: z.array(z.string().max(200)).max(200).default([]),
  promiseLimit: limit.nullable().default(null),
})
export type TimelineBody = z.input<typeof timelineBody>

const block = z.object({
  key: z.string(),
  place: z.number().int(),
  name: z.string(),
  phase: step.shape.phase,
  kind: z.enum(stepKinds),
  post: z.enum(postKinds),
  organId: z.string(),
  limit,
  from: z.number().describe('Days from acceptance; what comes before it is below 0'),
  to: z.number(),
  lane: z.number().int().describe('Row: branches of one stage lie under each other'),
})

export const timelineAnswer = z.object({
  blocks: z.array(block),
  lanes: z.number().int(),
  stages: z.array(z.object({ places: z.array(z.number().int()), days: z.number().int() })),
  acceptDays: z.number().int(),
  days: z.number().int().describe('Days after acceptance; branches count once, as the longest'),
  promise: z.number().int().nullable(),
  start: z.number(),
  end: z.number(),
  unit: z.enum(['G', 'Z']).nullable(),
  counter: z
    .object({
      met: z.boolean(),
      sentence: z.string(),
      clause: z.string(),
      onlyOnline: z.array(z.string()),
    })
    .nullable()
    .describe(
      'The steps online held against those at the counter (Art. 23); null where there are none to hold against',
    ),
})
export type TimelineAnswer = z.infer<typeof timelineAnswer>
