import { z } from 'zod'
import { DESK_ACTS } from '../transitions.ts'
import { light } from './worklist-contract.ts'

/**
 * What the desk and the server say to each other about one dossier; `worklist-contract.ts` and `acts-contract.ts` hold the
 * rest. The desk imports the types only; the server checks every request and every answer against the schemas, and OpenAPI at
 * `/api` is made from them.
 * Moments are ISO 8601 strings with their zone, days 'YYYY-MM-DD' in Fuzhou.
 */
const text = z.string()
const moment = z.string().describe('ISO 8601 moment')
const day = z.string().describe('YYYY-MM-DD, Asia/Shanghai')

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
  feesLeftOut: z.array(z.object({ name: text, why: text })),
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
