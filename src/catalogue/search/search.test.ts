import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publish } from '../life/testing.ts'
import type { ItemContent } from '../item.ts'
import { type CatalogueWorld, catalogueWorld, clerk, NOW } from '../testing.ts'
import { type ItemQuery, search, suggest } from './query.ts'

let world: CatalogueWorld
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
before(async () => {
  world = await catalogueWorld()
  for (const changes of ITEMS) {
    const id = await world.draft(changes)
    const result = await publish(world.deps, clerk, id, { revision: 1 }, NOW)
    assert.ok(result.ok, result.ok ? '' : result.refusal.sentence)
  }
  await world.draft({ name: '没有发布的食品事项' })
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

test('the name counts more than an everyday name of another item', async () => {
  assert.deepEqual(await names({ q: '卫生许可' }), [HYGIENE, FOOD])
})

test('where nothing matches, the closest items are offered: the same sound, or part of the words', async () => {
  const sound = await search(world.deps.db, { q: '食品精英' })
  assert.deepEqual([sound.total, sound.near[0]?.name], [0, FOOD])
  const part = await search(world.deps.db, { q: '烧烤摊招牌' })
  assert.deepEqual([part.total, part.near[0]?.name], [0, '户外招牌设置许可'])
  const none = await search(world.deps.db, { q: '量子纠缠' })
  assert.deepEqual([none.hits, none.total, none.near], [[], 0, []])
})

test('without words everything published is listed, and filters hold alone and together', async () => {
  assert.equal((await search(world.deps.db, {})).total, 4)
  assert.equal((await search(world.deps.db, { q: '   ' })).total, 4)
  assert.deepEqual(await names({ subject: 'organisation' }), ['社会团体成立登记'])
  assert.deepEqual(await names({ area: '350103' }), [HYGIENE])
  assert.deepEqual(await names({ online: false }), ['户外招牌设置许可'])
  assert.deepEqual(await names({ topic: '卫生健康', subject: 'enterprise' }), [HYGIENE])
  assert.deepEqual(await names({ q: '许可', subject: 'person', online: true }), [FOOD])
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
