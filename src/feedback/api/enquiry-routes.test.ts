import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Staff } from '../../identity/index.ts'
import { createWeb, type Web } from '../../platform/web.ts'
import { ask } from '../acts/ask.ts'
import {
  checker,
  enquiryWorld,
  examiner,
  MONDAY,
  newClerk,
  ORGAN,
  OTHER_ORGAN,
  otherClerk,
} from '../testing.ts'
import type { EnquiryPage, EnquiryRecord } from './enquiry-contract.ts'
import { registerEnquiryApi } from './enquiry-routes.ts'

let world: Awaited<ReturnType<typeof enquiryWorld>>
let web: Web
let staff: Staff | null = null
before(async () => {
  world = await enquiryWorld()
  web = await createWeb({ logLevel: 'silent', publicUrl: () => 'http://localhost', errorPage: () => '' })
  const deskSession = async () => staff && { staff }
  registerEnquiryApi(web, { ...world.deps, clock: { now: () => MONDAY }, deskSession })
  await web.ready()
})
after(async () => {
  await web.close()
  await world.close()
})

async function asked() {
  const done = await ask(world.deps, world.question(), MONDAY)
  assert.ok(done.ok)
  return done.value.enquiryId
}
const as = async (who: Staff | null, url: string, payload?: object) => {
  staff = who
  return web.inject({ url, ...(payload ? { method: 'POST' as const, payload } : {}) })
}
const answerTo = (version = 1) => ({ key: randomUUID(), version, text: '可以先申请。', publish: null })

const ACTS: [string, object][] = [
  ['answers', answerTo()],
  ['passing-on', { key: randomUUID(), version: 1, organId: OTHER_ORGAN.organId, reason: '归它管' }],
  ['extension', { key: randomUUID(), version: 1, reason: '要查' }],
  ['publication', { question: '能先申请吗？', answer: '可以。' }],
  ['withdrawal', { no: 2 }],
]

test('nobody reads or answers questions without a sign-in', async () => {
  const id = await asked()
  for (const path of ['', '/counts', `/${id}`])
    assert.equal((await as(null, `/api/enquiries${path}`)).statusCode, 401)
  for (const [noun, body] of ACTS)
    assert.equal((await as(null, `/api/enquiries/${id}/${noun}`, body)).statusCode, 401, noun)
})

test('[Art. 5.1(1)] neither who is not trained nor who has no post of answering reads or answers', async () => {
  const id = await asked()
  for (const who of [newClerk, checker]) {
    for (const path of ['', '/counts', `/${id}`])
      assert.equal((await as(who, `/api/enquiries${path}`)).statusCode, 403)
    for (const [noun, body] of ACTS)
      assert.equal((await as(who, `/api/enquiries/${id}/${noun}`, body)).statusCode, 403, noun)
  }
})

test('to another department a question does not exist, whatever it tries', async () => {
  const id = await asked()
  assert.equal((await as(otherClerk, `/api/enquiries/${id}`)).statusCode, 404)
  const list = (await as(otherClerk, '/api/enquiries')).json<EnquiryPage>()
  assert.ok(list.rows.every((row) => row.enquiryId !== id))
  for (const [noun, body] of ACTS)
    assert.equal((await as(otherClerk, `/api/enquiries/${id}/${noun}`, body)).statusCode, 404, noun)
  assert.equal((await as(examiner, `/api/enquiries/${id}`)).json<EnquiryRecord>().version, 1)
})

test('the department reads the question with its guide, answers it, and who comes second gets a conflict', async () => {
  const id = await asked()
  const record = (await as(examiner, `/api/enquiries/${id}`)).json<EnquiryRecord>()
  assert.equal(record.guide?.name, '食品经营许可（新办）')
  assert.equal(record.mayPublish, true)
  assert.ok(record.bodies.every((body) => body.organId !== ORGAN.organId))
  assert.equal((await as(examiner, `/api/enquiries/${id}/answers`, answerTo())).statusCode, 200)
  const second = await as({ ...examiner, staffId: 't7' }, `/api/enquiries/${id}/answers`, answerTo())
  assert.equal(second.statusCode, 409)
  assert.match(second.json<{ refusal: { sentence: string } }>().refusal.sentence, /写的内容保留在下面/)
})

test('a page beyond what is there is empty, and a wrong filter is refused', async () => {
  assert.deepEqual((await as(examiner, '/api/enquiries?page=400')).json<EnquiryPage>().rows, [])
  assert.equal((await as(examiner, '/api/enquiries?filter=all')).statusCode, 400)
})
