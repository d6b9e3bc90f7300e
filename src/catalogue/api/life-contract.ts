import { z } from 'zod'
import { finding } from './finding-contract.ts'

/** What the desk and the server tell each other about changes (变更). The desk imports types only. */

const instant = z.iso.datetime()
const day = z.iso.date()

export const changeKind = z.enum(['new', 'change', 'suspend', 'resume', 'cancel', 'devolve'])
export type ChangeKindName = z.infer<typeof changeKind>
export const changeState = z.enum([
  'checking',
  'filing',
  'deciding',
  'scheduled',
  'in-force',
  'sent-back',
  'withdrawn',
])
export type ChangeStateName = z.infer<typeof changeState>

export const submitBody = z.object({
  changeId: z.uuid().describe('Made by the client; the same id again is the same change'),
  kind: z
    .enum(['text', 'suspend', 'resume', 'cancel', 'devolve'])
    .describe('text: the draft, as 新增 or 变更; 暂停, 恢复, 取消, 下放'),
  revision: z.number().int().min(0).default(0).describe('Of the draft that was being looked at; for text'),
  effectiveOn: day.describe('Day of effect in Fuzhou, today or later'),
  reason: z.string().max(500).default('').describe('For the public register; needed for all kinds but text'),
  instead: z.string().max(500).default('').describe('Where applicants go instead'),
  document: z.string().max(200).default('').describe('文号 of the document behind it'),
  note: z.string().max(500).default('').describe('To the checker'),
  resumeOn: day
    .nullable()
    .default(null)
    .describe('暂停: when it is planned to be offered again; on that day it is, if the gate lets it'),
  targets: z.array(z.string()).max(60).default([]).describe('下放: ids of the districts’ departments'),
})
export type SubmitBody = z.input<typeof submitBody>

export const signBody = z.object({
  turn: z.number().int().min(1).describe('The turn that was being looked at'),
  words: z.string().max(2000).default('').describe('Reasons, the 文号 of the decision, or a note'),
})
export type SignBody = z.input<typeof signBody>

export const changeSummary = z.object({
  changeId: z.uuid(),
  kind: changeKind,
  version: z.number().int().nullable(),
  state: changeState,
  turn: z.number().int(),
  since: instant,
  effectiveOn: day,
  reason: z.string(),
  instead: z.string(),
  document: z.string(),
  resumeOn: day.nullable().describe('暂停: when it is planned to be offered again'),
})
export type ChangeSummary = z.infer<typeof changeSummary>

export const heir = z.object({
  organId: z.string(),
  organName: z.string(),
  areaName: z.string(),
  fits: z.boolean().describe('Does there what the item’s department does in the city'),
  itemId: z.string(),
  code: z.string(),
  state: z.enum(['not-decided', 'draft', 'under-way', 'ready', 'in-force']),
  blocks: z.number().int(),
})
export type HeirAnswer = z.infer<typeof heir>

export const impact = z.object({
  differs: z.array(z.object({ section: z.string(), keys: z.array(z.string()) })),
  openDossiers: z.array(z.object({ version: z.number().int(), count: z.number().int() })).nullable(),
  drafts: z
    .object({
      moves: z.number().int().describe('Go along as they are'),
      needing: z.number().int().describe('Their applicants have something to look at'),
      attention: z.array(z.object({ count: z.number().int(), told: z.string() })),
    })
    .nullable(),
  bookings: z
    .object({
      total: z.number().int().describe('On or after the day of effect'),
      days: z.array(z.object({ day, count: z.number().int() })),
      told: z.array(z.object({ count: z.number().int(), told: z.string() })),
    })
    .nullable(),
})
export const impactAnswer = impact.extend({ today: day.describe('Today in Fuzhou: the first day of effect') })
export type ImpactAnswer = z.infer<typeof impact>
export type ImpactToday = z.infer<typeof impactAnswer>

export const impactQuery = z.object({
  kind: z.enum(['text', 'suspend', 'resume', 'cancel', 'devolve']).default('text'),
  effectiveOn: day.optional().describe('Default: today'),
})

export const changeRecord = z.object({
  change: changeSummary.extend({ itemId: z.uuid(), organId: z.string() }),
  name: z.string(),
  code: z.string(),
  organName: z.string(),
  turns: z.array(
    z.object({
      turn: z.number().int(),
      act: z.enum(['submit', 'pass', 'take', 'decide', 'send-back', 'withdraw', 'enforce']),
      by: z.string(),
      at: instant,
      words: z.string(),
    }),
  ),
  findings: z.array(finding),
  impact: impact.nullable().describe('Null once the change is closed'),
  acts: z
    .array(
      z.object({
        act: z.enum(['pass', 'take', 'decide', 'send-back', 'withdraw']),
        allowed: z.boolean(),
        sentence: z.string().describe('Why not, else empty'),
      }),
    )
    .describe('What may be done where it lies now'),
  heirs: z.array(heir).describe('下放: who takes over, and how far they are'),
})
export type ChangeRecordAnswer = z.infer<typeof changeRecord>

export const queueQuery = z.object({
  filter: z.enum(['mine', 'open', 'ended']).default('mine'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

export const queueCounts = z.object({
  mine: z.number().int().describe('Lie before this officer'),
  open: z.number().int(),
  ended: z.number().int(),
})
export type QueueCountsAnswer = z.infer<typeof queueCounts>

export const queueRow = z.object({
  changeId: z.uuid(),
  itemId: z.uuid(),
  kind: changeKind,
  state: changeState,
  since: instant,
  effectiveOn: day,
  organId: z.string(),
  organName: z.string(),
  name: z.string(),
  by: z.string().describe('Who did the last turn'),
  sample: z.boolean(),
})
export type QueueRowAnswer = z.infer<typeof queueRow>

export const queue = z.object({
  rows: z.array(queueRow),
  counts: queueCounts,
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
})
export type QueueAnswer = z.infer<typeof queue>

/** Of an item: where it stands in its life. */
export const itemLife = z.object({
  life: z.enum(['active', 'suspended', 'cancelled', 'devolved']),
  resumesOn: day.nullable().describe('The planned end of its suspension'),
  change: changeSummary.nullable().describe('The change that is under way'),
  sentBack: z
    .object({ by: z.string(), at: instant, reasons: z.string(), kind: changeKind })
    .nullable()
    .describe('Why the last change came back'),
  origin: z
    .object({ itemId: z.uuid(), code: z.string() })
    .nullable()
    .describe('下放: the item it came from, with its code there'),
  heirs: z.array(heir),
})
export type ItemLifeAnswer = z.infer<typeof itemLife>

export const districtQuery = z.object({
  q: z.string().max(40).default('').describe('Of name or area; empty: those that fit'),
})

export const districtBodies = z.object({
  possible: z.boolean().describe('The item is of a city that has departments in its districts'),
  rows: z.array(
    z.object({
      organId: z.string(),
      name: z.string(),
      areaName: z.string(),
      fits: z.boolean().describe('Does in the district what the item’s department does in the city'),
      taken: z.boolean().describe('Has an item of this entry already: the act refuses it'),
    }),
  ),
})
export type DistrictBodies = z.infer<typeof districtBodies>
