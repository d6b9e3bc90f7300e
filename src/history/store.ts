import { createHash } from 'node:crypto'
import type { Db, Tx } from '../platform/database.ts'
import type { Actor } from './actor.ts'
import { FIRST_LINK, linkHash, type NewEvent, type StoredEvent } from './event.ts'

interface EventRow {
  stream_id: string
  seq: number
  type: string
  at: Date
  actor: Actor
  data: Record<string, unknown>
  prev_hash: string
  hash: string
}

const toEvent = (r: EventRow): StoredEvent => ({
  streamId: r.stream_id,
  seq: r.seq,
  type: r.type,
  at: r.at,
  actor: r.actor,
  data: r.data,
  prevHash: r.prev_hash,
  hash: r.hash,
})

/** Computes the next links. `last` is the stream's newest event, or null for a new stream. */
export function chain(
  streamId: string,
  last: { seq: number; hash: string } | null,
  actor: Actor,
  at: Date,
  events: NewEvent[],
): StoredEvent[] {
  let seq = last?.seq ?? 0
  let prevHash = last?.hash ?? FIRST_LINK
  return events.map((e) => {
    seq += 1
    const link = { ...e, streamId, seq, at, actor, prevHash }
    const hash = linkHash(link)
    prevHash = hash
    return { ...link, hash }
  })
}

export async function lastLink(tx: Tx, streamId: string): Promise<{ seq: number; hash: string } | null> {
  const [row] = await tx.prepared<{ seq: number; hash: string }>(
    'history-last',
    'select seq, hash from history.event where stream_id = $1 order by seq desc limit 1',
    [streamId],
  )
  return row ?? null
}

/** The newest link of each of these streams that has one. */
export async function lastLinks(
  tx: Tx,
  streamIds: string[],
): Promise<Map<string, { seq: number; hash: string }>> {
  const rows = await tx.prepared<{ streamId: string; seq: number; hash: string }>(
    'history-heads',
    `select stream_id as "streamId", seq, hash from history.head where stream_id = any($1)`,
    [streamIds],
  )
  return new Map(rows.map((r) => [r.streamId, r]))
}

/** The newest event of a stream: who did what last. */
export async function lastEvent(db: Db, streamId: string): Promise<StoredEvent | null> {
  const [row] = await db.query<EventRow>(
    'select * from history.event where stream_id = $1 order by seq desc limit 1',
    [streamId],
  )
  return row ? toEvent(row) : null
}

/** Writes links. A second writer at the same place fails on the primary key: the caller's row lock should prevent it. */
export async function insertEvents(tx: Tx, events: StoredEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx.prepared(
    'history-insert',
    `insert into history.event (stream_id, seq, type, at, actor, data, prev_hash, hash)
     select stream_id, seq, type, at, actor, data, prev_hash, hash
       from jsonb_to_recordset($1::jsonb) as e(stream_id text, seq int, type text, at timestamptz, actor jsonb, data jsonb,
            prev_hash text, hash text)`,
    [JSON.stringify(eventRows(events))],
  )
}

/** The rows as JSON, for writing them here or inside another statement of a hot act. */
export function eventRows(events: StoredEvent[]): object[] {
  return events.map((e) => ({
    stream_id: e.streamId,
    seq: e.seq,
    type: e.type,
    at: e.at.toISOString(),
    actor: e.actor,
    data: e.data,
    prev_hash: e.prevHash,
    hash: e.hash,
  }))
}

export async function readStream(db: Db, streamId: string): Promise<StoredEvent[]> {
  const rows = await db.query<EventRow>('select * from history.event where stream_id = $1 order by seq', [
    streamId,
  ])
  return rows.map(toEvent)
}

/** Where a chain first does not hold. */
export interface BrokenLink {
  streamId: string
  seq: number
  reason: 'changed' | 'missing' | 'not-linked' | 'head-missing'
}

/**
 * Walks every chain in stream order and reports the first broken link. Reads in pages, so any size fits in memory.
 * The heads table tells when the end of a chain, or a whole stream, was cut off.
 */
export async function verifyAll(
  db: Db,
  pageSize = 5000,
): Promise<{ streams: number; events: number; broken: BrokenLink | null; root: string }> {
  const root = createHash('sha256')
  let after = { streamId: '', seq: 0 }
  let previous: StoredEvent | null = null
  let streams = 0
  let events = 0
  for (;;) {
    const rows = await db.query<EventRow>(
      `select * from history.event where (stream_id, seq) > ($1, $2) order by stream_id, seq limit $3`,
      [after.streamId, after.seq, pageSize],
    )
    for (const row of rows) {
      const e = toEvent(row)
      const sameStream: StoredEvent | null = previous?.streamId === e.streamId ? previous : null
      if (sameStream === null) streams += 1
      events += 1
      const broken = linkFault(e, sameStream)
      if (broken)
        return { streams, events, broken: { streamId: e.streamId, seq: e.seq, reason: broken }, root: '' }
      root.update(e.hash)
      previous = e
    }
    const last = rows.at(-1)
    if (!last) break
    after = { streamId: last.stream_id, seq: last.seq }
  }
  const [cut] = await db.query<{ stream_id: string; seq: number }>(
    `select h.stream_id, h.seq from history.head h
      where not exists (select 1 from history.event e where e.stream_id = h.stream_id and e.seq = h.seq and e.hash = h.hash)
      order by h.stream_id limit 1`,
  )
  const broken = cut ? { streamId: cut.stream_id, seq: cut.seq, reason: 'head-missing' as const } : null
  return { streams, events, broken, root: broken ? '' : root.digest('hex') }
}

function linkFault(e: StoredEvent, before: StoredEvent | null): BrokenLink['reason'] | null {
  if (e.seq !== (before?.seq ?? 0) + 1) return 'missing'
  if (e.prevHash !== (before?.hash ?? FIRST_LINK)) return 'not-linked'
  if (linkHash(e) !== e.hash) return 'changed'
  return null
}
