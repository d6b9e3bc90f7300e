import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import { signChange } from '../life/acts/sign.ts'
import { submitChange } from '../life/acts/submit.ts'
import { lastChange } from '../life/store.ts'
import { asked, publish } from '../life/testing.ts'
import { changeRecord } from '../life/views/record.ts'
import {
  type CatalogueWorld,
  catalogueWorld,
  checker,
  clerk,
  examiner,
  NOW,
  otherClerk,
  secondClerk,
} from '../testing.ts'
import { deskItem, listForOrgan } from '../views/desk.ts'
import { discardDraft } from './discard-draft.ts'
import { saveDraft } from './save-draft.ts'

let world: CatalogueWorld
before(async () => {
  world = await catalogueWorld()
})
after(() => world.close())

const save = (id: string, summary: string, revision: number, staff = clerk) =>
  saveDraft(world.deps, staff, id, { patch: { summary }, revision }, NOW)
const discard = (id: string, version: number, revision: number, staff = clerk) =>
  discardDraft(world.deps, staff, id, { version, revision }, NOW)

/** An item in force with a draft of its second version. */
async function changing(): Promise<string> {
  const id = await world.draft()
  assert.ok((await publish(world.deps, clerk, id, { revision: 1 }, NOW)).ok)
  assert.ok((await save(id, '改了又不想改（示例）', 0)).ok)
  return id
}

test('a draft that is thrown away leaves the version in force as it was, and the next draft begins from there', async () => {
  const id = await changing()
  const was = (await deskItem(world.deps.db, clerk, id))!.published!.content
  assert.deepEqual(await discard(id, 2, 1), { ok: true, value: { ended: false } })
  const now = (await deskItem(world.deps.db, clerk, id))!
  assert.deepEqual([now.draft, now.published!.version, now.published!.content], [null, 1, was])
  const again = await save(id, '从头再改（示例）', 0)
  assert.ok(again.ok)
  assert.deepEqual([again.value.version, again.value.revision, again.value.merged], [2, 1, null])
  const events = await readStream(world.deps.db, `item:${id}`)
  assert.ok(
    events.some((e) => e.type === 'item.draft-discarded'),
    'the history keeps who threw what away',
  )
})

test('an item that never was in force ends with its draft and is in no list', async () => {
  const id = await world.draft({ name: '建错了的事项（示例）' })
  assert.deepEqual(await discard(id, 1, 1), { ok: true, value: { ended: true } })
  const { rows } = await listForOrgan(world.deps.db, { organ: clerk.organId, q: '建错了的事项', page: 1 })
  assert.deepEqual(rows, [])
  const saved = await save(id, '还想改', 1)
  assert.ok(!saved.ok && saved.refusal.name === 'ended')
})

test('nobody throws away what another clerk has saved meanwhile, nor what is not theirs', async () => {
  const id = await changing()
  assert.ok((await save(id, '另一位也在改（示例）', 1, secondClerk)).ok)
  const stale = await discard(id, 2, 1)
  assert.ok(!stale.ok && stale.refusal.name === 'conflict')
  for (const [staff, name] of [
    [otherClerk, 'not-found'],
    [examiner, 'not-allowed'],
  ] as const) {
    const refused = await discard(id, 2, 2, staff)
    assert.ok(!refused.ok && refused.refusal.name === name, staff.name)
  }
})

test('what lies before those who sign is not thrown away', async () => {
  const id = await changing()
  const change = {
    changeId: crypto.randomUUID(),
    kind: 'text' as const,
    effectiveOn: '2026-12-01',
    reason: '',
    instead: '',
    document: '',
    note: '',
    targets: [],
    revision: 1,
  }
  const submitted = await submitChange(world.deps, clerk, id, change, NOW)
  assert.ok(submitted.ok, JSON.stringify(submitted))
  const refused = await discard(id, 2, 1)
  assert.ok(!refused.ok && refused.refusal.name === 'under-way')
})

/** Handed in and sent back by the department's own checker. */
async function sentBack(itemId: string): Promise<void> {
  const change = await submitChange(world.deps, clerk, itemId, asked(NOW, { revision: 1 }), NOW)
  assert.ok(change.ok, JSON.stringify(change))
  const command = { turn: change.value.turn, words: '依据写全（示例）' }
  const back = await signChange(world.deps, 'send-back', checker, change.value.changeId, command, NOW)
  assert.ok(back.ok, JSON.stringify(back))
}

test('a draft that was sent back stays beside the version in force, and the clerk is told what to do before asking', async () => {
  const id = await changing()
  await sentBack(id)
  const refused = await discard(id, 2, 1)
  assert.ok(!refused.ok && refused.refusal.name === 'signed-for')
  const { mayDiscard } = (await deskItem(world.deps.db, clerk, id))!
  assert.deepEqual(mayDiscard, { allowed: false, sentence: refused.refusal.sentence })
  assert.match(mayDiscard.sentence, /再提交.*不影响现行第 1 版/)
})

test('a new item that was sent back may be given up: its text stays with the change that refers to it', async () => {
  const id = await world.draft({ name: '退回以后不办了的事项（示例）' })
  await sentBack(id)
  assert.equal((await deskItem(world.deps.db, clerk, id))!.mayDiscard.allowed, true)
  assert.deepEqual(await discard(id, 1, 1), { ok: true, value: { ended: true } })
  const change = (await lastChange(world.deps.db, id))!
  const record = await changeRecord(world.deps.db, undefined, clerk, change.changeId, NOW)
  assert.deepEqual([record?.change.state, record?.name], ['sent-back', '退回以后不办了的事项（示例）'])
})
