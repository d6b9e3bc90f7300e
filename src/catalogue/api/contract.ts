import { z } from 'zod'
import type { LICENCE_NAMES } from '../../licences/index.ts'
import type { SECTION_NAMES, SECTIONS } from '../draft.ts'
import { itemContent } from '../item.ts'
import { finding } from './finding-contract.ts'
import { changeKind, changeState, itemLife } from './life-contract.ts'

/** What the desk and the server tell each other about items. The desk imports types only. */

const instant = z.iso.datetime()

export { type FindingAnswer, finding } from './finding-contract.ts'
export type { StepHolders, TimelineAnswer, TimelineBody } from './steps-contract.ts'

/** Words that both sides show. They are literal types: a table of the desk that says something else does not compile. */
export type Section = {
  [S in keyof typeof SECTIONS]: { id: S; name: (typeof SECTION_NAMES)[S]; keys: (typeof SECTIONS)[S] }
}[keyof typeof SECTIONS]
export type LicenceNames = typeof LICENCE_NAMES

export const itemStatus = z.enum(['draft', 'published', 'changing'])

export const itemListQuery = z.object({
  organ: z.string().optional().describe('Id of a department; other than the own one only for supervisors'),
  status: itemStatus
    .or(z.literal('ready'))
    .optional()
    .describe(
      'draft: never published; published; changing: published, with a draft of the next; ready: a draft that nothing blocks and that is not handed in yet',
    ),
  q: z.string().max(60).optional().describe('Part of the name or of the implementation code'),
  page: z.coerce.number().int().min(1).max(10000).default(1),
})

export const itemListRow = z.object({
  itemId: z.uuid(),
  name: z.string(),
  implCode: z.string(),
  handleItemCode: z.string(),
  organId: z.string(),
  organName: z.string(),
  itemType: z.string(),
  sample: z.boolean(),
  status: itemStatus,
  publishedVersion: z.number().int().nullable(),
  publishedAt: instant.nullable(),
  draftVersion: z.number().int().nullable(),
  savedAt: instant.nullable(),
  savedBy: z.string().describe('Name of who saved the draft last'),
  blocks: z.number().int().describe('Findings that stop the draft; the organ’s staffing is not counted here'),
  warns: z.number().int(),
  life: itemLife.shape.life,
  changeState: changeState.nullable().describe('Where the change that is under way lies'),
})
export type ItemListRow = z.infer<typeof itemListRow>

export const itemList = z.object({
  rows: z.array(itemListRow),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  counts: z
    .object({ draft: z.number(), published: z.number(), changing: z.number(), ready: z.number() })
    .describe('Within the same department and words, whatever the status asked for'),
})
export type ItemList = z.infer<typeof itemList>

export const itemDraft = z.object({
  version: z.number().int(),
  revision: z
    .number()
    .int()
    .describe('To be sent back with the next save; 0: no draft yet, the next save begins one'),
  savedAt: instant.nullable(),
  savedBy: z.string(),
  content: itemContent,
})
export type ItemDraft = z.infer<typeof itemDraft>

export const itemPublished = z.object({
  version: z.number().int(),
  publishedAt: instant.nullable(),
  content: itemContent,
})

export const itemRecord = z.object({
  itemId: z.uuid(),
  organId: z.string(),
  draft: itemDraft.nullable(),
  published: itemPublished.nullable(),
  findings: z.array(finding).describe('Of the draft, or of the published version where there is no draft'),
  changes: z.array(z.string()).describe('Sections in which the draft differs from the published version'),
  mayEdit: z.object({ allowed: z.boolean(), sentence: z.string().describe('Why not, else empty') }),
  mayDiscard: z
    .object({ allowed: z.boolean(), sentence: z.string() })
    .describe('Whether the draft may be thrown away'),
  life: itemLife,
})
export type ItemRecord = z.infer<typeof itemRecord>

export const draftBody = z.object({
  patch: z
    .record(z.string(), z.unknown())
    .describe('Parts of the content with their new values, e.g. {"conditions": ["…"]}; parts not named stay'),
  revision: z
    .number()
    .int()
    .min(0)
    .describe('The revision that was being looked at; 0 where there was no draft'),
  version: z.number().int().min(1).optional().describe('The version that was being looked at'),
  asSent: z
    .boolean()
    .optional()
    .describe('The page shows what it sent for that revision, without what others’ saves brought into it'),
  choices: z
    .object({
      over: z.number().int().describe('The revision at which the places clashed'),
      take: z.record(z.string(), z.enum(['theirs', 'mine'])),
    })
    .optional()
    .describe('Which side stands at each place that clashed'),
})
export type DraftBody = z.input<typeof draftBody>

export const draftSaved = z.object({
  version: z.number().int(),
  revision: z.number().int(),
  savedAt: instant,
  findings: z.array(finding),
  merged: itemContent
    .nullable()
    .describe('The draft as it is now, where it holds more than was sent: what others changed meanwhile'),
})
export type DraftSaved = z.infer<typeof draftSaved>

export const discardBody = z.object({
  version: z.number().int().min(1),
  revision: z.number().int().min(0).describe('Of the draft as the clerk was looking at it'),
})
export type DiscardBody = z.infer<typeof discardBody>
export const draftDiscarded = z.object({
  ended: z.boolean().describe('The item never was in force and ended with its draft'),
})
export type DraftDiscarded = z.infer<typeof draftDiscarded>

export const itemVersionAnswer = z.object({
  itemId: z.uuid(),
  version: z.number().int(),
  status: z.enum(['draft', 'published', 'replaced']),
  publishedAt: instant.nullable(),
  content: itemContent,
})
export type ItemVersionAnswer = z.infer<typeof itemVersionAnswer>

export const filingRow = z.object({
  itemId: z.uuid(),
  name: z.string(),
  version: z.number().int().nullable().describe('Null where the kind brings none'),
  kind: changeKind,
  sections: z.array(z.string()),
  organId: z.string(),
  filedBy: z.string(),
  filedAt: instant,
})
export const filings = z.object({ rows: z.array(filingRow) })
export type Filings = z.infer<typeof filings>

export const refusalAnswer = z.object({
  refusal: z
    .object({
      name: z.string().describe('For programs: which refusal it is'),
      sentence: z.string().describe('For people: what is wrong and what to do'),
      english: z.string().optional().describe('The sentence in English, where there is one'),
      field: z.string().optional().describe('The field that it is about, where it is about one'),
      detail: z
        .unknown()
        .optional()
        .describe(
          'guide-incomplete: {findings}; conflict: {revision, savedBy, savedAt} or {revision, clashes: [{path, label, theirs, mine, by, at}]}',
        ),
    })
    .describe('Why it was not done'),
})
export type RefusalAnswer = z.infer<typeof refusalAnswer>
