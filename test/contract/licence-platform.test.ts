import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { formIdentifier, readIdentifier } from '../../sandbox/licence-platform/identifier.ts'
import { samplePdf } from '../../sandbox/licence-platform/pdf.ts'
import { creditCode } from '../../sandbox/register/numbers.ts'
import { sampleBodies, sampleOrgan, samplePerson } from '../../sandbox/register/people.ts'
import { type LicenceMetadata, sandboxLicencePlatform } from '../../src/adapters/licence-platform/index.ts'
import { licenceIdentifier } from '../../src/licences/identifier.ts'
import { type RunningSandbox, startSandboxProcess } from './sandbox-process.ts'

let sandbox: RunningSandbox
before(async () => {
  sandbox = await startSandboxProcess()
})
after(() => sandbox.stop())
afterEach(() => sandbox.dial('licence-platform', 'ok'))

const eatery = sampleBodies[0]!
const organ = sampleOrgan('gl-scjg')
const TYPE = `${creditCode('11', 901)}001`

function permit(serial: string, version = '001', more: Partial<LicenceMetadata> = {}): LicenceMetadata {
  return {
    ZZMC: '食品经营许可证',
    ZZLXDM: TYPE,
    ZZBH: `JY${serial}`,
    ZZBS: formIdentifier({ typeCode: TYPE, issuerCode: organ.creditCode, serial, version }),
    ZZBFJG: organ.name,
    ZZBFJGDM: organ.creditCode,
    ZZBFRQ: '2026-11-23',
    CZZT: eatery.name,
    CZZTDM: eatery.creditCode,
    CZZTDMLXDM: '001',
    ZZYXQQSRQ: '2026-11-23',
    ZZYXQJZRQ: '2031-11-22',
    KZ_JYFW: '热食类食品制售',
    ...more,
  }
}
const pdf = await samplePdf({
  title: '食品经营许可证',
  rows: [['持证主体', eatery.name]],
  identifier: permit('2026000000').ZZBS,
})

test('the platform reads the identifiers that the product writes, check character and all', () => {
  const parts = { typeCode: TYPE, issuerCode: organ.creditCode, serial: '20261123A1B2C3', version: '012' }
  assert.deepEqual(readIdentifier(licenceIdentifier(parts)), parts)
})

test('a person finds the licences that other organs issued earlier, with their files', async () => {
  const platform = sandboxLicencePlatform(sandbox.signed)
  const chen = samplePerson('person-chen-rongsheng')
  const held = await platform.heldBy(chen.idNumber, '申报时调用')
  assert.ok(held.ok)
  assert.deepEqual(
    held.value.map((l) => [l.metadata.ZZMC, l.metadata.CZZT, l.state]),
    [['居民身份证', '陈榕生', 'valid']],
  )
  const file = await platform.file(held.value[0]!.metadata.ZZBS, '申报时调用')
  assert.ok(file.ok && file.value)
  assert.equal(createHash('sha256').update(file.value).digest('hex'), held.value[0]!.digest)
})

test('[Art. 19] a licence that was pushed is found by its holder beside the older ones', async () => {
  const platform = sandboxLicencePlatform(sandbox.signed)
  const pushed = await platform.push(permit('2026000001'), pdf)
  assert.ok(pushed.ok)
  assert.equal(pushed.value.digest, createHash('sha256').update(pdf).digest('hex'))
  const held = await platform.heldBy(eatery.creditCode, '申报时调用')
  assert.deepEqual(held.ok && held.value.map((l) => l.metadata.ZZMC), ['营业执照', '食品经营许可证'])
})

test('pushing the same licence twice keeps one and answers the same', async () => {
  const platform = sandboxLicencePlatform(sandbox.signed)
  const first = await platform.push(permit('2026000002'), pdf)
  const second = await platform.push(permit('2026000002'), pdf)
  assert.ok(first.ok && second.ok)
  assert.deepEqual({ ...second.value, repeated: false }, first.value)
  assert.equal(second.value.repeated, true)
})

test('another content under the same identifier is refused, a higher version replaces the older one', async () => {
  const platform = sandboxLicencePlatform(sandbox.signed)
  await platform.push(permit('2026000003'), pdf)
  const other = await platform.push(permit('2026000003', '001', { ZZBFRQ: '2026-11-24' }), pdf)
  assert.ok(!other.ok && other.failure.kind === 'refused')
  assert.equal(other.failure.name, 'identifier-used')
  const changed = permit('2026000003', '002')
  assert.ok((await platform.push(changed, pdf)).ok)
  const held = await platform.heldBy(eatery.creditCode, '申报时调用')
  assert.ok(held.ok)
  const states = held.value
    .filter((l) => l.metadata.ZZBH === 'JY2026000003')
    .map((l) => [l.metadata.ZZBS === changed.ZZBS, l.state])
  assert.deepEqual(states, [
    [false, 'replaced'],
    [true, 'valid'],
  ])
})

test('an identifier with a wrong check character is refused', async () => {
  const right = permit('2026000004')
  const last = right.ZZBS.at(-1) === '0' ? '1' : '0'
  const answer = await sandboxLicencePlatform(sandbox.signed).push(
    { ...right, ZZBS: right.ZZBS.slice(0, -1) + last },
    pdf,
  )
  assert.ok(!answer.ok && answer.failure.kind === 'refused')
  assert.equal(answer.failure.name, 'identifier')
})

test('metadata that contradicts the identifier, and a file that is no PDF, are refused', async () => {
  const platform = sandboxLicencePlatform(sandbox.signed)
  const contradicting = await platform.push(
    permit('2026000005', '001', { ZZBFJGDM: creditCode('11', 999) }),
    pdf,
  )
  assert.ok(
    !contradicting.ok &&
      contradicting.failure.kind === 'refused' &&
      contradicting.failure.name === 'metadata',
  )
  const text = await platform.push(permit('2026000005'), Buffer.from('no pdf'))
  assert.ok(!text.ok && text.failure.kind === 'refused' && text.failure.name === 'file')
})

test('reading without a cause throws; a licence that nobody has is null', async () => {
  const platform = sandboxLicencePlatform(sandbox.signed)
  await assert.rejects(platform.heldBy(eatery.creditCode, ''), /useCause/)
  await assert.rejects(platform.file('x', ' '), /useCause/)
  const none = await platform.file(permit('2026999999').ZZBS, '核验')
  assert.ok(none.ok)
  assert.equal(none.value, null)
})

for (const [mode, kind] of [
  ['down', 'down'],
  ['reset', 'down'],
  ['slow', 'down'],
  ['wrong', 'wrong'],
  ['duplicate', 'down'],
] as const) {
  test(`a licence platform that is dialled to ${mode} gives a failure of kind ${kind} for reads and pushes; pushed again there is one licence`, async () => {
    const impatient = sandboxLicencePlatform({ ...sandbox.signed, timeoutMs: mode === 'slow' ? 300 : 5000 })
    const licence = permit(`2026DIAL${mode.toUpperCase()}`)
    await sandbox.dial('licence-platform', mode)
    const pushed = await impatient.push(licence, pdf)
    assert.equal(!pushed.ok && pushed.failure.kind, kind)
    const held = await impatient.heldBy(eatery.creditCode, '核验')
    assert.equal(!held.ok && held.failure.kind, kind)
    const file = await impatient.file(licence.ZZBS, '核验')
    assert.equal(!file.ok && file.failure.kind, kind)
    await sandbox.dial('licence-platform', 'ok')
    const platform = sandboxLicencePlatform(sandbox.signed)
    assert.ok((await platform.push(licence, pdf)).ok)
    const after = await platform.heldBy(eatery.creditCode, '核验')
    assert.equal(after.ok && after.value.filter((l) => l.metadata.ZZBS === licence.ZZBS).length, 1)
  })
}
