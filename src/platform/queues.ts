import type { Database } from './database.ts'
import type { Jobs } from './jobs.ts'

/** A queue with work in it, as an operator asks about it. */
export interface QueueState {
  queue: string
  /** To be done, for the first time. */
  waiting: number
  active: number
  /** Failed at least once and tried again by itself. */
  triedAgain: number
  /** Tried for about a day: waits for a person. */
  failed: number
  /** When the oldest of the work not done was asked for. */
  since: Date
  /** What the newest failure said. */
  error: string | null
}

/** Every queue that has work in it, by name. A queue at rest is not listed. */
export function busyQueues(db: Database): Promise<QueueState[]> {
  // What failed for good lies as a copy in `<queue>.failed`, with the error and the day of the first asking.
  return db.query<QueueState>(
    `with job as (
       select coalesce(source_name, name) as queue, state, name like '%.failed' as failed,
              coalesce(source_created_on, created_on) as since, created_on,
              coalesce(source_output, output) ->> 'message' as error
         from jobs.job
        where state in ('created', 'retry', 'active'))
     select queue,
            count(*) filter (where not failed and state = 'created')::int as waiting,
            count(*) filter (where not failed and state = 'active')::int as active,
            count(*) filter (where not failed and state = 'retry')::int as "triedAgain",
            count(*) filter (where failed)::int as failed,
            min(since) as since,
            (array_agg(error order by failed desc, created_on desc) filter (where error is not null))[1] as error
       from job
      where queue not like '\\_\\_pgboss%'
      group by queue order by queue`,
  )
}

/**
 * Sends round again what a queue failed at, once its cause is gone: what failed for good, and without its pause what is still tried
 * again by itself. Returns how many. Every handler is safe to run twice, so this is too.
 */
export async function tryAgain(db: Database, jobs: Jobs, queue: string): Promise<number> {
  const moved = await jobs.takeBackFailed(queue)
  const hastened = await db.query(
    `update jobs.job set start_after = now() where name = $1 and state = 'retry' and start_after > now() returning 1`,
    [queue],
  )
  return moved + hastened.length
}
