import { z } from 'zod'

const text = z.string()
const lines = z.array(text)

/** A row's demand on the answers: question key → values that fit; a question that is not named may have any answer. */
const answered = z.record(text, z.array(text))
export type Answered = z.infer<typeof answered>

export const question = z.object({
  /** Stable within the item, e.g. `q1`: addresses, drafts and dossiers refer to it. */
  key: text,
  text,
  textEn: text.default(''),
  hint: text.default(''),
  hintEn: text.default(''),
  options: z
    .array(z.object({ value: text, label: text, labelEn: text.default('') }))
    .max(60)
    .default([]),
  /** Asked only after these answers. */
  when: answered.default({}),
})
export type Question = z.infer<typeof question>

/** 条件表: a row that fits says which condition of the guide the applicant does not meet, and what would change it. */
export const barrier = z.object({
  when: answered.default({}),
  /** One of the item's 受理条件, word for word. */
  condition: text.default(''),
  conditionEn: text.default(''),
  why: text.default(''),
  whyEn: text.default(''),
  remedy: text.default(''),
  remedyEn: text.default(''),
})
export type Barrier = z.infer<typeof barrier>

/** 清单表: what a row that fits changes in the whole list of the guide. */
export const effect = z.object({
  when: answered.default({}),
  /** Keys of materials that must be handed in here, whatever the guide says of their necessity. */
  needs: lines.default([]),
  /** Keys of materials that are not asked for here. */
  leavesOut: lines.default([]),
  /** Keys of steps that are not run here; never acceptance or decision. */
  leavesOutSteps: lines.default([]),
  /** Names of fee lines that are not charged here. */
  leavesOutFees: lines.default([]),
  /** 业务办理项 that fits instead of this one: its 业务办理项编码 or 实施编码; empty: this one. */
  variant: text.default(''),
  /** Told to the applicant beside what this row changes. */
  why: text.default(''),
  whyEn: text.default(''),
})
export type Effect = z.infer<typeof effect>

/** 例子: answers with what the clerk expects of them; run at every save. */
export const situationExample = z.object({
  name: text.default(''),
  answers: z.record(text, text).default({}),
  expects: z.object({
    eligible: z.boolean().default(true),
    materials: lines.default([]),
    steps: lines.default([]),
    fees: lines.default([]),
    variant: text.default(''),
  }),
})
export type SituationExample = z.infer<typeof situationExample>

export const situations = z.object({
  /** At every save every way through them is gone. */
  questions: z.array(question).max(60),
  /** Every row that fits is told. */
  barriers: z.array(barrier).max(200).default([]),
  /** Every row that fits applies, to the whole list of the guide. */
  effects: z.array(effect).max(200).default([]),
  examples: z.array(situationExample).max(200).default([]),
})
export type Situations = z.infer<typeof situations>
