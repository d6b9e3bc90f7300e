import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { sandboxSms } from '../../src/adapters/sms/index.ts'
import { type RunningSandbox, startSandboxProcess } from './sandbox-process.ts'

let sandbox: RunningSandbox
before(async () => {
  sandbox = await startSandboxProcess()
})
after(() => sandbox.stop())
afterEach(() => sandbox.dial('sms', 'ok'))

const phone = async (number: string) => (await fetch(`${sandbox.url}/phone/${number}`)).text()
const times = (text: string, part: string) => text.split(part).length - 1

test('a message is accepted and shows on the phone with its signature, and its address can be followed', async () => {
  const sms = sandboxSms(sandbox.signed)
  const sent = await sms.send({
    id: 'm-1',
    to: '15400000001',
    text: '已受理。看进度：http://127.0.0.1:1/p/1。',
    sign: '榕办',
  })
  assert.ok(sent.ok)
  assert.equal(sent.value.repeated, false)
  const shown = await phone('15400000001')
  assert.match(shown, /【榕办】已受理。看进度：<a href="http:\/\/127\.0\.0\.1:1\/p\/1" rel="noreferrer">/)
  assert.match(shown, /陈榕生/)
})

test('a message handed over twice is sent once', async () => {
  const sms = sandboxSms(sandbox.signed)
  const message = { id: 'm-2', to: '15400000002', text: '请补正两项材料。', sign: '榕办' }
  const first = await sms.send(message)
  const second = await sms.send(message)
  assert.ok(first.ok && second.ok)
  assert.equal(second.value.repeated, true)
  assert.deepEqual(second.value.acceptedAt, first.value.acceptedAt)
  assert.equal(times(await phone('15400000002'), '请补正两项材料'), 1)
})

test('a message whose answer got lost is not sent a second time', async () => {
  const sms = sandboxSms(sandbox.signed)
  const message = { id: 'm-3', to: '15400000003', text: '结果已送达。', sign: '榕办' }
  await sandbox.dial('sms', 'duplicate', 1)
  const lost = await sms.send(message)
  assert.equal(!lost.ok && lost.failure.kind, 'down')
  const again = await sms.send(message)
  assert.equal(again.ok && again.value.repeated, true)
  assert.equal(times(await phone('15400000003'), '结果已送达'), 1)
})

test('another text under a used id is refused and sent to nobody', async () => {
  const sms = sandboxSms(sandbox.signed)
  await sms.send({ id: 'm-4', to: '15400000004', text: '第一条', sign: '榕办' })
  const other = await sms.send({ id: 'm-4', to: '15400000004', text: '第二条', sign: '榕办' })
  assert.ok(!other.ok && other.failure.kind === 'refused')
  assert.equal(other.failure.name, 'id-reused')
  assert.equal(times(await phone('15400000004'), '第二条'), 0)
})

test('a number that cannot be a mobile phone is refused for good', async () => {
  const answer = await sandboxSms(sandbox.signed).send({
    id: 'm-5',
    to: '0591-12345',
    text: '好',
    sign: '榕办',
  })
  assert.ok(!answer.ok && answer.failure.kind === 'refused')
  assert.equal(answer.failure.name, 'number')
})

test('the phone shows markup in a message as text', async () => {
  const sms = sandboxSms(sandbox.signed)
  await sms.send({ id: 'm-6', to: '15400000006', text: '<b onclick="x()">名称</b>', sign: '榕办' })
  const shown = await phone('15400000006')
  assert.match(shown, /&lt;b onclick=&quot;x\(\)&quot;&gt;名称/)
})

for (const [mode, kind] of [
  ['down', 'down'],
  ['reset', 'down'],
  ['slow', 'down'],
  ['wrong', 'wrong'],
] as const) {
  test(`a gateway that is dialled to ${mode} gives a failure of kind ${kind}, and the same message goes out afterwards once`, async () => {
    const message = { id: `m-${mode}`, to: '15400000009', text: `第 ${mode} 次`, sign: '榕办' }
    await sandbox.dial('sms', mode, 1)
    const failure = await sandboxSms({ ...sandbox.signed, timeoutMs: mode === 'slow' ? 300 : 5000 }).send(
      message,
    )
    assert.equal(!failure.ok && failure.failure.kind, kind)
    await sandbox.dial('sms', 'ok')
    assert.ok((await sandboxSms(sandbox.signed).send(message)).ok)
    assert.equal(times(await phone('15400000009'), `第 ${mode} 次`), 1)
  })
}
