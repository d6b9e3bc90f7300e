import { z } from 'zod'
import { DESK_ACTS } from '../transitions.ts'

/**
 * What the desk and the server say to each other about dossiers. The desk imports the types only; the server checks
 * every request and every answer against the schemas, and OpenAPI at `/api` is made from them.
 * Moments are ISO 8601 strings with their zone, days 'YYYY-MM-DD' in Fuzhou.
 */
const text = z.string()
const moment = z.string().describe('ISO 8601 moment')
const day = z.string().describe('YYYY-MM-DD, Asia/Shanghai')

// Worklist --------------------------------------------------------------------------------------------------------

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

// One dossier -----------------------------------------------------------------------------------------------------

export const deskAct = z.enum(DESK_ACTS)
export type DeskActName = z.infer<typeof deskAct>

export const reading = z.object({
  kind: z.enum(['acceptance', 'correction-review', 'step', 'promised', 'statutory', 'delivery']),
  name: text,
  light,
  dueAt: moment.nullable(),
  usedDays: z.number().int(),
  limitDays: z.number().int(),
  unit: z.enum(['G', 'Z']),
  remainingDays: z.number().int(),
  yellowAt: moment.nullable(),
  why: z.array(text),
})
export type Reading = z.infer<typeof reading>

export const stepView = z.object({
  key: text,
  name: text,
  kind: text,
  limitDays: z.number().int().nullable(),
  unit: z.enum(['G', 'Z']),
  post: text,
  postName: text,
  state: z.enum(['done', 'now', 'paused', 'next', 'skipped']),
  /** Who did it or holds it, and when it was done. */
  by: text,
  at: moment.nullable(),
  standard: text,
  /** Steps with the same number run at the same time. */
  stage: z.number().int(),
  /** The other department that does it (会签); empty: the dossier's own. */
  organName: text,
})
export type StepView = z.infer<typeof stepView>

export const fieldView = z.object({
  key: text,
  label: text,
  value: text,
  unit: text,
  /** What stood here before the last correction, when it changed. */
  before: text.nullable(),
})
export const formGroup = z.object({ title: text, fields: z.array(fieldView) })

export const materialRevision = z.object({
  revision: z.number().int(),
  source: z.enum(['upload', 'licence', 'courier']),
  fileId: text.nullable(),
  fileName: text,
  mediaType: text,
  verdict: z.enum(['unseen', 'ok', 'fault']),
  problem: text,
  cure: text,
  at: moment,
})
export const materialView = materialRevision.extend({
  key: text,
  name: text,
  need: z.enum(['required', 'optional', 'later']),
  standard: text,
  basis: text,
  licence: z.array(z.object({ label: text, value: text })).nullable(),
  earlier: z.array(materialRevision),
})
export type MaterialView = z.infer<typeof materialView>

export const difference = z.object({
  field: text,
  label: text,
  filed: text,
  registered: text.nullable(),
  outcome: z.enum(['match', 'differs', 'not-found', 'pending']),
  source: text,
  asOf: moment.nullable(),
  conclusion: text,
})
export type Difference = z.infer<typeof difference>

export const correctionView = z.object({
  no: z.number().int(),
  askedBy: text,
  askedAt: moment,
  demands: z.array(z.object({ materialKey: text, name: text, problem: text, cure: text })),
  answerUntil: day,
  answeredAt: moment.nullable(),
  superiorReason: text.nullable(),
})

/**
 * What a step of its kind records (Art. 14, 17, 18): 现场踏勘 and 专家评审 when, who and what was seen; 图纸审查 an opinion
 * on each drawing; 缴费 amount in yuan, how and the receipt. What each kind needs is the act's to say.
 */
export const stepRecord = z.object({
  heldAt: z.string().trim().max(40).optional(),
  people: z.array(z.string().trim().max(40)).max(20).optional(),
  findings: z.string().trim().max(4000).optional(),
  drawings: z
    .array(
      z.object({
        materialKey: text.max(60),
        verdict: z.enum(['ok', 'fault']),
        opinion: z.string().trim().max(1000),
      }),
    )
    .max(100)
    .optional(),
  payment: z
    .object({
      due: z.string().trim().max(20),
      how: z.enum(['cash', 'card', 'transfer', 'waived']),
      paidOn: z.string().trim().max(10),
      receipt: z.string().trim().max(60),
    })
    .optional(),
})

export const opinionView = z.object({
  no: z.number().int(),
  stepName: text,
  by: text,
  /** The other department that signed (会签); empty: the dossier's own. */
  organName: text,
  verdict: z.enum(['agree', 'disagree', 'return']),
  text,
  record: z.object({ heldAt: text, people: z.array(text), findings: text }).nullable(),
  drawings: z.array(z.object({ name: text, verdict: z.enum(['ok', 'fault']), opinion: text })),
  payment: z.object({ due: text, how: text, paidOn: text, receipt: text }).nullable(),
  at: moment,
})
export type OpinionView = z.infer<typeof opinionView>

/** A step under way that the officer may do now. */
export const ownStep = z.object({
  key: text,
  name: text,
  kind: text,
  standard: text,
  /** Whether it may be sent back to the stage before. */
  mayReturn: z.boolean(),
  /** 图纸审查: the drawings to give an opinion on. */
  drawings: z.array(z.object({ key: text, name: text })),
})
export type OwnStep = z.infer<typeof ownStep>

export const paperView = z.object({
  no: z.number().int(),
  kind: text,
  title: text,
  documentNumber: text,
  forApplicant: z.boolean(),
  at: moment,
})
export type PaperView = z.infer<typeof paperView>

export const licenceView = z.object({
  identifier: text,
  name: text,
  number: text,
  issuedOn: day,
  validUntil: day.nullable(),
  status: text,
  pushedAt: moment.nullable(),
  fileId: text,
})

/** A line of the checklist at a button: what the law or the work asks before the act, and where to put it right. */
export const check = z.object({
  act: deskAct,
  state: z.enum(['ok', 'todo', 'no', 'warn']),
  sentence: text,
  article: z.number().int().nullable(),
  clause: text,
  /** What to open: `material:<key>`, `difference:<field>`, `licence`; empty when there is nothing to open. */
  targets: z.array(z.object({ to: text, label: text })),
})
export type Check = z.infer<typeof check>

export const eventView = z.object({
  seq: z.number().int(),
  type: text,
  at: moment,
  by: text,
  bySystem: z.boolean(),
  sentence: text,
  note: text,
})

export const situationView = z.object({
  answers: z.array(z.object({ question: text, answer: text })),
  eligible: z.boolean(),
  failed: z.array(z.object({ condition: text, why: text })),
  materialsLeftOut: z.array(z.object({ name: text, why: text })),
  stepsLeftOut: z.array(z.object({ name: text, why: text })),
})
export type SituationView = z.infer<typeof situationView>

export const record = z.object({
  at: moment,
  dossierId: text,
  number: text,
  version: z.number().int(),
  status: text,
  statusName: text,
  result: text.nullable(),
  resultName: text,
  channel: text,
  sample: z.boolean(),
  item: z.object({
    itemId: text,
    version: z.number().int(),
    name: text,
    resultType: text,
    remedy: z.object({ reviewOrgan: text, court: text }),
    legalBasis: z.array(text),
  }),
  organName: text,
  applicant: z.object({ name: text, kind: text, idMasked: text, phoneMasked: text }),
  /** Set where the newest SMS to the applicant could not be sent: they must be told in another way. */
  unsentSms: z.object({ at: moment, noPhone: z.boolean() }).nullable(),
  submittedAt: moment,
  receivedAt: moment,
  acceptedAt: moment.nullable(),
  decidedAt: moment.nullable(),
  closedAt: moment.nullable(),
  corrections: z.number().int(),
  extended: z.boolean(),
  holder: z.object({ post: text.nullable(), postName: text, mine: z.boolean() }),
  stepKey: text.nullable(),
  stepName: text,
  stepKind: text,
  steps: z.array(stepView),
  /** The open steps of this officer: more than one where branches of the same stage lie in their posts. */
  ownSteps: z.array(ownStep),
  /** Set where another department's dossier is shown, for the opinion that it asks of this one: while it is asked, and after. */
  joint: z.object({ organName: text, open: z.boolean() }).nullable(),
  clocks: z.object({ governing: reading, all: z.array(reading), pausedFor: text }),
  form: z.object({ revision: z.number().int(), groups: z.array(formGroup) }),
  /** 所选情形: what the applicant answered before applying, and what was left out because of it; null: not guided. */
  situation: situationView.nullable(),
  materials: z.array(materialView),
  verificationState: z.enum(['pending', 'done', 'not-applicable']),
  differences: z.array(difference),
  correctionsAsked: z.array(correctionView),
  /** Terms that the desk offers for a correction, in calendar days. */
  answerLimits: z.array(z.object({ days: z.number().int(), until: day })),
  /** 特别程序 of the item: the only grounds for stopping the clock. */
  pauseKinds: z.array(z.object({ name: text, days: z.number().int(), basis: text })),
  opinions: z.array(opinionView),
  papers: z.array(paperView),
  licence: licenceView.nullable(),
  acts: z.array(deskAct),
  /** One act that comes next for this officer, or null when it is somebody else's turn. */
  primary: deskAct.nullable(),
  checks: z.array(check),
  timeline: z.array(eventView),
})
export type DossierRecord = z.infer<typeof record>

// Acts ------------------------------------------------------------------------------------------------------------

/** Every act carries a key made by the client (asked twice, done once) and the version that the officer saw. */
const sent = {
  key: z.string().min(8).max(80),
  version: z.number().int().min(1),
}
const words = (what: string, most = 1000) =>
  z.string().trim().min(1, `写明${what}`).max(most, `${what}最多 ${most} 字`)

export const judgeMaterialBody = z
  .object({
    ...sent,
    materialKey: z.string().min(1),
    verdict: z.enum(['ok', 'fault']),
    problem: z.string().trim().max(500).default(''),
    cure: z.string().trim().max(500).default(''),
  })
  .describe('看过一份材料后的结论')

export const demand = z.object({
  materialKey: z.string().min(1),
  problem: words('问题', 500),
  cure: words('怎样改', 500),
})
export const askCorrectionBody = z.object({
  ...sent,
  demands: z.array(demand).min(1, '至少写明一处须补正'),
  answerDays: z.number().int().min(1).max(60),
  superiorReason: z.string().trim().max(500).optional(),
})
export const acceptBody = z.object({ ...sent })
export const refuseAcceptanceBody = z.object({
  ...sent,
  reasonClass: z.enum(['no-permit-needed', 'not-our-power', 'other']),
  reason: words('不予受理的理由'),
  basis: words('依据', 500),
  otherOrgan: z.string().trim().max(100).default(''),
})
export const giveOpinionBody = z.object({
  ...sent,
  verdict: z.enum(['agree', 'disagree', 'return']),
  /** A payment speaks for itself; every other opinion has words. */
  text: z.string().trim().max(2000, '意见最多 2000 字').default(''),
  record: stepRecord.optional(),
  /** The key of the step, where several of this officer are open. */
  step: z.string().max(60).optional(),
})
export const decideBody = z.object({
  ...sent,
  outcome: z.enum(['granted', 'refused']),
  reason: z.string().trim().max(2000).default(''),
  basis: z.string().trim().max(500).default(''),
})
export const closeBody = z.object({ ...sent })
export const pauseBody = z.object({
  ...sent,
  kind: words('特别程序', 60),
  reason: words('停表的理由', 300),
  basis: words('依据', 300),
})
export const resumeBody = z.object({ ...sent })
export const extendBody = z.object({
  ...sent,
  days: z.number().int().min(1).max(30),
  reason: words('延长的理由', 500),
  approvedBy: words('批准人', 60),
})
export const concludeDifferenceBody = z.object({
  ...sent,
  field: z.string().min(1),
  conclusion: z.enum(['register', 'as-filed', 'ask']),
})
export const actAnswer = z.object({ version: z.number().int() })

export type JudgeMaterial = z.infer<typeof judgeMaterialBody>
export type AskCorrection = z.infer<typeof askCorrectionBody>
export type Accept = z.infer<typeof acceptBody>
export type RefuseAcceptance = z.infer<typeof refuseAcceptanceBody>
export type GiveOpinion = z.infer<typeof giveOpinionBody>
export type Decide = z.infer<typeof decideBody>
export type Close = z.infer<typeof closeBody>
export type PauseClock = z.infer<typeof pauseBody>
export type ResumeClock = z.infer<typeof resumeBody>
export type Extend = z.infer<typeof extendBody>
export type ConcludeDifference = z.infer<typeof concludeDifferenceBody>

export const refusalAnswer = z.object({
  refusal: z.object({
    name: text,
    sentence: text,
    field: text.optional(),
    detail: z.unknown().optional(),
  }),
})
export type RefusalAnswer = z.infer<typeof refusalAnswer>
