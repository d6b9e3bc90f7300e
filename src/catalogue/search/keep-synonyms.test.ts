import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import { type CatalogueWorld, catalogueWorld, clerk, guide, NOW, registrar, supervisor } from '../testing.ts'
import { renewSearch, writeSearchEntry } from './entry.ts'
import { dropSynonym, keepSynonym } from './keep-synonyms.ts'
import { search, suggest } from './query.ts'
import { addSynonyms, listSynonyms } from './synonyms.ts'
import { trial } from './trial.ts'
import { noteUnanswered, noteworthy, sweepUnanswered, unanswered } from './unanswered.ts'

let world: CatalogueWorld
before(async () => {
  world = await catalogueWorld()
  const itemId = await world.draft()
  await world.deps.db.transaction((tx) => writeSearchEntry(tx, itemId, guide()))
  await renewSearch(world.deps.db)
})
after(() => world.close())

const keep = (word: string, means: string[], seen: string[] = [], staff = registrar) =>
  keepSynonym(world.deps, staff, { word, means, seen }, NOW)
const first = async (q: string) => (await search(world.deps.db, { q })).hits[0]?.name
const refusal = (result: Awaited<ReturnType<typeof keep>>) => (result.ok ? 'done' : result.refusal.name)

test('a word that the registrar adds finds its item with the next search, and does no more once it is removed', async () => {
  assert.equal(await first('锅边糊'), undefined)
  assert.deepEqual(await keep(' 锅边糊 ', ['餐饮', '餐饮', '锅边糊', '']), {
    ok: true,
    value: { word: '锅边糊', means: ['餐饮'] },
  })
  assert.equal(await first('锅边糊店'), '食品经营许可（新办）')
  assert.equal((await dropSynonym(world.deps, registrar, { word: '锅边糊', seen: ['餐饮'] }, NOW)).ok, true)
  assert.equal(await first('锅边糊'), undefined)
})

test('who typed a word of the list with a wrong character, or in pinyin, is understood', async () => {
  await keep('卤面店', ['餐饮'])
  assert.equal(await first('鲁面店'), '食品经营许可（新办）')
  assert.equal((await suggest(world.deps.db, 'lumiandian'))[0]?.name, '食品经营许可（新办）')
  assert.equal(await first('铁匠店'), undefined)
})

test('a removed word is not brought back by the list that is shipped, and a changed one stays changed', async () => {
  const { db } = world.deps
  const shipped = [
    { word: '夜市', means: ['摆摊'] },
    { word: '早市', means: ['摆摊'] },
  ]
  await db.transaction((tx) => addSynonyms(tx, shipped))
  await keep('夜市', ['餐饮'], ['摆摊'])
  await dropSynonym(world.deps, registrar, { word: '早市', seen: ['摆摊'] }, NOW)
  await db.transaction((tx) => addSynonyms(tx, shipped))
  const { rows } = await listSynonyms(db, { part: '市', page: 1 })
  assert.deepEqual(
    rows.map(({ word, means, changedBy }) => [word, means, changedBy]),
    [['夜市', ['餐饮'], registrar.name]],
  )
})

test('who saw an older meaning changes nothing; the same again is done once; history says who, from what, to what', async () => {
  await keep('大排档', ['餐饮'])
  await keep('大排档', ['餐饮'])
  assert.equal(refusal(await keep('大排档', ['食品'], ['摆摊'])), 'conflict')
  assert.equal(refusal(await keep('大排档', ['食品', '餐饮'], ['餐饮'])), 'done')
  const events = (await readStream(world.deps.db, 'search:synonyms')).filter(
    (e) => (e.data as { word: string }).word === '大排档',
  )
  assert.deepEqual(
    events.map((e) => [e.type, e.actor.id, (e.data as { before: string[] }).before]),
    [
      ['synonym.kept', registrar.staffId, []],
      ['synonym.kept', registrar.staffId, ['餐饮']],
    ],
  )
})

test('only the city’s service body keeps the list, and only single words are taken', async () => {
  assert.equal(refusal(await keep('小店', ['餐饮'], [], clerk)), 'not-allowed')
  assert.equal(refusal(await keep('小店', ['餐饮'], [], supervisor)), 'not-allowed')
  assert.equal(
    refusal(await keep('小店', ['餐饮'], [], { ...registrar, organId: clerk.organId })),
    'not-allowed',
  )
  for (const [word, means] of [
    ['', ['餐饮']],
    ['小 店', ['餐饮']],
    ['小店abc', ['餐饮']],
    ['一二三四五六七八九', ['餐饮']],
    ['小店', []],
    ['小店', ['小店']],
    ['小店', '一二三四五六七八九'.split('')],
  ] as const)
    assert.equal(refusal(await keep(word, [...means])), 'invalid', word)
})

test('a trial says what a question was understood as and through which word each item came', async () => {
  await keep('扁肉', ['餐饮'])
  const { units, answers, rows } = await trial(world.deps.db, '开扁肉店')
  assert.equal(answers, true)
  assert.deepEqual(
    units.find((unit) => unit.text === '扁肉'),
    { text: '扁肉', synonyms: ['餐饮'] },
  )
  const why = rows[0]!.why.find((one) => one.text === '扁肉')
  assert.deepEqual([rows[0]!.name, why?.by, why?.through], ['食品经营许可（新办）', 'synonym', '餐饮'])
})

test('words without an answer are counted without who, shown from three times on, and forgotten after 30 days', async () => {
  const { db } = world.deps
  for (const day of ['2026-10-24', '2026-11-01', '2026-11-20', '2026-11-23'])
    await noteUnanswered(db, '量子纠缠', day)
  await noteUnanswered(db, '张三的事', '2026-11-23')
  assert.deepEqual(await unanswered(db, '2026-11-23'), [
    { words: '量子纠缠', times: 3, lastOn: '2026-11-23', known: false },
  ])
  await sweepUnanswered(db, '2026-11-23')
  const [left] = await db.query<{ days: number }>(
    `select count(*)::int as days from catalogue.search_unanswered where words = '量子纠缠'`,
  )
  assert.equal(left!.days, 3)
})

test('numbers, addresses and sentences are never noted', () => {
  for (const q of [
    '13800001111',
    '350102 1990 0101',
    'a@b.cn',
    '我家住在示例路一号三零二室想问一下怎么办这个证',
    '证',
  ])
    assert.equal(noteworthy(q), null, q)
  assert.equal(noteworthy(' 开 奶茶店！'), '开 奶茶店')
})
