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
  /** 图纸审查: keys of the drawings. 会签: keys of the materials that the other department gets to see; empty: all. */
  materials: z.array(text).default([]),
  /** 审查标准: what the officer checks here. */
  standard: text.default(''),
  /** What the applicant sees at this step. */
  note: text.default(''),
})
export type Step = z.infer<typeof step>

/** 同时办的环节: what runs at the same time, in the order of the procedure; a step by itself is a stage of one. */
export function stagesOf(steps: readonly Step[]): Step[][] {
  const stages: Step[][] = []
  for (const s of steps) {
    const last = stages.at(-1)
    if (last && s.parallel !== '' && last[0]!.parallel === s.parallel && last[0]!.phase === s.phase)
      last.push(s)
    else stages.push([s])
  }
  return stages
}

/** The branch that a stage waits for longest; of equal ones the first. */
export const slowestOf = (stage: readonly Step[]): Step =>
  stage.reduce((a, b) => (b.limit.days > a.limit.days ? b : a))

/** Days of the stages one after the other; branches of a stage count once, as the longest of them. */
export const daysOf = (stages: readonly Step[][]): number =>
  stages.reduce((days, stage) => days + slowestOf(stage).limit.days, 0)
