import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { packageOf } from '../../src/archive/index.ts'
import { papersOf } from '../../src/casework/index.ts'
import { verifyAll } from '../../src/history/index.ts'
import { licenceOf } from '../../src/licences/index.ts'
import { LifeWorld } from './world.ts'

let world: LifeWorld
before(async () => {
  world = await LifeWorld.begin()
})
after(() => world.end())

test('kill -9 right after an act: what was answered stands, and what follows from it is done once after the restart', async () => {
  const dossierId = await world.file()
  await world.kill()
  assert.equal((await world.dossier(dossierId)).status, 'received')
  await world.startAgain()
  await world.untilPaper(dossierId, 'receipt')
  await world.accept(dossierId)
  await world.giveOpinions(dossierId)

  await world.decide(dossierId)
  await world.untilEvent(dossierId, 'dossier.licence-pushed')

  await world.close(dossierId)
  await world.kill()
  assert.equal((await world.dossier(dossierId)).status, 'closed')
  await world.startAgain()
  await world.untilEvent(dossierId, 'dossier.archived')
  assert.equal((await world.textsOnPhoneWhen(dossierId, 3)).length, 3)
  await world.untilIdle(dossierId)

  const counts = await world.eventCounts(dossierId)
  for (const type of ['submitted', 'verified', 'accepted', 'decided', 'licence-made', 'licence-pushed'])
    assert.equal(counts[`dossier.${type}`], 1, type)
  for (const type of ['closed', 'archive-packed', 'archived'])
    assert.equal(counts[`dossier.${type}`], 1, type)
  assert.deepEqual((await papersOf(world.database.db, dossierId)).map((p) => p.kind).sort(), [
    'acceptance-slip',
    'application-form',
    'decision-grant',
    'receipt',
    'service-receipt',
  ])
  const licence = (await licenceOf(world.database.db, dossierId))!
  assert.equal((await world.heldLicences(licence.identifier)).length, 1)
  const kept = (await packageOf(world.database.db, dossierId))!
  assert.equal(await world.archiveReceipts(kept.fileNumber), 1)
  assert.equal((await verifyAll(world.database.db)).broken, null)
})

test('kill -9 in the middle of a job: another worker takes it up within a minute, not after its quarter of an hour', async () => {
  const dossierId = await world.file()
  await world.accept(dossierId)
  await world.giveOpinions(dossierId)
  await world.dial('licence-platform', 'slow')
  await world.decide(dossierId)
  await world.untilActive(dossierId, 'licence-push')
  await world.kill()
  await world.dial('licence-platform', 'ok')
  await world.startAgain()
  await world.untilEvent(dossierId, 'dossier.licence-pushed')
  const licence = (await licenceOf(world.database.db, dossierId))!
  assert.equal((await world.heldLicences(licence.identifier)).length, 1)
  assert.equal((await world.eventCounts(dossierId))['dossier.licence-pushed'], 1)
  await world.close(dossierId)
})
