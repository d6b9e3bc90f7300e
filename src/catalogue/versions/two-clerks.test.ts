import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'
import { type SaveDraft, type SavedDraft, saveDraft } from '../acts/save-draft.ts'
import { streamOf } from '../acts/scene.ts'
import { type ItemContent, itemContent } from '../item.ts'
import { readVersion } from '../store.ts'
import {
  type CatalogueWorld,
  catalogueWorld,
  clerk,
  guide,
  NOW,
  otherClerk,
  secondClerk,
} from '../testing.ts'
import type { ToldClash } from './clashes.ts'
import { compareVersions, fieldHistoryOf, versionsOf } from './views.ts'

let world: CatalogueWorld
before(async () => {
  world = await catalogueWorld()
})
after(() => world.close())

const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)
const save = (staff: Staff, id: string, body: SaveDraft, at = NOW) =>
  saveDraft(world.deps, staff, id, body, at)
async function saved(...args: Parameters<typeof save>): Promise<SavedDraft> {
  const result = await save(...args)
  assert.ok(result.ok, result.ok ? '' : result.refusal.sentence)
  return result.value
}
async function clashesOf(
  ...args: Parameters<typeof save>
): Promise<{ revision: number; clashes: ToldClash[] }> {
  const result = await save(...args)
  assert.ok(!result.ok, 'the save went through')
  assert.equal(result.refusal.name, 'conflict')
  return result.refusal.detail as { revision: number; clashes: ToldClash[] }
}
const draftOf = async (id: string): Promise<ItemContent> => (await readVersion(world.deps.db, id, 1))!.content
const materials = itemContent.shape.materials.parse(
  ['m1', 'm2', 'm3'].map((key) => ({ key, name: `材料 ${key}`, basis: '示例法第一条' })),
)
/** What a page sends: the whole list, as it was changed there. */
const edited = (key: string, change: Partial<ItemContent['materials'][0]>) => ({
  materials: materials.map((m) => (m.key === key ? { ...m, ...change } : m)),
})

test('two clerks who work on the same draft both keep what they wrote in different places', async () => {
  const id = await world.draft({ materials })
  await saved(clerk, id, { patch: edited('m1', { standard: '清晰' }), revision: 1 })
  const second = await saved(secondClerk, id, {
    patch: { ...edited('m3', { name: '改过的' }), summary: '新说明' },
    revision: 1,
  })
  assert.equal(second.revision, 3)
  assert.equal(second.merged?.materials[0]?.standard, '清晰', 'the page is told what the other wrote')
  const now = await draftOf(id)
  assert.deepEqual(
    [now.materials[0]!.standard, now.materials[2]!.name, now.summary],
    ['清晰', '改过的', '新说明'],
  )
})

test('the same place changed by both is refused with both values, who and when; nothing of it is saved', async () => {
  const id = await world.draft({ materials })
  await saved(secondClerk, id, { patch: edited('m2', { basis: '他的依据' }), revision: 1 }, minutes(3))
  await saved(secondClerk, id, { patch: { summary: '他写的' }, revision: 2 }, minutes(4))
  const detail = await clashesOf(clerk, id, {
    patch: { ...edited('m2', { basis: '我的依据' }), nameEn: 'Mine' },
    revision: 1,
  })
  assert.deepEqual(detail, {
    revision: 3,
    clashes: [
      {
        path: 'materials.m2.basis',
        label: '申请材料 · 材料 m2 · 要求提供的依据',
        theirs: '他的依据',
        mine: '我的依据',
        by: secondClerk.name,
        at: minutes(3),
      },
    ],
  })
  assert.equal((await draftOf(id)).nameEn, guide().nameEn)
})

test('the clerk chooses place by place; a choice made over an older draft does not stand', async () => {
  const id = await world.draft({ materials })
  await saved(secondClerk, id, { patch: { summary: '他的说明', nameEn: 'His' }, revision: 1 })
  const mine = { patch: { summary: '我的说明', nameEn: 'Mine', consultPhone: '0591-00000109' }, revision: 1 }
  const { revision, clashes } = await clashesOf(clerk, id, mine)
  assert.deepEqual(
    clashes.map((c) => c.path),
    ['nameEn', 'summary'],
  )
  await saved(secondClerk, id, { patch: { summary: '他又改了' }, revision: 2 })
  const take = { summary: 'mine', nameEn: 'theirs' } as const
  await clashesOf(clerk, id, { ...mine, choices: { over: revision, take } })
  await saved(clerk, id, { ...mine, choices: { over: 3, take } })
  const now = await draftOf(id)
  assert.deepEqual([now.summary, now.nameEn, now.consultPhone], ['我的说明', 'His', '0591-00000109'])
})

test('who types on while others’ changes come in loses neither, and never clashes with themselves', async () => {
  const id = await world.draft({ materials })
  await saved(secondClerk, id, { patch: edited('m1', { standard: '他的标准' }), revision: 1 })
  const first = await saved(clerk, id, { patch: edited('m2', { name: '甲' }), revision: 1 })
  assert.ok(first.merged)
  // The page still shows m1 without the other's standard, and the clerk has gone on with the name of m2.
  const next = await saved(clerk, id, {
    patch: edited('m2', { name: '甲乙' }),
    revision: first.revision,
    asSent: true,
  })
  assert.equal(next.merged?.materials[0]?.standard, '他的标准')
  const now = await draftOf(id)
  assert.deepEqual([now.materials[0]!.standard, now.materials[1]!.name], ['他的标准', '甲乙'])
})

test('the same save sent twice is one save', async () => {
  const id = await world.draft()
  const body = { patch: { summary: '只存一次' }, revision: 1 }
  const first = await saved(clerk, id, body)
  const again = await saved(clerk, id, body)
  assert.deepEqual([first.revision, again.revision], [2, 2])
})

test('both begin the draft of a published item at the same moment: one draft holds both changes', async () => {
  const id = await world.draft()
  await world.deps.db.query(
    "update catalogue.item_version set status = 'published', published_at = $2 where item_id = $1",
    [id, NOW],
  )
  await world.deps.db.query(
    'update catalogue.item set published_version = 1, draft_version = null where item_id = $1',
    [id],
  )
  const [a, b] = await Promise.all([
    save(clerk, id, { patch: { summary: '甲写的' }, revision: 0 }),
    save(secondClerk, id, { patch: { conditions: ['乙写的'] }, revision: 0 }),
  ])
  assert.ok(a.ok && b.ok)
  const draft = (await readVersion(world.deps.db, id, 2))!
  assert.deepEqual([draft.content.summary, draft.content.conditions], ['甲写的', ['乙写的']])
  const versions = await versionsOf(world.deps.db, clerk, id)
  assert.deepEqual(
    versions?.map((v) => [v.version, v.status]),
    [
      [2, 'draft'],
      [1, 'in-force'],
    ],
  )
  const compared = await compareVersions(world.deps.db, clerk, id, 'in-force', 'draft')
  assert.deepEqual(
    compared?.sections.map((s) => [s.name, s.rows.map((r) => r.label)]),
    [
      ['基本信息', ['一句话说明']],
      ['依据与条件', ['受理条件']],
    ],
  )
})

test('a page left open over a version that is no longer the draft is told so, and writes into no other version', async () => {
  const id = await world.draft()
  const late = await save(clerk, id, { patch: { summary: '晚了' }, revision: 1, version: 7 })
  assert.ok(!late.ok)
  assert.equal(late.refusal.name, 'conflict')
  assert.equal((await draftOf(id)).summary, guide().summary)
})

test('each save records which fields it changed; the history tells who wrote what when, in one go as one', async () => {
  const id = await world.draft({ materials })
  await saved(clerk, id, { patch: { summary: '一' }, revision: 1 }, minutes(0))
  await saved(clerk, id, { patch: { summary: '一二' }, revision: 2 }, minutes(1))
  await saved(secondClerk, id, { patch: edited('m1', { need: 'later' }), revision: 3 }, minutes(2))
  await saved(clerk, id, { patch: { summary: '三' }, revision: 4 }, minutes(30))
  const history = await fieldHistoryOf(world.deps.db, clerk, id, undefined)
  assert.deepEqual(
    history?.map((c) => [c.by, c.label, c.before, c.after]),
    [
      [clerk.name, '一句话说明', '一二', '三'],
      [secondClerk.name, '申请材料 · 材料 m1 · 必要性', '必要', '容缺后补'],
      [clerk.name, '一句话说明', guide().summary, '一二'],
    ],
  )
  const ofMaterial = await fieldHistoryOf(world.deps.db, clerk, id, 'materials.m1')
  assert.equal(ofMaterial?.length, 1)
  const events = await readStream(world.deps.db, streamOf(id))
  assert.equal(events.filter((e) => e.type === 'item.draft-saved').length, 4)
})

test('versions, differences and history of another department’s item are not there', async () => {
  const id = await world.draft()
  const { db } = world.deps
  assert.equal(await versionsOf(db, otherClerk, id), null)
  assert.equal(await compareVersions(db, otherClerk, id, 1, 1), null)
  assert.equal(await fieldHistoryOf(db, otherClerk, id, undefined), null)
})
