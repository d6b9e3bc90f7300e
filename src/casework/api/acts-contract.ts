import { z } from 'zod'
import { stepRecord } from './contract.ts'

/** What the desk sends with each act on a dossier, and what it hears. The desk imports types only. */

const text = z.string()

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
