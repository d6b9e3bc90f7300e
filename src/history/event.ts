import { createHash } from 'node:crypto'
import type { Actor } from './actor.ts'

/** What an act says happened, before it has a place in its stream. */
export interface NewEvent {
  /** `<noun>.<past tense>`, e.g. `dossier.accepted` */
  type: string
  data: Record<string, unknown>
}

/** One link of a stream's chain: a dossier's, an item's, an account's. */
export interface StoredEvent extends NewEvent {
  streamId: string
  seq: number
  at: Date
  actor: Actor
  prevHash: string
  hash: string
}

export const FIRST_LINK = '0'.repeat(64)

/** SHA-256 over everything the event says and over the link before it, so a change anywhere breaks the rest. */
export function linkHash(e: Omit<StoredEvent, 'hash'>): string {
  const said = canonical([e.streamId, e.seq, e.type, e.at.toISOString(), e.actor, e.data, e.prevHash])
  return createHash('sha256').update(said).digest('hex')
}

/** JSON with sorted keys: jsonb does not keep the order in which keys were written. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v)).join(',')}]`
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}
