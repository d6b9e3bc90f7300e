import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'
import type { Result } from '../../platform/refusal.ts'
import { saveDraft } from '../acts/save-draft.ts'
import { search } from '../search/query.ts'
import { findItem } from '../store.ts'
import {
  type CatalogueWorld,
  catalogueWorld,
  checker,
  clerk,
  examiner,
  NOW,
  otherClerk,
  reformer,
  registrar,
  secondClerk,
  supervisor,
} from '../testing.ts'
import { itemForGuide } from '../views/guide.ts'
import { sweepChanges } from './acts/enforce.ts'
import { signChange } from './acts/sign.ts'
import { submitChange } from './acts/submit.ts'
import type { Change } from './change.ts'
import { findChange, turnsOf } from './store.ts'
import { asked, publish, signAll } from './testing.ts'
import type { SignAct } from './transitions.ts'
import { closedGuide } from './views/closed-guide.ts'
import { queueOf } from './views/queue.ts'
import { changeRecord, lifeOf } from './views/record.ts'

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
function refused(result: Result<unknown>, name: string) {
  assert.ok(!result.ok, 'was allowed')
  assert.equal(result.refusal.name, name)
  return result.refusal
}
const submit = (id: string, command = {}, staff = clerk, now = NOW) =>
  submitChange(world.deps, staff, id, asked(NOW, command), now)
const sign = (act: SignAct, staff: Staff, change: Change, words = '', now = NOW) =>
  signChange(world.deps, act, staff, change.changeId, { turn: change.turn, words }, now)
const inForce = async () => {
  const id = await world.draft()
  allowed(await publish(world.deps, clerk, id, { revision: 1 }, NOW))
  return id
}
const isPublic = async (id: string) => (await itemForGuide(world.deps.db, id)) !== null
const entries = (id: string) =>
  world.deps.db.query<{ kind: string; reason: string }>(
    'select kind, reason from catalogue.change_entry where item_id = $1 order by seq',
    [id],
  )

test('[Art. 5.1(3)] a new item is public only after its department checked it, its filing was taken and the reform body decided', async () => {
  const id = await world.draft()
  let change = allowed(await submit(id))
  assert.deepEqual([change.kind, change.state, await isPublic(id)], ['new', 'checking', false])
  change = allowed(await sign('pass', checker, change))
  assert.deepEqual([change.state, await isPublic(id)], ['filing', false])
  change = allowed(await sign('take', registrar, change))
  assert.deepEqual([change.state, await isPublic(id)], ['deciding', false])
  change = allowed(await sign('decide', reformer, change, '示审改〔2026〕3 号（示例）'))
  assert.deepEqual([change.state, await isPublic(id)], ['in-force', true])
  assert.equal(change.document, '示审改〔2026〕3 号（示例）')
  const filed = await world.deps.db.query('select kind from catalogue.filing where item_id = $1', [id])
  assert.deepEqual(filed, [{ kind: 'new' }])
  assert.deepEqual(await entries(id), [{ kind: 'new', reason: '' }])
  const told = (await readStream(world.deps.db, `item:${id}`)).map((e) => [e.type, e.actor.name])
  assert.deepEqual(told.slice(0, 4), [
    ['change.submitted', clerk.name],
    ['change.checked', checker.name],
    ['item.filed', registrar.name],
    ['change.decided', reformer.name],
  ])
})

test('[Art. 5.1(3)] a change of the procedure is filed before it takes effect, and needs no decision of the reform body', async () => {
  const id = await inForce()
  allowed(await saveDraft(world.deps, clerk, id, { patch: { summary: '改了' }, revision: 0 }, NOW))
  let change = allowed(await submit(id))
  assert.equal(change.kind, 'change')
  change = allowed(await sign('pass', checker, change))
  refused(await sign('decide', reformer, change, '一号'), 'not-possible-now')
  change = allowed(await sign('take', registrar, change))
  assert.equal(change.state, 'in-force')
  assert.equal((await itemForGuide(world.deps.db, id))?.content.summary, '改了')
})

test('a change waits for its day and takes effect when the day begins in Fuzhou', async () => {
  const id = await world.draft()
  const change = allowed(
    await signAll(world.deps, allowed(await submit(id, { effectiveOn: '2026-12-01' })), NOW),
  )
  assert.equal(change.state, 'scheduled')
  const lastNight = new Date('2026-11-30T15:59:59Z')
  await sweepChanges(world.deps, lastNight)
  assert.equal(await isPublic(id), false)
  await sweepChanges(world.deps, new Date('2026-11-30T16:00:00Z'))
  assert.equal(await isPublic(id), true)
  const [row] = await world.deps.db.query(
    'select effective_on from catalogue.item_version where item_id = $1',
    [id],
  )
  assert.deepEqual(row, { effective_on: '2026-12-01' })
  await sweepChanges(world.deps, later(30))
  assert.equal((await entries(id)).length, 1, 'what is in force is not put in force again')
})

test('a day before today is refused; one that passed while the change lay with others holds from the last signature', async () => {
  const id = await world.draft()
  assert.equal(refused(await submit(id, { effectiveOn: '2026-11-22' }), 'date-past').field, 'effectiveOn')
  const change = allowed(await signAll(world.deps, allowed(await submit(id)), later(5)))
  assert.equal(change.state, 'in-force')
  const [row] = await world.deps.db.query(
    'select effective_on from catalogue.item_version where item_id = $1',
    [id],
  )
  assert.deepEqual(row, { effective_on: '2026-11-28' })
})

test('when the day comes the gate is asked again, and what it blocks by now goes back with the findings', async () => {
  const id = await world.draft()
  const change = allowed(
    await signAll(world.deps, allowed(await submit(id, { effectiveOn: '2026-12-01' })), NOW),
  )
  const untrained = 'update identity.post_holding set trained_on = null where staff_id = $1 and post = $2'
  await world.deps.db.query(untrained, ['t8', 'approver'])
  try {
    await sweepChanges(world.deps, new Date('2026-12-01T01:00:00Z'))
  } finally {
    const trained = 'update identity.post_holding set trained_on = $3 where staff_id = $1 and post = $2'
    await world.deps.db.query(trained, ['t8', 'approver', '2026-03-02'])
  }
  assert.equal((await findChange(world.deps.db, change.changeId))?.state, 'sent-back')
  assert.equal(await isPublic(id), false)
  const last = (await turnsOf(world.deps.db, change.changeId)).at(-1)!
  assert.deepEqual([last.act, last.by.kind], ['send-back', 'system'])
  assert.match(last.words, /拦住 1 处：\n.*决定/)
})

test('what is sent back opens the draft again with the reasons, and may be submitted anew', async () => {
  const id = await world.draft()
  const change = allowed(await submit(id))
  assert.equal(refused(await sign('send-back', checker, change, ' '), 'reason-needed').field, 'words')
  allowed(await sign('send-back', checker, change, '条件写得不清楚'))
  const item = (
    await world.deps.db.query<{ life: string }>('select life from catalogue.item where item_id = $1', [id])
  )[0]
  assert.equal(item?.life, 'active')
  const record = await changeRecord(world.deps.db, undefined, clerk, change.changeId, NOW)
  assert.deepEqual([record?.change.state, record?.turns.at(-1)?.words], ['sent-back', '条件写得不清楚'])
  allowed(
    await saveDraft(world.deps, clerk, id, { patch: { conditions: ['写清楚的条件'] }, revision: 1 }, NOW),
  )
  allowed(await signAll(world.deps, allowed(await submit(id, { revision: 2 })), NOW))
  assert.equal(await isPublic(id), true)
})

test('as long as a change is under way its draft stays as those who sign it have read it', async () => {
  const id = await world.draft()
  const change = allowed(await submit(id))
  const { sentence } = refused(
    await saveDraft(world.deps, clerk, id, { patch: { summary: '再改' }, revision: 1 }, NOW),
    'under-way',
  )
  assert.match(sentence, /审核岗/)
  refused(await submit(id), 'under-way')
  allowed(await sign('withdraw', secondClerk, change))
  allowed(await saveDraft(world.deps, clerk, id, { patch: { summary: '再改' }, revision: 1 }, NOW))
})

test('a department takes its change back until it is in force, and not after', async () => {
  const id = await world.draft()
  const waiting = allowed(
    await signAll(world.deps, allowed(await submit(id, { effectiveOn: '2026-12-01' })), NOW),
  )
  refused(await sign('withdraw', otherClerk, waiting), 'not-found')
  refused(await sign('withdraw', examiner, waiting), 'not-allowed')
  refused(await sign('withdraw', registrar, waiting), 'not-allowed')
  allowed(await sign('withdraw', clerk, waiting))
  await sweepChanges(world.deps, later(30))
  assert.equal(await isPublic(id), false)
  const done = allowed(await signAll(world.deps, allowed(await submit(id)), NOW))
  refused(await sign('withdraw', clerk, done), 'not-possible-now')
})

test('[Art. 5.1(4)] each signature is that of the post in the right organ, and nobody passes their own work', async () => {
  const both: Staff = { ...clerk, posts: [...clerk.posts, ...checker.posts] }
  const elsewhere: Staff = { ...registrar, organId: clerk.organId }
  const id = await world.draft()
  let change = allowed(await submit(id, {}, both))
  refused(await sign('pass', both, change), 'own-work')
  refused(await sign('pass', clerk, change), 'not-allowed')
  refused(await sign('pass', registrar, change), 'not-allowed')
  change = allowed(await sign('pass', checker, change))
  refused(await sign('take', elsewhere, change), 'not-allowed')
  refused(await sign('take', supervisor, change), 'not-allowed')
  refused(await sign('send-back', checker, change, '太晚了'), 'not-allowed')
  change = allowed(await sign('take', registrar, change))
  assert.equal(refused(await sign('decide', reformer, change), 'document-needed').field, 'words')
})

test('who wrote the draft last does not pass it, even if another one submitted it', async () => {
  const writes: Staff = { ...checker, posts: [...checker.posts, ...clerk.posts] }
  const id = await world.draft()
  allowed(await saveDraft(world.deps, writes, id, { patch: { summary: '审核人写的' }, revision: 1 }, NOW))
  refused(await sign('pass', writes, allowed(await submit(id, { revision: 2 }))), 'own-work')
})

test('the same press twice is one turn; of two who act at once the second reads who was first', async () => {
  const id = await world.draft()
  const command = asked(NOW)
  const [a, b] = await Promise.all([0, 1].map(() => submitChange(world.deps, clerk, id, command, NOW)))
  assert.equal(allowed(a!).changeId, allowed(b!).changeId)
  const change = allowed(a!)
  const both = await Promise.all([sign('pass', checker, change), sign('withdraw', clerk, change)])
  assert.equal(both.filter((r) => r.ok).length, 1)
  const lost = both.find((r) => !r.ok)!
  assert.match(refused(lost, 'conflict').sentence, /已经把这次变更(审核通过|撤回)了/)
  const turns = await turnsOf(world.deps.db, change.changeId)
  assert.deepEqual(
    turns.map((t) => t.turn),
    [1, 2],
  )
  const winner = both[0]?.ok ? sign('pass', checker, change) : sign('withdraw', clerk, change)
  allowed(await winner)
  assert.equal((await turnsOf(world.deps.db, change.changeId)).length, 2)
})

test('[Art. 5.1(3)] an item that is suspended says why and until it is resumed nobody can begin', async () => {
  const { db } = world.deps
  const id = await inForce()
  assert.equal(refused(await submit(id, { kind: 'suspend' }), 'reason-needed').field, 'reason')
  const why = { kind: 'suspend', reason: '系统迁移，12 月 10 日恢复。', instead: '急件到示例窗口办。' }
  allowed(await signAll(world.deps, allowed(await submit(id, why)), NOW))
  assert.equal(await isPublic(id), false)
  const closed = (await closedGuide(db, id))!
  assert.deepEqual(
    [closed.life, closed.reason, closed.instead, closed.since],
    ['suspended', why.reason, why.instead, '2026-11-23'],
  )
  refused(await submit(id, why), 'not-possible-now')
  allowed(await signAll(world.deps, allowed(await submit(id, { kind: 'resume', reason: '迁移完成。' })), NOW))
  assert.deepEqual([await isPublic(id), await closedGuide(db, id)], [true, null])
  assert.deepEqual(
    (await entries(id)).map((e) => e.kind),
    ['new', 'suspend', 'resume'],
  )
})

test('a suspended item can be put right, and stays suspended until it is resumed', async () => {
  const id = await inForce()
  allowed(
    await signAll(
      world.deps,
      allowed(await submit(id, { kind: 'suspend', reason: '指南有误，改好再办。' })),
      NOW,
    ),
  )
  allowed(await saveDraft(world.deps, clerk, id, { patch: { summary: '改好了' }, revision: 0 }, NOW))
  assert.equal(allowed(await signAll(world.deps, allowed(await submit(id)), NOW)).state, 'in-force')
  assert.equal(await isPublic(id), false)
  assert.equal((await closedGuide(world.deps.db, id))?.item.content.summary, '改好了')
  allowed(await signAll(world.deps, allowed(await submit(id, { kind: 'resume', reason: '改好了。' })), NOW))
  assert.equal((await itemForGuide(world.deps.db, id))?.content.summary, '改好了')
})

test('[Art. 5.1(3)] an item ends only by a decision; then it is out of the search and cannot be changed', async () => {
  const { db } = world.deps
  const id = await inForce()
  const name = (await itemForGuide(db, id))!.content.name
  const change = allowed(await submit(id, { kind: 'cancel', reason: '依据已经废止。' }))
  const done = allowed(await signAll(world.deps, change, NOW))
  assert.equal((await turnsOf(db, done.changeId)).filter((t) => t.act === 'decide').length, 1)
  assert.equal((await closedGuide(db, id))?.life, 'cancelled')
  assert.equal(
    (await search(db, { q: name })).hits.some((h) => h.itemId === id),
    false,
  )
  refused(await submit(id, { kind: 'resume', reason: '还想办' }), 'ended')
  refused(await saveDraft(world.deps, clerk, id, { patch: { summary: '还想改' }, revision: 0 }, NOW), 'ended')
})

test('a draft that never was in force can be submitted as new and nothing else', async () => {
  const id = await world.draft()
  refused(await submit(id, { kind: 'cancel', reason: '不要了' }), 'not-possible-now')
  refused(await submit(id, { revision: 7 }), 'conflict')
  refused(await submit(await world.draft({ legalBasis: [] })), 'guide-incomplete')
})

test('each officer sees what lies before them, and nothing of other departments', async () => {
  const id = await world.draft({ name: '排队的事项' })
  const change = allowed(await submit(id))
  const sees = async (staff: Staff, filter: 'mine' | 'open' = 'mine') =>
    (await queueOf(world.deps.db, staff, filter, 1)).rows.some((r) => r.changeId === change.changeId)
  assert.deepEqual([await sees(checker), await sees(clerk), await sees(registrar)], [true, false, false])
  assert.deepEqual([await sees(clerk, 'open'), await sees(registrar, 'open')], [true, true])
  assert.equal(await sees(otherClerk, 'open'), false)
  assert.equal(await changeRecord(world.deps.db, undefined, otherClerk, change.changeId, NOW), null)
  const filed = allowed(await sign('pass', checker, change))
  assert.deepEqual([await sees(checker), await sees(registrar)], [false, true])
  allowed(await sign('send-back', registrar, filed, '依据不全'))
  assert.deepEqual([await sees(clerk), await sees(secondClerk), await sees(registrar)], [true, false, false])
  allowed(await submit(id, { effectiveOn: '2026-12-01' }, clerk, later(1)))
  assert.equal(await sees(clerk), false, 'handed in anew')
})

test('the impact of a change counts who it meets, and says what nobody counts', async () => {
  const id = await inForce()
  allowed(await saveDraft(world.deps, clerk, id, { patch: { summary: '换个说法' }, revision: 0 }, NOW))
  const change = allowed(await submit(id))
  const port = { openDossiers: async (itemId: string) => [{ version: 1, count: itemId === id ? 3 : 0 }] }
  const record = (await changeRecord(world.deps.db, port, checker, change.changeId, NOW))!
  assert.deepEqual(record.impact, {
    differs: [{ section: 'basics', keys: ['summary'] }],
    openDossiers: [{ version: 1, count: 3 }],
    drafts: null,
    bookings: null,
  })
  const life = await lifeOf(world.deps.db, (await findItem(world.deps.db, id))!, NOW)
  assert.equal(life.change?.changeId, change.changeId)
  allowed(await signAll(world.deps, change, NOW))
  const closed = (await changeRecord(world.deps.db, port, checker, change.changeId, NOW))!
  assert.deepEqual(
    [closed.change.state, closed.impact],
    ['in-force', null],
    'what is done meets nobody any more',
  )
})
