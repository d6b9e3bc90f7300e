import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { packageOf } from '../../src/archive/index.ts'
import { licenceOf } from '../../src/licences/index.ts'
import { LifeWorld, type Mode, type Neighbour } from './world.ts'

let world: LifeWorld
before(async () => {
  world = await LifeWorld.begin()
})
after(() => world.end())

/** Runs `work` while a neighbour fails, and lets it recover whatever happens. */
async function whileItFails(neighbour: Neighbour, mode: Mode, work: () => Promise<void>): Promise<void> {
  await world.dial(neighbour, mode)
  try {
    await work()
  } finally {
    await world.dial(neighbour, 'ok')
  }
}

/** An outage, and the worst: the work is done and its answer gets lost. (Nonsense looks the same from here: test/contract.) */
const FAULTS: [Mode, string][] = [
  ['down', 'is down'],
  ['duplicate', 'does the work but its answer gets lost'],
]

for (const [mode, words] of FAULTS) {
  test(`while the register ${words}, people apply and officers accept; the comparison comes once when it is back`, async () => {
    let dossierId = ''
    await whileItFails('register', mode, async () => {
      dossierId = await world.file()
      await world.untilPutOff(dossierId, 'verification')
      assert.equal((await world.dossier(dossierId)).verification, 'pending')
      await world.accept(dossierId)
    })
    const verified = await world.untilEvent(dossierId, 'dossier.verified')
    assert.deepEqual(verified.data, { checked: 5, differs: [] })
    assert.equal((await world.eventCounts(dossierId))['dossier.verified'], 1)
    const open = await world.database.db.query(
      "select field from casework.verification where dossier_id = $1 and outcome = 'pending'",
      [dossierId],
    )
    assert.deepEqual(open, [])
    assert.equal((await world.dossier(dossierId)).status, 'accepted')
  })

  test(`while the SMS gateway ${words}, the work goes on; each message reaches the phone once`, async () => {
    let dossierId = ''
    await whileItFails('sms', mode, async () => {
      dossierId = await world.file()
      await world.untilPutOff(dossierId, 'sms')
      await world.accept(dossierId)
    })
    const texts = await world.textsOnPhoneWhen(dossierId, 2)
    assert.deepEqual(texts.map((text) => (text.includes('已受理') ? 'accepted' : 'received')).sort(), [
      'accepted',
      'received',
    ])
  })

  test(`while the licence platform ${words}, the licence is made and closing waits; it is pushed once when it is back`, async () => {
    const dossierId = await world.file()
    await world.accept(dossierId)
    await world.giveOpinions(dossierId)
    await whileItFails('licence-platform', mode, async () => {
      await world.decide(dossierId)
      await world.untilPutOff(dossierId, 'licence-push')
      const early = await world.act('window', dossierId, 'closing')
      assert.equal(early.ok ? null : early.refusal.name, 'licence-first')
    })
    await world.untilEvent(dossierId, 'dossier.licence-pushed')
    const licence = (await licenceOf(world.database.db, dossierId))!
    assert.equal((await world.heldLicences(licence.identifier)).length, 1)
    assert.equal((await world.eventCounts(dossierId))['dossier.licence-pushed'], 1)
    await world.close(dossierId)
  })

  test(`while the archive ${words}, the dossier is closed all the same; its package is taken once when it is back`, async () => {
    const dossierId = await world.file()
    await world.accept(dossierId)
    await world.giveOpinions(dossierId)
    await world.decide(dossierId, 'refused')
    await whileItFails('archive', mode, async () => {
      await world.close(dossierId)
      await world.untilPutOff(dossierId, 'archive-deposit')
      assert.equal((await world.dossier(dossierId)).status, 'closed')
    })
    await world.untilEvent(dossierId, 'dossier.archived')
    const kept = (await packageOf(world.database.db, dossierId))!
    assert.equal(await world.archiveReceipts(kept.fileNumber), 1)
    assert.equal((await world.eventCounts(dossierId))['dossier.archived'], 1)
  })
}
