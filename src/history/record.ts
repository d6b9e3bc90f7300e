import type { Tx } from '../platform/database.ts'
import type { Job, Jobs } from '../platform/jobs.ts'
import type { Actor } from './actor.ts'
import type { NewEvent, StoredEvent } from './event.ts'
import { chain, insertEvents, lastLink, lastLinks } from './store.ts'

/**
 * Who wants to know of what. The module that emits an event does not know its listeners: `main.ts` wires them by
 * `listen`. An act writes one job with its events, in its own transaction; that job then becomes one for each listener,
 * so that an applicant does not wait for the writing of work that others will do.
 */
export interface History {
  /** Appends to a stream and tells the listeners. The caller holds the lock on the thing that the stream is about. */
  record(tx: Tx, streamId: string, actor: Actor, at: Date, events: NewEvent[]): Promise<StoredEvent[]>
  /** The same for many streams at once, each named once. */
  recordAll(
    tx: Tx,
    actor: Actor,
    at: Date,
    streams: { streamId: string; events: NewEvent[] }[],
  ): Promise<StoredEvent[]>
  /** The job that these events cause, for an act that writes its rows in one statement; none when nobody listens. */
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

const FAN_OUT = 'events'

/** `announce` tells open pages and caches, after the commit, that a stream has something new. */
export function createHistory(jobs: Jobs, announce: (streamId: string) => void = () => {}): History {
  const queuesByType = new Map<string, string[]>()
  const handlers = new Map<string, (event: EventNote) => Promise<void>>()

  const jobsFor = (events: StoredEvent[]): Job[] => {
    const heard = events
      .filter((e) => queuesByType.has(e.type))
      .map((e) => ({ streamId: e.streamId, seq: e.seq, type: e.type, data: e.data, at: e.at.toISOString() }))
    return heard.length === 0 ? [] : [{ queue: FAN_OUT, data: { events: heard } }]
  }

  const fanOut = async (data: Record<string, unknown>) => {
    const { events } = data as unknown as { events: WrittenNote[] }
    await jobs.send(
      events.flatMap((e) => (queuesByType.get(e.type) ?? []).map((queue) => ({ queue, data: { ...e } }))),
    )
  }

  return {
    jobsFor,
    async record(tx, streamId, actor, at, events) {
      const stored = chain(streamId, await lastLink(tx, streamId), actor, at, events)
      await insertEvents(tx, stored)
      await jobs.enqueue(tx, jobsFor(stored))
      tx.afterCommit(() => announce(streamId))
      return stored
    },
    async recordAll(tx, actor, at, streams) {
      const last = await lastLinks(
        tx,
        streams.map((s) => s.streamId),
      )
      const stored = streams.flatMap((s) =>
        chain(s.streamId, last.get(s.streamId) ?? null, actor, at, s.events),
      )
      await insertEvents(tx, stored)
      await jobs.enqueue(tx, jobsFor(stored))
      for (const { streamId } of streams) tx.afterCommit(() => announce(streamId))
      return stored
    },
    listen(type, queue, handler) {
      if (queuesByType.size === 0) jobs.work(FAN_OUT, fanOut)
      queuesByType.set(type, [...(queuesByType.get(type) ?? []), queue])
      if (handlers.has(queue)) return
      handlers.set(queue, handler)
      jobs.work(queue, async (data) => {
        const note = data as unknown as WrittenNote
        await handler({ ...note, at: new Date(note.at) })
      })
    },
  }
}

/** A note as it waits in a job. */
type WrittenNote = Omit<EventNote, 'at'> & { at: string }
