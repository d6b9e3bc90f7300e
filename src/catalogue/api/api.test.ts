import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Staff } from '../../identity/index.ts'
import { testWeb } from '../../platform/testing.ts'
import type { Web } from '../../platform/web.ts'
import type { Finding } from '../gate/finding.ts'
import {
  type CatalogueWorld,
  catalogueWorld,
  checker,
  clerk,
  examiner,
  NOW,
  ORGAN,
  otherClerk,
  reformer,
  registrar,
  supervisor,
} from '../testing.ts'
import type { Filings, ItemList, ItemRecord } from './contract.ts'
import type { ChangeRecordAnswer, ChangeSummary } from './life-contract.ts'
import { registerCatalogueApi } from './routes.ts'
import type { Comparison, FieldHistory, GateRules, VersionList } from './versions-contract.ts'

let world: CatalogueWorld
let web: Web
const officers = new Map(
  [clerk, examiner, otherClerk, supervisor, checker, registrar, reformer].map((s) => [s.staffId, s]),
)
const submission = (revision = 1) => ({
  changeId: randomUUID(),
  kind: 'text',
  revision,
  effectiveOn: '2026-11-23',
})
const stops = (f: Finding) => f.severity === 'blocks'

before(async () => {
  world = await catalogueWorld()
  web = await testWeb()
  registerCatalogueApi(web, {
    ...world.deps,
    clock: { now: () => NOW },
    deskSession: async (request) => {
      const staff = officers.get(String(request.headers['x-officer'] ?? ''))
      return staff ? { staff } : null
    },
  })
  await web.ready()
})
after(async () => {
  await web.close()
  await world.close()
})

async function call<T>(staff: Staff | null, method: 'GET' | 'PUT' | 'POST', url: string, body?: object) {
  const headers = staff ? { 'x-officer': staff.staffId } : {}
  const answer = await web.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
  const json = answer.json()
  return {
    status: answer.statusCode,
    body: json as T,
    refusal: json.refusal as { name: string; sentence: string; field?: string; detail?: unknown },
  }
}

test('nobody without a session reads or writes an item', async () => {
  const id = await world.draft()
  const routes = [
    ['GET', '/api/items'],
    ['GET', `/api/items/${id}`],
    ['PUT', `/api/items/${id}/draft`, { patch: {}, revision: 1 }],
    ['GET', `/api/items/${id}/versions/1`],
    ['GET', `/api/items/${id}/versions`],
    ['GET', `/api/items/${id}/diff?from=1&to=1`],
    ['GET', `/api/items/${id}/field-history`],
    ['GET', '/api/gate-rules'],
    ['GET', '/api/filings'],
    ['POST', `/api/items/${id}/changes`, submission()],
    ['GET', `/api/items/${id}/impact`],
    ['GET', `/api/items/${id}/district-bodies`],
    ['GET', '/api/changes'],
    ['GET', '/api/changes/counts'],
    ['GET', `/api/changes/${randomUUID()}`],
    ['POST', `/api/changes/${randomUUID()}/check`, { turn: 1 }],
  ] as const
  for (const [method, url, body] of routes) {
    const { status, refusal } = await call(null, method, url, body)
    assert.deepEqual([status, refusal.name], [401, 'sign-in-needed'], url)
  }
})

test('an officer sees the items of their own department, a supervisor those of all', async () => {
  const id = await world.draft({ name: '只归一个部门的事项' })
  const url = `/api/items?q=${encodeURIComponent('只归一个部门')}`
  const own = await call<ItemList>(examiner, 'GET', url)
  assert.deepEqual([own.status, own.body.rows[0]?.itemId, own.body.counts.draft], [200, id, 1])
  assert.equal((await call<ItemList>(otherClerk, 'GET', url)).body.total, 0)
  assert.equal((await call(otherClerk, 'GET', `${url}&organ=${ORGAN.organId}`)).status, 403)
  assert.equal((await call<ItemList>(supervisor, 'GET', url)).body.total, 1)
  for (const path of [`/api/items/${id}`, `/api/items/${id}/versions/1`])
    assert.deepEqual(
      [(await call(otherClerk, 'GET', path)).status, (await call(supervisor, 'GET', path)).status],
      [404, 200],
      path,
    )
})

test('[Art. 7.1] a clerk fills in what a guide lacks and brings it into force over the API, seeing the findings at each step', async () => {
  const id = await world.draft({ conditions: [], steps: [] })
  const before = await call<ItemRecord>(clerk, 'GET', `/api/items/${id}`)
  assert.deepEqual(
    before.body.findings.filter(stops).map((f) => f.id),
    ['art7.conditions', 'art7.procedure'],
  )
  assert.deepEqual(before.body.mayEdit, { allowed: true, sentence: '' })
  const early = await call(clerk, 'POST', `/api/items/${id}/changes`, submission())
  assert.deepEqual([early.status, early.refusal.name], [422, 'guide-incomplete'])
  const { findings } = early.refusal.detail as { findings: Finding[] }
  assert.equal(findings.filter(stops).length, 2)

  const step = (key: string, name: string, phase: string, post: string) => ({
    key,
    name,
    phase,
    post,
    limit: { days: 1, unit: 'G' },
  })
  const patch = {
    conditions: ['有固定的经营场所'],
    steps: [
      step('a', '受理', 'accept', 'window'),
      step('b', '审查', 'examine', 'examiner'),
      step('c', '决定', 'decide', 'approver'),
    ],
  }
  const saved = await call<{ revision: number; findings: Finding[] }>(
    clerk,
    'PUT',
    `/api/items/${id}/draft`,
    { patch, revision: 1 },
  )
  assert.deepEqual([saved.status, saved.body.revision, saved.body.findings.filter(stops)], [200, 2, []])
  const stale = await call(clerk, 'PUT', `/api/items/${id}/draft`, {
    patch: { conditions: ['旧'] },
    revision: 1,
  })
  assert.deepEqual([stale.status, stale.refusal.name], [409, 'conflict'])
  const submitted = await call<ChangeSummary>(clerk, 'POST', `/api/items/${id}/changes`, submission(2))
  assert.deepEqual([submitted.status, submitted.body.state, submitted.body.kind], [200, 'checking', 'new'])
  const under = await call<ItemRecord>(clerk, 'GET', `/api/items/${id}`)
  assert.deepEqual([under.body.life.change?.state, under.body.mayEdit.allowed], ['checking', false])
  let { changeId, turn } = submitted.body
  for (const [officer, path, words] of [
    [checker, 'check', ''],
    [registrar, 'filing', ''],
    [reformer, 'decision', '示审改〔2026〕1 号（示例）'],
  ] as const) {
    const open = await call<ChangeRecordAnswer>(officer, 'GET', `/api/changes/${changeId}`)
    assert.equal(open.body.acts.filter((a) => a.allowed).length, 2, path)
    const signed = await call<ChangeSummary>(officer, 'POST', `/api/changes/${changeId}/${path}`, {
      turn,
      words,
    })
    assert.equal(signed.status, 200, path)
    turn = signed.body.turn
  }
  const after = await call<ItemRecord>(examiner, 'GET', `/api/items/${id}`)
  assert.deepEqual(
    [after.body.draft, after.body.published?.version, after.body.mayEdit.allowed, after.body.life.change],
    [null, 1, false, null],
  )
  const filed = await call<Filings>(supervisor, 'GET', '/api/filings')
  assert.deepEqual(
    [filed.body.rows[0]?.itemId, filed.body.rows[0]?.kind, filed.body.rows[0]?.filedBy],
    [id, 'new', '施册'],
  )
})

test('bad input is refused with the field and never a failure of ours', async () => {
  const id = await world.draft()
  const bad: [string, 'GET' | 'PUT' | 'POST', object?][] = [
    ['/api/items?page=0', 'GET'],
    ['/api/items?status=gone', 'GET'],
    ['/api/items/not-an-id', 'GET'],
    [`/api/items/${id}/versions/-1`, 'GET'],
    [`/api/items/${id}/draft`, 'PUT', { patch: {}, revision: 'x' }],
    [`/api/items/${id}/draft`, 'PUT', { patch: { steps: [{ key: 'a' }] }, revision: 1 }],
    [`/api/items/${id}/draft`, 'PUT', { patch: { organName: '改名' }, revision: 1 }],
    [`/api/items/${id}/changes`, 'POST', {}],
    [`/api/items/${id}/changes`, 'POST', { ...submission(), effectiveOn: '2026-11-31' }],
    [`/api/changes/${randomUUID()}/check`, 'POST', { turn: 0 }],
    ['/api/changes?filter=all', 'GET'],
  ]
  for (const [url, method, body] of bad) {
    const { status, refusal } = await call(clerk, method, url, body)
    assert.deepEqual([status, refusal.name], [400, 'invalid'], url)
  }
})

test('characters that no database keeps are left out, the rest is saved', async () => {
  const id = await world.draft()
  const patch = { conditions: ['一\u0000二\ud800三'] }
  assert.equal((await call(clerk, 'PUT', `/api/items/${id}/draft`, { patch, revision: 1 })).status, 200)
  const { body } = await call<ItemRecord>(clerk, 'GET', `/api/items/${id}`)
  assert.deepEqual(body.draft?.content.conditions, ['一二\ufffd三'])
  assert.equal((await call(clerk, 'GET', '/api/items?q=%00&organ=%00')).status, 403)
  assert.equal((await call(clerk, 'GET', '/api/items?q=%00')).status, 200)
  assert.equal((await call(supervisor, 'GET', '/api/items?organ=%00')).status, 200)
})

test('every route is described for other systems', () => {
  const { paths } = web.swagger() as { paths: Record<string, Record<string, { summary?: string }>> }
  const routes = Object.values(paths).flatMap((path) => Object.values(path))
  assert.ok(routes.length >= 16)
  assert.ok(routes.every((route) => route.summary))
})

test('two versions are compared over the API, and the table of rules is there to read', async () => {
  const id = await world.draft()
  await call(clerk, 'PUT', `/api/items/${id}/draft`, { patch: { summary: '改过的说明。' }, revision: 1 })
  const list = await call<VersionList>(clerk, 'GET', `/api/items/${id}/versions`)
  assert.deepEqual(
    list.body.versions.map((v) => [v.version, v.status]),
    [[1, 'draft']],
  )
  const same = await call<Comparison>(clerk, 'GET', `/api/items/${id}/diff?from=1&to=draft`)
  assert.deepEqual([same.status, same.body.sections], [200, []])
  assert.equal((await call(clerk, 'GET', `/api/items/${id}/diff?from=in-force&to=draft`)).status, 404)
  assert.equal((await call(otherClerk, 'GET', `/api/items/${id}/diff?from=1&to=1`)).status, 404)
  const history = await call<FieldHistory>(clerk, 'GET', `/api/items/${id}/field-history?path=summary`)
  assert.deepEqual(
    history.body.changes.map((c) => [c.label, c.after, c.by]),
    [['一句话说明', '改过的说明。', clerk.name]],
  )
  const { chapters } = (await call<GateRules>(clerk, 'GET', '/api/gate-rules')).body
  assert.ok(
    chapters.flatMap((c) => c.rules).some((r) => r.id === 'art13.demanded' && r.severity === 'blocks'),
  )
})
