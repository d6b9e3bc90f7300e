import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Staff } from '../../identity/index.ts'
import { testWeb } from '../../platform/testing.ts'
import type { Web } from '../../platform/web.ts'
import { type CatalogueWorld, catalogueWorld, clerk, NOW, reformer, registrar } from '../testing.ts'
import { registerSearchApi } from './search-routes.ts'

let world: CatalogueWorld
let web: Web
let signedIn: Staff | null
before(async () => {
  world = await catalogueWorld()
  web = await testWeb()
  registerSearchApi(web, {
    ...world.deps,
    clock: { now: () => NOW },
    deskSession: async () => (signedIn ? { staff: signedIn } : null),
  })
  await web.ready()
})
beforeEach(() => {
  signedIn = registrar
})
after(async () => {
  await web.close()
  await world.close()
})

const ask = (url: string, payload?: object) =>
  web.inject({ method: payload ? 'POST' : 'GET', url, ...(payload ? { payload } : {}) })
const word = { word: '锅边糊', means: ['餐饮'], seen: [] }

test('words of the search are for those who look at the whole city; departments and strangers are told no at each door', async () => {
  const doors = ['/api/search/synonyms', '/api/search/unanswered', '/api/search/trial?q=x']
  for (const [who, status] of [
    [null, 401],
    [clerk, 403],
  ] as const) {
    signedIn = who
    for (const url of doors) assert.equal((await ask(url)).statusCode, status, url)
    assert.equal((await ask('/api/search/synonyms', word)).statusCode, status)
    assert.equal((await ask('/api/search/synonyms/removal', word)).statusCode, status)
  }
  signedIn = reformer
  assert.equal((await ask('/api/search/synonyms')).json().mayKeep, false)
  assert.equal((await ask('/api/search/synonyms', word)).statusCode, 403)
})

test('the registrar adds, finds, changes and removes a word; who is late is told what stands there now', async () => {
  assert.equal((await ask('/api/search/synonyms', word)).statusCode, 200)
  const found = (await ask(`/api/search/synonyms?q=${encodeURIComponent('餐')}`)).json()
  assert.deepEqual([found.total, found.rows[0].word, found.rows[0].changedBy], [1, '锅边糊', registrar.name])
  const late = await ask('/api/search/synonyms', { ...word, means: ['食品'] })
  assert.deepEqual([late.statusCode, late.json().refusal.detail.means], [409, ['餐饮']])
  assert.equal(
    (await ask('/api/search/synonyms/removal', { word: '锅边糊', seen: ['餐饮'] })).statusCode,
    200,
  )
  assert.equal((await ask('/api/search/synonyms')).json().total, 0)
})
