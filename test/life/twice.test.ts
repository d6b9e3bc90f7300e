import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { papersOf } from '../../src/casework/index.ts'
import { verifyAll } from '../../src/history/index.ts'
import type { Job } from '../../src/platform/jobs.ts'
import { secondHands } from './hands.ts'
import { LifeWorld } from './world.ts'

let world: LifeWorld
let hands: Awaited<ReturnType<typeof secondHands>>
before(async () => {
  world = await LifeWorld.begin()
  hands = await secondHands(world)
})
after(async () => {
  await hands.close()
  await world.end()
})

/** A granted dossier from the application to the archive, with the platform's own workers. */
async function wholeLife(): Promise<string> {
  const dossierId = await world.file()
  await world.accept(dossierId)
  await world.giveOpinions(dossierId)
  await world.decide(dossierId)
  await world.untilEvent(dossierId, 'dossier.licence-pushed')
  await world.close(dossierId)
  await world.untilEvent(dossierId, 'dossier.archived')
  await world.untilAllSent(dossierId, 3)
  await world.untilIdle(dossierId)
  return dossierId
}

/** Everything that the dossier has left inside and at the neighbours. */
async function traces(dossierId: string) {
  const { db } = world.database
  const rows = (sql: string) => db.query<Record<string, unknown>>(sql, [dossierId])
  const licences = await rows('select identifier, pushed_at from licences.licence where dossier_id = $1')
  const packages = await rows(
    'select file_number, sha256, receipt from archive.package where dossier_id = $1',
  )
  return {
    papers: (await papersOf(db, dossierId)).map((p) => `${p.kind} ${p.fileId}`),
    licences,
    atPlatform: await Promise.all(
      licences.map(async (l) => (await world.heldLicences(String(l['identifier']))).length),
    ),
    messages: await rows('select text, sent_at from messages.message where dossier_id = $1 order by cause'),
    onPhone: (await world.textsOnPhone(dossierId)).sort(),
    packages,
    atArchive: await Promise.all(packages.map((p) => world.archiveReceipts(String(p['file_number'])))),
    verification: await rows(
      'select field, outcome from casework.verification where dossier_id = $1 order by field',
    ),
    events: await world.eventCounts(dossierId),
    version: (await world.dossier(dossierId)).version,
  }
}

async function messageJobs(dossierId: string): Promise<Job[]> {
  const rows = await world.database.db.query<{ message_id: string }>(
    'select message_id from messages.message where dossier_id = $1',
    [dossierId],
  )
  return rows.map(({ message_id }) => ({ queue: 'sms', data: { messageId: message_id } }))
}

test('whatever is delivered again after the life of a dossier changes nothing, inside or at a neighbour', async () => {
  const dossierId = await wholeLife()
  const before = await traces(dossierId)
  const jobs = [...(await hands.jobsOf(await world.events(dossierId))), ...(await messageJobs(dossierId))]
  const queues = new Set(jobs.map((j) => j.queue))
  for (const queue of [
    'verification',
    'receipt-paper',
    'received-letter',
    'acceptance-paper',
    'accepted-letter',
    'decision-paper',
    'licence-making',
    'licence-push',
    'closed-letter',
    'archive-package',
    'archive-deposit',
    'sms',
  ])
    assert.ok(queues.has(queue), `${queue} is delivered again`)
  for (const job of jobs) await hands.deliver(job)
  assert.deepEqual(await traces(dossierId), before)
})

test('every event delivered twice at the same moment makes one paper, one licence, one SMS, one package', async () => {
  const dossierId = await world.file()
  const delivered = new Set<number>()
  /** Two more deliveries at once of everything new, beside the one by the platform's worker. */
  const deliverNew = async () => {
    const events = (await world.events(dossierId)).filter((e) => !delivered.has(e.seq))
    for (const e of events) delivered.add(e.seq)
    const jobs = [...(await hands.jobsOf(events)), ...(await messageJobs(dossierId))]
    await Promise.allSettled([...jobs, ...jobs].map((job) => hands.deliver(job)))
  }
  await deliverNew()
  await world.accept(dossierId)
  await deliverNew()
  await world.giveOpinions(dossierId)
  await world.decide(dossierId)
  await deliverNew()
  await world.untilEvent(dossierId, 'dossier.licence-made')
  await deliverNew()
  await world.untilEvent(dossierId, 'dossier.licence-pushed')
  await world.close(dossierId)
  await deliverNew()
  await world.untilEvent(dossierId, 'dossier.archive-packed')
  await deliverNew()
  await world.untilEvent(dossierId, 'dossier.archived')
  await world.untilAllSent(dossierId, 3)
  await world.untilIdle(dossierId)

  const left = await traces(dossierId)
  assert.deepEqual(left.papers.map((p) => p.split(' ')[0]).sort(), [
    'acceptance-slip',
    'application-form',
    'decision-grant',
    'receipt',
    'service-receipt',
  ])
  assert.deepEqual(left.atPlatform, [1])
  assert.equal(left.onPhone.length, 3)
  assert.deepEqual(left.atArchive, [1])
  const once = ['verified', 'licence-made', 'licence-pushed', 'closed', 'archive-packed', 'archived'] as const
  for (const type of once) assert.equal(left.events[`dossier.${type}`], 1, type)
  assert.equal(left.events['dossier.paper-made'], 5)
  assert.equal((await verifyAll(world.database.db)).broken, null)
})
