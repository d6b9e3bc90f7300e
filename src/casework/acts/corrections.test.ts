import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import { clocksOf } from '../clocks.ts'
import { readDossier, streamOf } from '../store.ts'
import { type ActWorld, actWorld } from '../testing.ts'
import { resubmit } from './applicant.ts'
import { askCorrection, judgeMaterial } from './examine-materials.ts'
import { sweepDeemedAcceptance, sweepOverdueCorrections } from './sweeps.ts'

let world: ActWorld
const monday = new Date('2026-10-12T10:00:00+08:00')
const at = (text: string) => new Date(`${text}+08:00`)

before(async () => {
  world = await actWorld()
})
after(() => world.close())

const refusalOf = (r: { ok: boolean; refusal?: { name: string } }) => (r.ok ? null : r.refusal!.name)

test('corrections are told once and whole; what could be seen before is refused unless a superior says why [Art. 15.3]', async () => {
  const { dossierId } = await world.file(monday)
  const half = await askCorrection(
    world.deps,
    world.window,
    dossierId,
    {
      ...(await world.cmd(dossierId)),
      demands: [{ materialKey: 'm1', problem: '没有标出凉菜区', cure: '补画' }],
      answerDays: 15,
    },
    monday,
  )
  assert.equal(refusalOf(half), 'correction-not-whole')

  await world.judgeAll(dossierId, monday, { m1: '没有标出凉菜区的位置' })
  const first = await askCorrection(
    world.deps,
    world.window,
    dossierId,
    {
      ...(await world.cmd(dossierId)),
      demands: [{ materialKey: 'm1', problem: '没有标出凉菜区的位置', cure: '在图上补画并标尺寸' }],
      answerDays: 15,
    },
    monday,
  )
  assert.equal(first.ok, true)
  assert.equal((await readDossier(world.deps.db, dossierId))!.status, 'correcting')

  const actor = { kind: 'applicant' as const, id: world.applicant.accountId, name: world.applicant.name }
  const sheet = {
    materialKey: 'm1',
    name: '平面图',
    source: 'upload' as const,
    fileId: null,
    fileName: '新图.pdf',
    licence: null,
  }
  const other = { ...sheet, materialKey: 'm2', name: '制度目录' }
  const tuesday = at('2026-10-13T09:00:00')
  const extra = await resubmit(
    world.deps,
    actor,
    dossierId,
    { key: 'r1', materials: [sheet, other] },
    tuesday,
  )
  assert.equal(refusalOf(extra), 'not-asked')
  const none = await resubmit(world.deps, actor, dossierId, { key: 'r2', materials: [] }, tuesday)
  assert.equal(refusalOf(none), 'correction-open')
  const back = await resubmit(world.deps, actor, dossierId, { key: 'r3', materials: [sheet] }, tuesday)
  assert.equal(back.ok, true)

  for (const [materialKey, verdict] of [
    ['m1', 'ok'],
    ['m2', 'fault'],
  ] as const) {
    const v = {
      ...(await world.cmd(dossierId)),
      materialKey,
      verdict,
      problem: verdict === 'fault' ? '缺健康管理一项' : '',
      cure: '补上这一项',
    }
    await judgeMaterial(world.deps, world.window, dossierId, v, tuesday)
  }
  const again = {
    demands: [{ materialKey: 'm2', problem: '缺健康管理一项', cure: '补上这一项' }],
    answerDays: 15,
  }
  const second = await askCorrection(
    world.deps,
    world.window,
    dossierId,
    { ...(await world.cmd(dossierId)), ...again },
    tuesday,
  )
  assert.equal(refusalOf(second), 'told-once')
  const withReason = await askCorrection(
    world.deps,
    world.window,
    dossierId,
    { ...(await world.cmd(dossierId)), ...again, superiorReason: '首次告知时审查人员漏看，确需补充' },
    tuesday,
  )
  assert.equal(withReason.ok, true)
  const events = await readStream(world.deps.db, streamOf(dossierId))
  assert.equal(events.at(-1)!.data['countsAgainstOrgan'], true)
})

test('the organ that asked examines the correction in its promised time [Art. 15.4]', async () => {
  const { dossierId } = await world.file(monday)
  await world.judgeAll(dossierId, monday, { m1: '没有标出凉菜区的位置' })
  const ask = {
    demands: [{ materialKey: 'm1', problem: '没有标出凉菜区的位置', cure: '在图上补画并标尺寸' }],
    answerDays: 15,
  }
  await askCorrection(
    world.deps,
    world.window,
    dossierId,
    { ...(await world.cmd(dossierId)), ...ask },
    monday,
  )
  const actor = { kind: 'applicant' as const, id: world.applicant.accountId, name: world.applicant.name }
  const sheet = {
    materialKey: 'm1',
    name: '平面图',
    source: 'upload' as const,
    fileId: null,
    fileName: '新图.pdf',
    licence: null,
  }
  const wednesday = at('2026-10-14T09:00:00')
  await resubmit(world.deps, actor, dossierId, { key: 'r9', materials: [sheet] }, wednesday)
  const dossier = await readDossier(world.deps.db, dossierId)
  const { governing } = clocksOf(dossier!, wednesday, world.deps.calendar)
  assert.equal(governing.kind, 'correction-review')
  assert.equal(governing.limitDays, 5)
})

test('five working days of silence: deemed accepted from the day of receipt [Art. 15.2]', async () => {
  const { dossierId } = await world.file(monday)
  assert.equal(await sweepDeemedAcceptance(world.deps, at('2026-10-19T17:00:00')), 0)
  assert.ok((await sweepDeemedAcceptance(world.deps, at('2026-10-20T08:00:00'))) >= 1)
  const dossier = await readDossier(world.deps.db, dossierId)
  assert.equal(dossier!.status, 'accepted')
  assert.equal(dossier!.acceptedAt!.getTime(), monday.getTime())
})

test('a correction that never comes ends as 退件 after its day', async () => {
  const { dossierId } = await world.file(monday)
  await world.judgeAll(dossierId, monday, { m1: '没有标出凉菜区的位置' })
  const ask = {
    demands: [{ materialKey: 'm1', problem: '没有标出凉菜区的位置', cure: '在图上补画' }],
    answerDays: 10,
  }
  await askCorrection(
    world.deps,
    world.window,
    dossierId,
    { ...(await world.cmd(dossierId)), ...ask },
    monday,
  )
  await sweepOverdueCorrections(world.deps, at('2026-10-22T12:00:00'))
  assert.equal((await readDossier(world.deps.db, dossierId))!.status, 'correcting')
  await sweepOverdueCorrections(world.deps, at('2026-10-23T00:10:00'))
  const dossier = await readDossier(world.deps.db, dossierId)
  assert.deepEqual([dossier!.status, dossier!.result], ['closed', 'returned'])
})
