import type { Tx } from '../platform/database.ts'
import type { Job, Jobs } from '../platform/jobs.ts'
import type { Actor } from './actor.ts'
import type { NewEvent, StoredEvent } from './event.ts'
import { chain, insertEvents, lastLink } from './store.ts'

/**
 * Who wants to know of what. The module that emits an event does not know its listeners: `main.ts` wires them by
 * `listen`, and every recorded event becomes one job for each of its listeners, in the act's own transaction.
 */
export interface History {
  /** Appends to a stream and tells the listeners. The caller holds the lock on the thing that the stream is about. */
  record(tx: Tx, streamId: string, actor: Actor, at: Date, events: NewEvent[]): Promise<StoredEvent[]>
  /** The jobs that these events cause, for an act that writes its rows in one statement. */
  jobsFor(events: StoredEvent[]): Job[]
  /** Declares a listener; `queue` names the work. Called before start. */
  listen(type: string, queue: string, handler: (event: EventNote) => Promise<void>): void
}

/** What a listener gets: which event it was. It reads the rest itself, because the world may have moved on. */
export interface EventNote {
  streamId: string
  seq: number
  type: string
  data: Record<string, unknown>
  at: Date
}

/** `announce` tells open pages and caches, after the commit, that a stream has something new. */
export function createHistory(jobs: Jobs, announce: (streamId: string) => void = () => {}): History {
  const queuesByType = new Map<string, string[]>()
  const handlers = new Map<string, (event: EventNote) => Promise<void>>()

  const jobsFor = (events: StoredEvent[]): Job[] =>
    events.flatMap((e) =>
      (queuesByType.get(e.type) ?? []).map((queue) => ({
        queue,
        key: `${e.streamId}:${e.seq}`,
        data: { streamId: e.streamId, seq: e.seq, type: e.type, data: e.data, at: e.at.toISOString() },
      })),
    )

  return {
    jobsFor,
    async record(tx, streamId, actor, at, events) {
      const stored = chain(streamId, await lastLink(tx, streamId), actor, at, events)
      await insertEvents(tx, stored)
      await jobs.enqueue(tx, jobsFor(stored))
      tx.afterCommit(() => announce(streamId))
      return stored
    },
    listen(type, queue, handler) {
      queuesByType.set(type, [...(queuesByType.get(type) ?? []), queue])
      if (handlers.has(queue)) return
      handlers.set(queue, handler)
      jobs.work(queue, async (data) => {
        const note = data as unknown as Omit<EventNote, 'at'> & { at: string }
        await handler({ ...note, at: new Date(note.at) })
      })
    },
  }
}
