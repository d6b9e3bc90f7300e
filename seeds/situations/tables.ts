import type { z } from 'zod'
import type { situationExample, situations } from '../../src/catalogue/index.ts'

export type SituationSeed = z.input<typeof situations>
type QuestionSeed = SituationSeed['questions'][number]
type When = Record<string, string[]>
type Both = [zh: string, en: string]

/** A question with its answers: value, words in Chinese, words in English. */
export const ask = (
  key: string,
  [text, textEn]: Both,
  options: [value: string, ...label: Both][],
  more: { when?: When; hint?: string; hintEn?: string } = {},
): QuestionSeed => ({
  key,
  text,
  textEn,
  options: options.map(([value, label, labelEn]) => ({ value, label, labelEn })),
  ...more,
})

/** A row of the conditions table: under these answers this condition of the guide is not met. */
export const fails = (
  when: When,
  [condition, conditionEn]: Both,
  [why, whyEn]: Both,
  [remedy, remedyEn]: Both,
) => ({ when, condition, conditionEn, why, whyEn, remedy, remedyEn })

interface Change {
  needs?: string[]
  leavesOut?: string[]
  leavesOutSteps?: string[]
  leavesOutFees?: string[]
  variant?: string
}

/** A row of the list table, with the reason that the applicant reads. */
export const follows = (when: When, change: Change, [why, whyEn]: Both) => ({ when, ...change, why, whyEn })

export const example = (
  name: string,
  answers: Record<string, string>,
  expects: z.input<typeof situationExample>['expects'],
) => ({ name, answers, expects })
