import { z } from 'zod'

/**
 * What the desk and the server say to each other about questions (咨询). The desk imports the types only. Moments are ISO 8601 strings with
 * their zone, days 'YYYY-MM-DD' in Fuzhou. Who asked is not told to those who answer: the question is answered, not the person.
 */
const text = z.string()
const moment = z.string().describe('ISO 8601 moment')
const day = z.string().describe('YYYY-MM-DD, Asia/Shanghai')
const key = z.uuid().describe('Made anew for each act: sent again it is still done once')
const version = z.number().int().min(1).describe('What the officer was looking at')

export const ENQUIRY_FILTERS = ['open', 'overdue', 'answered'] as const
export const enquiryFilter = z.enum(ENQUIRY_FILTERS)
export type EnquiryFilter = z.infer<typeof enquiryFilter>

export const enquiriesQuery = z.object({
  filter: enquiryFilter.default('open'),
  page: z.coerce.number().int().min(1).max(500).default(1),
})

const lit = z.object({
  light: z.enum(['green', 'yellow', 'red', 'paused', 'none', 'done']),
  dueAt: moment.nullable(),
  usedDays: z.number().int(),
  limitDays: z.number().int(),
  remainingDays: z.number().int(),
  unit: z.literal('G'),
})
export type EnquiryLight = z.infer<typeof lit>

export const enquiryRow = z.object({
  enquiryId: z.uuid(),
  number: text,
  itemName: text.describe('Empty: about no item'),
  words: text.describe('How the question that waits, or was answered last, begins'),
  followUp: z.boolean(),
  passedOnFrom: text.describe('The body that passed it on; empty when it came here first'),
  askedAt: moment,
  answeredAt: moment.nullable(),
  lit,
  sample: z.boolean(),
})
export type EnquiryRow = z.infer<typeof enquiryRow>

export const enquiryPage = z.object({ at: moment, rows: z.array(enquiryRow), more: z.boolean() })
export type EnquiryPage = z.infer<typeof enquiryPage>

export const enquiryCounts = z.object({
  at: moment,
  open: z.number().int(),
  overdue: z.number().int(),
  answered: z.number().int(),
})
export type EnquiryCounts = z.infer<typeof enquiryCounts>

export const enquiryEntry = z.object({
  no: z.number().int(),
  kind: z.enum(['question', 'follow-up', 'answer', 'supplement', 'passed-on', 'extended']),
  text,
  by: text.describe('The officer; for the asker a word that names nobody'),
  organName: text,
  toOrganName: text,
  at: moment,
})
export type EnquiryEntry = z.infer<typeof enquiryEntry>

/** What of the guide helps to answer, at the version that the asker saw. */
export const enquiryGuide = z.object({
  itemId: z.uuid(),
  name: text,
  version: z.number().int(),
  versionInForce: z.number().int().nullable().describe('Null: not in force any more'),
  organName: text,
  summary: text,
  conditions: z.array(text),
  materials: z.array(z.object({ name: text, need: text })),
  promise: text,
  fee: text,
  place: text,
  faq: z.array(z.object({ q: text, a: text })),
})
export type EnquiryGuide = z.infer<typeof enquiryGuide>

export const publicWordsBody = z.object({ question: text, answer: text })

export const enquiryRecord = z.object({
  at: moment,
  enquiryId: z.uuid(),
  number: text,
  version: z.number().int(),
  status: z.enum(['open', 'answered']),
  organName: text,
  signedIn: z.boolean().describe('Asked by somebody signed in; who, is not told'),
  toldBySms: z.boolean(),
  firstAskedAt: moment,
  extended: z.boolean(),
  extensionDays: z.number().int(),
  lit,
  ruling: text.describe('What the regulation says of its time'),
  why: z.array(text),
  entries: z.array(enquiryEntry),
  guide: enquiryGuide.nullable(),
  mayPublish: z.boolean(),
  published: z.array(publicWordsBody.extend({ no: z.number().int(), answeredOn: day })),
  /** Questions of the same item that are public: the asker may have missed them. */
  publicOnes: z.array(publicWordsBody.extend({ answeredOn: day })),
  bodies: z.array(z.object({ organId: text, name: text })).describe('To whom it may be passed on'),
  sample: z.boolean(),
})
export type EnquiryRecord = z.infer<typeof enquiryRecord>

export const answerBody = z.object({ key, version, text, publish: publicWordsBody.nullable() })
export type AnswerBody = z.infer<typeof answerBody>
export const passOnBody = z.object({ key, version, organId: text, reason: text })
export const extendBody = z.object({ key, version, reason: text })
export const takeDownBody = z.object({ no: z.number().int().min(1).max(1000) })
export const enquiryActAnswer = z.object({ version: z.number().int() })

export const enquiryRefusal = z.object({
  refusal: z.object({
    name: text,
    sentence: text,
    field: text.optional(),
    detail: z.unknown().optional(),
  }),
})
