import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { readStream, verifyAll } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'
import { clocksOf } from '../clocks.ts'
import { readDossier, streamOf } from '../store.ts'
import type { ActWorld } from '../testing.ts'
import { jointFile, jointRecord } from '../views/joint.ts'
import { reachOf } from '../views/reach.ts'
import { dossierRecord } from '../views/record.ts'
import { worklistCounts, worklistPage } from '../views/worklist.ts'
import { withdraw } from './applicant.ts'
import { giveOpinion } from './opinion.ts'
import { decide, pause, resume } from './procedure.ts'
import { stagesWorld } from './testing.ts'

const monday = new Date('2026-10-12T10:00:00+08:00')

let world: ActWorld
let police: Staff

before(async () => {
  ;({ world, police } = await stagesWorld())
})
after(() => world.close())

/** A dossier that has just been accepted: its three branches are open. */
const branched = async () => (await world.accepted(monday)).dossierId

type Given = Partial<Parameters<typeof giveOpinion>[3]>
async function opine(who: Staff, dossierId: string, given: Given = {}, now = monday) {
  const command = { ...(await world.cmd(dossierId)), verdict: 'agree' as const, text: '符合', ...given }
  return giveOpinion(world.deps, who, dossierId, command, now)
}
const drawings = { drawings: [{ materialKey: 'm1', verdict: 'ok' as const, opinion: '尺寸齐全' }] }
const seen = { heldAt: '2026-10-12 10:00', people: ['陈立', '周岚'], findings: '布局一致' }
const draw = (id: string) => opine(world.examiner, id, { step: 'draw', record: drawings })
const visit = (id: string) => opine(world.examiner, id, { step: 'visit', record: seen })
const sign = (id: string) => opine(police, id, { text: '绕行方案可行' })

const nameOf = (r: { ok: boolean; refusal?: { name: string } }) => (r.ok ? 'done' : r.refusal!.name)
const dossierOf = async (id: string) => (await readDossier(world.deps.db, id))!
const listOf = async (who: Staff, filter: 'all' | 'done' | 'organ' | 'paused' = 'all') => {
  const page = await worklistPage(
    world.deps.db,
    reachOf(who)!,
    { filter, q: '', sort: 'due', page: 1 },
    monday,
    world.deps.calendar,
  )
  return page.rows
}
const lies = async (who: Staff, id: string, filter: 'all' | 'done' | 'organ' | 'paused' = 'all') =>
  (await listOf(who, filter)).filter((r) => r.dossierId === id).map((r) => r.todo)
const noNotes = async () => new Map()
const recordOf = (who: Staff, id: string) =>
  dossierRecord(world.deps.db, noNotes, reachOf(who)!, id, monday, world.deps.calendar)
const jointOf = (who: Staff, id: string) =>
  jointRecord(world.deps.db, noNotes, reachOf(who)!, id, monday, world.deps.calendar)

test('branches of a stage are open at once, each to its holder, and the dossier goes on when all are done [Art. 12.1]', async () => {
  const id = await branched()
  assert.equal((await dossierOf(id)).stepName, '图纸审查、现场核查、会签')
  for (const [act, at] of [
    [sign, '图纸审查、现场核查'],
    [visit, '图纸审查'],
    [draw, '复核'],
  ] as const) {
    assert.equal(nameOf(await act(id)), 'done')
    assert.equal((await dossierOf(id)).stepName, at)
  }
  const told = (await readStream(world.deps.db, streamOf(id))).filter(
    (e) => e.type === 'dossier.step-finished',
  )
  assert.deepEqual(
    told.map((e) => [e.data['step'], e.data['waitsFor'], e.data['nextName'], e.data['organName'] ?? '']),
    [
      ['joint', '图纸审查、现场核查', '', '示例区公安分局'],
      ['visit', '图纸审查', '', ''],
      ['draw', '', '复核', ''],
    ],
  )
  assert.equal((await verifyAll(world.deps.db)).broken, null)
})

test('the slowest open branch is the step clock of the dossier, and the promise runs beside it [Art. 15.1]', async () => {
  const id = await branched()
  const clock = async () => {
    const found = clocksOf(await dossierOf(id), monday, world.deps.calendar).all
    return found.filter((c) => c.kind === 'step' || c.kind === 'promised').map((c) => c.limitDays)
  }
  assert.deepEqual(await clock(), [4, 9], 'the visit')
  await visit(id)
  assert.deepEqual(await clock(), [3, 9], 'then the joint opinion')
  await sign(id)
  assert.deepEqual(await clock(), [2, 9], 'then the drawings, counted from the beginning of the stage')
  assert.equal((await dossierOf(id)).clock.step!.from, monday.toISOString())
})

test('each branch lies in the list of its holder with its own limit, and is gone when it is done', async () => {
  const id = await branched()
  assert.deepEqual(await lies(world.examiner, id), ['图纸审查，提意见'], 'the soonest of two, once')
  assert.deepEqual(await lies(world.window, id), [])
  assert.deepEqual(await lies(police, id), ['会签，签意见'])
  assert.equal((await listOf(police)).find((r) => r.dossierId === id)!.limitDays, 3)
  assert.equal(
    (await worklistCounts(world.deps.db, reachOf(police)!, monday)).counts.all,
    (await listOf(police)).length,
  )
  await draw(id)
  assert.deepEqual(await lies(world.examiner, id), ['现场核查，提意见'])
  await sign(id)
  assert.deepEqual(await lies(police, id), [])
  assert.deepEqual(await lies(police, id, 'done'), ['会签，已签'])
  assert.deepEqual(await lies(world.examiner, id, 'done'), [], 'its own department has not finished it')
  assert.deepEqual(await lies(world.examiner, id), ['现场核查，提意见'], 'alone now, like any step')
})

test('an officer who holds several branches says which; one that is not theirs is refused', async () => {
  const id = await branched()
  assert.equal(nameOf(await opine(world.examiner, id, { step: 'joint' })), 'not-allowed')
  assert.equal(nameOf(await opine(world.examiner, id, { step: 'visit' })), 'two-people')
  assert.equal(nameOf(await opine(world.window, id, { step: 'draw', record: drawings })), 'not-allowed')
  await draw(id)
  assert.equal(nameOf(await draw(id)), 'not-allowed', 'it is done')
  const record = (await recordOf(world.examiner, id))!
  assert.deepEqual(
    record.ownSteps.map((s) => [s.key, s.mayReturn]),
    [['visit', false]],
  )
  assert.equal(
    nameOf(await opine(world.examiner, id, { verdict: 'return', record: seen })),
    'not-possible-now',
  )
})

test('two branches done at the same moment are both done: neither concerns the other', async () => {
  const id = await branched()
  const { version } = await dossierOf(id)
  const at = async (who: Staff, more: Given) =>
    giveOpinion(
      world.deps,
      who,
      id,
      { key: `same-${randomUUID()}`, version, verdict: 'agree', text: '符合', ...more },
      monday,
    )
  const names = (
    await Promise.all([
      at(world.examiner, { step: 'draw', record: drawings }),
      at(world.examiner, { step: 'draw', record: drawings }),
      at(police, { step: 'joint' }),
    ])
  ).map(nameOf)
  assert.deepEqual(
    names.sort(),
    ['conflict', 'done', 'done'],
    'of two who do the same branch one looks again',
  )
  assert.equal((await dossierOf(id)).stepName, '现场核查')
  assert.equal(
    nameOf(await at(world.examiner, { record: seen })),
    'conflict',
    'who names no branch looks again',
  )
  assert.equal(nameOf(await at(world.examiner, { step: 'visit', record: seen })), 'done')
})

test('what concerns all branches is looked at again before any of them goes on', async () => {
  const id = await branched()
  const { version } = await dossierOf(id)
  const late = async (who: Staff, step: string, record = {}) =>
    giveOpinion(
      world.deps,
      who,
      id,
      { key: `late-${randomUUID()}`, version, verdict: 'agree', text: '符合', step, record },
      monday,
    )
  assert.equal(nameOf(await late(world.examiner, 'draw', drawings)), 'done')
  const special = { kind: '检验检测', reason: '水质送检', basis: '' }
  const stopped = await pause(
    world.deps,
    world.examiner,
    id,
    { ...(await world.cmd(id)), ...special },
    monday,
  )
  assert.equal(nameOf(stopped), 'done')
  assert.equal(nameOf(await resume(world.deps, world.examiner, id, await world.cmd(id), monday)), 'done')
  assert.equal(nameOf(await late(police, 'joint')), 'conflict')
  assert.equal(nameOf(await sign(id)), 'done')
})

test('the other department sees the form and the materials that it needs while it is asked, then what it signed', async () => {
  const id = await branched()
  const file = async (materialKey: string) => {
    const [row] = await world.deps.db.query<{ file_id: string }>(
      'select file_id from casework.dossier_material where dossier_id = $1 and material_key = $2',
      [id, materialKey],
    )
    return row!.file_id
  }
  const reach = reachOf(police)!
  assert.equal(await recordOf(police, id), null, 'the whole record is its own department’s')
  const asked = (await jointOf(police, id))!
  assert.deepEqual(
    asked.materials.map((m) => m.name),
    ['平面图'],
  )
  assert.deepEqual(
    [asked.joint!.open, asked.acts, asked.ownSteps.map((s) => s.name)],
    [true, ['give-opinion'], ['会签']],
  )
  assert.deepEqual([asked.opinions, asked.papers, asked.differences, asked.timeline], [[], [], [], []])
  assert.equal(await jointFile(world.deps.db, reach, id, await file('m1')), true)
  assert.equal(await jointFile(world.deps.db, reach, id, await file('m2')), false)
  await draw(id)
  await sign(id)
  const after = (await jointOf(police, id))!
  assert.deepEqual([after.joint!.open, after.acts, after.materials, after.form.groups], [false, [], [], []])
  assert.deepEqual(
    after.opinions.map((o) => [o.stepName, o.by, o.text]),
    [['会签', '郑巡', '绕行方案可行']],
    'its own opinion and nobody else’s',
  )
  assert.deepEqual([after.statusName, after.stepName, after.holder.postName], ['已会签', '', ''])
  assert.equal(await jointFile(world.deps.db, reach, id, await file('m1')), false)
})

test('a dossier that does not lie in a department is not there for it', async () => {
  const { dossierId } = await world.file(monday)
  assert.equal(await jointOf(police, dossierId), null, 'before it is asked')
  assert.equal(nameOf(await opine(police, dossierId)), 'not-found')
  const id = await branched()
  assert.equal(await jointOf(world.stranger, id), null, 'a department that is not asked')
  assert.equal(nameOf(await opine(world.stranger, id)), 'not-found')
  const untrained: Staff = { ...police, posts: [{ post: 'examiner', trainedOn: null }] }
  assert.equal(nameOf(await opine(untrained, id)), 'not-found')
  const otherPost: Staff = { ...police, posts: [{ post: 'approver', trainedOn: '2026-03-02' }] }
  assert.equal(await jointOf(otherPost, id), null, 'another post of the asked department')
  assert.equal(
    nameOf(
      await decide(
        world.deps,
        police,
        id,
        { ...(await world.cmd(id)), outcome: 'granted', reason: '', basis: '' },
        monday,
      ),
    ),
    'not-found',
  )
})

test('the same signature twice is one opinion', async () => {
  const id = await branched()
  const command = { ...(await world.cmd(id)), verdict: 'agree' as const, text: '同意' }
  const first = await giveOpinion(world.deps, police, id, command, monday)
  const second = await giveOpinion(world.deps, police, id, command, monday)
  assert.deepEqual(first, second)
  const signed = (await jointOf(police, id))!.opinions
  assert.equal(signed.length, 1)
})

test('every drawing of a review has its opinion, and a faulty one cannot be in order [Art. 14.1]', async () => {
  const id = await branched()
  const review = (verdict: 'ok' | 'fault', opinion: string) => [{ materialKey: 'm1', verdict, opinion }]
  const give = (record: object, verdict: 'agree' | 'disagree' = 'agree') =>
    opine(world.examiner, id, { step: 'draw', record, verdict })
  assert.equal(nameOf(await give({})), 'drawing-open')
  assert.equal(
    nameOf(
      await give({ drawings: [...review('ok', ''), { materialKey: 'm2', verdict: 'ok', opinion: '' }] }),
    ),
    'drawing-unknown',
  )
  assert.equal(nameOf(await give({ drawings: review('fault', ' ') })), 'drawing-opinion-needed')
  assert.equal(nameOf(await give({ drawings: review('fault', '没有标管线') })), 'drawing-fault')
  assert.equal(nameOf(await give({ drawings: review('fault', '没有标管线') }, 'disagree')), 'done')
  assert.deepEqual((await recordOf(world.examiner, id))!.opinions[0]!.drawings, [
    { name: '平面图', verdict: 'fault', opinion: '没有标管线' },
  ])
})

async function atPayment(): Promise<string> {
  const id = await branched()
  for (const act of [draw, visit, sign]) await act(id)
  assert.equal(nameOf(await opine(world.examiner, id)), 'done')
  assert.deepEqual(await lies(world.window, id), ['缴费，提意见'])
  return id
}
const paid = { due: '1280.00', how: 'card' as const, paidOn: '2026-10-12', receipt: '示例 0001' }

test('a payment is entered with the amount, how it was paid and the number of the receipt', async () => {
  const id = await atPayment()
  const enter = (payment: object | undefined, given: Given = {}) =>
    opine(world.window, id, {
      text: '',
      ...(payment ? { record: { payment: payment as typeof paid } } : {}),
      ...given,
    })
  assert.equal(nameOf(await enter(undefined)), 'payment-needed')
  assert.equal(nameOf(await enter({ ...paid, due: '12,80' })), 'amount-needed')
  assert.equal(nameOf(await enter({ ...paid, due: '0' })), 'amount-needed')
  assert.equal(nameOf(await enter({ ...paid, paidOn: '2026-10-13' })), 'time-needed')
  assert.equal(nameOf(await enter({ ...paid, receipt: ' ' })), 'receipt-needed')
  assert.equal(nameOf(await enter({ ...paid, due: '0', how: 'waived' })), 'opinion-needed')
  assert.equal(nameOf(await enter(paid, { verdict: 'disagree' })), 'not-possible-now')
  assert.equal(nameOf(await enter(paid, { verdict: 'return' })), 'not-possible-now')
  assert.equal(nameOf(await enter(paid)), 'done')
  const record = (await recordOf(world.window, id))!
  assert.deepEqual(record.opinions.at(-1)!.payment, { ...paid, how: '刷卡或扫码' })
  assert.equal(record.opinions.at(-1)!.text, '应缴 1280.00 元，2026-10-12 刷卡或扫码，票据号 示例 0001。')
  assert.equal((await dossierOf(id)).stepName, '决定')
})

test('sent back to a parallel stage, all its branches are opened again', async () => {
  const id = await branched()
  for (const act of [draw, visit, sign]) await act(id)
  const back = await opine(world.examiner, id, { verdict: 'return', text: '现场有变' })
  assert.equal(nameOf(back), 'done')
  assert.equal((await dossierOf(id)).stepName, '图纸审查、现场核查、会签')
  assert.deepEqual(await lies(police, id), ['会签，签意见'])
})

test('while the clock stands still no branch goes on; resumed, each has its day again', async () => {
  const id = await branched()
  const special = { kind: '检验检测', reason: '水质送检', basis: '' }
  assert.equal(
    nameOf(await pause(world.deps, world.examiner, id, { ...(await world.cmd(id)), ...special }, monday)),
    'done',
  )
  for (const still of [await sign(id), await visit(id)])
    assert.deepEqual(still.ok ? [] : [still.refusal.name, still.refusal.sentence], [
      'not-possible-now',
      '这件暂停着计时（检验检测：水质送检），恢复以后再办。',
    ])
  assert.deepEqual(await lies(police, id, 'paused'), ['等待后恢复计时'])
  assert.equal(nameOf(await resume(world.deps, world.examiner, id, await world.cmd(id), monday)), 'done')
  assert.equal(nameOf(await sign(id)), 'done')
})

test('a dossier that is withdrawn lies in nobody’s list any more', async () => {
  const id = await branched()
  const actor = { kind: 'applicant' as const, id: world.applicant.accountId, name: world.applicant.name }
  assert.equal(
    nameOf(await withdraw(world.deps, actor, id, { key: randomUUID(), reason: '' }, monday)),
    'done',
  )
  assert.deepEqual(await lies(police, id), [])
  assert.deepEqual(await lies(world.examiner, id), [])
})

test('the strip shows branches of one stage together, done or open', async () => {
  const id = await branched()
  await sign(id)
  const strip = (await recordOf(world.approver, id))!.steps
  const branches = strip.filter((s) => s.stage === strip.find((x) => x.key === 'draw')!.stage)
  assert.deepEqual(
    branches.map((s) => [s.key, s.state, s.by, s.organName]),
    [
      ['draw', 'now', '', ''],
      ['visit', 'now', '', ''],
      ['joint', 'done', '郑巡', '示例区公安分局'],
    ],
  )
})
