import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkCharacter, licenceIdentifier, parseLicenceIdentifier } from './identifier.ts'

const published = [
  {
    typeCode: '11100000000013338W011',
    issuerCode: '11430000006122244L',
    serial: '20230000403',
    version: '001',
    check: 'U',
  },
  {
    typeCode: '11100000000013338W009',
    issuerCode: '11330105002500287C',
    serial: '2025052201',
    version: '002',
    check: '0',
  },
]

test('identifiers published by two ministries and cities get the check character that they carry', () => {
  for (const { check, ...parts } of published) assert.ok(licenceIdentifier(parts).endsWith(`.${check}`))
})

test('a published identifier whose issuer is a six-digit region agrees in its check character too', () => {
  assert.equal(checkCharacter('11100000MB03271699022340100000000016001'), '9')
})

const upper = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const text = (min: number, max = min) =>
  fc.array(fc.constantFrom(...upper), { minLength: min, maxLength: max }).map((marks) => marks.join(''))
const parts = fc.record({
  typeCode: text(21),
  issuerCode: text(18),
  serial: text(1, 32),
  version: fc.integer({ min: 1, max: 999 }).map((n) => String(n).padStart(3, '0')),
})

test('what was built is read back the same', () => {
  fc.assert(
    fc.property(parts, (p) => assert.deepEqual(parseLicenceIdentifier(licenceIdentifier(p)), { ...p })),
  )
})

test('one changed character is always caught', () => {
  fc.assert(
    fc.property(parts, fc.nat(), fc.constantFrom(...upper), (p, place, mark) => {
      const identifier = licenceIdentifier(p)
      const from = '1.2.156.3005.2.'.length
      const at = from + (place % (identifier.length - from))
      if (identifier[at] === '.' || identifier[at] === mark) return
      const changed = identifier.slice(0, at) + mark + identifier.slice(at + 1)
      assert.equal(parseLicenceIdentifier(changed), null)
    }),
  )
})

test('another root, a missing part and small letters are not identifiers', () => {
  const [first] = published
  const good = licenceIdentifier(first!)
  for (const bad of [good.replace('3005', '3006'), good.replace('.001', ''), good.toLowerCase(), '', 'x']) {
    assert.equal(parseLicenceIdentifier(bad), null, bad)
  }
})

test('parts of the wrong shape are our own mistake and throw', () => {
  const [first] = published
  assert.throws(() => licenceIdentifier({ ...first!, typeCode: 'short' }))
  assert.throws(() => licenceIdentifier({ ...first!, version: '1' }))
  assert.throws(() => licenceIdentifier({ ...first!, serial: 'a-1' }))
})
