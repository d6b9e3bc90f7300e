/** The shipped sample world through the real gate into the real search: what people type finds the item they mean. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { itemsBySlug, sampleDirectory, sampleItems, sampleOrgans, sampleStaff } from '../seeds/index.ts'
import { itemForGuide, loadDirectory, loadSampleItems, search, suggest } from '../src/catalogue/index.ts'
import { createHistory } from '../src/history/index.ts'
import { loadStaff } from '../src/identity/index.ts'
import type { Database } from '../src/platform/database.ts'
import { createJobs } from '../src/platform/jobs.ts'
import { type TestDatabase, testDatabase } from '../src/platform/testing.ts'

let database: TestDatabase
let db: Database
const food = itemsBySlug['food-licence']
const NOW = new Date('2026-11-23T02:00:00Z')

before(async () => {
  database = await testDatabase()
  db = database.db
  const staff = sampleStaff.map((s) => ({ ...s, sample: true }))
  await db.transaction((tx) => loadStaff(tx, { organs: sampleOrgans, staff }))
  const history = createHistory(createJobs(database.appUrl, () => {}))
  await loadDirectory(db, history, sampleDirectory, NOW)
  const loaded = await loadSampleItems(db, history, sampleItems, NOW)
  assert.deepEqual(loaded, { published: sampleItems.length, unchanged: 0 })
  assert.deepEqual(await loadSampleItems(db, history, sampleItems, NOW), {
    published: 0,
    unchanged: sampleItems.length,
  })
})
after(() => database.close())

const names = async (q: string) => (await search(db, { q })).hits.map((h) => h.name)

test('[Art. 7.1] every sample item passes the gate with its department’s staff, is open under its code and found by its name', async () => {
  for (const item of sampleItems) {
    const open = await itemForGuide(db, item.handleItemCode || item.implCode)
    assert.equal(open?.content.name, item.name)
    assert.equal((await names(item.name))[0], item.name)
  }
  assert.equal((await search(db, {})).total, sampleItems.length)
})

test('every everyday name leads to its item', async () => {
  for (const item of sampleItems)
    for (const everyday of item.everydayNames) {
      const found = await names(everyday)
      assert.ok(found.includes(item.name), `${everyday} → ${item.name}, found ${found.join('、')}`)
    }
})

test('the food licence is the first answer to a word, its pinyin, its initials and a question', async () => {
  for (const q of ['食品经营', 'shipinjingying', 'spjy', '我想办食品经营许可', '怎么办理食品经营许可证'])
    assert.equal((await suggest(db, q))[0]?.name, food.name, q)
  assert.deepEqual((await search(db, { q: '食品经营', area: '999999' })).hits, [])
})

test('what is nothing of the city’s gets no hits, and no box no suggestions', async () => {
  const none = await search(db, { q: '量子纠缠' })
  assert.deepEqual([none.hits, none.near], [[], []])
  assert.deepEqual(await suggest(db, ''), [])
})
