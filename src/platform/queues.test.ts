import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createJobs, type Jobs } from './jobs.ts'
import { busyQueues, tryAgain } from './queues.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

let database: TestDatabase
let jobs: Jobs
const done: unknown[] = []
let neighbour: 'down' | 'up' = 'down'
let handled: () => void = () => {}

before(async () => {
  database = await testDatabase()
  jobs = createJobs(database.appUrl, () => {}, 0.5)
  jobs.work('parcel', async (data) => {
    if (neighbour === 'down') throw new Error('the neighbour is down')
    done.push(data['parcel'])
    handled()
  })
  await jobs.prepare()
})
after(async () => {
  await jobs.stop()
  await database.close()
})

/** As the queue looks when a day of trying has passed, or when the next try is a quarter of an hour off. */
async function failing(parcel: string, retryLimit: number): Promise<void> {
  await database.db.query(
    `update jobs.queue set retry_limit = $1, retry_delay = 600, retry_delay_max = 900 where name = 'parcel'`,
    [retryLimit],
  )
  await jobs.send([{ queue: 'parcel', data: { parcel } }])
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((look) => setTimeout(look, 50))
}

test('work that failed stands with its queue and its error, and is done when it is sent round again', async () => {
  assert.deepEqual(await busyQueues(database.db), [])
  await failing('for good', 0)
  await jobs.start()
  await until(async () => (await busyQueues(database.db)).some((q) => q.failed === 1))
  await failing('for now', 100)
  await until(async () => (await busyQueues(database.db)).some((q) => q.triedAgain === 1))

  const [parcel, ...others] = await busyQueues(database.db)
  assert.deepEqual(others, [])
  assert.ok(parcel)
  const { since, ...found } = parcel
  assert.deepEqual(found, {
    queue: 'parcel',
    waiting: 0,
    active: 0,
    triedAgain: 1,
    failed: 1,
    error: 'the neighbour is down',
  })
  assert.ok(since instanceof Date)

  neighbour = 'up'
  const both = new Promise<void>((all) => {
    handled = () => done.length === 2 && all()
  })
  assert.equal(await tryAgain(database.db, jobs, 'parcel'), 2)
  await both
  assert.deepEqual(done.sort(), ['for good', 'for now'])
  await until(async () => (await busyQueues(database.db)).length === 0)
  assert.equal(await tryAgain(database.db, jobs, 'parcel'), 0)
})
