import { z } from 'zod'

/** What the desk and the server tell each other about the words of the search. The desk imports types only. */

const means = z
  .array(z.string().max(60))
  .describe('Words under which the catalogue may have it, the closest first')

export const listQuery = z.object({
  q: z.string().max(60).default('').describe('Part of a word or of what it means'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
})
const row = z.object({
  word: z.string().describe('What people say'),
  means,
  changedAt: z.iso.datetime().nullable().describe('Null: it came with the platform'),
  changedBy: z.string().nullable(),
})
export type SynonymRow = z.infer<typeof row>
export const list = z.object({
  rows: z.array(row),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  mayKeep: z.boolean().describe('Whether who asks may change the list'),
})
export type SynonymList = z.infer<typeof list>

export const keep = z.object({
  word: z.string().max(60),
  means: z.array(z.string().max(60)).max(20),
  seen: z.array(z.string()).describe('What the list had when it was opened; empty for a new word'),
})
export type KeepSynonymBody = z.infer<typeof keep>
export const removal = keep.pick({ word: true, seen: true })
export type RemoveSynonymBody = z.infer<typeof removal>
export const kept = z.object({ word: z.string(), means })

export const trialQuery = z.object({ q: z.string().max(60).describe('What somebody would type') })
export const trial = z.object({
  units: z
    .array(z.object({ text: z.string(), synonyms: z.array(z.string()) }))
    .describe('The things that the question asks for, with what the list has for each'),
  answers: z.boolean().describe('Whether the first items answer it, or only come near'),
  rows: z.array(
    z.object({
      itemId: z.uuid(),
      name: z.string(),
      organName: z.string(),
      covers: z.number().int().describe('Hundredths of what was asked that is there'),
      why: z.array(
        z.object({
          text: z.string(),
          worth: z.number().describe('0 … 1'),
          by: z.enum(['name', 'slip', 'synonym', 'topic', 'organ', 'summary', 'nothing']),
          through: z.string().describe('The name or word in which it was found'),
        }),
      ),
    }),
  ),
})
export type TrialAnswer = z.infer<typeof trial>

export const unanswered = z.object({
  days: z.number().int(),
  rows: z.array(
    z.object({
      words: z.string(),
      times: z.number().int(),
      lastOn: z.iso.date(),
      known: z.boolean().describe('Whether the list has it by now'),
    }),
  ),
})
export type UnansweredAnswer = z.infer<typeof unanswered>
