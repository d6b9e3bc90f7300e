import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { loadWorld } from '../../../seeds/world.ts'
import type { ItemVersion } from '../../catalogue/index.ts'
import { createHistory } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'
import { createJobs } from '../../platform/jobs.ts'
import { done } from '../../platform/refusal.ts'
import { type TestDatabase, testDatabase, testWeb } from '../../platform/testing.ts'
import type { Web } from '../../platform/web.ts'
import { officialCalendar } from '../../regulation/index.ts'
import { drawDossierNumber, submit } from '../acts/submit.ts'
import { readDossier } from '../store.ts'
import type { DossierRecord } from './contract.ts'
import { registerDeskApi } from './index.ts'
import type { WorklistCounts, WorklistPage } from './worklist-contract.ts'

const NOW = new Date('2026-10-13T14:20:00+08:00')
const FILE = randomUUID()
const STRAY = randomUUID()
const [OWN, OTHER] = ['tj-wjw', 'gl-scjg']

let database: TestDatabase
let web: Web
let session: Staff | null = null
let own: string
let foreign: string

/** An officer of the sample world; `trained: false` stands for one whose training is not registered yet. */
async function officer(organId: string, post: string, trained = true): Promise<Staff> {
  const [row] = await database.db.query<Omit<Staff, 'posts'>>(
    `select s.staff_id as "staffId", s.name, s.organ_id as "organId", o.name as "organName"
       from identity.staff s join identity.organ o using (organ_id) join identity.post_holding p using (staff_id)
      where p.post = $2 and (s.organ_id = $1 or $1 = '') limit 1`,
    [organId, post],
  )
  assert.ok(row, `${organId} has no ${post}`)
  return { ...row, posts: [{ post: post as 'window', trainedOn: trained ? '2026-03-02' : null }] }
}

async function file(organId: string, name: string, at: string): Promise<string> {
  const deps = caseworkDeps()
  const [row] = await database.db.query<{
    item_id: string
    version: number
    content: ItemVersion['content']
  }>(
    `select i.item_id, v.version, v.content from catalogue.item i
       join catalogue.item_version v on v.item_id = i.item_id and v.version = i.published_version
      where i.organ_id = $1 limit 1`,
    [organId],
  )
  assert.ok(row)
  const item: ItemVersion = {
    itemId: row.item_id,
    version: row.version,
    status: 'published',
    publishedAt: null,
    content: row.content,
  }
  const now = new Date(at)
  const dossierId = randomUUID()
  const number = await drawDossierNumber(deps, item, now)
  const applicant = {
    accountId: randomUUID(),
    kind: 'natural-person',
    name,
    idKind: 'resident-id',
    idMasked: '999999****0018',
    phoneMasked: '154****0021',
  }
  const materials = row.content.materials.map((m) => ({
    materialKey: m.key,
    name: m.name,
    source: 'upload' as const,
    fileId: FILE,
    fileName: '扫描件.pdf',
    licence: null,
  }))
  await database.db.transaction((tx) =>
    submit(
      deps,
      tx,
      { dossierId, number, item, applicant, answers: {}, materials, channel: 'web', delivery: {} },
      now,
    ),
  )
  return dossierId
}

function caseworkDeps() {
  const jobs = createJobs(database.appUrl, () => {})
  return {
    db: database.db,
    jobs,
    history: createHistory(jobs),
    calendar: officialCalendar,
    queryCodeKey: randomBytes(32),
  }
}

before(async () => {
  database = await testDatabase()
  await loadWorld(database.ownerUrl, new Date('2026-09-01T09:00:00+08:00'))
  own = await file(OWN, '林示例', '2026-10-12T10:00:00+08:00')
  foreign = await file(OTHER, '陈示例', '2026-10-12T11:00:00+08:00')
  await file(OWN, '榕示茶铺', '2026-09-29T10:00:00+08:00')
  web = await testWeb()
  registerDeskApi(web, {
    ...caseworkDeps(),
    clock: { now: () => NOW },
    deskSession: async () => session && { staff: session },
    files: {
      notes: async (_db, ids) => new Map(ids.map((id) => [id, { mediaType: 'application/pdf' }])),
      open: async () => ({
        stream: Readable.from(['%PDF-1.7']),
        mediaType: 'application/pdf',
        name: '扫描件.pdf',
        size: 8,
      }),
    },
    drawCorrection: async (_dossier, _staff, demands) => done(Buffer.from(`%PDF ${demands.length}`)),
  })
})

after(async () => {
  await web.close()
  await database.close()
})

async function get<T>(url: string): Promise<{ status: number; body: T }> {
  const answer = await web.inject({ method: 'GET', url })
  return { status: answer.statusCode, body: answer.json() as T }
}

async function post(
  url: string,
  payload: object,
): Promise<{ status: number; body: { refusal?: { name: string } } }> {
  const answer = await web.inject({ method: 'POST', url, payload })
  return { status: answer.statusCode, body: answer.json() as { refusal?: { name: string } } }
}

const ROUTES = () => [
  '/api/worklist',
  '/api/worklist/counts',
  `/api/dossiers/${own}`,
  `/api/dossiers/${own}/files/${FILE}`,
  `/api/dossiers/${own}/papers/1`,
  `/api/dossiers/${own}/correction-preview?answerDays=15`,
]

test('without a session every address of the desk says to sign in', async () => {
  session = null
  for (const url of ROUTES()) assert.equal((await get(url)).status, 401, url)
  const accept = await post(`/api/dossiers/${own}/acceptance`, { key: randomUUID(), version: 1 })
  assert.equal(accept.status, 401)
})

test('an officer whose training is not registered sees no dossier, anywhere [Art. 5.1(1)]', async () => {
  session = await officer(OWN, 'window', false)
  for (const url of ROUTES()) assert.equal((await get(url)).status, 403, url)
})

test('a clerk of the catalogue sees no dossier', async () => {
  session = await officer(OWN, 'clerk')
  for (const url of ROUTES()) assert.equal((await get(url)).status, 403, url)
})

test('the worklist and its counts hold the own organ only, the soonest due first', async () => {
  session = await officer(OWN, 'window')
  const list = await get<WorklistPage>('/api/worklist')
  assert.deepEqual(
    list.body.rows.map((r) => r.applicant),
    ['榕示茶铺', '林示例'],
  )
  assert.deepEqual(
    list.body.rows.map((r) => r.light),
    ['red', 'green'],
  )
  const { counts, red } = (await get<WorklistCounts>('/api/worklist/counts')).body
  assert.equal(counts.all, 2)
  assert.equal(counts.organ, 2)
  assert.equal(counts['red-yellow'], 1)
  assert.equal(red, 1)
})

test('what waits at the window is not on the examiner’s own list, but in the organ’s', async () => {
  session = await officer(OWN, 'examiner')
  assert.equal((await get<WorklistPage>('/api/worklist')).body.rows.length, 0)
  assert.equal((await get<WorklistPage>('/api/worklist?filter=organ')).body.rows.length, 2)
  const { counts, next } = (await get<WorklistCounts>('/api/worklist/counts')).body
  assert.equal(counts.all, 0)
  assert.equal(next?.holder, '受理岗')
})

test('a search finds by applicant and by the end of the number, within the own organ', async () => {
  session = await officer(OWN, 'window')
  const number = (await readDossier(database.db, own))!.number
  const byName = await get<WorklistPage>(`/api/worklist?q=${encodeURIComponent('林示')}`)
  const byNumber = await get<WorklistPage>(`/api/worklist?q=${number.slice(-8, -4)}-${number.slice(-4)}`)
  const foreignName = await get<WorklistPage>(`/api/worklist?filter=organ&q=${encodeURIComponent('陈示例')}`)
  assert.deepEqual(
    byName.body.rows.map((r) => r.dossierId),
    [own],
  )
  assert.ok(byNumber.body.rows.some((r) => r.dossierId === own))
  assert.equal(foreignName.body.rows.length, 0)
  const wild = await get<WorklistPage>(`/api/worklist?q=${encodeURIComponent('%')}`)
  assert.equal(wild.body.rows.length, 0, 'a percent sign is looked for as itself')
})

test('another organ’s dossier does not exist: record, file, paper, preview and acts', async () => {
  session = await officer(OWN, 'window')
  for (const url of [
    `/api/dossiers/${foreign}`,
    `/api/dossiers/${foreign}/files/${FILE}`,
    `/api/dossiers/${foreign}/papers/1`,
    `/api/dossiers/${foreign}/correction-preview?answerDays=15`,
  ])
    assert.equal((await get(url)).status, 404, url)
  const accept = await post(`/api/dossiers/${foreign}/acceptance`, { key: randomUUID(), version: 1 })
  assert.equal(accept.status, 404)
  assert.equal((await readDossier(database.db, foreign))!.version, 1)
})

test('a file is shown only through the dossier that it belongs to', async () => {
  session = await officer(OWN, 'window')
  const shown = await web.inject({ method: 'GET', url: `/api/dossiers/${own}/files/${FILE}` })
  assert.equal(shown.statusCode, 200)
  assert.equal(shown.headers['content-type'], 'application/pdf')
  assert.match(String(shown.headers['content-disposition']), /^inline/)
  assert.match(String(shown.headers['content-security-policy']), /default-src 'none'/)
  assert.equal((await get(`/api/dossiers/${own}/files/${STRAY}`)).status, 404)
})

test('a supervisor reads every organ’s dossiers and can do no act on them', async () => {
  session = await officer('', 'supervisor')
  assert.equal((await get<WorklistPage>('/api/worklist')).body.rows.length, 3)
  assert.equal((await get<WorklistCounts>('/api/worklist/counts')).body.counts.all, 3)
  const record = await get<DossierRecord>(`/api/dossiers/${foreign}`)
  assert.equal(record.status, 200)
  assert.deepEqual(record.body.acts, [])
  assert.equal(record.body.primary, null)
  const accept = await post(`/api/dossiers/${foreign}/acceptance`, { key: randomUUID(), version: 1 })
  assert.equal(accept.status, 404)
})

test('the record shows clocks, materials and the checks at the button that comes next [Art. 15.2]', async () => {
  session = await officer(OWN, 'window')
  const { body } = await get<DossierRecord>(`/api/dossiers/${own}`)
  assert.equal(body.primary, 'accept')
  assert.equal(body.clocks.governing.kind, 'acceptance')
  assert.ok(body.clocks.governing.why.length > 0)
  assert.ok(body.materials.every((m) => m.verdict === 'unseen' && m.mediaType === 'application/pdf'))
  const todo = body.checks.find((c) => c.act === 'accept' && c.state === 'todo')
  assert.equal(todo?.targets.length, body.materials.length)
  assert.ok(body.checks.some((c) => c.act === 'accept' && c.article === 15))
})

test('the record says when the newest SMS could not reach the applicant', async () => {
  session = await officer(OWN, 'window')
  const read = async () => (await get<DossierRecord>(`/api/dossiers/${own}`)).body.unsentSms
  assert.equal(await read(), null)
  const at = '2026-10-13T09:00:00.000Z'
  await database.db.query(
    `insert into messages.message (message_id, cause, dossier_id, phone_masked, text, written_at, refused_at, refusal)
     values (gen_random_uuid(), 'test:refused', $1, '', '有材料要补正。', $2, $2, 'no-phone')`,
    [own, at],
  )
  assert.deepEqual(await read(), { at, noPhone: true })
})

test('an act over HTTP: every material judged, accepted once though sent twice, a stale version is a conflict', async () => {
  session = await officer(OWN, 'window')
  const at = async () => (await get<DossierRecord>(`/api/dossiers/${own}`)).body
  const early = await post(`/api/dossiers/${own}/acceptance`, {
    key: randomUUID(),
    version: (await at()).version,
  })
  assert.equal(early.status, 422)
  assert.equal(early.body.refusal?.name, 'materials-open')
  for (const m of (await at()).materials) {
    const judged = await post(`/api/dossiers/${own}/material-verdicts`, {
      key: randomUUID(),
      version: (await at()).version,
      materialKey: m.key,
      verdict: 'ok',
    })
    assert.equal(judged.status, 200)
  }
  const seen = (await at()).version
  const key = randomUUID()
  assert.equal((await post(`/api/dossiers/${own}/acceptance`, { key, version: seen })).status, 200)
  assert.equal((await post(`/api/dossiers/${own}/acceptance`, { key, version: seen })).status, 200)
  const stale = await post(`/api/dossiers/${own}/pauses`, {
    key: randomUUID(),
    version: seen,
    kind: 'x',
    reason: 'x',
    basis: 'x',
  })
  assert.equal(stale.status, 409)
  const accepted = await at()
  assert.equal(accepted.status, 'accepted')
  assert.equal(accepted.timeline.filter((e) => e.type === 'dossier.accepted').length, 1)
  assert.equal(accepted.primary, null, 'the next step is another post’s')
})

test('a body that lacks what the act needs is refused with the field, before anything happens', async () => {
  session = await officer(OWN, 'window')
  const answer = await web.inject({
    method: 'POST',
    url: `/api/dossiers/${own}/corrections`,
    payload: { key: randomUUID(), version: 1, demands: [], answerDays: 15 },
  })
  assert.equal(answer.statusCode, 400)
  const { refusal } = answer.json() as { refusal: { field: string; sentence: string } }
  assert.equal(refusal.field, 'demands')
})
