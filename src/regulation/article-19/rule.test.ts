import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ClosingOutcome, type LicenceState, mayClose } from '../index.ts'

const closingDay = '2026-11-23'
const pushedAt = new Date('2026-11-23T10:00:00+08:00')
const online: LicenceState = { issuedOn: closingDay, pushedAt, madeOffline: false, offlineAllowed: false }
const offline: LicenceState = {
  issuedOn: closingDay,
  pushedAt: null,
  madeOffline: true,
  offlineAllowed: true,
}
const close = (licence: LicenceState | null, outcome: ClosingOutcome = 'granted') =>
  mayClose({ outcome, result: 'licence', licence, closingDay })

test('[Art. 19.1] a granted dossier closes once its e-licence is made and pushed', () => {
  assert.equal(close(online).outcome, 'met')
  assert.equal(close({ ...online, issuedOn: '2026-11-20' }).outcome, 'met')
})

test('[Art. 19.1] it does not close without a licence, before its push, or with a later date on it', () => {
  assert.equal(close(null).outcome, 'not-met')
  assert.equal(close({ ...online, issuedOn: null }).outcome, 'not-met')
  assert.match(close({ ...online, pushedAt: null }).sentence.zh, /尚未推送/)
  assert.equal(close({ ...online, issuedOn: '2026-11-24' }).outcome, 'not-met')
})

test('[Art. 19.1] an approval document is held to the same', () => {
  const ruling = mayClose({ outcome: 'granted', result: 'approval', licence: null, closingDay })
  assert.equal(ruling.outcome, 'not-met')
  assert.match(ruling.sentence.zh, /电子批文/)
})

test('[Art. 19.1] made offline: only where the item allows it, only on the closing day, to be published after', () => {
  const ruling = close(offline)
  assert.deepEqual([ruling.outcome, ruling.facts['pushStillDue']], ['met', true])
  assert.equal(close({ ...offline, pushedAt }).facts['pushStillDue'], false)
  assert.equal(close({ ...offline, offlineAllowed: false }).outcome, 'not-met')
  assert.equal(close({ ...offline, issuedOn: '2026-11-20' }).outcome, 'not-met')
})

test('[Art. 19.1] a dossier that brings forth no licence closes without one', () => {
  for (const outcome of ['refused', 'not-accepted', 'withdrawn', 'returned', 'void'] as const)
    assert.equal(close(null, outcome).outcome, 'met')
  assert.equal(mayClose({ outcome: 'granted', result: 'none', licence: null, closingDay }).outcome, 'met')
})

test('[Art. 19.1] whatever the licence, a granted dossier never closes on one that is neither pushed nor offline', () => {
  const day = fc.constantFrom<string | null>(null, '2026-11-20', closingDay, '2026-11-24')
  const licence = fc.record({
    issuedOn: day,
    pushedAt: fc.constantFrom(null, pushedAt),
    madeOffline: fc.boolean(),
    offlineAllowed: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.option(licence), (l) => {
      const met = close(l).outcome === 'met'
      const lawful =
        l !== null &&
        l.issuedOn !== null &&
        (l.madeOffline
          ? l.offlineAllowed && l.issuedOn === closingDay
          : l.pushedAt !== null && l.issuedOn <= closingDay)
      assert.equal(met, lawful)
    }),
  )
})
