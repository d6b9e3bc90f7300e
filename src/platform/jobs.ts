import { createHash } from 'node:crypto'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Tx } from './database.ts'

/** A piece of work to do after the act that asked for it is saved. Workers must be safe to run twice. */
export interface Job {
  queue: string
  data: Record<string, unknown>
  startAfter?: Date
}

/**
 * Work that failed is tried again with growing pauses, in the end every quarter of an hour, for about a day: a neighbour may be away
 * for a night. What still fails then waits in `<queue>.failed` for a person.
 */
const RETRIES = { retryLimit: 106, retryDelay: 2, retryBackoff: true, retryDelayMax: 900 }

/**
 * A worker that is killed (`kill -9`, power) cannot give back what it had in hand. Every worker says every few seconds that it is
 * alive; what nobody has vouched for this long is given to another, instead of lying for the quarter of an hour that a job may take.
 */
const HEARTBEAT = { heartbeatSeconds: 10 }
const LOOK_FOR_LOST_SECONDS = 10

/** What failed for good waits this long for a person (seconds). */
const YEAR = 365 * 24 * 3600

export interface Jobs {
  /** Enqueues inside the act's own transaction: saved with it or not at all. */
  enqueue(tx: Tx, jobs: Job[]): Promise<void>
  /** Enqueues what follows from work under way; there a repeated job is harmless, so no transaction is needed. */
  send(jobs: Job[]): Promise<void>
  /** Declares a queue and its worker. The handler throws to be tried again; it must be safe to run twice. */
  work(queue: string, handler: (data: Record<string, unknown>) => Promise<void>): void
  /** Makes the queues known to the database, without working on them. */
  prepare(): Promise<void>
  /** Starts the workers that were declared. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Puts what a queue failed at for good back into it; returns how many. */
  takeBackFailed(queue: string): Promise<number>
}

/** Creates the job tables; needs the owner's sign-in, once per start. The application's role may then use them. */
export async function installJobs(ownerUrl: string, appRole: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: 'jobs',
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const role = pg.escapeIdentifier(appRole)
    await client.query(`grant usage, create on schema jobs to ${role}`)
    await client.query(`grant select, insert, update, delete on all tables in schema jobs to ${role}`)
    await client.query(`grant execute on all functions in schema jobs to ${role}`)
  } finally {
    await client.end()
  }
}

const names = new Map<string, string>()

/** The name under which a connection keeps the plan of one of the queue library's statements. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `boss-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
  names.set(text, name)
  return name
}

export function createJobs(url: string, onError: (error: Error) => void, pollSeconds = 2): Jobs {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: LOOK_FOR_LOST_SECONDS,
    monitorIntervalSeconds: LOOK_FOR_LOST_SECONDS,
    max: 4,
  })
  boss.on('error', onError)
  const handlers = new Map<string, (data: Record<string, unknown>) => Promise<void>>()
  const workers = new Map<string, string>()
  let prepared: Promise<void> | null = null
  let booted: Promise<unknown> | null = null
  const boot = () => {
    booted ??= boss.start()
    return booted
  }

  const prepare = () => {
    prepared ??= (async () => {
      await boot()
      const known = new Map((await boss.getQueues()).map((q) => [q.name, q]))
      for (const queue of handlers.keys()) {
        const rules = { ...RETRIES, ...HEARTBEAT, deadLetter: `${queue}.failed` }
        const before = known.get(queue)
        if (!before) {
          await boss.createQueue(`${queue}.failed`, { retentionSeconds: YEAR })
          await boss.createQueue(queue, { ...rules, policy: 'standard' })
        } else if (
          before.heartbeatSeconds !== rules.heartbeatSeconds ||
          before.retryLimit !== rules.retryLimit
        ) {
          // A queue of an earlier version: creating it again would leave its rules as they were.
          await boss.updateQueue(queue, rules)
        }
      }
    })()
    return prepared
  }

  const insert = async (
    jobs: Job[],
    db?: { executeSql(text: string, values?: unknown[]): Promise<{ rows: object[] }> },
  ) => {
    for (const [queue, list] of Map.groupBy(jobs, (j) => j.queue)) {
      const rows = list.map((j) => ({ data: j.data, ...(j.startAfter ? { startAfter: j.startAfter } : {}) }))
      await boss.insert(queue, rows, db ? { db } : {})
    }
  }

  /** Work of this process's own starts at once; other processes find it when they next look. */
  const wake = (jobs: Job[]) => {
    for (const { queue } of jobs) {
      const worker = workers.get(queue)
      if (worker) boss.notifyWorker(worker)
    }
  }

  return {
    async enqueue(tx, jobs) {
      if (jobs.length === 0) return
      await insert(jobs, {
        // The same few texts for every act: prepared, the database plans each of them once a connection.
        executeSql: async (text, values) => ({ rows: await tx.prepared(nameOf(text), text, values ?? []) }),
      })
      tx.afterCommit(() => wake(jobs))
    },
    async send(jobs) {
      await insert(jobs)
      wake(jobs)
    },
    work(queue, handler) {
      if (handlers.has(queue)) throw new Error(`queue ${queue} has a worker already`)
      handlers.set(queue, handler)
    },
    prepare,
    async start() {
      await prepare()
      for (const [queue, handler] of handlers) {
        const worker = await boss.work<Record<string, unknown>>(
          queue,
          { batchSize: 1, pollingIntervalSeconds: pollSeconds },
          async (batch) => {
            for (const job of batch) await handler(job.data)
          },
        )
        workers.set(queue, worker)
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000 })
    },
    async takeBackFailed(queue) {
      await boot()
      let taken = 0
      for (;;) {
        const some = await boss.redrive(`${queue}.failed`)
        taken += some
        if (some === 0) return taken
      }
    },
  }
}
