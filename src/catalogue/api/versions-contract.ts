import { z } from 'zod'

/** What the desk and the server tell each other about versions of an item and the rules of the publish gate. */

const instant = z.iso.datetime()

export const gateRules = z.object({
  chapters: z.array(
    z.object({
      title: z.string(),
      rules: z.array(
        z.object({
          id: z.string().describe('As findings name it'),
          severity: z.enum(['blocks', 'warns']),
          citation: z.string().describe('On what ground; empty: a matter of consistency'),
          demands: z.string(),
        }),
      ),
    }),
  ),
})
export type GateRules = z.infer<typeof gateRules>

export const versionNote = z.object({
  version: z.number().int(),
  status: z.enum(['draft', 'in-force', 'replaced']),
  effectiveOn: z.iso.date().nullable().describe('From which day it holds or held'),
  savedAt: instant.nullable(),
  savedBy: z.string(),
  publishedAt: instant.nullable(),
})
export const versionList = z.object({ versions: z.array(versionNote) })
export type VersionList = z.infer<typeof versionList>

const versionName = z.enum(['draft', 'in-force']).or(z.coerce.number().int().min(1).max(1_000_000))
export const diffQuery = z.object({
  from: versionName.default('in-force').describe('A version number, in-force or draft'),
  to: versionName.default('draft'),
})

const piece = z.object({ text: z.string(), changed: z.boolean() })
const kind = z.enum(['changed', 'added', 'removed', 'order'])
const place = {
  path: z.string().describe('Elements of lists by key, e.g. materials.m3.basis'),
  label: z.string(),
}

export const comparison = z.object({
  from: z.number().int(),
  to: z.number().int(),
  sections: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      rows: z.array(
        z.object({
          ...place,
          kind,
          before: z.array(piece),
          after: z.array(piece),
          by: z.string(),
          at: instant.nullable(),
        }),
      ),
    }),
  ),
})
export type Comparison = z.infer<typeof comparison>

export const fieldHistoryQuery = z.object({
  path: z.string().max(200).optional().describe('Only this place and what is in it, e.g. materials.m3'),
})
export const fieldHistory = z.object({
  changes: z.array(
    z.object({
      ...place,
      kind,
      before: z.string().describe('The beginning of a long text'),
      after: z.string(),
      version: z.number().int(),
      at: instant,
      by: z.string(),
    }),
  ),
})
export type FieldHistory = z.infer<typeof fieldHistory>
