import { z } from 'zod'

export const finding = z.object({
  id: z.string().describe('Stable name, e.g. art7.legalBasis'),
  severity: z.enum(['blocks', 'warns']),
  article: z.string().optional().describe('Clause of the regulation, e.g. 7.1'),
  citation: z
    .string()
    .optional()
    .describe('On what ground, in words, e.g. 行政许可法第三十条; empty for a matter of consistency'),
  element: z.string().optional().describe('Element of Art. 7 that it is about'),
  sentence: z.string().describe('What the clerk has to do'),
  path: z.string().describe('Where in the content, e.g. form.groups.0.fields.2'),
})
export type FindingAnswer = z.infer<typeof finding>
