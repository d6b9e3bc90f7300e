import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { sampleBodies, samplePerson } from '../../sandbox/register/people.ts'
import { sandboxRegister } from '../../src/adapters/register/index.ts'
import { type RunningSandbox, startSandboxProcess } from './sandbox-process.ts'

let sandbox: RunningSandbox
before(async () => {
  sandbox = await startSandboxProcess()
})
after(() => sandbox.stop())
afterEach(() => sandbox.dial('register', 'ok'))

const chen = samplePerson('person-chen-rongsheng')
const eatery = sampleBodies[0]!

test('a registered person comes with sex, birthday and address, and with a masked phone', async () => {
  const answer = await sandboxRegister(sandbox.signed).person(chen.idNumber, '核对申请人')
  assert.ok(answer.ok)
  assert.deepEqual(answer.value.record, {
    name: '陈榕生',
    sex: '男',
    birthday: '1986-03-12',
    address: chen.address,
    nationality: '中国',
    idKind: 'resident-id',
    phoneMasked: '154****0001',
  })
  assert.ok(!JSON.stringify(answer.value).includes(chen.phone))
})

test('a registered body names its legal person, scope and capital', async () => {
  const answer = await sandboxRegister(sandbox.signed).body(eatery.creditCode, '核对申请人')
  assert.ok(answer.ok)
  assert.equal(answer.value.record?.name, '鼓楼区榕荫小馆（示例）')
  assert.equal(answer.value.record?.legalPersonId, chen.idNumber)
  assert.equal(answer.value.record?.capital, null)
})

test('a number that nobody has is an answer, not a failure', async () => {
  const answer = await sandboxRegister(sandbox.signed).person('99999919000101001X', '核对申请人')
  assert.deepEqual(answer.ok && answer.value.record, null)
})

test('a comparison tells field by field what matches, what differs and what the register does not keep', async () => {
  const answer = await sandboxRegister(sandbox.signed).compare({
    kind: 'person',
    number: chen.idNumber,
    fields: { name: '陈榕生', birthday: '1986-03-13', phone: chen.phone, shoeSize: '42' },
    cause: '核对申请人',
  })
  assert.ok(answer.ok)
  assert.deepEqual(answer.value.fields, [
    { field: 'name', result: 'match', registerValue: '陈榕生' },
    { field: 'birthday', result: 'differs', registerValue: '1986-03-12' },
    { field: 'phone', result: 'match', registerValue: '154****0001' },
    { field: 'shoeSize', result: 'unknown', registerValue: null },
  ])
  assert.ok(answer.value.asOf instanceof Date)
})

test('asking without a cause throws, because it is a mistake of ours', async () => {
  await assert.rejects(sandboxRegister(sandbox.signed).person(chen.idNumber, ' '), /cause/)
})

test('a call under another key throws and reads nothing', async () => {
  const stranger = sandboxRegister({ ...sandbox.signed, sharedKey: 'another' })
  await assert.rejects(stranger.person(chen.idNumber, '核对申请人'), /signature/)
})

for (const [mode, kind] of [
  ['down', 'down'],
  ['reset', 'down'],
  ['slow', 'down'],
  ['wrong', 'wrong'],
  ['duplicate', 'down'],
] as const) {
  test(`a register that is dialled to ${mode} gives a failure of kind ${kind}, and answers again afterwards`, async () => {
    const register = sandboxRegister({ ...sandbox.signed, ...(mode === 'slow' ? { timeoutMs: 300 } : {}) })
    await sandbox.dial('register', mode, 1)
    const failure = await register.body(eatery.creditCode, '核对申请人')
    assert.ok(!failure.ok)
    assert.equal(failure.failure.kind, kind)
    assert.match(failure.failure.sentence, /^企业库.+可以先办/)
    const again = await register.body(eatery.creditCode, '核对申请人')
    assert.ok(again.ok)
  })
}

test('a register that does not exist at all is down', async () => {
  const nowhere = sandboxRegister({ baseUrl: 'http://127.0.0.1:9', sharedKey: 'x', timeoutMs: 1000 })
  const answer = await nowhere.person(chen.idNumber, '核对申请人')
  assert.equal(!answer.ok && answer.failure.kind, 'down')
})

test('the register knows no fields of Object by accident', async () => {
  const answer = await sandboxRegister(sandbox.signed).compare({
    kind: 'body',
    number: eatery.creditCode,
    fields: { constructor: 'x', legalPerson: '陈榕生' },
    cause: '核对申请人',
  })
  assert.ok(answer.ok)
  assert.deepEqual(
    answer.value.fields?.map((f) => f.result),
    ['unknown', 'match'],
  )
})
