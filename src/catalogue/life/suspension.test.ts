import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Staff } from '../../identity/index.ts'
import type { Result } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import { type RegisterEntry, registerEntries } from '../register/entries.ts'
import { search } from '../search/query.ts'
import { findItem } from '../store.ts'
import { type CatalogueWorld, catalogueWorld, clerk, NOW } from '../testing.ts'
import { itemForGuide } from '../views/guide.ts'
import { sweepChanges } from './acts/enforce.ts'
import { type SubmitChange, submitChange } from './acts/submit.ts'
import type { Change } from './change.ts'
import { lastChange } from './store.ts'
import { asked, publish, signAll } from './testing.ts'
import { closedGuide } from './views/closed-guide.ts'
import { queueOf } from './views/queue.ts'
import { changeRecord, lifeOf } from './views/record.ts'

/** 暂停 with its planned end, and 恢复, before which the gate is asked again. */

let world: CatalogueWorld
before(async () => {
  world = await catalogueWorld()
})
after(() => world.close())

const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const allowed = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.name}: ${result.refusal.sentence}`)
  return result.value
}
const submit = (id: string, command: Partial<SubmitChange>, now = NOW, staff: Staff = clerk) =>
  submitChange(world.deps, staff, id, asked(now, command), now)
const bring = async (id: string, command: Partial<SubmitChange>, now = NOW): Promise<Change> =>
  allowed(await signAll(world.deps, allowed(await submit(id, command, now)), now))
async function suspended(resumeOn: string | null): Promise<string> {
  const id = await world.draft()
  allowed(await publish(world.deps, clerk, id, { revision: 1 }, NOW))
  await bring(id, { kind: 'suspend', reason: '系统迁移。', resumeOn })
  return id
}
const isPublic = async (id: string) => (await itemForGuide(world.deps.db, id)) !== null
const hitOf = async (id: string) => {
  const { content } = (await closedGuide(world.deps.db, id))!.item
  return (await search(world.deps.db, { q: content.name })).hits.find((h) => h.itemId === id)
}
const every = { organId: '', areaCode: '', kind: '', month: '' } as const
const entriesOf = async (id: string): Promise<RegisterEntry[]> =>
  (await registerEntries(world.deps.db, every, { limit: 100, offset: 0 })).filter((e) => e.itemId === id)

/** Nobody is trained for a post of the steps any more, which the gate blocks; `then` undoes it. */
async function unstaffed<T>(then: () => Promise<T>): Promise<T> {
  const train = (day: string | null) =>
    world.deps.db.query(
      "update identity.post_holding set trained_on = $1 where staff_id = 't8' and post = 'approver'",
      [day],
    )
  await train(null)
  try {
    return await then()
  } finally {
    await train('2026-03-02')
  }
}

test('a planned end of a suspension stands on the guide, in the search and in the register', async () => {
  const id = await suspended('2026-12-10')
  assert.equal((await closedGuide(world.deps.db, id))?.resumesOn, '2026-12-10')
  assert.equal((await hitOf(id))?.resumesOn, '2026-12-10')
  const life = await lifeOf(world.deps.db, (await findItem(world.deps.db, id))!, NOW)
  assert.equal(life.resumesOn, '2026-12-10')
  assert.deepEqual(
    (await entriesOf(id)).map((e) => [e.kind, e.resumeOn]),
    [
      ['suspend', '2026-12-10'],
      ['new', null],
    ],
  )
  const early = await submit(await suspended(null), { kind: 'suspend', reason: '示例', resumeOn: dayOf(NOW) })
  assert.equal(!early.ok && early.refusal.field, 'resumeOn')
})

test('on the planned day the item is offered again by itself, once, and the register says so', async () => {
  const id = await suspended('2026-12-10')
  await sweepChanges(world.deps, new Date('2026-12-09T15:00:00Z'))
  assert.equal(await isPublic(id), false, 'the day has not begun in Fuzhou')
  const day = new Date('2026-12-09T16:30:00Z')
  await Promise.all([sweepChanges(world.deps, day), sweepChanges(world.deps, day)])
  assert.equal(await isPublic(id), true)
  const [entry, ...rest] = await entriesOf(id)
  assert.deepEqual([entry?.kind, entry?.effectiveOn, rest.length], ['resume', '2026-12-10', 2])
})

test('what the gate blocks by the planned day stays suspended; its clerk has the findings, and no plan is shown', async () => {
  const { db } = world.deps
  const id = await suspended('2026-12-10')
  await unstaffed(async () => {
    await sweepChanges(world.deps, later(20))
    await sweepChanges(world.deps, later(21))
  })
  await sweepChanges(world.deps, later(22))
  assert.equal(await isPublic(id), false, 'not tried again by itself')
  assert.equal((await closedGuide(db, id))?.resumesOn, null)
  assert.equal((await hitOf(id))?.resumesOn, null)
  const life = await lifeOf(db, (await findItem(db, id))!, later(22))
  assert.match(life.sentBack?.reasons ?? '', /没有培训合格的人/)
  const mine = await queueOf(db, clerk, 'mine', 1)
  assert.equal(mine.rows.filter((r) => r.itemId === id).length, 1)
})

test('a resumption asks the gate when it is handed in and again on its day, and the checker sees what it says', async () => {
  const { db } = world.deps
  const id = await suspended(null)
  await unstaffed(async () => {
    const stopped = await submit(id, { kind: 'resume', reason: '迁移完成。' })
    assert.equal(!stopped.ok && stopped.refusal.name, 'guide-incomplete')
  })
  const change = allowed(
    await submit(id, { kind: 'resume', reason: '迁移完成。', effectiveOn: dayOf(later(3)) }),
  )
  const blocked = () => unstaffed(() => changeRecord(db, undefined, clerk, change.changeId, NOW))
  assert.ok((await blocked())!.findings.some((f) => f.id === 'step-unstaffed'))
  allowed(await signAll(world.deps, change, NOW))
  await unstaffed(() => sweepChanges(world.deps, later(3)))
  assert.equal((await lastChange(db, id))?.state, 'sent-back')
  assert.equal(await isPublic(id), false)
  await bring(id, { kind: 'resume', reason: '岗位补齐了。' }, later(4))
  assert.equal(await isPublic(id), true)
})

test('a suspension is prolonged by another one, and was one suspension from its first day on', async () => {
  const { db } = world.deps
  const id = await suspended('2026-12-10')
  const same = await submit(id, { kind: 'suspend', reason: '还要等。', resumeOn: '2026-12-10' })
  assert.equal(!same.ok && same.refusal.name, 'not-possible-now')
  const underWay = allowed(
    await submit(id, { kind: 'suspend', reason: '迁移推迟。', resumeOn: '2026-12-20' }, later(10)),
  )
  await sweepChanges(world.deps, new Date('2026-12-09T16:30:00Z'))
  assert.equal(await isPublic(id), false, 'the plan waits for what is under way')
  allowed(await signAll(world.deps, underWay, later(17)))
  const closed = (await closedGuide(db, id))!
  assert.deepEqual(
    [closed.resumesOn, closed.since, closed.reason],
    ['2026-12-20', '2026-11-23', '迁移推迟。'],
  )
  await sweepChanges(world.deps, later(28))
  assert.equal(await isPublic(id), true)
})
