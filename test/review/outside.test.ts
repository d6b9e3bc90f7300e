/** What somebody who knows every address tries from outside, against the whole platform over HTTP. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { deskCookie, hallCookie, staffIdOf } from '../../src/identity/testing.ts'
import { LifeWorld } from '../life/world.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_BODY = { 'content-type': 'application/json' }
const TUS = { 'tus-resumable': '1.0.0' }

let world: LifeWorld
let dossierId: string
let itemId: string
let eatery: string
let low: string
let window: string
let untrained: string

before(async () => {
  world = await LifeWorld.begin()
  const { db } = world.database
  dossierId = await world.file()
  itemId = (await world.dossier(dossierId)).itemId
  const { accountId } = await world.dossier(dossierId)
  eatery = await hallCookie(db, accountId, 2, world.startedAt)
  low = await hallCookie(db, accountId, 1, world.startedAt)
  window = await deskCookie(db, 'staff-gl-scjg-window', world.startedAt)
  const staffId = await staffIdOf(db, 'staff-gl-scjg-examiner')
  untrained = await deskCookie(db, 'staff-gl-scjg-examiner', world.startedAt)
  await world.database.db.query('update identity.post_holding set trained_on = null where staff_id = $1', [
    staffId,
  ])
})
after(() => world?.end())

interface Asked {
  method?: string
  cookie?: string
  headers?: Record<string, string>
  body?: string
}

async function ask(path: string, { method = 'GET', cookie = '', headers = {}, body }: Asked = {}) {
  const answer = await fetch(world.url + path, {
    method,
    redirect: 'manual',
    headers: { accept: path.startsWith('/api/') ? 'application/json' : 'text/html', cookie, ...headers },
    ...(body === undefined ? {} : { body }),
  })
  return {
    status: answer.status,
    headers: answer.headers,
    location: answer.headers.get('location') ?? '',
    text: await answer.text(),
  }
}

const post = (path: string, cookie: string, body: string, headers: Record<string, string> = FORM) =>
  ask(path, { method: 'POST', cookie, headers, body })

async function newDraft(): Promise<string> {
  const begun = await ask(`/apply/${itemId}`, { cookie: eatery })
  return begun.location.split('?')[0]!
}

test('characters that no database keeps are never a failure of ours, in any address or form', async () => {
  const draft = await newDraft()
  const addresses: [string, string?][] = [
    ['/items/%00'],
    ['/items/a%00b'],
    ['/check/%00'],
    ['/search?q=%00'],
    ['/progress?number=%00'],
    ['/sign-in/callback?state=%00'],
    [`${draft}/materials/%00`, eatery],
    ['/my/dossiers/%00', eatery],
    ['/my/files/%00', eatery],
    ['/api/worklist?q=%00', window],
    ['/api/items?q=%00', window],
    [`/api/dossiers/${dossierId}/papers/99999999999999`, window],
  ]
  for (const [path, cookie = ''] of addresses)
    assert.ok((await ask(path, { cookie })).status < 500, `GET ${path}`)
  const typed = 'f-siteAddress=a%00b&f-contactPhone=1%00&f-managerId=%00'
  const broken = '{"f-siteAddress":"\\u0000x","f-projects":["\\ud800"]}'
  for (const path of [draft, `${draft}/autosave`, `${draft}/parked`]) {
    assert.ok((await post(path, eatery, typed)).status < 500, `POST ${path}`)
    assert.ok((await post(path, eatery, broken, JSON_BODY)).status < 500, `POST ${path} as JSON`)
  }
  assert.ok((await post('/progress', '', 'number=a%00b&code=x')).status < 500)
  const verdict = { key: randomUUID(), version: 1, materialKey: 'm1\0', verdict: 'fault', problem: 'a\0b' }
  const judged = await post(
    `/api/dossiers/${dossierId}/material-verdicts`,
    window,
    JSON.stringify(verdict),
    JSON_BODY,
  )
  assert.ok(judged.status < 500)
})

test('what is typed around such a character is kept', async () => {
  const draft = await newDraft()
  await post(draft, eatery, 'f-siteAddress=示例路%00 12 号')
  assert.match((await ask(draft, { cookie: eatery })).text, /示例路 12 号/)
})

test('[Art. 8.1(3)] who signs in anew at 初级 finds neither register facts nor licences in an old draft', async () => {
  const draft = await newDraft()
  const draftId = draft.split('/').at(-1)!
  const explained = /^\/level\?fn=apply-online&to=/
  for (const path of [draft, `${draft}/review`, `${draft}/materials/m1/licence`, `${draft}/deletion`]) {
    assert.notEqual((await ask(path, { cookie: eatery })).status, 404, path)
    assert.match((await ask(path, { cookie: low })).location, explained, path)
  }
  assert.equal((await ask(`${draft}/materials/m1`, { cookie: low })).status, 403)
  const upload = await ask(`/my/uploads/?draftId=${draftId}&materialKey=m3`, {
    method: 'POST',
    cookie: low,
    headers: { ...TUS, 'upload-length': '10' },
  })
  assert.equal(upload.status, 403)
  // What was typed meanwhile is kept all the same.
  assert.match((await post(draft, low, 'f-siteAddress=示例路 99 号&do=review')).location, explained)
  assert.match((await ask(draft, { cookie: eatery })).text, /示例路 99 号/)
})

test('one door’s session is nobody at the other door', async () => {
  const asHall = window.replace('rb_desk', 'rb_hall')
  const asDesk = eatery.replace('rb_hall', 'rb_desk')
  for (const path of ['/my', `/my/dossiers/${dossierId}`, `/my/dossiers/${dossierId}/papers/1`])
    assert.match((await ask(path, { cookie: asHall })).location, /^\/sign-in/, path)
  for (const path of ['/api/me', '/api/worklist', '/api/items', `/api/dossiers/${dossierId}`])
    assert.equal((await ask(path, { cookie: asDesk })).status, 401, path)
})

test('[Art. 5.1(1)] an officer without registered training reads no dossier and does no act', async () => {
  for (const path of [
    'worklist',
    'worklist/counts',
    `dossiers/${dossierId}`,
    `dossiers/${dossierId}/papers/1`,
  ])
    assert.equal((await ask(`/api/${path}`, { cookie: untrained })).status, 403, path)
  const { version } = await world.dossier(dossierId)
  const body = JSON.stringify({ key: randomUUID(), version, verdict: 'agree', text: '同意' })
  const act = await post(`/api/dossiers/${dossierId}/opinions`, untrained, body, JSON_BODY)
  assert.equal(act.status, 422)
  assert.equal((await world.dossier(dossierId)).version, version)
})

test('every page carries the rules that keep foreign scripts out, and no answer of the API may be kept', async () => {
  const pages = [
    '/',
    '/desk',
    '/nowhere',
    '/search?q=x',
    `/items/${itemId}`,
    '/check/nothing',
    '/sign-in/problem',
  ]
  for (const path of [...pages, '/my', `/my/dossiers/${dossierId}`]) {
    const { headers } = await ask(path, { cookie: eatery })
    assert.match(headers.get('content-security-policy') ?? '', /script-src 'self';/, path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
  }
  for (const path of ['worklist', 'worklist/counts', 'items', 'filings', `dossiers/${dossierId}`])
    assert.match(
      (await ask(`/api/${path}`, { cookie: window })).headers.get('cache-control') ?? '',
      /no-store/,
    )
})

test('an upload answers no other site, takes no override, and leads nowhere but into its folder', async () => {
  const draft = await newDraft()
  const created = await ask(`/my/uploads/?draftId=${draft.split('/').at(-1)}&materialKey=m3`, {
    method: 'POST',
    cookie: eatery,
    headers: { ...TUS, 'upload-length': '1000' },
  })
  assert.equal(created.status, 201)
  assert.equal(created.headers.get('access-control-allow-origin'), null)
  const at = created.location
  const chunk = { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
  const foreign = { ...chunk, origin: 'https://elsewhere.example' }
  assert.equal((await ask(at, { method: 'PATCH', cookie: eatery, headers: foreign, body: 'x' })).status, 403)
  const more = 'x'.repeat(2000)
  assert.equal((await ask(at, { method: 'PATCH', cookie: eatery, headers: chunk, body: more })).status, 413)
  const override = { ...TUS, 'x-http-method-override': 'DELETE' }
  assert.equal((await ask(at, { method: 'POST', cookie: eatery, headers: override })).status, 400)
  for (const trick of ['..%2f..%2fsecrets', 'uploads', '%00', `${at.split('/').at(-1)}.json`])
    assert.equal(
      (await ask(`/my/uploads/${trick}`, { method: 'DELETE', cookie: eatery, headers: TUS })).status,
      404,
      trick,
    )
  assert.equal((await ask(at, { method: 'HEAD', cookie: eatery, headers: TUS })).status, 200)
})

test('a key that a browser chose never stands in the way of what the platform does', async () => {
  const taken = await world.file()
  const answer = await post(`/my/dossiers/${taken}/withdrawal`, eatery, 'key=archive-packed&reason=x')
  assert.match(answer.location, /told=withdrawn/)
  await world.untilEvent(taken, 'dossier.archive-packed')
})

test('a key that comes again with another act is not taken as done', async () => {
  const key = randomUUID()
  const [first] = world.item.materials
  const judge = { key, materialKey: first!.key, verdict: 'ok' }
  await world.does('window', dossierId, 'material-verdicts', judge)
  await world.judgeAll(dossierId)
  await world.does('window', dossierId, 'acceptance', { key })
  assert.equal((await world.dossier(dossierId)).status, 'accepted')
})
