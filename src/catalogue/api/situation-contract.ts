import { z } from 'zod'
import { itemContent, situationExample } from '../item.ts'

/** What the desk asks of the situations that a clerk has under their hands, and the answers. The desk imports types only. */

const text = z.string()

export const trialBody = z.object({
  guided: itemContent
    .pick({ situations: true, materials: true, steps: true, fee: true })
    .describe('The tables as they are in the editor, saved or not, with what they refer to'),
  answers: z.record(text, text).describe('Answers to try out, by key of the question'),
})
export type TrialBody = z.input<typeof trialBody>

const leftOut = z.object({ name: text, why: text })

export const trial = z.object({
  paths: z.object({
    count: z
      .number()
      .int()
      .describe('Ways through the questions; one more than the most where there are too many'),
    least: z.number().int(),
    most: z
      .number()
      .int()
      .describe('Questions that one is asked, at least and at most; 0 where there is no way through'),
  }),
  asked: z.array(text).describe('Keys of the questions on the way that are answered'),
  next: text.nullable().describe('Key of the question that comes next; null at the end of the path'),
  outcome: z
    .object({
      eligible: z.boolean(),
      failed: z.array(z.object({ condition: text, why: text, remedy: text })),
      materials: z.array(
        z.object({ name: text, need: z.enum(['required', 'optional', 'later']), why: text }),
      ),
      materialsLeftOut: z.array(leftOut),
      steps: z.array(text),
      stepsLeftOut: z.array(leftOut),
      fees: z.array(text),
      feesLeftOut: z.array(leftOut),
      variant: text,
      notes: z.array(text),
    })
    .nullable(),
  expects: situationExample.shape.expects
    .nullable()
    .describe('The outcome as an example would expect it, to be saved as one'),
  examples: z
    .array(z.object({ pass: z.boolean(), differences: z.array(text) }))
    .describe('The saved examples, run against the tables as they are'),
})
export type Trial = z.infer<typeof trial>

export const variants = z.object({
  rows: z.array(
    z.object({ code: text.describe('业务办理项编码, or 实施编码 where there is none'), name: text }),
  ),
})
export type Variants = z.infer<typeof variants>
