import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeFaults, implCodeParts } from './codes.ts'

const organ = '11999999000000102L'
const whole = {
  basicCode: '350117002000',
  implCode: `${organ}3350117002000`,
  handleItemCode: `${organ}335011700200001`,
  itemType: '01',
  level: '3',
}
const reasons = (change: Partial<typeof whole>) =>
  codeFaults({ ...whole, ...change }).map((f) => `${f.field}: ${f.reason}`)

test('codes whose parts agree have no fault, and missing codes are not at fault', () => {
  assert.deepEqual(codeFaults(whole), [])
  assert.deepEqual(
    codeFaults({ basicCode: '', implCode: '', handleItemCode: '', itemType: '', level: '' }),
    [],
  )
  assert.deepEqual(implCodeParts(whole.implCode), {
    creditCode: organ,
    level: '3',
    basicCode: '350117002000',
  })
})

test('one changed character of a credit code is found by its check character', () => {
  for (let i = 0; i < 18; i++) {
    const other = organ.slice(0, i) + (organ[i] === '7' ? '8' : '7') + organ.slice(i + 1)
    const faults = reasons({ implCode: `${other}3350117002000`, handleItemCode: '' })
    assert.deepEqual(faults, ['implCode: bad-check-digit'], `character ${i + 1}`)
  }
  assert.deepEqual(reasons({ implCode: `11999999000000103L3350117002000`, handleItemCode: '' }), [
    'implCode: bad-check-digit',
  ])
})

test('a basic code that is not 12 digits is refused, and an old 10-digit one is called by its name', () => {
  assert.deepEqual(reasons({ basicCode: '35011700200A' }), [
    'basicCode: not-12-digits',
    'implCode: parts-contradict',
  ])
  const [fault] = codeFaults({ ...whole, basicCode: '0100605999', implCode: '', handleItemCode: '' })
  assert.match(fault!.sentence, /10 位旧码/)
})

test('parts that contradict each other are named', () => {
  assert.deepEqual(reasons({ itemType: '05' }), ['basicCode: parts-contradict'])
  assert.deepEqual(reasons({ level: '4' }), ['implCode: parts-contradict'])
  assert.deepEqual(reasons({ implCode: whole.implCode.slice(0, 30) }), ['implCode: not-31-characters'])
  assert.deepEqual(reasons({ handleItemCode: `${organ}335011700300001` }), [
    'handleItemCode: parts-contradict',
  ])
  assert.deepEqual(reasons({ handleItemCode: `${whole.implCode}1` }), ['handleItemCode: not-33-characters'])
})

test('penalties, coercion, levies and inspections are not applied for', () => {
  for (const itemType of ['02', '03', '04', '06'])
    assert.deepEqual(
      codeFaults({ ...whole, itemType, basicCode: '', implCode: '', handleItemCode: '' }).map(
        (f) => f.reason,
      ),
      ['not-applied-for'],
    )
  for (const itemType of ['01', '05', '07', '08', '09', '10', '20', '21'])
    assert.deepEqual(codeFaults({ ...whole, itemType, basicCode: '', implCode: '', handleItemCode: '' }), [])
  assert.deepEqual(
    codeFaults({ ...whole, itemType: '99', basicCode: '', implCode: '', handleItemCode: '' })[0]?.reason,
    'unknown-value',
  )
})
