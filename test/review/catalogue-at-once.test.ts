/** Several hands on one item at the same moment, each over a connection pool of its own as another process has it. */
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { createItem } from '../../src/catalogue/acts/create-item.ts'
import { saveDraft } from '../../src/catalogue/acts/save-draft.ts'
import type { CatalogueDeps } from '../../src/catalogue/acts/scene.ts'
import { decideProposal } from '../../src/catalogue/directory/decide.ts'
import { sweepDirectory } from '../../src/catalogue/directory/in-force.ts'
import { propose } from '../../src/catalogue/directory/propose.ts'
import { entryNamed } from '../../src/catalogue/directory/testing.ts'
import { sweepChanges } from '../../src/catalogue/life/acts/enforce.ts'
import { signChange } from '../../src/catalogue/life/acts/sign.ts'
import { submitChange } from '../../src/catalogue/life/acts/submit.ts'
import type { Change } from '../../src/catalogue/life/change.ts'
import { findChange, turnsOf } from '../../src/catalogue/life/store.ts'
import { asked, publish } from '../../src/catalogue/life/testing.ts'
import type { SignAct } from '../../src/catalogue/life/transitions.ts'
import { enterChange, findItem, readVersion } from '../../src/catalogue/store.ts'
import {
  type CatalogueWorld,
  catalogueWorld,
  checker,
  clerk,
  guide,
  NOW,
  reformer,
  registrar,
  secondClerk,
} from '../../src/catalogue/testing.ts'
import { changesAfter } from '../../src/catalogue/transfer/open-store.ts'
import { liveInForce } from '../../src/hall/live-in-force.ts'
import { verifyAll } from '../../src/history/index.ts'
import type { Staff } from '../../src/identity/index.ts'
import { type Database, openDatabase } from '../../src/platform/database.ts'
import type { Result } from '../../src/platform/refusal.ts'

let world: CatalogueWorld
let pools: Database[]
/** The same platform as four processes have it. */
let processes: CatalogueDeps[]
before(async () => {
  world = await catalogueWorld()
  pools = Array.from({ length: 4 }, () => openDatabase(world.database.appUrl, { max: 4 }))
  processes = pools.map((db) => ({ db, history: world.history }))
})
after(async () => {
  for (const pool of pools) await pool.close()
  await world.close()
})

const allowed = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.name}: ${result.refusal.sentence}`)
  return result.value
}
const another = (staff: Staff): Staff => ({
  ...staff,
  staffId: `${staff.staffId}-2`,
  name: `${staff.name}二`,
})
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const sign = (i: number, act: SignAct, staff: Staff, change: Change, words = '', now = NOW) =>
  signChange(processes[i]!, act, staff, change.changeId, { turn: change.turn, words }, now)

/** A change of this kind that lies where the reform body or the checker has it in hand. */
async function lying(at: 'checking' | 'deciding'): Promise<Change> {
  const id = await world.draft()
  const change = allowed(await submitChange(world.deps, clerk, id, asked(NOW), NOW))
  if (at === 'checking') return change
  const passed = allowed(await sign(0, 'pass', checker, change))
  return allowed(await sign(0, 'take', registrar, passed))
}

/** Exactly one of them happened, the turns have no hole, and the losers were told who was first. */
async function oneWon(change: Change, results: Result<Change>[]): Promise<Change> {
  assert.equal(results.filter((r) => r.ok).length, 1, JSON.stringify(results))
  for (const r of results)
    if (!r.ok) assert.ok(['conflict', 'not-possible-now'].includes(r.refusal.name), r.refusal.name)
  const turns = await turnsOf(world.deps.db, change.changeId)
  assert.deepEqual(
    turns.map((t) => t.turn),
    turns.map((_, i) => i + 1),
  )
  assert.equal(turns.filter((t) => t.turn === change.turn + 1).length, 1)
  return (await findChange(world.deps.db, change.changeId))!
}

test('of two checkers and a clerk who takes back at the same moment exactly one is done', async () => {
  for (let round = 0; round < 5; round++) {
    const change = await lying('checking')
    const results = await Promise.all([
      sign(0, 'pass', checker, change),
      sign(1, 'pass', another(checker), change),
      sign(2, 'withdraw', clerk, change),
      sign(3, 'send-back', another(checker), change, '缺一张图。'),
    ])
    const after = await oneWon(change, results)
    assert.ok(['filing', 'withdrawn', 'sent-back'].includes(after.state), after.state)
  }
})

test('of two who decide and a clerk who takes back one is done, and what was decided is in force once', async () => {
  for (let round = 0; round < 5; round++) {
    const change = await lying('deciding')
    const results = await Promise.all([
      sign(0, 'decide', reformer, change, '示审改〔2026〕7 号（示例）'),
      sign(1, 'decide', another(reformer), change, '示审改〔2026〕8 号（示例）'),
      sign(2, 'withdraw', clerk, change),
    ])
    const after = await oneWon(change, results)
    const entries = (await changesAfter(world.deps.db, 0, 1000)).filter((e) => e.itemId === change.itemId)
    assert.equal(entries.length, after.state === 'in-force' ? 1 : 0)
  }
})

test('the same signature sent many times at once is one signature', async () => {
  const change = await lying('checking')
  const results = await Promise.all(Array.from({ length: 8 }, (_, i) => sign(i % 4, 'pass', checker, change)))
  for (const r of results) assert.equal(allowed(r).state, 'filing')
  assert.equal((await turnsOf(world.deps.db, change.changeId)).length, 2)
})

test('nobody makes two hands of one: not who wrote a part of it, nor who signed it before', async () => {
  const both: Staff = { ...secondClerk, posts: [...secondClerk.posts, ...checker.posts] }
  const id = await world.draft()
  const save = (staff: Staff, revision: number, summary: string) =>
    saveDraft(world.deps, staff, id, { patch: { summary }, revision }, NOW)
  allowed(await save(both, 1, '写的人后来不能审。'))
  allowed(await save(clerk, 2, '另一个人改了一个字。'))
  const change = allowed(await submitChange(world.deps, clerk, id, asked(NOW, { revision: 3 }), NOW))
  const own = await sign(0, 'pass', both, change)
  assert.ok(!own.ok && own.refusal.name === 'own-work')
  // Who passes for the department cannot take the filing too, whatever posts they were given.
  const everything: Staff = { ...registrar, staffId: 't9-all', posts: [...checker.posts, ...registrar.posts] }
  const passed = allowed(await sign(0, 'pass', { ...everything, organId: change.organId }, change))
  const again = await sign(0, 'take', everything, passed)
  assert.ok(!again.ok && again.refusal.name === 'own-work')
  assert.equal(allowed(await sign(0, 'take', registrar, passed)).state, 'deciding')
})

test('what is submitted is what takes effect, whoever saves at that moment', async () => {
  for (let round = 0; round < 6; round++) {
    const id = await world.draft()
    const [saved, submitted] = await Promise.all([
      saveDraft(processes[0]!, secondClerk, id, { patch: { summary: `第 ${round} 次` }, revision: 1 }, NOW),
      submitChange(processes[1]!, clerk, id, asked(NOW), NOW),
    ])
    assert.notEqual(saved.ok, submitted.ok)
    const refusal = saved.ok ? submitted : saved
    assert.ok(!refusal.ok && ['conflict', 'under-way'].includes(refusal.refusal.name))
    const revision = (await readVersion(world.deps.db, id, 1))!.revision
    assert.equal(revision, saved.ok ? 2 : 1)
  }
})

test('the same press of submitting, and two changes at once, begin one change', async () => {
  const id = await world.draft()
  const command = asked(NOW)
  const presses = await Promise.all(
    [0, 1, 2, 3].map((i) => submitChange(processes[i]!, clerk, id, command, NOW)),
  )
  for (const press of presses) assert.equal(allowed(press).changeId, command.changeId)
  const second = await world.draft()
  const two = await Promise.all(
    [0, 1].map((i) => submitChange(processes[i]!, clerk, second, asked(NOW), NOW)),
  )
  assert.equal(two.filter((r) => r.ok).length, 1)
})

test('a day’s sweep in four processes brings each change into force once', async () => {
  const day = later(3)
  const ids: string[] = []
  for (let i = 0; i < 12; i++) {
    const id = await world.draft()
    const command = asked(NOW, { effectiveOn: '2026-11-26' })
    const change = allowed(await submitChange(world.deps, clerk, id, command, NOW))
    const passed = allowed(await sign(0, 'pass', checker, change))
    const taken = allowed(await sign(1, 'take', registrar, passed))
    assert.equal(
      allowed(await sign(2, 'decide', reformer, taken, '示审改〔2026〕9 号（示例）')).state,
      'scheduled',
    )
    ids.push(id)
  }
  const start = await newest()
  await Promise.all(processes.map((deps) => sweepChanges(deps, day)))
  const entries = await changesAfter(world.deps.db, start, 1000)
  assert.deepEqual(entries.map((e) => e.itemId).sort(), [...ids].sort())
  for (const id of ids) {
    const item = await findItem(world.deps.db, id)
    assert.deepEqual([item?.publishedVersion, item?.draftVersion], [1, null])
  }
  assert.equal(await sweepChanges(processes[0]!, day), 0)
})

const newest = async () => (await changesAfter(world.deps.db, 0, 1000)).at(-1)?.seq ?? 0

test('an entry that is slow to become public is not overtaken: who reads on from the last number misses none', async () => {
  const itemId = await world.draft()
  const entry = (name: string) => ({
    itemId,
    version: 1,
    kind: 'change' as const,
    content: guide({ name }),
    sections: [],
    reason: '',
    effectiveOn: '2026-11-23',
  })
  const start = await newest()
  const [slow, quick, reader] = pools as [Database, Database, Database]
  let through = false
  let second: Promise<void> | undefined
  const meanwhile = await slow.transaction(async (tx) => {
    await enterChange(tx, entry('先'), NOW)
    second = quick
      .transaction((other) => enterChange(other, entry('后'), NOW))
      .then(() => {
        through = true
      })
    // Until the second either has gone through or stands waiting for the first.
    for (let waits = false; !waits && !through; ) {
      const [waiting] = await reader.query(
        "select from pg_stat_activity where wait_event = 'advisory' and datname = current_database()",
      )
      waits = waiting !== undefined
    }
    return changesAfter(reader, start, 10)
  })
  await second
  const rest = await changesAfter(reader, meanwhile.at(-1)?.seq ?? start, 10)
  assert.deepEqual(
    [...meanwhile, ...rest].map((e) => e.name),
    ['先', '后'],
  )
})

test('pages and screens of the hall hear of what came into force and not that somebody is writing', async () => {
  let say: (streamId: string) => void = () => {}
  const inForce = liveInForce(pools[0]!, {
    announce() {},
    subscribe: () => () => {},
    subscribeAll(listener) {
      say = listener
      return () => {}
    },
    close: async () => {},
  })
  const heard: { streamId: string; published: boolean }[] = []
  let published = false
  const first = new Promise<void>((told) => {
    inForce.subscribeAll((streamId) => {
      heard.push({ streamId, published })
      told()
    })
  })
  const id = await world.draft()
  for (const [revision, summary] of ['一', '二', '三'].entries()) {
    const save = { patch: { summary }, revision: revision + 1 }
    allowed(await saveDraft(world.deps, clerk, id, save, NOW))
    say(`item:${id}`)
  }
  published = true
  allowed(await publish(world.deps, clerk, id, { revision: 4 }, NOW))
  say(`item:${id}`)
  await first
  assert.deepEqual(heard, [{ streamId: `item:${id}`, published: true }])
})

test('a version that was in force once reads the same for ever, through change, suspension and cancellation', async () => {
  const digest = async () => {
    const rows = await world.deps.db.query<{ id: string; content: unknown }>(
      `select item_id || '@' || version as id, content from catalogue.item_version where status <> 'draft'`,
    )
    return new Map(
      rows.map((r) => [r.id, createHash('sha256').update(JSON.stringify(r.content)).digest('hex')]),
    )
  }
  const id = await world.draft()
  allowed(await publish(world.deps, clerk, id, { revision: 1 }, NOW))
  const before = await digest()
  allowed(await saveDraft(world.deps, clerk, id, { patch: { summary: '第二版。' }, revision: 0 }, NOW))
  allowed(await publish(world.deps, clerk, id, { revision: 1 }, NOW))
  for (const kind of ['suspend', 'resume', 'cancel'] as const) {
    const command = asked(NOW, { kind, revision: 0, reason: '示例：停办一段时间。' })
    let change = allowed(await submitChange(world.deps, clerk, id, command, NOW))
    change = allowed(await sign(0, 'pass', checker, change))
    change = allowed(await sign(0, 'take', registrar, change))
    if (kind === 'cancel') change = allowed(await sign(0, 'decide', reformer, change, '示例文号'))
    assert.equal(change.state, 'in-force')
  }
  const ended = await saveDraft(world.deps, clerk, id, { patch: { summary: '第三版。' }, revision: 0 }, NOW)
  assert.ok(!ended.ok && ended.refusal.name === 'ended')
  const now = await digest()
  for (const [version, hash] of before) assert.equal(now.get(version), hash, version)
  assert.equal(now.size, before.size + 1)
})

test('of two who decide on one proposal one does; the directory’s sweep in four processes and two clerks who add make one each', async () => {
  const proposal = {
    operation: 'add',
    codes: [],
    results: [entryNamed('示例同时办的事项')],
    reason: '法律新设',
  } as const
  const ask = (i: number, proposalId: string) =>
    propose(processes[i]!, clerk, { ...proposal, codes: [], results: [...proposal.results], proposalId }, NOW)
  const proposalId = randomUUID()
  for (const p of await Promise.all([0, 1, 2].map((i) => ask(i, proposalId)))) allowed(p)
  const agree = {
    agree: true,
    document: '示审改〔2026〕10 号（示例）',
    effectiveOn: '2026-11-25',
    answer: '',
  } as const
  const decisions = await Promise.all([
    decideProposal(processes[0]!, reformer, proposalId, agree, NOW),
    decideProposal(processes[1]!, another(reformer), proposalId, { agree: false, answer: '依据不足。' }, NOW),
    decideProposal(processes[2]!, another(reformer), proposalId, agree, NOW),
  ])
  assert.equal(decisions.filter((d) => d.ok).length, 1)
  let [code] = allowed(decisions.find((d) => d.ok)!).codes
  if (code === undefined) {
    const again = randomUUID()
    allowed(await ask(0, again))
    code = allowed(await decideProposal(processes[0]!, reformer, again, agree, NOW)).codes[0]!
  }
  const swept = await Promise.all(processes.map((deps) => sweepDirectory(deps, later(3))))
  assert.equal(
    swept.reduce((a, b) => a + b, 0),
    1,
  )
  const made = await Promise.all(
    [clerk, secondClerk].map((staff, i) =>
      createItem(processes[i]!, staff, { basicCode: code, itemId: randomUUID() }, later(3)),
    ),
  )
  assert.equal(made.filter((m) => m.ok).length, 1)
})

test('after all of it the chain of every history holds', async () => {
  const { broken, events } = await verifyAll(world.deps.db)
  assert.equal(broken, null)
  assert.ok(events > 100)
})
