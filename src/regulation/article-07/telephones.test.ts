import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { telephonesServe } from '../index.ts'

const faults = (consult: string, complaint: string) =>
  telephonesServe(consult, complaint).faults.map((f) => `${f.which} ${f.reason}`)

test('[Art. 7.1] telephones have their area code and are not the same for questions and complaints', () => {
  assert.deepEqual(faults('0591-00000101', '0591-00000102'), [])
  assert.deepEqual(faults('00000101', '0591-00000102'), ['consult not-dialable'])
  assert.deepEqual(faults('0591-00000101', '(0591) 0000 0101'), ['complaint same'])
  assert.deepEqual(faults('12345', '0591-12345'), [], 'the hotline with and without the area code')
  assert.deepEqual(faults('0591-00000101转8、0591-00000103', '0591-00000103'), ['complaint same'])
  assert.equal(telephonesServe('12345', '12345').ruling.outcome, 'not-met')
})

test('[Art. 7.1] a telephone that is missing is no fault here: it is a missing element', () => {
  assert.deepEqual(faults('', '待补充'), [])
})

test('[Art. 7.1] spaces, dashes and brackets make no other number', () => {
  const digits = fc.stringMatching(/^0591[0-9]{8}$/)
  const spelt = (n: string) => [
    `${n.slice(0, 4)}-${n.slice(4)}`,
    `（${n.slice(0, 4)}）${n.slice(4, 8)} ${n.slice(8)}`,
  ]
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      for (const x of spelt(a))
        for (const y of spelt(b)) assert.deepEqual(faults(x, y), a === b ? ['complaint same'] : [])
    }),
  )
})
