import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import type { Staff } from '../../identity/index.ts'
import { testWeb } from '../../platform/testing.ts'
import type { Web } from '../../platform/web.ts'
import { agreed, directoryWorld, entryNamed, reformer } from '../directory/testing.ts'
import { clerk, examiner, NOW, ORGAN, OTHER_ORGAN, otherClerk } from '../testing.ts'
import { registerDirectoryApi } from './directory-routes.ts'

let world: Awaited<ReturnType<typeof directoryWorld>>
let web: Web
let signedIn: Staff | null
before(async () => {
  world = await directoryWorld()
  web = await testWeb()
  registerDirectoryApi(web, {
    ...world.deps,
    clock: { now: () => NOW },
    deskSession: async () => (signedIn ? { staff: signedIn } : null),
  })
  await web.ready()
})
beforeEach(() => {
  signedIn = clerk
})
after(async () => {
  await web.close()
  await world.close()
})

const get = async (url: string) => (await web.inject({ url })).json()
const post = (url: string, payload: object) => web.inject({ method: 'POST', url, payload })
const proposal = (name: string) => ({
  proposalId: randomUUID(),
  operation: 'add',
  codes: [],
  results: [entryNamed(name, { bodies: [ORGAN.organId, OTHER_ORGAN.organId] })],
  reason: '法律新设',
})

test('only the figure and the centres are open to everybody; the rest asks for a sign-in', async () => {
  signedIn = null
  for (const url of [
    '/api/directory',
    '/api/directory/entries/350190001000',
    '/api/directory/proposals',
    '/api/directory/todos',
    '/api/directory/addable',
    '/api/directory/bodies',
  ])
    assert.equal((await web.inject({ url })).statusCode, 401, url)
  for (const [url, body] of [
    ['/api/directory/proposals', proposal('示例夜')],
    [`/api/directory/proposals/${randomUUID()}/decision`, agreed],
    [`/api/directory/exceptions/${randomUUID()}/end`, { reason: '改造完成' }],
    ['/api/items', { basicCode: '350190001000', itemId: randomUUID() }],
    [`/api/items/${randomUUID()}/basics`, { revision: 0 }],
  ] as const)
    assert.equal((await post(url, body)).statusCode, 401, url)
  for (const url of ['/api/directory/figure', '/api/centres'])
    assert.equal((await web.inject({ url })).statusCode, 200, url)
})

test('from the proposal over the decision to an item of the department, by the API alone', async () => {
  const asked = proposal('示例接口')
  assert.equal((await post('/api/directory/proposals', asked)).statusCode, 200)
  assert.equal((await post('/api/directory/proposals', asked)).statusCode, 200, 'the same press again')
  assert.equal((await post(`/api/directory/proposals/${asked.proposalId}/decision`, agreed)).statusCode, 403)
  signedIn = reformer
  const queue = await get('/api/directory/proposals?status=open')
  assert.equal(queue.mayDecide, true)
  assert.equal(queue.rows.filter((p: { proposalId: string }) => p.proposalId === asked.proposalId).length, 1)
  const decided = await post(`/api/directory/proposals/${asked.proposalId}/decision`, agreed)
  const [basicCode] = decided.json().codes
  const again = await post(`/api/directory/proposals/${asked.proposalId}/decision`, agreed)
  assert.deepEqual([again.statusCode, again.json().refusal.name], [409, 'conflict'])
  signedIn = clerk
  const [offered] = (await get('/api/directory/addable?q=示例接口')).rows
  assert.deepEqual([offered.basicCode, offered.expected], [basicCode, true])
  const made = await post('/api/items', { basicCode, itemId: randomUUID() })
  assert.equal(made.json().implCode, `${ORGAN.creditCode}4${basicCode}`)
  const record = await get(`/api/directory/entries/${basicCode}`)
  assert.deepEqual(
    record.placed.map((p: { placement: string }) => p.placement),
    ['missing', 'missing'],
  )
  assert.deepEqual(record.may, { propose: true, recordExceptions: false, addItem: true })
})

test('a department sees its own proposals and to-dos, and a refusal names the field', async () => {
  const asked = proposal('示例他人')
  await post('/api/directory/proposals', asked)
  signedIn = otherClerk
  const { rows } = await get('/api/directory/proposals')
  assert.deepEqual(
    rows.filter((p: { proposalId: string }) => p.proposalId === asked.proposalId),
    [],
  )
  assert.deepEqual((await get('/api/directory/todos')).rows, [])
  const bad = await post('/api/directory/proposals', { ...proposal('示例无据'), reason: '' })
  assert.deepEqual([bad.statusCode, bad.json().refusal.field], [400, 'reason'])
  signedIn = examiner
  assert.equal((await post('/api/directory/proposals', proposal('示例审'))).statusCode, 403)
  const unknown = await post('/api/items', { basicCode: 'x', itemId: randomUUID() })
  assert.equal(unknown.statusCode, 400)
})

test('the list searches and filters by code, law, state and own body', async () => {
  const [code] = await world.carried({ results: [entryNamed('示例可找的')] })
  const found = async (query: string) =>
    (await get(`/api/directory?${query}`)).rows.map((r: { basicCode: string }) => r.basicCode)
  assert.deepEqual(await found('q=可找的'), [code])
  assert.deepEqual(await found(`q=${code}`), [code])
  assert.ok((await found('q=示例法&mine=yes')).includes(code))
  assert.deepEqual(await found('q=可找的&state=cancelled'), [])
  assert.deepEqual(await found('q=100%25_'), [])
  signedIn = otherClerk
  assert.deepEqual(await found('q=可找的&mine=yes'), [])
})
