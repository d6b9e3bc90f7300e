import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import { proposalAnswers } from '../api/directory-answers.ts'
import { clerk, newClerk, otherClerk } from '../testing.ts'
import { directoryBasics } from './basics.ts'
import type { ProposedEntry } from './entry.ts'
import { sweepDirectory } from './in-force.ts'
import type { ProposeCommand } from './propose.ts'
import { listProposals } from './store.ts'
import {
  agreed,
  directoryWorld,
  entryNamed,
  reformer,
  refused,
  registrar,
  secondReformer,
  TODAY,
  value,
} from './testing.ts'
import { entryRecord, listEntries } from './views.ts'

let world: Awaited<ReturnType<typeof directoryWorld>>
before(async () => {
  world = await directoryWorld()
})
after(() => world.close())
const ask: typeof world.ask = (...asked) => world.ask(...asked)
const decide: typeof world.decide = (...asked) => world.decide(...asked)
const carried: typeof world.carried = (...asked) => world.carried(...asked)
const added: typeof world.added = (...asked) => world.added(...asked)

test('a new entry gets the next free code, a sub-item the next under its main item, and none is given twice', async () => {
  const first = await added('示例许可甲')
  const second = await added('示例许可乙')
  assert.match(first, /^35019?\d{4,5}000$/)
  assert.equal(Number(second.slice(4, 9)), Number(first.slice(4, 9)) + 1)
  const sub = await added('示例许可甲之一', { parent: first })
  assert.equal(sub, `${first.slice(0, 9)}001`)
  const [a, b] = await Promise.all([added('示例许可丙'), added('示例许可丁')])
  assert.notEqual(a, b)
  const stream = await readStream(world.deps.db, `directory:${first}`)
  assert.deepEqual(
    stream.map((e) => e.type),
    ['directory.entry-in-force'],
  )
})

test('an entry is proposed by a trained clerk or the registrar and takes effect only when the reform body agrees', async () => {
  refused(await ask({ results: [entryNamed('示例早')] }, newClerk), 'not-allowed')
  refused(await ask({ results: [entryNamed('示例早')] }, reformer), 'not-allowed')
  const { proposalId } = value(await ask({ results: [entryNamed('示例晚')] }))
  refused(await decide(proposalId, agreed, clerk), 'not-allowed')
  refused(await decide(proposalId, agreed, registrar), 'not-allowed')
  // A department may call one of its own a 审改岗; the directory is not theirs to decide for all that.
  refused(await decide(proposalId, agreed, { ...reformer, organId: clerk.organId }), 'not-allowed')
  assert.equal((await listEntries(world.deps.db, { q: '示例晚', page: 1 })).total, 0)
  const [code] = value(await decide(proposalId)).codes
  const basics = await directoryBasics(world.deps.db, code!)
  assert.deepEqual([basics?.name, basics?.version, basics?.state], ['示例晚', 1, 'in-force'])
})

test('what is sent back changes nothing and tells why; reasons are not left out', async () => {
  const { proposalId } = value(await ask({ results: [entryNamed('示例退')] }))
  assert.equal(refused(await decide(proposalId, { agree: false, answer: ' ' }), 'invalid').field, 'answer')
  assert.deepEqual(value(await decide(proposalId, { agree: false, answer: '依据已经废止' })).codes, [])
  refused(await decide(proposalId), 'conflict')
  const events = await readStream(world.deps.db, `directory-proposal:${proposalId}`)
  assert.deepEqual(
    events.map((e) => e.type),
    ['directory.proposed', 'directory.sent-back'],
  )
})

test('what was sent back is taken up again once, by its own department, and the decider sees the reasons of before', async () => {
  const { db } = world.deps
  const results = [entryNamed('示例再提')]
  const { proposalId: follows } = value(await ask({ results }))
  assert.equal(refused(await ask({ results, follows }), 'not-possible-now').field, 'follows')
  value(await decide(follows, { agree: false, answer: '依据写明到条。' }))
  const stranger = { ...clerk, staffId: 'x', organId: 'test-health' }
  refused(await ask({ results, follows }, stranger), 'not-found')
  const { proposalId } = value(await ask({ results, follows }))
  refused(await ask({ results: [entryNamed('示例又提')], follows }), 'already-proposed')
  const answers = await proposalAnswers(db, clerk, await listProposals(db, { organ: clerk.organId }))
  const of = (id: string) => answers.find((p) => p.proposalId === id)!
  assert.deepEqual(
    [of(proposalId).follows?.proposalId, of(proposalId).follows?.answer],
    [follows, '依据写明到条。'],
  )
  assert.equal(of(follows).mayTakeUp, false, 'it has been')
  const [code] = value(await decide(proposalId)).codes
  assert.ok(code)
})

test('a decision names its document and a day that is not past', async () => {
  const { proposalId } = value(await ask({ results: [entryNamed('示例无文号')] }))
  assert.equal(refused(await decide(proposalId, { ...agreed, document: '' }), 'invalid').field, 'document')
  const past = { ...agreed, effectiveOn: '2026-11-22' }
  assert.equal(refused(await decide(proposalId, past), 'invalid').field, 'effectiveOn')
})

test('of two who decide at once one wins, and the other reads who', async () => {
  const { proposalId } = value(await ask({ results: [entryNamed('示例争')] }))
  const both = await Promise.all([
    decide(proposalId),
    decide(proposalId, { agree: false, answer: '再议' }, secondReformer),
  ])
  assert.equal(both.filter((r) => r.ok).length, 1)
  assert.match(refused(both.find((r) => !r.ok)!, 'conflict').sentence, /示例r[12]已经/)
})

test('a change makes the next version, waits for its day, and stands alone until then', async () => {
  const code = await added('示例待改')
  const change = { operation: 'change' as const, codes: [code], results: [entryNamed('示例已改')] }
  const { proposalId } = value(await ask({ ...change }))
  assert.match(refused(await ask({ ...change }), 'already-proposed').sentence, new RegExp(code))
  value(await decide(proposalId, { ...agreed, effectiveOn: '2026-12-01' }))
  refused(await ask({ ...change }), 'already-proposed')
  assert.equal((await directoryBasics(world.deps.db, code))?.name, '示例待改')
  assert.equal(await sweepDirectory(world.deps, new Date('2026-11-30T15:59:59Z')), 0)
  assert.equal(await sweepDirectory(world.deps, new Date('2026-11-30T16:00:00Z')), 1)
  const basics = await directoryBasics(world.deps.db, code)
  assert.deepEqual([basics?.name, basics?.version], ['示例已改', 2])
  const { versions } = (await entryRecord(world.deps.db, clerk, code, TODAY))!
  assert.deepEqual(
    versions.map((v) => [v.version, v.operation, v.document]),
    [
      [2, 'change', agreed.document],
      [1, 'add', agreed.document],
    ],
  )
})

test('split and merge end the old codes, make new ones, and keep which became which', async () => {
  const whole = await added('示例整')
  const results = [entryNamed('示例半一'), entryNamed('示例半二')]
  const [ended, one, two] = await carried({ operation: 'split', codes: [whole], results })
  assert.equal(ended, whole)
  const merged = await carried({ operation: 'merge', codes: [one!, two!], results: [entryNamed('示例合')] })
  const state = async (code: string) => (await directoryBasics(world.deps.db, code))?.state
  assert.deepEqual(
    [await state(whole), await state(one!), await state(merged[2]!)],
    ['cancelled', 'cancelled', 'in-force'],
  )
  const record = (await entryRecord(world.deps.db, clerk, one!, TODAY))!
  assert.deepEqual(
    [record.cameFrom, record.became],
    [[{ basicCode: whole, name: '示例整' }], [{ basicCode: merged[2], name: '示例合' }]],
  )
})

test('suspended, resumed, cancelled: each a version, and only where the state allows it', async () => {
  const code = await added()
  refused(await ask({ operation: 'resume', codes: [code] }), 'not-now')
  await carried({ operation: 'suspend', codes: [code] })
  refused(
    await ask({ operation: 'split', codes: [code], results: [entryNamed('甲一'), entryNamed('乙一')] }),
    'not-now',
  )
  await carried({ operation: 'resume', codes: [code] })
  await carried({ operation: 'cancel', codes: [code] })
  refused(
    await ask({ operation: 'change', codes: [code], results: [entryNamed('又改')] }, registrar),
    'not-now',
  )
  const { versions } = (await entryRecord(world.deps.db, clerk, code, TODAY))!
  assert.deepEqual(
    versions.map((v) => v.operation),
    ['cancel', 'resume', 'suspend', 'add'],
  )
})

test('what the law does not allow of an entry is refused, with the place', async () => {
  const field = async (result: ProposedEntry, command: Partial<ProposeCommand> = {}) =>
    refused(await ask({ results: [result], ...command }), 'invalid').field
  const { elements } = entryNamed('示例错')
  assert.equal(
    await field({ ...entryNamed('示例错'), elements: { ...elements, legalBasis: [] } }),
    'results.0.legalBasis',
  )
  assert.equal(
    await field({ ...entryNamed('示例错'), elements: { ...elements, itemType: '02' } }),
    'results.0.itemType',
  )
  assert.equal(
    await field({ ...entryNamed('示例错'), elements: { ...elements, levels: ['3'] } }),
    'results.0.bodies',
  )
  assert.equal(await field(entryNamed('示例错', { bodies: ['nobody'] })), 'results.0.bodies')
  const code = await added('示例占名')
  assert.equal(await field(entryNamed('示例占名')), 'results.0.name')
  const typed = { ...entryNamed('示例改型'), elements: { ...elements, itemType: '20' } }
  assert.equal(await field(typed, { operation: 'change', codes: [code] }), 'results.0.itemType')
  refused(await ask({ operation: 'cancel', codes: [code], reason: '' }), 'invalid')
  refused(await ask({ operation: 'cancel', codes: ['350199999000'] }), 'not-found')
  refused(await ask({ operation: 'cancel', codes: [code] }, otherClerk), 'not-allowed')
  value(await ask({ operation: 'cancel', codes: [code] }, registrar))
})

test('a main item with living sub-items is not cancelled over their heads', async () => {
  const main = await added()
  const sub = await added(undefined, { parent: main })
  refused(await ask({ operation: 'cancel', codes: [main] }), 'has-sub-items')
  await carried({ operation: 'cancel', codes: [sub] })
  await carried({ operation: 'cancel', codes: [main] })
})
