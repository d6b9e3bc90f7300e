import { z } from 'zod'
import { finding } from './finding-contract.ts'

/** What the desk and the server tell each other about imports and exports. The desk imports types only. */

const instant = z.iso.datetime()
export const outcome = z.enum(['imported', 'updated', 'unchanged', 'kept', 'refused'])
export type Outcome = z.infer<typeof outcome>

export const summary = z.object({
  total: z.number().int().describe('Records that this step has done'),
  changed: z.number().int(),
  outcomes: z.record(outcome, z.number().int()),
  refusals: z.array(
    z.object({ field: z.string(), reason: z.string(), records: z.number().int(), example: z.string() }),
  ),
  todos: z.array(
    z.object({
      id: z.string(),
      severity: z.enum(['blocks', 'warns']),
      element: z.string().optional(),
      records: z.number().int(),
      sentence: z.string(),
    }),
  ),
})
export type Summary = z.infer<typeof summary>

export const importJob = z.object({
  jobId: z.uuid(),
  fileName: z.string(),
  fileSize: z.number().int().describe('Bytes'),
  by: z.string(),
  state: z
    .enum(['reading', 'checking', 'checked', 'importing', 'done', 'cancelled', 'failed'])
    .describe('checked: the dry run is through and waits for the go; done, cancelled, failed: ended'),
  shape: z.enum(['', 'flat', 'detailed', 'excerpt', 'national']),
  format: z.enum(['', 'json', 'csv', 'zip', 'xlsx']),
  tables: z.array(z.object({ name: z.string(), title: z.string() })),
  toOrgan: z
    .string()
    .nullable()
    .describe('Department that takes the guides over; null: each stays with its own'),
  rowsRead: z.number().int(),
  records: z.number().int(),
  done: z.number().int().describe('Records that the step under way has done'),
  secondsLeft: z
    .number()
    .int()
    .nullable()
    .describe('Of the step under way, by its pace so far; null: not known yet'),
  tried: summary.nullable().describe('The dry run'),
  written: summary.nullable().describe('The import itself'),
  refusal: z.string().describe('Why the file could not be read, else empty'),
  createdAt: instant,
  endedAt: instant.nullable(),
})
export type ImportJobAnswer = z.infer<typeof importJob>

export const importList = z.object({
  jobs: z.array(importJob),
  mayImport: z.enum(['own', 'all']).describe('own: for the own department only'),
  organs: z
    .array(z.object({ organId: z.string(), name: z.string() }))
    .describe('Departments that may take guides over'),
})
export type ImportList = z.infer<typeof importList>

export const beginQuery = z.object({
  name: z.string().min(1).max(200).describe('Name of the file'),
  to: z.string().max(100).optional().describe('Id of the department that takes guides of elsewhere over'),
})
export const begun = z.object({ jobId: z.uuid() })
export type Begun = z.infer<typeof begun>

export const rowsQuery = z.object({
  outcome: outcome.optional(),
  todo: z.string().max(100).optional().describe('Id of a finding, e.g. art7.fee'),
  fault: z
    .string()
    .max(200)
    .optional()
    .describe('Field and reason of a refusal, e.g. "task_code bad-check-digit"'),
  after: z.coerce.number().int().min(0).max(10_000_000).default(0).describe('Records behind this number'),
})
export const importRow = z.object({
  no: z.number().int().describe('Place in the file, from 1'),
  name: z.string(),
  implCode: z.string(),
  outcome,
  itemId: z.uuid().nullable(),
  faults: z.array(z.object({ field: z.string(), reason: z.string(), sentence: z.string() })),
  todos: z.array(finding),
})
export type ImportRow = z.infer<typeof importRow>
export const importRows = z.object({ rows: z.array(importRow), next: z.number().int().nullable() })
export type ImportRows = z.infer<typeof importRows>

export const reportQuery = z.object({ format: z.enum(['csv', 'xlsx']).default('xlsx') })

export const exportQuery = z.object({
  format: z.enum(['json', 'csv', 'xlsx']).describe('csv: a ZIP with one CSV a table'),
  which: z.enum(['in-force', 'newest']).default('in-force').describe('newest: the draft where there is one'),
  organ: z
    .string()
    .max(100)
    .optional()
    .describe('Id of a department; the own one unless one imports for all'),
  type: z
    .string()
    .regex(/^\d{2}$/)
    .or(z.literal(''))
    .optional()
    .describe('事项类型'),
  q: z.string().max(60).default('').describe('Part of the name or of the implementation code'),
  watch: z
    .uuid()
    .optional()
    .describe('Made up by who asks; under it /api/exports/progress tells how far the file has come'),
})
export const exportProgress = z.object({
  done: z.number().int(),
  items: z.number().int().describe('0: not begun, or not yours'),
})
export type ExportProgressAnswer = z.infer<typeof exportProgress>
export const exportCount = z.object({ items: z.number().int(), mostInWorkbook: z.number().int() })
export type ExportCount = z.infer<typeof exportCount>
