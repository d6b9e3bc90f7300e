import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { storable } from '../../src/platform/storable.ts'
import { createWeb, type Web } from '../../src/platform/web.ts'

let open: Web
let laptop: Web
before(async () => {
  const site = async (publicUrl: string) => {
    const web = await createWeb({
      logLevel: 'silent',
      publicUrl: () => publicUrl,
      errorPage: (_request, status, refusal, code) => `${status} ${refusal.sentence} ${code}`,
    })
    web.post('/act', async (request) => ({ done: true, body: request.body }))
    web.get('/broken', async () => {
      throw new Error('password=secret at /some/path')
    })
    return web
  }
  open = await site('https://rongban.example')
  laptop = await site('http://localhost:3000')
})
after(async () => {
  await open.close()
  await laptop.close()
})

const posted = async (web: Web, headers: Record<string, string>) =>
  (await web.inject({ method: 'POST', url: '/act', headers, payload: {} })).statusCode

test('a form of another site does nothing in the name of whoever is signed in here', async () => {
  assert.equal(await posted(open, { origin: 'https://rongban.example' }), 200)
  for (const origin of [
    'https://elsewhere.example',
    'https://rongban.example.elsewhere.example',
    'https://rongban.example:8443',
    'http://rongban.example',
    'null',
    'rongban.example',
  ])
    assert.equal(await posted(open, { origin, host: 'rongban.example' }), 403, origin)
  // A browser that keeps the origin to itself still says from where it comes.
  assert.equal(await posted(open, { 'sec-fetch-site': 'cross-site' }), 403)
  assert.equal(await posted(open, { 'sec-fetch-site': 'same-site' }), 403)
  assert.equal(await posted(open, { 'sec-fetch-site': 'same-origin' }), 200)
})

test('an address of the proxy’s neighbourhood is not taken for ours, whatever it forwards', async () => {
  const origin = 'https://elsewhere.example'
  assert.equal(await posted(open, { origin, 'x-forwarded-host': 'elsewhere.example' }), 403)
})

test('on a laptop the platform answers under each of its own names, and to no other site', async () => {
  assert.equal(await posted(laptop, { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }), 200)
  assert.equal(await posted(laptop, { origin: 'http://localhost:4000', host: 'localhost:3000' }), 403)
})

test('a body that is too big, broken or of an unknown kind is refused in words', async () => {
  const ask = (payload: string, type: string) =>
    open.inject({ method: 'POST', url: '/act', headers: { 'content-type': type }, payload })
  const big = await ask(`a=${'x'.repeat(3_000_000)}`, 'application/x-www-form-urlencoded')
  assert.deepEqual([big.statusCode, /太大/.test(big.body)], [413, true])
  assert.equal((await ask('{', 'application/json')).statusCode, 400)
  assert.equal((await ask('{"__proto__":{"x":1}}', 'application/json')).statusCode, 400)
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  assert.equal((await ask(deep, 'application/json')).statusCode, 400)
  assert.equal((await ask('<a/>', 'application/xml')).statusCode, 415)
})

test('a fault of ours shows a code to report and nothing of the inside', async () => {
  const answer = await open.inject({ url: '/broken' })
  assert.equal(answer.statusCode, 500)
  assert.match(answer.body, /[0-9A-F]{4}-[0-9A-F]{4}/)
  assert.doesNotMatch(answer.body, /secret|some\/path/)
})

test('text is read without what no database keeps; bytes and streams are left alone', () => {
  assert.deepEqual(storable({ a: 'x\0y', b: ['\ud800z', { c: '好\0' }], d: 1, e: null }), {
    a: 'xy',
    b: ['�z', { c: '好' }],
    d: 1,
    e: null,
  })
  assert.deepEqual(storable({ 'k\0': { '\ud800': 1 } }), { k: { '�': 1 } })
  const bytes = Buffer.from('a\0b')
  assert.equal(storable(bytes), bytes)
  assert.equal(bytes.length, 3)
})
