import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createDocuments } from '../../documents/index.ts'
import type { Staff } from '../../identity/index.ts'
import { createJobs, type Jobs } from '../../platform/jobs.ts'
import { createWeb, type Web } from '../../platform/web.ts'
import { type DeskImportDeps, sweepImports } from '../import/acts.ts'
import { readJob } from '../import/job-store.ts'
import { readFileOf, takeNext } from '../import/run.ts'
import type { ItemContent } from '../item.ts'
import {
  type CatalogueWorld,
  catalogueWorld,
  clerk,
  examiner,
  guide,
  NOW,
  newClerk,
  ORGAN,
  OTHER_ORGAN,
  otherClerk,
  registrar,
} from '../testing.ts'
import { BASIC, TABLE_NAMES } from '../transfer/tables.ts'
import { toTables } from '../transfer/to-tables.ts'
import type { ExportProgressAnswer, ImportJobAnswer, ImportList, ImportRows } from './transfer-contract.ts'
import { registerTransferApi } from './transfer-routes.ts'

let world: CatalogueWorld
let web: Web
let jobs: Jobs
let deps: DeskImportDeps
let folder: string
const officers = new Map([clerk, newClerk, examiner, otherClerk, registrar].map((s) => [s.staffId, s]))

before(async () => {
  world = await catalogueWorld()
  folder = mkdtempSync(join(tmpdir(), 'rongban-transfer-'))
  const { files } = await createDocuments({ db: world.deps.db, dataDir: folder })
  jobs = createJobs(world.database.appUrl, () => {})
  // Declared and not started: the tests take the worker's steps themselves, one by one.
  jobs.work('catalogue-import', async () => {})
  await jobs.prepare()
  deps = { ...world.deps, jobs, files, now: () => NOW }
  web = await createWeb({
    logLevel: 'silent',
    publicUrl: () => 'http://localhost',
    errorPage: (_request, _status, refusal) => refusal.sentence,
  })
  registerTransferApi(web, {
    ...deps,
    deskSession: async (request) => {
      const staff = officers.get(String(request.headers['x-officer'] ?? ''))
      return staff ? { staff } : null
    },
  })
  await web.ready()
})
after(async () => {
  await web.close()
  await jobs.stop()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

function call(staff: Staff | null, method: 'GET' | 'POST', url: string, payload?: Buffer) {
  const headers = {
    ...(staff ? { 'x-officer': staff.staffId } : {}),
    ...(payload ? { 'content-type': 'application/octet-stream' } : {}),
  }
  return web.inject({ method, url, headers, ...(payload ? { payload } : {}) })
}

let serial = 100
/** An item of this organ under codes that nothing else has. */
function content(changes: Partial<ItemContent> = {}, organ: typeof ORGAN | typeof OTHER_ORGAN = ORGAN) {
  const basicCode = `3501${String(20000 + ++serial)}000`
  const implCode = `${organ.creditCode}4${basicCode}`
  return guide({ basicCode, implCode, organId: organ.organId, organName: organ.name, ...changes })
}

function fileOf(...items: ItemContent[]): Buffer {
  const tables = items.map((item) =>
    toTables({ itemId: randomUUID(), version: 1, state: '1', effectiveOn: null, content: item }, 'test', NOW),
  )
  return Buffer.from(
    JSON.stringify(Object.fromEntries(TABLE_NAMES.map((t) => [t, tables.flatMap((one) => one[t])]))),
  )
}

async function begun(staff: Staff, file: Buffer): Promise<string> {
  const answer = await call(staff, 'POST', '/api/imports?name=items.json', file)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json<{ jobId: string }>().jobId
}

/** What the worker does, until there is nothing more to do for now. */
async function work(jobId: string): Promise<void> {
  const job = (await readJob(world.deps.db, jobId))!
  if (job.state === 'reading')
    await readFileOf(
      deps,
      jobId,
      {
        name: job.fileName,
        size: job.fileSize,
        stream: (part) => deps.files.open(job.fileId!, part),
      },
      deps.now,
    )
  while (await takeNext(deps, jobId, NOW));
}

const jobAs = async (staff: Staff, jobId: string) =>
  (await call(staff, 'GET', `/api/imports/${jobId}`)).json<ImportJobAnswer>()

test('only the trained clerk of a department and the registrar import and export, the clerk for the own department', async () => {
  const file = fileOf(content())
  for (const [staff, status] of [
    [null, 401],
    [examiner, 403],
    [newClerk, 403],
  ] as const) {
    for (const answer of [
      await call(staff, 'GET', '/api/imports'),
      await call(staff, 'POST', '/api/imports?name=a.json', file),
      await call(staff, 'GET', '/api/exports/file?format=json'),
    ])
      assert.equal(answer.statusCode, status, answer.body)
  }
  const jobId = await begun(clerk, file)
  for (const path of ['', '/rows', '/report'])
    assert.equal((await call(otherClerk, 'GET', `/api/imports/${jobId}${path}`)).statusCode, 404, path)
  assert.equal((await call(otherClerk, 'POST', `/api/imports/${jobId}/cancellation`)).statusCode, 404)
  const lists = [otherClerk, registrar].map(
    async (s) => (await call(s, 'GET', '/api/imports')).json<ImportList>().jobs.length,
  )
  assert.deepEqual(await Promise.all(lists), [0, 1])
  const foreign = await call(clerk, 'GET', `/api/exports/file?format=json&organ=${OTHER_ORGAN.organId}`)
  assert.equal(foreign.statusCode, 403)
})

test('a dry run shows what would happen and writes nothing; the go writes drafts in the name of the officer, and nothing is published', async () => {
  const mine = content()
  const theirs = content({}, OTHER_ORGAN)
  const jobId = await begun(clerk, fileOf(mine, theirs, content({ promiseLimit: { days: 99, unit: 'G' } })))
  await work(jobId)
  const tried = await jobAs(clerk, jobId)
  assert.deepEqual([tried.state, tried.shape, tried.records], ['checked', 'national', 3])
  assert.deepEqual(tried.tried?.outcomes, { imported: 1, updated: 0, unchanged: 0, kept: 0, refused: 2 })
  const itemsOf = (code: string) =>
    world.deps.db.query<{ published_version: number | null; draft_version: number | null; item_id: string }>(
      'select item_id, published_version, draft_version from catalogue.item where impl_code = $1',
      [code],
    )
  assert.deepEqual(await itemsOf(mine.implCode), [])

  const refused = (await call(clerk, 'GET', `/api/imports/${jobId}/rows?outcome=refused`)).json<ImportRows>()
  assert.deepEqual(
    refused.rows.map((r) => r.faults.map((f) => `${f.field} ${f.reason}`)),
    [['dept_name other-organ'], ['promise_day promise-over-law']],
  )
  const one = (
    await call(
      clerk,
      'GET',
      `/api/imports/${jobId}/rows?fault=${encodeURIComponent('dept_name other-organ')}`,
    )
  ).json<ImportRows>()
  assert.deepEqual(
    one.rows.map((r) => r.no),
    [2],
  )

  assert.equal((await call(clerk, 'POST', `/api/imports/${jobId}/run`)).statusCode, 200)
  await work(jobId)
  const written = await jobAs(clerk, jobId)
  assert.deepEqual(
    [written.state, written.written?.changed, written.written?.outcomes.refused],
    ['done', 1, 2],
  )
  const [item] = await itemsOf(mine.implCode)
  assert.deepEqual([item?.published_version, item?.draft_version], [null, 1])
  const [event] = await world.deps.db.query<{ type: string; actor: { id: string } }>(
    'select type, actor from history.event where stream_id = $1',
    [`item:${item?.item_id}`],
  )
  assert.deepEqual([event?.type, event?.actor.id], ['item.imported', clerk.staffId])
  assert.equal((await call(clerk, 'POST', `/api/imports/${jobId}/run`)).statusCode, 200, 'pressed twice')
  await work(jobId)
  assert.equal((await jobAs(clerk, jobId)).written?.changed, 1)

  const again = await begun(clerk, fileOf(mine))
  await work(again)
  assert.deepEqual((await jobAs(clerk, again)).tried?.changed, 0)
})

test('an item that its clerk has in hand is kept, and the report says by whom', async () => {
  const mine = content()
  await world.draft({ basicCode: mine.basicCode, implCode: mine.implCode, summary: '正在改' })
  const jobId = await begun(clerk, fileOf(mine))
  await work(jobId)
  const { rows } = (await call(clerk, 'GET', `/api/imports/${jobId}/rows`)).json<ImportRows>()
  assert.deepEqual([rows[0]?.outcome, rows[0]?.faults[0]?.reason], ['kept', 'draft-in-hand'])
})

test('an import that is stopped writes nothing more, keeps what it wrote, and its file is gone', async () => {
  const jobId = await begun(clerk, fileOf(content(), content()))
  await work(jobId)
  const { fileId } = (await readJob(world.deps.db, jobId))!
  assert.equal((await call(clerk, 'POST', `/api/imports/${jobId}/cancellation`)).statusCode, 200)
  assert.equal((await call(clerk, 'POST', `/api/imports/${jobId}/run`)).statusCode, 409)
  assert.equal(await takeNext(deps, jobId, NOW), false)
  assert.deepEqual([(await jobAs(clerk, jobId)).state, await deps.files.find(fileId!)], ['cancelled', null])
})

test('a file that cannot be read ends its import with a sentence that says why', async () => {
  const jobId = await begun(clerk, Buffer.from('名称,编码\n'))
  await work(jobId)
  const job = await jobAs(clerk, jobId)
  assert.equal(job.state, 'failed')
  assert.match(job.refusal, /一条也没有导入/)
})

test('the report comes as CSV and as a workbook, one line a gap, and no cell of it is a formula', async () => {
  const jobId = await begun(clerk, fileOf(content({ name: '=HYPERLINK("x")', summary: '' })))
  await work(jobId)
  const csv = await call(clerk, 'GET', `/api/imports/${jobId}/report?format=csv`)
  assert.match(String(csv.headers['content-disposition']), /attachment/)
  assert.match(csv.body, /会?新收/)
  assert.doesNotMatch(csv.body, /(^|,)"?=HYPERLINK/m)
  const xlsx = await call(clerk, 'GET', `/api/imports/${jobId}/report?format=xlsx`)
  assert.equal(xlsx.rawPayload.subarray(0, 2).toString('latin1'), 'PK')
})

test('imports are forgotten after their days with files and reports', async () => {
  const jobId = await begun(clerk, fileOf(content()))
  const { fileId } = (await readJob(world.deps.db, jobId))!
  await sweepImports(deps, NOW)
  assert.ok(await readJob(world.deps.db, jobId), 'not older than its days')
  await sweepImports(deps, new Date(NOW.getTime() + 1))
  assert.deepEqual([await readJob(world.deps.db, jobId), await deps.files.find(fileId!)], [null, null])
})

test('a clerk exports the own items alone; the registrar all', async () => {
  await world.draft()
  const exported = async (staff: Staff) => {
    const answer = await call(staff, 'GET', '/api/exports/file?format=json&which=newest')
    return answer.statusCode === 200
      ? new Set(answer.json<Record<string, { dept_name: string }[]>>()[BASIC]!.map((row) => row.dept_name))
      : answer.json<{ refusal: { name: string } }>().refusal.name
  }
  assert.deepEqual(await exported(clerk), new Set([ORGAN.name]))
  const watch = randomUUID()
  await call(clerk, 'GET', `/api/exports/file?format=csv&which=newest&watch=${watch}`)
  const seenBy = (staff: Staff) => call(staff, 'GET', `/api/exports/progress/${watch}`)
  const { done, items } = (await seenBy(clerk)).json<ExportProgressAnswer>()
  assert.ok(done === items && items > 0, 'who asked for it is told how far it has come')
  assert.equal((await seenBy(registrar)).statusCode, 404, 'nobody else is')
  assert.equal(await exported(otherClerk), 'empty')
  assert.deepEqual(await exported(registrar), new Set([ORGAN.name]))
})
