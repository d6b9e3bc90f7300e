import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { readStream, verifyAll } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'
import { clocksOf } from '../clocks.ts'
import { queryCodeFits } from '../query-code.ts'
import { readDossier, streamOf } from '../store.ts'
import { type ActWorld, actWorld } from '../testing.ts'
import { accept, refuseAcceptance } from './acceptance.ts'
import { withdraw } from './applicant.ts'
import { close } from './closing.ts'
import { giveOpinion } from './opinion.ts'
import { decide, extend, pause, resume } from './procedure.ts'

let world: ActWorld
const monday = new Date('2026-10-12T10:00:00+08:00')
const at = (text: string) => new Date(`${text}+08:00`)

before(async () => {
  world = await actWorld()
})
after(() => world.close())

const refusalOf = (r: { ok: boolean; refusal?: { name: string } }) => (r.ok ? null : r.refusal!.name)

test('an application becomes a received dossier with its number, query code and acceptance clock [Art. 12.1]', async () => {
  const { dossierId, number, queryCode } = await world.file(monday)
  const dossier = await readDossier(world.deps.db, dossierId)
  assert.equal(dossier!.status, 'received')
  assert.match(number, new RegExp(`^${world.item.content.implCode}20261012\\d{4}$`))
  assert.ok(queryCodeFits(world.deps.queryCodeKey, dossierId, queryCode.toLowerCase()))
  assert.equal(queryCodeFits(world.deps.queryCodeKey, dossierId, 'AAAAAAAA'), false)
  const { governing } = clocksOf(dossier!, monday, world.deps.calendar)
  assert.equal(governing.kind, 'acceptance')
  assert.equal(governing.dueDay, '2026-10-19')
})

test('acceptance waits until every material has been looked at, then the promise runs [Art. 15.1, 15.2]', async () => {
  const { dossierId } = await world.file(monday)
  const early = await accept(world.deps, world.window, dossierId, await world.cmd(dossierId), monday)
  assert.equal(refusalOf(early), 'materials-open')
  await world.judgeAll(dossierId, monday)
  const result = await accept(world.deps, world.window, dossierId, await world.cmd(dossierId), monday)
  assert.equal(result.ok, true)
  const dossier = await readDossier(world.deps.db, dossierId)
  assert.equal(dossier!.status, 'accepted')
  assert.equal(dossier!.stepKey, 's2')
  const promised = clocksOf(dossier!, monday, world.deps.calendar).all.find((c) => c.kind === 'promised')
  assert.equal(promised!.dueDay, '2026-10-19')
})

test('a site visit is recorded with two people, time and findings before it goes on [Art. 17.1]', async () => {
  const { dossierId } = await world.accepted(monday)
  const base = { verdict: 'agree' as const, text: '布局与图纸一致' }
  const alone = { heldAt: '2026-10-13T10:00', people: ['陈立', '陈立 '], findings: '布局一致' }
  const one = await giveOpinion(
    world.deps,
    world.examiner,
    dossierId,
    { ...(await world.cmd(dossierId)), ...base, record: alone },
    monday,
  )
  assert.equal(refusalOf(one), 'two-people')
  const silent = { heldAt: '2026-10-13T10:00', people: ['陈立', '周岚'], findings: ' ' }
  const empty = await giveOpinion(
    world.deps,
    world.examiner,
    dossierId,
    { ...(await world.cmd(dossierId)), ...base, record: silent },
    monday,
  )
  assert.equal(refusalOf(empty), 'findings-needed')
  const full = { ...silent, findings: '三处水池分开，凉菜区独立' }
  const two = await giveOpinion(
    world.deps,
    world.examiner,
    dossierId,
    { ...(await world.cmd(dossierId)), ...base, record: full },
    monday,
  )
  assert.equal(two.ok, true)
  assert.equal((await readDossier(world.deps.db, dossierId))!.stepKey, 's3')
})

async function decided(outcome: 'granted' | 'refused' = 'granted') {
  const filed = await world.accepted(monday)
  const record = { heldAt: '2026-10-13T10:00', people: ['陈立', '周岚'], findings: '符合' }
  const opinion = { ...(await world.cmd(filed.dossierId)), verdict: 'agree' as const, text: '符合', record }
  await giveOpinion(world.deps, world.examiner, filed.dossierId, opinion, monday)
  const decision = {
    ...(await world.cmd(filed.dossierId)),
    outcome,
    reason: '凉菜操作区没有独立隔间',
    basis: '办法第十三条',
  }
  const result = await decide(world.deps, world.approver, filed.dossierId, decision, monday)
  assert.equal(result.ok, true)
  return filed
}

test('closing is refused before the licence is made and pushed [Art. 19.1]', async () => {
  const { dossierId } = await decided()
  const early = await close(world.deps, world.window, dossierId, await world.cmd(dossierId), monday)
  assert.equal(refusalOf(early), 'licence-first')
  assert.equal((await readDossier(world.deps.db, dossierId))!.status, 'decided')
})

test('a refusal needs its reason and basis, and closes without a licence', async () => {
  const filed = await world.accepted(monday)
  const record = { heldAt: '2026-10-13T10:00', people: ['陈立', '周岚'], findings: '不符合' }
  const opinion = {
    ...(await world.cmd(filed.dossierId)),
    verdict: 'disagree' as const,
    text: '不符合',
    record,
  }
  await giveOpinion(world.deps, world.examiner, filed.dossierId, opinion, monday)
  const bare = { ...(await world.cmd(filed.dossierId)), outcome: 'refused' as const, reason: '', basis: '' }
  assert.equal(
    refusalOf(await decide(world.deps, world.approver, filed.dossierId, bare, monday)),
    'reason-needed',
  )
  const full = { ...bare, reason: '凉菜操作区没有独立隔间', basis: '办法第十三条' }
  assert.equal((await decide(world.deps, world.approver, filed.dossierId, full, monday)).ok, true)
  assert.equal(
    (await close(world.deps, world.window, filed.dossierId, await world.cmd(filed.dossierId), monday)).ok,
    true,
  )
})

test('not accepting needs a class, a reason, a basis, and the right organ where it is another one', async () => {
  const { dossierId } = await world.file(monday)
  const base = {
    reasonClass: 'not-our-power' as const,
    reason: '经营地址在台江区',
    basis: '行政许可法第三十二条',
  }
  const bare = { ...(await world.cmd(dossierId)), ...base, otherOrgan: '' }
  assert.equal(
    refusalOf(await refuseAcceptance(world.deps, world.window, dossierId, bare, monday)),
    'organ-needed',
  )
  const full = { ...bare, otherOrgan: '台江区市场监督管理局' }
  assert.equal((await refuseAcceptance(world.deps, world.window, dossierId, full, monday)).ok, true)
})

test('a pause is only for a special procedure of the item; resuming runs the clock again', async () => {
  const { dossierId } = await world.accepted(monday)
  const wrong = { ...(await world.cmd(dossierId)), kind: '等领导', reason: '等', basis: '' }
  assert.equal(
    refusalOf(await pause(world.deps, world.examiner, dossierId, wrong, monday)),
    'no-special-procedure',
  )
  const right = { ...wrong, kind: '检验检测', reason: '水质送检' }
  assert.equal((await pause(world.deps, world.examiner, dossierId, right, monday)).ok, true)
  const paused = await readDossier(world.deps.db, dossierId)
  assert.equal(clocksOf(paused!, monday, world.deps.calendar).governing.light, 'paused')
  const friday = at('2026-10-16T09:00:00')
  assert.equal(
    (await resume(world.deps, world.examiner, dossierId, await world.cmd(dossierId), friday)).ok,
    true,
  )
})

test('an extension happens once, at most ten days, approved by the head', async () => {
  const { dossierId } = await world.accepted(monday)
  const long = {
    ...(await world.cmd(dossierId)),
    days: 11,
    reason: '情况复杂，需补充核查',
    approvedBy: '局长',
  }
  assert.equal(refusalOf(await extend(world.deps, world.approver, dossierId, long, monday)), 'not-extendable')
  assert.equal((await extend(world.deps, world.approver, dossierId, { ...long, days: 5 }, monday)).ok, true)
  const again = { ...(await world.cmd(dossierId)), days: 1, reason: '再延一次试试', approvedBy: '局长' }
  assert.equal(refusalOf(await extend(world.deps, world.approver, dossierId, again, monday)), 'not-allowed')
})

test('two officers at once: one wins, the other is told who did what', async () => {
  const { dossierId } = await world.file(monday)
  await world.judgeAll(dossierId, monday)
  const version = (await readDossier(world.deps.db, dossierId))!.version
  const results = await Promise.all(
    ['a', 'b'].map((key) => accept(world.deps, world.window, dossierId, { key, version }, monday)),
  )
  assert.equal(results.filter((r) => r.ok).length, 1)
  const lost = results.find((r) => !r.ok)!
  assert.equal(refusalOf(lost), 'conflict')
  assert.match((lost as { refusal: { sentence: string } }).refusal.sentence, /林晓/)
})

test('the same press twice changes nothing the second time', async () => {
  const { dossierId } = await world.file(monday)
  await world.judgeAll(dossierId, monday)
  const command = await world.cmd(dossierId)
  const [first, second] = [
    await accept(world.deps, world.window, dossierId, command, monday),
    await accept(world.deps, world.window, dossierId, command, monday),
  ]
  assert.deepEqual(first, second)
  const events = await readStream(world.deps.db, streamOf(dossierId))
  assert.equal(events.filter((e) => e.type === 'dossier.accepted').length, 1)
})

test('an officer of another organ, of another post or untrained does not act [Art. 5.1(1)]', async () => {
  const { dossierId } = await world.file(monday)
  await world.judgeAll(dossierId, monday)
  const untrained: Staff = { ...world.window, posts: [{ post: 'window', trainedOn: null }] }
  const tries = [world.stranger, world.examiner, untrained]
  const names = []
  for (const who of tries)
    names.push(refusalOf(await accept(world.deps, who, dossierId, await world.cmd(dossierId), monday)))
  assert.deepEqual(names, ['not-found', 'not-allowed', 'not-allowed'])
})

test('a stranger can neither correct nor withdraw another person’s dossier', async () => {
  const { dossierId } = await world.file(monday)
  const stranger = { kind: 'applicant' as const, id: '00000000-0000-4000-8000-000000000000', name: '别人' }
  assert.equal(
    refusalOf(await withdraw(world.deps, stranger, dossierId, { key: 'w', reason: '' }, monday)),
    'not-found',
  )
  const own = { ...stranger, id: world.applicant.accountId }
  assert.equal((await withdraw(world.deps, own, dossierId, { key: 'w2', reason: '不开了' }, monday)).ok, true)
})

test('a refused act leaves nothing behind', async () => {
  const { dossierId } = await world.file(monday)
  const before = await readStream(world.deps.db, streamOf(dossierId))
  const command = await world.cmd(dossierId)
  await accept(world.deps, world.window, dossierId, command, monday)
  assert.deepEqual(await readStream(world.deps.db, streamOf(dossierId)), before)
  const [row] = await world.deps.db.query(`select 1 from casework.act_key where act_key like '%' || $1`, [
    command.key,
  ])
  assert.equal(row, undefined)
})

test('history can be added to and read, not changed: the first altered link is found [Art. 26.1(5)]', async () => {
  const { dossierId } = await world.accepted(monday)
  const { db } = world.deps
  for (const sql of [
    'update history.event set data = data',
    'delete from history.event',
    'truncate history.event',
  ]) {
    await assert.rejects(db.query(sql), /permission denied/)
  }
  assert.equal((await verifyAll(db)).broken, null)
  const owner = new pg.Client({ connectionString: world.test.ownerUrl })
  await owner.connect()
  const stream = streamOf(dossierId)
  await owner.query(
    `update history.event set data = data || '{"seen": true}' where stream_id = $1 and seq = 2`,
    [stream],
  )
  assert.deepEqual((await verifyAll(db)).broken, { streamId: stream, seq: 2, reason: 'changed' })
  await owner.query(`update history.event set data = data - 'seen' where stream_id = $1 and seq = 2`, [
    stream,
  ])
  assert.equal((await verifyAll(db)).broken, null)
  await owner.query('begin')
  await owner.query(
    'delete from history.event where stream_id = $1 and seq = (select max(seq) from history.event where stream_id = $1)',
    [stream],
  )
  await owner.query('commit')
  assert.equal((await verifyAll(db)).broken!.reason, 'head-missing')
  await owner.end()
})
