import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditCheck, residentCheck } from './numbers.ts'
import {
  findAccount,
  sampleAccounts,
  sampleBodies,
  sampleOrgans,
  samplePeople,
  sampleStaff,
} from './people.ts'

test('no two accounts of the sample world share an account name or a number', () => {
  for (const key of ['sub', 'idNumber'] as const) {
    const values = sampleAccounts.map((a) => a[key])
    assert.equal(new Set(values).size, values.length, key)
  }
})

test('every number of the sample world is well formed and belongs to no place', () => {
  for (const person of samplePeople.filter((p) => p.idKind === 'resident-id')) {
    assert.match(person.idNumber, /^999999\d{11}[\dX]$/)
    assert.equal(person.idNumber.at(-1), residentCheck(person.idNumber.slice(0, 17)))
    assert.equal(Number(person.idNumber[16]) % 2 === 1, person.sex === '男', `${person.name}: sex and number`)
  }
  for (const code of [...sampleBodies, ...sampleOrgans].map((b) => b.creditCode)) {
    assert.equal(code.slice(2, 8), '999999')
    assert.equal(code.at(-1), creditCheck(code.slice(0, 17)))
  }
})

test('every department that handles items has a window officer, an examiner, an approver, a catalogue clerk and one who checks the clerk', () => {
  for (const organ of sampleOrgans.filter((o) => !['fz-xzfw', 'fz-szb', 'fz-sgb'].includes(o.id))) {
    const roles = sampleStaff.filter((s) => s.organ === organ.id).map((s) => s.role)
    assert.deepEqual(roles, ['window', 'examiner', 'approver', 'clerk', 'checker'], organ.name)
  }
  assert.ok(sampleStaff.some((s) => s.sub === 'staff-fz-xzfw-supervisor'))
  assert.ok(sampleStaff.some((s) => s.sub === 'staff-fz-szb-operator'))
})

test('every kind of subject of Art. 8 has an account', () => {
  const kinds = new Set(sampleAccounts.map((a) => a.kind))
  assert.deepEqual([...kinds].sort(), [
    'cooperative',
    'enterprise',
    'foreign-person',
    'foreign-representative',
    'institution',
    'organisation',
    'person',
    'staff',
  ])
})

test('a phone number typed at sign-in means the person, a credit code the body', () => {
  assert.equal(findAccount('15400000001')?.sub, 'person-chen-rongsheng')
  assert.equal(findAccount(sampleBodies[0]!.creditCode.toLowerCase())?.sub, 'body-rongyin-eatery')
  assert.equal(findAccount('  '), undefined)
})
