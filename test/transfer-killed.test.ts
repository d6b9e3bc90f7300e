/** An import whose process is killed goes on where it stopped, and nothing is there twice. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type ImportJob, insertJob, readJob } from '../src/catalogue/import/job-store.ts'
import { readFileOf, startWriting, takeNext } from '../src/catalogue/import/run.ts'
import { diskFile } from '../src/catalogue/import/source-file.ts'
import { type CatalogueWorld, catalogueWorld, guide, NOW, ORGAN } from '../src/catalogue/testing.ts'
import { TABLE_NAMES } from '../src/catalogue/transfer/tables.ts'
import { toTables } from '../src/catalogue/transfer/to-tables.ts'
import { verifyAll } from '../src/history/index.ts'

const ROOT = join(import.meta.dirname, '..')
const ITEMS = 800

let world: CatalogueWorld
let folder: string
let path: string
before(async () => {
  world = await catalogueWorld()
  folder = mkdtempSync(join(tmpdir(), 'rongban-killed-'))
  path = join(folder, 'items.json')
  const tables = Array.from({ length: ITEMS }, (_, i) => {
    const basicCode = `3501${String(30000 + i)}000`
    const content = guide({ basicCode, implCode: `${ORGAN.creditCode}4${basicCode}` })
    return toTables({ itemId: randomUUID(), version: 1, state: '1', effectiveOn: null, content }, 'test', NOW)
  })
  writeFileSync(
    path,
    JSON.stringify(Object.fromEntries(TABLE_NAMES.map((t) => [t, tables.flatMap((one) => one[t])]))),
  )
})
after(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The worker's steps in a process of its own. In the step after `whole` whole ones it stops before the commit, and says so. */
const WORKER = `
import { createHistory } from './src/history/index.ts'
import { openDatabase } from './src/platform/database.ts'
import { createJobs } from './src/platform/jobs.ts'
import { readFileOf, takeNext } from './src/catalogue/import/run.ts'
import { diskFile } from './src/catalogue/import/source-file.ts'
const [url, jobId, path, whole] = process.argv.slice(1)
const open = openDatabase(url)
let steps = 0
const transaction = (work) =>
  open.transaction(async (tx) => {
    const result = await work(tx)
    if (++steps > Number(whole)) {
      console.log('now')
      await new Promise(() => setInterval(() => {}, 1000))
    }
    return result
  })
const deps = { db: { ...open, transaction }, history: createHistory(createJobs(url, () => {})) }
const now = new Date(${NOW.getTime()})
await readFileOf(deps, jobId, await diskFile(path), () => now)
while (await takeNext(deps, jobId, now));
`

/** Runs the worker and kills it, as a power cut would, in the midst of the step after these. */
function killedAfter(whole: number, jobId: string): Promise<NodeJS.Signals | null> {
  const run = ['--import', './src/platform/tsx.ts', '--input-type=module', '--eval', WORKER]
  const child = spawn(process.execPath, [...run, world.database.appUrl, jobId, path, String(whole)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.on('data', () => child.kill('SIGKILL'))
  return new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)))
}

test('an import killed while it reads, while it tries and while it writes is finished by another process, each item once', async () => {
  const { deps } = world
  const jobId = randomUUID()
  await insertJob(deps.db, {
    jobId,
    staffId: 't1',
    staffName: '许文',
    organId: ORGAN.organId,
    toOrgan: null,
    fileId: null,
    fileName: 'items.json',
    fileSize: 1,
    createdAt: NOW,
  })
  const job = async (): Promise<ImportJob> => (await readJob(deps.db, jobId))!

  assert.equal(await killedAfter(2, jobId), 'SIGKILL')
  const reading = await job()
  assert.equal(reading.state, 'reading')
  assert.ok(reading.rowsRead > 0, 'it has a place to go on from')

  await readFileOf(deps, jobId, await diskFile(path), () => NOW)
  assert.deepEqual([(await job()).state, (await job()).records], ['checking', ITEMS])
  assert.equal(await killedAfter(2, jobId), 'SIGKILL')
  const checking = await job()
  assert.ok(checking.state === 'checking' && checking.atRecord > 0 && checking.atRecord < ITEMS)
  while (await takeNext(deps, jobId, NOW));
  assert.deepEqual(
    [(await job()).state, (await job()).tried?.outcomes.imported, (await job()).tried?.total],
    ['checked', ITEMS, ITEMS],
  )

  await deps.db.transaction(async (tx) => startWriting(tx, await job(), NOW))
  assert.equal(await killedAfter(2, jobId), 'SIGKILL')
  const importing = await job()
  assert.ok(importing.state === 'importing' && importing.atRecord > 0 && importing.atRecord < ITEMS)
  while (await takeNext(deps, jobId, NOW));
  const done = await job()
  assert.deepEqual([done.state, done.written?.changed], ['done', ITEMS])

  const [count] = await deps.db.query<{ items: number; events: number }>(
    `select (select count(*) from catalogue.item) as items,
            (select count(*) from history.event where type = 'item.imported') as events`,
  )
  assert.deepEqual(count, { items: ITEMS, events: ITEMS })
  assert.equal((await verifyAll(deps.db)).broken, null)
})
