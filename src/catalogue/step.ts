import { z } from 'zod'
import { limit } from './limit.ts'

const text = z.string()

/** 岗位 that does a step. Who holds it is a matter of the organ's staff. */
export const postKinds = ['window', 'examiner', 'approver'] as const
export type PostKind = (typeof postKinds)[number]

/** plain, 现场踏勘, 专家评审, 图纸审查, 缴费, 会签 (joint opinion of another department) */
export const stepKinds = [
  'plain',
  'site-visit',
  'expert-review',
  'drawing-review',
  'payment',
  'joint-opinion',
] as const
export type StepKind = (typeof stepKinds)[number]

export const step = z.object({
  key: text,
  name: text,
  phase: z.enum(['accept', 'examine', 'decide']),
  kind: z.enum(stepKinds).default('plain'),
  post: z.enum(postKinds),
  limit,
  /** 并行: neighbouring steps with the same name here run at the same time; empty: by itself. */
  parallel: text.default(''),
  /** 会签部门: id of the other department whose post does this step; empty: the item's own. */
  organId: text.default(''),
  /** 审查标准: what the officer checks here. */
  standard: text.default(''),
  /** What the applicant sees at this step. */
  note: text.default(''),
})
export type Step = z.infer<typeof step>
