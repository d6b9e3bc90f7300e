import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ItemContent } from '../item.ts'
import { type CatalogueWorld, catalogueWorld, guide } from '../testing.ts'
import { dropSearchEntry, markSuspended, renewSearch, writeSearchEntry } from './entry.ts'
import { type ItemQuery, search, suggest } from './query.ts'
import { addSynonyms } from './synonyms.ts'

let world: CatalogueWorld
/** Only the food licence makes a food licence. */
const itsGuide = (changes: Partial<ItemContent> = {}) =>
  guide(changes.name ? { result: null, ...changes } : changes)
const ITEMS: Partial<ItemContent>[] = [
  {},
  {
    name: '公共场所卫生许可（新办）',
    nameEn: 'Hygiene licence for public places',
    everydayNames: ['开理发店', '开宾馆'],
    summary: '给开宾馆、理发店、游泳馆的单位办许可。',
    serviceObjects: ['2'],
    topics: ['卫生健康'],
    areaCode: '350103',
  },
  {
    name: '社会团体成立登记',
    nameEn: 'Registration of an association',
    everydayNames: ['办协会'],
    summary: '给要成立协会、学会的发起人登记。',
    serviceObjects: ['4'],
    topics: ['社会组织'],
  },
  {
    name: '户外招牌设置许可',
    nameEn: '',
    everydayNames: ['挂招牌', '门头'],
    summary: '给要挂门头招牌的商户审批。',
    handlingForms: ['1'],
    topics: ['城市管理'],
  },
]
const ids = new Map<string, string>()
before(async () => {
  world = await catalogueWorld()
  for (const changes of ITEMS) {
    const itemId = await world.draft(changes)
    const content = itsGuide(changes)
    ids.set(content.name, itemId)
    await world.deps.db.transaction((tx) => writeSearchEntry(tx, itemId, content))
  }
  await world.draft({ name: '没有发布的食品事项' })
  await world.deps.db.transaction((tx) => addSynonyms(tx, [{ word: '剃头', means: ['理发店'] }]))
  await renewSearch(world.deps.db)
})
after(() => world.close())

const names = async (query: ItemQuery) => (await search(world.deps.db, query)).hits.map((h) => h.name)
const FOOD = '食品经营许可（新办）'
const HYGIENE = '公共场所卫生许可（新办）'

test('an item is found by a Chinese word of its name, an unpublished one is not', async () => {
  assert.deepEqual(await names({ q: '食品' }), [FOOD])
  assert.deepEqual(await names({ q: '食品许可' }), [FOOD], 'words that do not stand together')
  assert.deepEqual(await names({ q: ' 食品经营许可(新办) ' }), [FOOD], 'half-width brackets')
})

test('an item is found by what people call it and by a question', async () => {
  assert.deepEqual(await names({ q: '开饭店' }), [FOOD])
  assert.deepEqual(await names({ q: '我想开一家理发店' }), [HYGIENE])
})

test('an item is found by pinyin, by initials, and with blanks or capitals', async () => {
  for (const q of ['shipinjingying', 'spjy', 'shi pin jing ying', 'SPJY'])
    assert.equal((await names({ q }))[0], FOOD, q)
  assert.deepEqual(await names({ q: 'kaifandian' }), [FOOD], 'pinyin of an everyday name')
})

test('an item is found by its English name', async () => {
  assert.deepEqual(await names({ q: 'food' }), [FOOD])
  assert.deepEqual(await names({ q: 'hygiene licence' }), [HYGIENE])
})

test('what is called just so, be it every day, comes before what has it in its name', async () => {
  assert.deepEqual(await names({ q: '卫生许可' }), [FOOD, HYGIENE])
  assert.equal((await names({ q: '公共场所卫生' }))[0], HYGIENE)
})

test('a slip is forgiven: another character of the same sound, a wrong, a missing or a doubled one', async () => {
  for (const q of [
    '食品精英许可',
    '食品经营许克',
    '食品径营许可',
    '食品经许可',
    '食品经经营许可',
    '实品经营',
  ])
    assert.equal((await names({ q }))[0], FOOD, q)
  for (const q of ['shipingjinying', 'sipinjingying', 'shipinjingyong'])
    assert.equal((await names({ q }))[0], FOOD, `${q}: zh is z and ing is in to many, and a wrong letter`)
})

test('letters after Chinese go on with it, as pinyin or as initials', async () => {
  for (const q of ['食品xk', '食品jingying', '食品 XKZ']) assert.equal((await names({ q }))[0], FOOD, q)
})

test('what the city calls otherwise is found by its list of synonyms', async () => {
  assert.deepEqual(await names({ q: '剃头' }), [HYGIENE])
})

test('where nothing answers, the closest items are offered, or none', async () => {
  const part = await search(world.deps.db, { q: '烧烤摊晚上放啤酒桶的招牌' })
  assert.deepEqual([part.total, part.near[0]?.name], [0, '户外招牌设置许可'])
  const none = await search(world.deps.db, { q: '量子纠缠' })
  assert.deepEqual([none.hits, none.total, none.near], [[], 0, []])
})

test('a suspended item is found and marked, a dropped one is not found', async () => {
  const { db } = world.deps
  const id = ids.get(FOOD)!
  await db.transaction((tx) => markSuspended(tx, id, true, '2026-12-10'))
  const [hit] = (await search(db, { q: '食品' })).hits
  assert.deepEqual([hit?.name, hit?.suspended, hit?.resumesOn], [FOOD, true, '2026-12-10'])
  await db.transaction((tx) => writeSearchEntry(tx, id, guide()))
  assert.equal((await search(db, { q: '食品' })).hits[0]?.suspended, true, 'a new version does not resume it')
  await db.transaction((tx) => markSuspended(tx, id, false, null))
  await db.transaction((tx) => dropSearchEntry(tx, id))
  assert.deepEqual(await names({ q: '食品' }), [])
  await db.transaction((tx) => writeSearchEntry(tx, id, guide()))
  assert.deepEqual(await names({ q: '食品' }), [FOOD])
})

test('each choice says how many items it leaves while the other filters hold, and leaves that many', async () => {
  const { db } = world.deps
  for (const query of [
    {},
    { q: '许可' },
    { q: '许可', subject: 'enterprise' },
    { area: '350103' },
  ] as ItemQuery[]) {
    const { choices, counted } = await search(db, query)
    assert.equal(counted, true)
    for (const [filter, all] of Object.entries(choices))
      for (const { value, count } of all)
        assert.equal((await search(db, { ...query, [filter]: value })).total, count, `${filter}=${value}`)
  }
  const { choices } = await search(db, {})
  assert.deepEqual(
    choices.reach.map(({ value, count }) => `${value} ${count}`),
    ['whole 3', 'counter 1'],
  )
})

test('online with a visit is not called all online', async () => {
  const { db } = world.deps
  const id = ids.get(HYGIENE)!
  await db.transaction((tx) => writeSearchEntry(tx, id, itsGuide({ ...ITEMS[1], visits: 2 })))
  const { hits } = await search(db, { reach: 'visits' })
  assert.deepEqual(
    hits.map((hit) => [hit.name, hit.visits]),
    [[HYGIENE, 2]],
  )
  await db.transaction((tx) => writeSearchEntry(tx, id, itsGuide(ITEMS[1])))
})

test('without words everything published is listed, and filters hold alone and together', async () => {
  assert.equal((await search(world.deps.db, {})).total, 4)
  assert.equal((await search(world.deps.db, { q: '   ' })).total, 4)
  assert.deepEqual(await names({ subject: 'organisation' }), ['社会团体成立登记'])
  assert.deepEqual(await names({ area: '350103' }), [HYGIENE])
  assert.deepEqual(await names({ reach: 'counter' }), ['户外招牌设置许可'])
  assert.deepEqual(await names({ way: 'counter', reach: 'counter' }), ['户外招牌设置许可'])
  assert.deepEqual(await names({ topic: '卫生健康', subject: 'enterprise' }), [HYGIENE])
  assert.deepEqual(await names({ q: '许可', subject: 'person', way: 'online' }), [FOOD])
  const page = await search(world.deps.db, { page: 2 })
  assert.deepEqual(page.hits, [])
})

test('suggestions are at most eight, none for an empty box, and hold what a list shows', async () => {
  assert.deepEqual(await suggest(world.deps.db, ' '), [])
  const [first] = await suggest(world.deps.db, 'spj')
  assert.deepEqual([first?.name, first?.promise, first?.online], [FOOD, '5 个工作日', true])
  assert.ok((await suggest(world.deps.db, '许可')).length <= 8)
})

test('whatever is typed is looked for and never breaks the search', async () => {
  for (const q of [
    "'",
    "a'b\\",
    '%',
    '_',
    ':*&|!()',
    '<->',
    '\u0000食品',
    '？！',
    '😀',
    'x'.repeat(5000),
    '食'.repeat(3000),
  ])
    assert.ok(Array.isArray((await search(world.deps.db, { q })).hits), q.slice(0, 10))
  assert.deepEqual(await names({ q: '%' }), [])
  assert.deepEqual(await names({ q: '食品', area: '\u0000', topic: '\ud800', organ: "'" }), [])
})
