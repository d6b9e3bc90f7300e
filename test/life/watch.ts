import { type Dossier, findByNumber, readDossier, streamOf } from '../../src/casework/index.ts'
import { readStream, type StoredEvent } from '../../src/history/index.ts'
import type { Live } from '../../src/platform/live.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'

/** Longest wait for what follows from an act; nothing is ever waited for by the clock alone. */
const DEADLINE_MS = 90_000

/** Looks on while a dossier goes its way, and waits for what is to follow. */
export class Watch {
  readonly database: TestDatabase
  protected readonly live: Live

  constructor(database: TestDatabase, live: Live) {
    this.database = database
    this.live = live
  }

  async dossier(dossierId: string): Promise<Dossier> {
    const found = await readDossier(this.database.db, dossierId)
    if (!found) throw new Error(`no dossier ${dossierId}`)
    return found
  }

  async dossierByNumber(number: string): Promise<Dossier | null> {
    return findByNumber(this.database.db, number)
  }

  events(dossierId: string): Promise<StoredEvent[]> {
    return readStream(this.database.db, streamOf(dossierId))
  }

  /** Types of the events of a dossier with how often each happened. */
  async eventCounts(dossierId: string): Promise<Record<string, number>> {
    const counts: Record<string, number> = {}
    for (const { type } of await this.events(dossierId)) counts[type] = (counts[type] ?? 0) + 1
    return counts
  }

  /** Looks whenever something new is told about the dossier, until `look` finds something. */
  until<T>(dossierId: string, what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
    return new Promise((resolve, reject) => {
      let looking = false
      let again = false
      const timer = setTimeout(() => void end(() => this.#tooLate(dossierId, what).then(reject)), DEADLINE_MS)
      const stop = this.live.subscribe(streamOf(dossierId), () => void see())
      const end = (then: () => void) => {
        clearTimeout(timer)
        stop()
        then()
      }
      const see = async () => {
        again = looking
        if (looking) return
        looking = true
        try {
          const found = await look()
          if (found !== null && found !== undefined && found !== false) return end(() => resolve(found))
        } catch (error) {
          return end(() => reject(error))
        }
        looking = false
        if (again) void see()
      }
      void see()
    })
  }

  async #tooLate(dossierId: string, what: string): Promise<Error> {
    const types = (await this.events(dossierId)).map((e) => e.type).join(', ')
    const stuck = await this.database.db.query(
      `select name, state, retry_count, output::text from jobs.job where state <> 'completed'`,
    )
    return new Error(`waited in vain for ${what}. Events: ${types}. Jobs: ${JSON.stringify(stuck)}`)
  }

  untilEvent(dossierId: string, type: string): Promise<StoredEvent> {
    return this.until(dossierId, type, async () =>
      (await this.events(dossierId)).find((e) => e.type === type),
    )
  }

  untilPaper(dossierId: string, kind: string): Promise<StoredEvent> {
    return this.until(dossierId, `paper ${kind}`, async () =>
      (await this.events(dossierId)).find((e) => e.type === 'dossier.paper-made' && e.data['kind'] === kind),
    )
  }

  /** Until a job of this queue about the dossier was tried, failed, and was put off. */
  untilPutOff(dossierId: string, queue: string): Promise<unknown> {
    return this.#untilJob(dossierId, queue, 'retry')
  }

  /** Until a worker has a job of this queue about the dossier in hand. */
  untilActive(dossierId: string, queue: string): Promise<unknown> {
    return this.#untilJob(dossierId, queue, 'active')
  }

  #untilJob(dossierId: string, queue: string, state: 'retry' | 'active'): Promise<unknown> {
    return this.until(dossierId, `${queue} in state ${state}`, async () => {
      const [job] = await this.database.db.query(
        `select 1 from jobs.job where name = $1 and state = $4
            and (data->>'streamId' = $2 or data->>'messageId' in
                 (select message_id::text from messages.message where dossier_id = $3))`,
        [queue, streamOf(dossierId), dossierId, state],
      )
      return job
    })
  }

  /** Until every message about the dossier has been handed to the gateway. */
  untilAllSent(dossierId: string, count: number): Promise<unknown> {
    return this.until(dossierId, `${count} messages sent`, async () => {
      const [row] = await this.database.db.query<{ sent: number; written: number }>(
        `select count(*)::int as written, count(sent_at)::int as sent from messages.message where dossier_id = $1`,
        [dossierId],
      )
      return row!.written === count && row!.sent === count
    })
  }

  /** Until the queues hold no more work about this dossier. */
  untilIdle(dossierId: string): Promise<unknown> {
    return this.until(dossierId, 'the queues to be empty', async () => {
      const [row] = await this.database.db.query<{ open: number }>(
        `select count(*)::int as open from jobs.job where state in ('created', 'retry', 'active')
            and ($1 in (data->>'streamId', data->'events'->0->>'streamId') or data->>'messageId' in
                 (select message_id::text from messages.message where dossier_id = $2))`,
        [streamOf(dossierId), dossierId],
      )
      return row!.open === 0
    })
  }
}
