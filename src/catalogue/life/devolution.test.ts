import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Staff } from '../../identity/index.ts'
import type { Result } from '../../platform/refusal.ts'
import { discardDraft } from '../acts/discard-draft.ts'
import { saveDraft } from '../acts/save-draft.ts'
import { findItem, readVersion } from '../store.ts'
import {
  type CatalogueWorld,
  CITY,
  catalogueWorld,
  city,
  clerk,
  EAST,
  east,
  NOW,
  ORGAN,
  OTHER_ORGAN,
  reformer,
  WEST,
  west,
} from '../testing.ts'
import { itemForGuide } from '../views/guide.ts'
import { sweepChanges } from './acts/enforce.ts'
import { signChange } from './acts/sign.ts'
import { submitChange } from './acts/submit.ts'
import type { Change } from './change.ts'
import { districtBodiesFor, functionOf } from './hand-down.ts'
import { findChange, lineageOf } from './store.ts'
import { asked, signAll } from './testing.ts'
import { closedGuide, guideOrigin } from './views/closed-guide.ts'
import { changeRecord } from './views/record.ts'

let world: CatalogueWorld
let serial = 0
before(async () => {
  world = await catalogueWorld()
})
after(() => world.close())

const allowed = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.name}: ${result.refusal.sentence}`)
  return result.value
}

/** An item of the city's department, in force. */
async function cityItem(): Promise<string> {
  const basicCode = `3501${String(60000 + ++serial)}000`
  const id = await world.draft({
    organId: CITY.organId,
    organName: CITY.name,
    areaCode: CITY.areaCode,
    level: '3',
    basicCode,
    implCode: `${CITY.creditCode}3${basicCode}`,
  })
  const change = allowed(await submitChange(world.deps, city.clerk, id, asked(NOW), NOW))
  assert.equal(allowed(await signAll(world.deps, change, NOW, city.checker)).state, 'in-force')
  return id
}
const handDown = (id: string, targets: string[], more = {}) =>
  submitChange(
    world.deps,
    city.clerk,
    id,
    asked(NOW, { kind: 'devolve', reason: '方便群众就近办。', targets, ...more }),
    NOW,
  )
const heirsOf = async (change: Change) => {
  const rows = await lineageOf(world.deps.db, change.changeId)
  const of = async (organId: string) => {
    for (const r of rows) if ((await findItem(world.deps.db, r.toItem))?.organId === organId) return r
    throw new Error(organId)
  }
  return { east: await of(EAST.organId), west: await of(WEST.organId) }
}
const OWN = {
  place: { name: '示例区窗口', address: '示例路 2 号', hours: '工作日 9:00–17:00' },
  consultPhone: '0591-00000198',
  complaintPhone: '0591-00000199',
  remedy: { reviewOrgan: '示例区人民政府', court: '示例区人民法院' },
  sourceNotes: [],
}
const ready = async (crew: { clerk: Staff; checker: Staff }, itemId: string, now = NOW, more = {}) => {
  allowed(await saveDraft(world.deps, crew.clerk, itemId, { patch: OWN, revision: 1 }, now))
  const change = allowed(
    await submitChange(world.deps, crew.clerk, itemId, asked(now, { revision: 2, ...more }), now),
  )
  return allowed(await signAll(world.deps, change, now, crew.checker))
}
const isPublic = async (id: string) => (await itemForGuide(world.deps.db, id)) !== null

test('[Art. 5.1(3)] what is handed down to the districts comes into force there together with its end in the city, with the lineage of its codes', async () => {
  const { db } = world.deps
  const id = await cityItem()
  const old = (await itemForGuide(db, id))!.content
  const parent = allowed(
    await signAll(world.deps, allowed(await handDown(id, [EAST.organId, WEST.organId])), NOW, city.checker),
  )
  assert.equal(parent.state, 'scheduled', 'it waits for the districts')
  assert.equal(await isPublic(id), true)

  const heirs = await heirsOf(parent)
  const draft = (await readVersion(db, heirs.east.toItem, 1))!.content
  assert.deepEqual(
    [draft.basicCode, draft.implCode, draft.level, draft.organName, draft.conditions],
    [old.basicCode, `${EAST.creditCode}4${old.basicCode}`, '4', EAST.name, old.conditions],
  )
  assert.match(draft.sourceNotes[0]!, /下放/)
  assert.deepEqual(
    [heirs.west.fromCode, heirs.west.toCode],
    [old.implCode, `${WEST.creditCode}4${old.basicCode}`],
  )

  const first = await ready(east, heirs.east.toItem)
  assert.equal(first.state, 'scheduled', 'decided with the 下放, so the reform body is not asked again')
  assert.deepEqual([await isPublic(id), await isPublic(heirs.east.toItem)], [true, false])
  const waits = (await changeRecord(db, undefined, city.clerk, parent.changeId, NOW))!.heirs
  assert.deepEqual(
    waits.map((h) => [h.organId, h.state]),
    [
      [EAST.organId, 'ready'],
      [WEST.organId, 'draft'],
    ],
  )

  assert.equal((await ready(west, heirs.west.toItem)).state, 'in-force')
  assert.deepEqual(
    [await isPublic(id), await isPublic(heirs.east.toItem), await isPublic(heirs.west.toItem)],
    [false, true, true],
  )
  const closed = (await closedGuide(db, id))!
  assert.equal(closed.life, 'devolved')
  assert.deepEqual(
    closed.successors.map((s) => s.organName),
    [EAST.name, WEST.name],
  )
  assert.deepEqual((await guideOrigin(db, heirs.east.toItem))?.code, old.implCode)
  const kinds = await db.query<{ kind: string }>(
    `select kind from catalogue.change_entry where item_id = any($1) order by seq`,
    [[id, heirs.east.toItem, heirs.west.toItem]],
  )
  assert.deepEqual(
    kinds.map((k) => k.kind),
    ['new', 'new', 'new', 'devolve'],
  )
})

test('a district whose day is later keeps all of them back: nobody meets half a devolution', async () => {
  const id = await cityItem()
  const parent = allowed(
    await signAll(world.deps, allowed(await handDown(id, [EAST.organId, WEST.organId])), NOW, city.checker),
  )
  const heirs = await heirsOf(parent)
  await ready(east, heirs.east.toItem, NOW, { effectiveOn: '2026-12-01' })
  await ready(west, heirs.west.toItem)
  assert.deepEqual([await isPublic(id), await isPublic(heirs.west.toItem)], [true, false])
  await sweepChanges(world.deps, new Date('2026-12-01T00:00:00Z'))
  assert.deepEqual([await isPublic(id), await isPublic(heirs.west.toItem)], [false, true])
})

test('districts that finish at the same moment, with the sweep beside them, come into force once and together', async () => {
  const id = await cityItem()
  const parent = allowed(
    await signAll(world.deps, allowed(await handDown(id, [EAST.organId, WEST.organId])), NOW, city.checker),
  )
  const heirs = await heirsOf(parent)
  await Promise.all([
    ready(east, heirs.east.toItem),
    ready(west, heirs.west.toItem),
    sweepChanges(world.deps, NOW),
    sweepChanges(world.deps, NOW),
  ])
  assert.deepEqual([await isPublic(id), await isPublic(heirs.west.toItem)], [false, true])
  const [row] = await world.deps.db.query<{ n: number }>(
    "select count(*) as n from catalogue.change_entry where item_id = $1 and kind = 'devolve'",
    [id],
  )
  assert.equal(row?.n, 1)
})

test('when a devolution is taken back, what the districts had ready goes back to them', async () => {
  const id = await cityItem()
  const parent = allowed(
    await signAll(world.deps, allowed(await handDown(id, [EAST.organId, WEST.organId])), NOW, city.checker),
  )
  const heirs = await heirsOf(parent)
  const own = await ready(east, heirs.east.toItem)
  const command = { turn: parent.turn, words: '' }
  allowed(await signChange(world.deps, 'withdraw', city.clerk, parent.changeId, command, NOW))
  assert.equal((await findChange(world.deps.db, own.changeId))?.state, 'sent-back')
  assert.deepEqual([await isPublic(id), await isPublic(heirs.east.toItem)], [true, false])
  const again = allowed(
    await submitChange(world.deps, east.clerk, heirs.east.toItem, asked(NOW, { revision: 2 }), NOW),
  )
  const filed = allowed(
    await signChange(world.deps, 'pass', east.checker, again.changeId, { turn: 1, words: '' }, NOW),
  )
  assert.equal(filed.state, 'filing')
  const done = allowed(await signAll(world.deps, filed, NOW, east.checker))
  assert.equal(done.document !== '', true, 'now it is the reform body that decides on it')
})

test('a district does not throw away the draft that a devolution waits for; once it is taken back, it may', async () => {
  const parent = allowed(
    await signAll(world.deps, allowed(await handDown(await cityItem(), [EAST.organId])), NOW, city.checker),
  )
  const [heir] = await lineageOf(world.deps.db, parent.changeId)
  const discard = () => discardDraft(world.deps, east.clerk, heir!.toItem, { version: 1, revision: 1 }, NOW)
  const awaited = await discard()
  assert.ok(!awaited.ok && awaited.refusal.name === 'signed-for')
  assert.match(awaited.refusal.sentence, /请上级部门撤回下放/)
  const command = { turn: parent.turn, words: '' }
  allowed(await signChange(world.deps, 'withdraw', city.clerk, parent.changeId, command, NOW))
  assert.deepEqual(allowed(await discard()), { ended: true })
})

test('only a city’s item goes down, to departments of its districts that have no such item yet', async () => {
  const id = await cityItem()
  const named = async (targets: string[]) => {
    const result = await handDown(id, targets)
    return result.ok ? 'allowed' : result.refusal.name
  }
  assert.equal(await named([]), 'targets-needed')
  assert.equal(await named([CITY.organId]), 'not-a-district')
  assert.equal(await named([reformer.organId]), 'not-a-district')
  assert.equal(await named(['no-such']), 'not-a-district')
  const { basicCode } = (await itemForGuide(world.deps.db, id))!.content
  await world.draft({ basicCode, implCode: `${ORGAN.creditCode}4${basicCode}` })
  assert.equal(await named([ORGAN.organId]), 'code-taken')

  const other = await cityItem()
  const entry = (await itemForGuide(world.deps.db, other))!.content.basicCode
  const handling = `${WEST.creditCode}4${entry}`
  await world.draft({
    organId: WEST.organId,
    basicCode: entry,
    implCode: handling,
    handleItemCode: `${handling}07`,
  })
  const second = await handDown(other, [WEST.organId])
  assert.equal(
    second.ok ? '' : second.refusal.name,
    'code-taken',
    'an item of the entry, whatever its handling',
  )

  const own = await world.draft()
  const submitted = allowed(await submitChange(world.deps, clerk, own, asked(NOW), NOW))
  allowed(await signAll(world.deps, submitted, NOW))
  const district = await submitChange(
    world.deps,
    clerk,
    own,
    asked(NOW, { kind: 'devolve', reason: '下放', targets: [EAST.organId] }),
    NOW,
  )
  assert.equal(district.ok ? '' : district.refusal.name, 'not-possible-now')
})

test('a district’s draft has nobody else’s counter and telephones, and does not take effect before it has its own', async () => {
  const id = await cityItem()
  const parent = allowed(
    await signAll(world.deps, allowed(await handDown(id, [EAST.organId])), NOW, city.checker),
  )
  const [heir] = await lineageOf(world.deps.db, parent.changeId)
  const draft = (await readVersion(world.deps.db, heir!.toItem, 1))!.content
  assert.deepEqual([draft.place, draft.consultPhone, draft.remedy.court], [null, '', ''])
  const early = await submitChange(world.deps, east.clerk, heir!.toItem, asked(NOW), NOW)
  assert.equal(early.ok ? '' : early.refusal.name, 'guide-incomplete')
  assert.equal((await ready(east, heir!.toItem)).state, 'in-force')
  assert.equal((await itemForGuide(world.deps.db, heir!.toItem))?.content.complaintPhone, OWN.complaintPhone)
})

test('departments of the same function are offered, others only by name, and who has the item already is marked', async () => {
  const { db } = world.deps
  const id = await cityItem()
  const item = (await findItem(db, id))!
  const { basicCode } = (await itemForGuide(db, id))!.content
  await world.draft({ organId: EAST.organId, basicCode, implCode: `${EAST.creditCode}4${basicCode}` })
  const named = async (q: string) =>
    (await districtBodiesFor(db, item, q)).rows.map((b) => [b.organId, b.fits, b.taken])
  assert.deepEqual((await named('')).sort(), [
    [EAST.organId, true, true],
    [ORGAN.organId, true, false],
    [WEST.organId, true, false],
  ])
  assert.deepEqual(await named('卫生'), [[OTHER_ORGAN.organId, false, false]])
  assert.deepEqual(await named('没有这个'), [])
  const change = allowed(await handDown(id, [OTHER_ORGAN.organId]))
  const record = (await changeRecord(db, undefined, city.checker, change.changeId, NOW))!
  assert.deepEqual(
    record.heirs.map((h) => [h.organId, h.fits]),
    [[OTHER_ORGAN.organId, false]],
  )
  assert.deepEqual(
    [
      { name: '福州市卫生健康委员会', areaName: '福州市' },
      { name: '台江区卫生健康局', areaName: '台江区' },
      { name: '晋安区城市管理局', areaName: '福建省福州市晋安区' },
    ].map(functionOf),
    ['卫生健康', '卫生健康', '城市管理'],
  )
})

test('two handlings of one entry go down to the same district one after the other', async () => {
  const first = await cityItem()
  const { basicCode, implCode } = (await itemForGuide(world.deps.db, first))!.content
  const second = await world.draft({
    organId: CITY.organId,
    organName: CITY.name,
    areaCode: CITY.areaCode,
    level: '3',
    basicCode,
    implCode,
    handleItemCode: `${implCode}02`,
  })
  const published = allowed(await submitChange(world.deps, city.clerk, second, asked(NOW), NOW))
  allowed(await signAll(world.deps, published, NOW, city.checker))
  for (const id of [first, second]) {
    const change = allowed(await handDown(id, [EAST.organId]))
    allowed(await signAll(world.deps, change, NOW, city.checker))
  }
})
