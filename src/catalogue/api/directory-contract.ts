import { z } from 'zod'
import { basicElements, operations } from '../directory/entry.ts'

/** What the desk and the server tell each other about the directory (基本目录). The desk imports types only. */

const instant = z.iso.datetime()
const day = z.iso.date()
export const basicCode = z
  .string()
  .regex(/^\d{12}$/)
  .describe('基本编码, 12 digits')

export const entryState = z
  .enum(['waiting', 'in-force', 'suspended', 'cancelled'])
  .describe('waiting: agreed, its day has not come')
const operation = z
  .enum(operations)
  .describe('新增 add, 变更 change, 拆分 split, 合并 merge, 暂停 suspend, 恢复 resume, 取消 cancel')
const placement = z.enum(['in', 'exempt', 'missing']).describe('Art. 5.1(2)')
const named = z.object({ basicCode, name: z.string() })
const body = z.object({
  organId: z.string(),
  name: z.string(),
  shortName: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
})
export type BodyAnswer = z.infer<typeof body>
export const bodies = z.object({ rows: z.array(body) })
export type BodiesAnswer = z.infer<typeof bodies>

export const counts = z.object({ in: z.number().int(), exempt: z.number().int(), missing: z.number().int() })

export const listQuery = z.object({
  q: z.string().max(60).optional().describe('Part of the name, the code or the law'),
  state: entryState.optional(),
  itemType: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  mine: z.enum(['yes']).optional().describe('Only what the own body has to implement'),
  page: z.coerce.number().int().min(1).max(10000).default(1),
})
export const listRow = z.object({
  basicCode,
  parent: z.string().describe('Basic code of the main item; empty for a main item'),
  version: z.number().int().describe('In force; 0 while the first waits'),
  state: entryState,
  sample: z.boolean(),
  elements: basicElements,
  effectiveOn: day,
  bodies: z.number().int().describe('How many bodies have to implement it'),
})
export type DirectoryRow = z.infer<typeof listRow>
export const list = z.object({
  rows: z.array(listRow),
  counts: z.record(entryState, z.number().int()),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
})
export type DirectoryList = z.infer<typeof list>

export const todo = z.object({
  itemId: z.uuid(),
  name: z.string(),
  organId: z.string(),
  organName: z.string(),
  basicCode,
  version: z.number().int(),
  document: z.string(),
  effectiveOn: day,
  kind: z
    .enum(['review', 'suspended', 'cancelled'])
    .describe('review: the copy differs from the directory’s version in force'),
  sentence: z.string(),
  differences: z.array(
    z.object({ key: z.string(), label: z.string(), here: z.string(), directory: z.string() }),
  ),
  became: z.array(named),
})
export type DirectoryTodoAnswer = z.infer<typeof todo>
export const todos = z.object({ rows: z.array(todo) })
export type DirectoryTodos = z.infer<typeof todos>

const proposedEntry = z.object({
  elements: basicElements,
  bodies: z.array(z.string()).max(500),
  parent: z
    .string()
    .regex(/^(\d{12})?$/)
    .default(''),
})
export const proposalBody = z.object({
  proposalId: z.uuid().describe('Made by the client: sent again, the proposal is still made once'),
  operation,
  codes: z.array(basicCode).max(20),
  results: z.array(proposedEntry).max(20),
  reason: z.string().max(2000),
  follows: z
    .uuid()
    .nullable()
    .default(null)
    .describe('The proposal that was sent back and is taken up again'),
})
export type ProposalBody = z.input<typeof proposalBody>
export const proposal = z.object({
  proposalId: z.uuid(),
  operation,
  status: z.enum(['open', 'sent-back', 'agreed']),
  organId: z.string(),
  organName: z.string(),
  entries: z.array(named).describe('The entries that it concerns'),
  results: z.array(proposedEntry),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: instant,
  document: z.string(),
  effectiveOn: day.nullable(),
  answer: z.string(),
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  follows: z
    .object({ proposalId: z.uuid(), answer: z.string(), decidedBy: z.string() })
    .nullable()
    .describe('What was sent back before, with the reasons'),
  mayTakeUp: z.boolean().describe('Was sent back, and this officer may make it anew'),
})
export type ProposalAnswer = z.infer<typeof proposal>
export const proposals = z.object({
  rows: z.array(proposal),
  mayDecide: z.boolean(),
})
export type Proposals = z.infer<typeof proposals>
export const proposalQuery = z.object({ status: z.enum(['open', 'sent-back', 'agreed']).optional() })

export const decisionBody = z.discriminatedUnion('agree', [
  z.object({
    agree: z.literal(true),
    document: z.string().max(120).describe('文号 of the deciding document'),
    effectiveOn: day,
    answer: z.string().max(2000).default(''),
  }),
  z.object({ agree: z.literal(false), answer: z.string().max(2000) }),
])
export type DecisionBody = z.input<typeof decisionBody>
export const decided = z.object({ codes: z.array(basicCode) })
export type DecidedAnswer = z.infer<typeof decided>

export const exceptionKind = z.enum(['state-secret', 'public-safety', 'other'])
export const exceptionBody = z.object({
  basicCode,
  organId: z.string().max(60),
  kind: exceptionKind,
  reason: z.string().max(500),
  government: z.string().max(120).describe('The government of the body’s own level that approved'),
  document: z.string().max(120),
  approvedOn: z.string().max(10).describe('YYYY-MM-DD'),
})
export type ExceptionBody = z.infer<typeof exceptionBody>
export const exceptionMade = z.object({ exceptionId: z.uuid() })
export const exceptionEnd = z.object({ reason: z.string().max(500) })
const exception = exceptionBody.extend({
  exceptionId: z.uuid(),
  organName: z.string(),
  recordedBy: z.string(),
  recordedAt: instant,
  endedAt: instant.nullable(),
  endReason: z.string(),
})

export const record = z.object({
  basicCode,
  version: z.number().int(),
  state: entryState,
  sample: z.boolean(),
  elements: basicElements,
  bodies: z.array(z.string()),
  parent: named.nullable(),
  subItems: z.array(named.extend({ state: entryState })),
  versions: z.array(
    z.object({
      version: z.number().int(),
      operation,
      state: z.enum(['in-force', 'suspended', 'cancelled']),
      elements: basicElements,
      document: z.string(),
      effectiveOn: day,
      decidedBy: z.string(),
      decidedAt: instant,
      inForce: z.boolean().describe('False while it waits for its day'),
    }),
  ),
  cameFrom: z.array(named),
  became: z.array(named),
  placed: z.array(
    z.object({
      body,
      placement,
      sentence: z.string(),
      items: z.array(z.object({ itemId: z.uuid(), name: z.string(), centre: z.string() })),
    }),
  ),
  exceptions: z.array(exception),
  proposals: z.array(proposal),
  todos: z.array(todo),
  underChange: z.boolean(),
  may: z.object({
    propose: z.boolean(),
    recordExceptions: z.boolean(),
    addItem: z.boolean(),
  }),
})
export type EntryRecordAnswer = z.infer<typeof record>

export const figure = z.object({
  all: counts,
  byOrgan: z.array(counts.extend({ body })),
  byArea: z.array(counts.extend({ areaCode: z.string(), areaName: z.string() })),
})
export type FigureAnswer = z.infer<typeof figure>

export const addableQuery = z.object({ q: z.string().max(60).default('') })
export const addables = z.object({
  rows: z.array(
    z.object({
      basicCode,
      name: z.string(),
      itemType: z.string(),
      legalBasis: z.string(),
      levels: z.array(z.string()),
      expected: z.boolean().describe('The body has to implement it and has no item of it yet'),
      existing: z.array(z.object({ itemId: z.uuid(), name: z.string() })),
    }),
  ),
})
export type Addables = z.infer<typeof addables>

export const newItemBody = z.object({
  basicCode,
  variantName: z.string().max(60).default(''),
  itemId: z.uuid().describe('Made by the client: sent again, the item is still made once'),
})
export type NewItemBody = z.input<typeof newItemBody>
export const newItem = z.object({ itemId: z.uuid(), implCode: z.string(), handleItemCode: z.string() })
export type NewItem = z.infer<typeof newItem>

export const takeOverBody = z.object({ revision: z.number().int().min(0) })
export const takenOver = z.object({ version: z.number().int(), revision: z.number().int() })
export type TakenOver = z.infer<typeof takenOver>

export const centres = z.object({
  rows: z.array(
    z.object({
      centreId: z.string(),
      name: z.string(),
      areaCode: z.string(),
      address: z.string(),
      hours: z.string(),
      phone: z.string(),
      sample: z.boolean(),
    }),
  ),
})
export type Centres = z.infer<typeof centres>
