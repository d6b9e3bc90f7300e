import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { deskItem, type ImpactPort, saveDraft } from '../catalogue/index.ts'
import { dayOf } from '../regulation/index.ts'
import { hoursSetAt } from './counter-store.ts'
import { type BookingWorld, bookingWorld, CENTRE, clerk, MORNINGS, NOW, SECOND_CENTRE } from './testing.ts'

let world: BookingWorld
before(async () => {
  world = await bookingWorld()
})
after(() => world.close())

test('the clerk is reminded of an item that can be booked while its counter has no hours, and is not held back', async () => {
  const itemId = await world.item()
  const impact: ImpactPort = {
    openDossiers: async () => [],
    hoursSet: (db, organId, centreId) => hoursSetAt(db, { organId, centreId }, dayOf(NOW)),
  }
  const reminded = async () =>
    (await deskItem(world.deps.db, clerk, itemId, impact))!.findings
      .filter((f) => f.id === 'booking-hours')
      .map((f) => [f.severity, f.path])
  const told = [['warns', 'bookable']]
  assert.deepEqual(await reminded(), told)
  await world.hours(MORNINGS.map((o) => ({ ...o, validUntil: '2026-11-22' })))
  assert.deepEqual(await reminded(), told, 'hours that have run out are none')
  await world.hours()
  assert.deepEqual(await reminded(), [])

  const { content } = (await deskItem(world.deps.db, clerk, itemId))!.published!
  const deps = { ...world.catalogue.deps, impact }
  const patch = { place: { ...content.place!, centreId: SECOND_CENTRE } }
  const saved = await saveDraft(deps, clerk, itemId, { patch, revision: 0 }, NOW)
  assert.ok(saved.ok)
  assert.deepEqual(
    saved.value.findings.filter((f) => f.id === 'booking-hours').length,
    1,
    `${CENTRE} has hours, the other centre has none`,
  )
})
