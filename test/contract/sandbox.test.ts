import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sandboxSms } from '../../src/adapters/sms/index.ts'
import { startSandboxProcess } from './sandbox-process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'rongban-sandbox-'))
after(() => rm(folder, { recursive: true, force: true }))

test('what the neighbours received, their keys and their address survive a kill and a restart', async () => {
  const first = await startSandboxProcess(['--data', folder])
  const message = { id: 'kept', to: '15400000001', text: '还在', sign: '榕办' }
  assert.ok((await sandboxSms(first.signed).send(message)).ok)
  const keysOf = async (url: string) => (await fetch(`${url}/oidc/jwks`)).text()
  const keys = await keysOf(first.url)
  const gone = once(first.process, 'exit')
  first.process.kill('SIGKILL')
  await gone

  const second = await startSandboxProcess(['--data', folder])
  assert.equal(second.url, first.url)
  const again = await sandboxSms(second.signed).send(message)
  assert.equal(again.ok && again.value.repeated, true)
  assert.equal(await keysOf(second.url), keys)
  assert.equal(await second.stop(), 0)
})

test('it takes another port when somebody else has the one of last time', async () => {
  const first = await startSandboxProcess(['--data', folder])
  const second = await startSandboxProcess(['--data', folder])
  assert.notEqual(second.url, first.url)
  await Promise.all([first.stop(), second.stop()])
})

test('it ends when the channel to its parent closes', async () => {
  const sandbox = await startSandboxProcess()
  const gone = once(sandbox.process, 'exit')
  sandbox.process.disconnect()
  assert.deepEqual((await gone)[0], 0)
})

test('it ends when the pipe on its standard input closes, as it does when its parent is killed', async () => {
  const child = spawn(process.execPath, ['sandbox/main.ts'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(createInterface(child.stdout), 'line')
  const gone = once(child, 'exit')
  child.stdin.end()
  assert.equal((await gone)[0], 0)
})

test('it ends at once on SIGTERM even while an answer is being slow', async () => {
  const sandbox = await startSandboxProcess()
  await sandbox.dial('oidc', 'slow')
  const waiting = fetch(`${sandbox.url}/oidc/jwks`).catch(() => 'cut off')
  await sandbox.dial('sms', 'ok')
  assert.equal(await sandbox.stop(), 0)
  await waiting
})

test('the index page lists the neighbours, and its form turns the dial without JavaScript', async () => {
  const sandbox = await startSandboxProcess()
  const page = await (await fetch(sandbox.url)).text()
  for (const name of ['统一身份认证', '人口库与企业库', '短信网关', '电子证照共享服务平台', '可信电子文件']) {
    assert.ok(page.includes(name), name)
  }
  const turned = await fetch(`${sandbox.url}/dial/sms`, {
    method: 'POST',
    body: new URLSearchParams({ mode: 'down', times: '3' }),
    redirect: 'manual',
  })
  assert.equal(turned.status, 303)
  const states = (await (await fetch(`${sandbox.url}/dial`)).json()) as Record<string, unknown>
  assert.deepEqual(states['sms'], { mode: 'down', times: 3 })
  assert.deepEqual(states['archive'], { mode: 'ok', times: null })
  await sandbox.stop()
})

test('the dial refuses a mode that does not exist and a neighbour that does not', async () => {
  const sandbox = await startSandboxProcess()
  await assert.rejects(sandbox.dial('sms', 'asleep'), /mode 要是/)
  await assert.rejects(sandbox.dial('weather', 'down'), /没有这个邻居/)
  await sandbox.stop()
})
