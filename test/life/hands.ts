import { createHmac } from 'node:crypto'
import { sandboxArchive } from '../../src/adapters/archive/index.ts'
import type { IdentityPort } from '../../src/adapters/identity/index.ts'
import { sandboxLicencePlatform } from '../../src/adapters/licence-platform/index.ts'
import { sandboxRegister } from '../../src/adapters/register/index.ts'
import { sandboxSms } from '../../src/adapters/sms/index.ts'
import { wireReactions } from '../../src/casework/index.ts'
import { createDocuments } from '../../src/documents/index.ts'
import { createHistory, type StoredEvent } from '../../src/history/index.ts'
import { createIdentity } from '../../src/identity/index.ts'
import { workOnMessages } from '../../src/messages/index.ts'
import { runningClock } from '../../src/platform/clock.ts'
import { createJobs, type Job, type Jobs } from '../../src/platform/jobs.ts'
import { loadSecrets } from '../../src/platform/secrets.ts'
import { officialCalendar } from '../../src/regulation/index.ts'
import type { LifeWorld } from './world.ts'

type Handler = (data: Record<string, unknown>) => Promise<void>

/**
 * A second pair of hands on the same database and files: the platform's own reactions, wired as `main.ts` wires them, but no
 * queue calls them. A test hands them an event as often as it likes, beside the workers of the running platform.
 */
export async function secondHands(world: LifeWorld) {
  const handlers = new Map<string, Handler>()
  const real = createJobs(world.database.appUrl, () => {})
  /** What follows from an event is caught here instead of being sent to the platform's workers. */
  const caught: Job[] = []
  const jobs: Jobs = {
    ...real,
    async send(list) {
      caught.push(...list)
    },
    work(queue, handler) {
      handlers.set(queue, handler)
      real.work(queue, handler)
    },
  }
  const { db } = world.database
  const clock = runningClock(world.startedAt)
  const secrets = loadSecrets(world.dataDir)
  const neighbour = { baseUrl: world.sandboxUrl, sharedKey: secrets.neighbourKey }
  const history = createHistory(jobs)
  const nobody = (): IdentityPort => {
    throw new Error('nobody signs in here')
  }
  const identity = createIdentity({
    db,
    history,
    clock,
    secrets,
    provider: nobody,
    publicUrl: () => world.url,
  })
  const deps = {
    db,
    jobs,
    history,
    identity,
    documents: await createDocuments({ db, dataDir: world.dataDir }),
    register: sandboxRegister(neighbour),
    licencePlatform: sandboxLicencePlatform(neighbour),
    archivePort: sandboxArchive(neighbour),
    calendar: officialCalendar,
    queryCodeKey: createHmac('sha256', secrets.blindKey).update('query-codes').digest(),
    publicUrl: world.url,
    now: () => clock.now(),
  }
  wireReactions(deps)
  workOnMessages({ db, jobs, identity, sms: sandboxSms(neighbour) }, deps.now)
  // What an act enqueues needs the queues to be known.
  await jobs.prepare()

  const deliver = async ({ queue, data }: Job): Promise<void> => {
    const handler = handlers.get(queue)
    if (!handler) throw new Error(`no worker on ${queue}`)
    // As the queue would hand it over: through JSON.
    await handler(JSON.parse(JSON.stringify(data)) as Record<string, unknown>)
  }
  return {
    deps,
    queues: [...handlers.keys()],
    /** Every job that these events cause, once more. */
    async jobsOf(events: StoredEvent[]): Promise<Job[]> {
      caught.length = 0
      for (const job of history.jobsFor(events)) await deliver(job)
      return [...caught]
    },
    deliver,
    close: () => jobs.stop(),
  }
}
