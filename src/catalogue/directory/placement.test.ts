import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Staff } from '../../identity/index.ts'
import { createItem } from '../acts/create-item.ts'
import { clerk, NOW, ORGAN, OTHER_ORGAN, otherClerk } from '../testing.ts'
import { directoryBasics } from './basics.ts'
import { handDownBodies } from './bodies.ts'
import { endException, recordException } from './exceptions.ts'
import { loadDirectory } from './load.ts'
import { figureOf, placements } from './placement.ts'
import { directoryWorld, entryNamed, refused, registrar, TODAY, value } from './testing.ts'
import { entryRecord } from './views.ts'

let world: Awaited<ReturnType<typeof directoryWorld>>
before(async () => {
  world = await directoryWorld()
})
after(() => world.close())
const carried: typeof world.carried = (...asked) => world.carried(...asked)
const added: typeof world.added = (...asked) => world.added(...asked)

test('[Art. 5.1(2)] a body without a guide is missing until an approved exception makes it exempt', async () => {
  const basicCode = await added()
  const standing = async () => (await placements(world.deps.db, { basicCode }, TODAY)).map((p) => p.placement)
  assert.deepEqual(await standing(), ['missing'])
  const exception = {
    basicCode,
    organId: ORGAN.organId,
    kind: 'public-safety',
    reason: '场所须隔开',
    government: '示例区人民政府',
    document: '示政〔2026〕1 号',
    approvedOn: '2026-05-01',
  } as const
  const record = (change: object, staff = registrar) =>
    recordException(world.deps, staff, { ...exception, ...change }, NOW)
  refused(await record({}, clerk), 'not-allowed')
  for (const field of ['government', 'document', 'approvedOn'])
    assert.equal(refused(await record({ [field]: '' }), 'invalid').field, field)
  assert.equal(refused(await record({ organId: OTHER_ORGAN.organId }), 'invalid').field, 'organId')
  const { exceptionId } = value(await record({}))
  refused(await record({}), 'exists')
  assert.deepEqual(await standing(), ['exempt'])
  assert.deepEqual((await directoryBasics(world.deps.db, basicCode))?.exempt, [ORGAN.organId])
  const ownRegistrar = { ...registrar, organId: clerk.organId }
  refused(
    await endException(world.deps, ownRegistrar, exceptionId, { reason: '场所已经改造' }, NOW),
    'not-allowed',
  )
  refused(await endException(world.deps, registrar, exceptionId, { reason: '' }, NOW), 'invalid')
  value(await endException(world.deps, registrar, exceptionId, { reason: '场所已经改造' }, NOW))
  assert.deepEqual(await standing(), ['missing'])
})

test('[Art. 5.1(2)] what a state secret’s exception says is not told to other bodies, only that it is there', async () => {
  const basicCode = await added(undefined, { bodies: [ORGAN.organId, OTHER_ORGAN.organId] })
  const secret = {
    basicCode,
    organId: ORGAN.organId,
    kind: 'state-secret',
    reason: '内容不公开',
    government: '示例区人民政府',
    document: '示密〔2026〕1 号',
    approvedOn: '2026-05-01',
  } as const
  value(await recordException(world.deps, registrar, secret, NOW))
  const seenBy = async (staff: Staff) =>
    JSON.stringify(await entryRecord(world.deps.db, staff, basicCode, TODAY))
  assert.match(await seenBy(clerk), /示密/)
  assert.match(await seenBy(registrar), /示密/)
  assert.doesNotMatch(await seenBy(otherClerk), /示密|内容不公开"/)
  const { placed } = (await entryRecord(world.deps.db, otherClerk, basicCode, TODAY))!
  assert.deepEqual(
    placed.map((p) => p.placement),
    ['exempt', 'missing'],
  )
})

test('[Art. 5.1] the figure counts every body of every entry in force once, by department and by district', async () => {
  const basicCode = await added(undefined, { bodies: [ORGAN.organId, OTHER_ORGAN.organId] })
  const placed = await placements(world.deps.db, { basicCode }, TODAY)
  const { all, byOrgan, byArea } = figureOf(placed)
  assert.deepEqual(all, { in: 0, exempt: 0, missing: 2 })
  assert.deepEqual(
    byOrgan.map((o) => o.missing),
    [1, 1],
  )
  assert.deepEqual(
    byArea.map((a) => [a.areaCode, a.missing]),
    [[ORGAN.areaCode, 2]],
  )
  await carried({ operation: 'suspend', codes: [basicCode] }, registrar)
  assert.deepEqual(await placements(world.deps.db, { basicCode }, TODAY), [])
})

test('a directory is loaded once; what changed in the source is its next version, what was decided here stands', async () => {
  const { db, history } = world.deps
  const { elements, bodies } = entryNamed('示例载入')
  const entry = { basicCode: '350190001000', sample: true, elements, bodies }
  const source = {
    document: '示例目录',
    effectiveOn: '2026-03-02',
    entries: [entry],
    exceptions: [],
    centres: [],
  }
  const load = (name: string) =>
    loadDirectory(db, history, { ...source, entries: [{ ...entry, elements: { ...elements, name } }] }, NOW)
  assert.deepEqual(await load('示例载入'), { loaded: 1, unchanged: 0 })
  assert.deepEqual(await load('示例载入'), { loaded: 0, unchanged: 1 })
  assert.deepEqual(await load('示例再载入'), { loaded: 1, unchanged: 0 })
  await carried({ operation: 'change', codes: [entry.basicCode], results: [entryNamed('示例决定过')] })
  assert.deepEqual(await load('示例又载入'), { loaded: 0, unchanged: 1 })
  const basics = await directoryBasics(db, entry.basicCode)
  assert.deepEqual([basics?.name, basics?.version], ['示例决定过', 3])
})

test('handed down, an entry is implemented by the new bodies; the old one stays while it has another item of it', async () => {
  const { db, history } = world.deps
  const basicCode = await added()
  const hand = () =>
    db.transaction((tx) =>
      handDownBodies(tx, history, { basicCode, from: ORGAN.organId, to: [OTHER_ORGAN.organId] }, NOW),
    )
  const bodies = async () => (await placements(db, { basicCode }, TODAY)).map((p) => p.organ.organId)
  value(await createItem(world.deps, clerk, { basicCode }, NOW))
  await hand()
  assert.deepEqual(await bodies(), [ORGAN.organId, OTHER_ORGAN.organId])
  await db.query("update catalogue.item set life = 'devolved' where right(impl_code, 12) = $1", [basicCode])
  await hand()
  assert.deepEqual(await bodies(), [OTHER_ORGAN.organId])
})
