import { z } from 'zod'

/** What the desk is told about the worklist. The desk imports types only. */

const text = z.string()
const moment = z.string().describe('ISO 8601 moment')

/** Saved filters of the worklist (已存筛选). `done` lists what the organ has closed; the others are open dossiers. */
export const FILTERS = [
  'all',
  'red-yellow',
  'today',
  'corrections-back',
  'to-decide',
  'paused',
  'organ',
  'done',
] as const
export const filter = z.enum(FILTERS)
export type Filter = z.infer<typeof filter>

export const SORTS = ['due', 'received', 'received-desc'] as const
export const sort = z.enum(SORTS)
export type Sort = z.infer<typeof sort>

export const worklistQuery = z.object({
  filter: filter.default('all'),
  q: z.string().trim().max(60).default('').describe('Applicant or item name, or the end of a dossier number'),
  sort: sort.default('due'),
  page: z.coerce.number().int().min(1).max(500).default(1),
})
export type WorklistQuery = z.infer<typeof worklistQuery>

export const light = z.enum(['none', 'green', 'yellow', 'red', 'paused', 'done'])
export type LightName = z.infer<typeof light>

export const worklistRow = z.object({
  dossierId: text,
  number: text,
  light,
  dueAt: moment.nullable(),
  yellowAt: moment.nullable(),
  /** Which clock governs; said beside the date when it is not the total. */
  clock: z.enum(['acceptance', 'correction-review', 'step', 'promised', 'statutory', 'none']),
  /** Counted days over, and the limit; unit G 工作日, Z 自然日. */
  usedDays: z.number().int(),
  limitDays: z.number().int(),
  unit: z.enum(['G', 'Z']),
  /** Days left, negative when over; null while paused or not started. */
  remainingDays: z.number().int().nullable(),
  pausedFor: text,
  todo: text,
  mark: text,
  applicant: text,
  itemName: text,
  stepName: text,
  status: text,
  result: text.nullable(),
  receivedAt: moment,
  sample: z.boolean(),
})
export type WorklistRow = z.infer<typeof worklistRow>

export const worklistPage = z.object({
  at: moment,
  page: z.number().int(),
  /** Whether another page follows; the counts tell how many there are. */
  more: z.boolean(),
  rows: z.array(worklistRow),
})
export type WorklistPage = z.infer<typeof worklistPage>

/** How many, by filter. Asked for apart from the page, so that a page stays one indexed query. */
export const worklistCounts = z.object({
  at: moment,
  counts: z.record(filter, z.number().int()),
  /** A count that reaches this reads "or more": counting stopped there. */
  cap: z.number().int(),
  red: z.number().int(),
  /** The soonest thing due that is not mine to do now, for an empty list. */
  next: z.object({ dueAt: moment, holder: text }).nullable(),
})
export type WorklistCounts = z.infer<typeof worklistCounts>
