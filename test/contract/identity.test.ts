import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openIdIdentity } from '../../src/adapters/identity/index.ts'
import { Browser } from './browser-without-script.ts'
import { CLIENT_SECRET, type RunningSandbox, startSandboxProcess } from './sandbox-process.ts'

const CALLBACK = 'http://127.0.0.1:1/callback'

let sandbox: RunningSandbox
before(async () => {
  sandbox = await startSandboxProcess(['--redirect', CALLBACK])
})
after(() => sandbox.stop())
afterEach(() => sandbox.dial('oidc', 'ok'))

const hall = (more: object = {}) =>
  openIdIdentity({
    issuer: `${sandbox.url}/oidc`,
    clientId: 'rongban-hall',
    clientSecret: CLIENT_SECRET,
    redirectUri: CALLBACK,
    ...more,
  })
const desk = () => hall({ clientId: 'rongban-desk' })

/** Begins a sign-in and opens its page in `browser`. */
async function open(
  port: ReturnType<typeof hall>,
  browser: Browser,
  request: Parameters<typeof port.beginLogin>[0],
) {
  const begun = await port.beginLogin(request)
  assert.ok(begun.ok)
  await browser.visit(begun.value.url, CALLBACK)
  return begun.value.checks
}

test('an applicant signs in with account and password, and the platform learns who it is', async () => {
  const port = hall()
  const browser = new Browser()
  const checks = await open(port, browser, { level: 1 })
  assert.match(browser.html, /<h1>登录<\/h1>/)
  await browser.submit('/login', { account: '15400000002', password: 'rongban-sample' }, CALLBACK)
  const done = await port.finishLogin(browser.url, checks)
  assert.ok(done.ok)
  assert.equal(done.value.sub, 'person-lin-wan')
  assert.equal(done.value.level, 1)
  assert.equal(done.value.identity.name, '林晚')
  assert.equal(done.value.identity.subjectKind, 'person')
  assert.equal(done.value.identity.idKind, 'resident-id')
  assert.match(done.value.identity.idNumber, /^99999919921105/)
  assert.equal(done.value.identity.phone, '15400000002')
})

test('a wrong password leaves the account typed and says what is wrong', async () => {
  const browser = new Browser()
  await open(hall(), browser, { level: 1 })
  await browser.submit('/login', { account: '15400000002', password: 'guess' }, CALLBACK)
  assert.equal(browser.status, 422)
  assert.match(browser.html, /账号或密码不对/)
  assert.match(browser.html, /value="15400000002"/)
})

test('[Art. 8.1] a level 1 account that needs level 2 is asked for one more proof, keeps it, and is not asked again', async () => {
  const port = hall()
  const browser = new Browser()
  const first = await open(port, browser, { level: 1 })
  await browser.submit('/choose', { sub: 'person-wang-nanhou' }, CALLBACK)
  const begin = await port.finishLogin(browser.url, first)
  assert.equal(begin.ok && begin.value.level, 1)

  const checks = await open(port, browser, { level: 2 })
  assert.match(browser.html, /<span class="nb">升到中级认证/)
  await browser.submit('/prove', { proof: 'bank-card', number: '0000' }, CALLBACK)
  assert.equal(browser.status, 422)
  assert.match(browser.html, /填的和登记的不一样/)
  await browser.submit('/prove', { proof: 'social-security', number: 'sb90000011 ' }, CALLBACK)
  const raised = await port.finishLogin(browser.url, checks)
  assert.equal(raised.ok && raised.value.level, 2)

  const again = await open(port, browser, { level: 2 })
  const done = await port.finishLogin(browser.url, again)
  assert.equal(done.ok && done.value.level, 2)
  const elsewhere = new Browser()
  const other = await open(port, elsewhere, { level: 2 })
  await elsewhere.submit('/choose', { sub: 'person-wang-nanhou' }, CALLBACK)
  const kept = await port.finishLogin(elsewhere.url, other)
  assert.equal(kept.ok && kept.value.level, 2)
})

test('signing in with too low a level goes straight on to the step-up page', async () => {
  const browser = new Browser()
  await open(hall(), browser, { level: 3 })
  await browser.submit('/choose', { sub: 'person-lin-wan' }, CALLBACK)
  assert.match(browser.html, /<span class="nb">升到高级认证/)
  assert.doesNotMatch(browser.html, /value="bank-card"/)
})

test('turning back from the step-up is a cancelled sign-in, not an outage', async () => {
  const port = hall()
  const browser = new Browser()
  const checks = await open(port, browser, { level: 1 })
  await browser.submit('/cancel', {}, CALLBACK)
  const done = await port.finishLogin(browser.url, checks)
  assert.equal(!done.ok && done.failure.kind, 'cancelled')
})

test('a body signs in by its credit code', async () => {
  const port = hall()
  const browser = new Browser()
  const checks = await open(port, browser, { level: 2 })
  await browser.submit('/choose', { sub: 'body-rongyin-eatery' }, CALLBACK)
  const done = await port.finishLogin(browser.url, checks)
  assert.ok(done.ok)
  assert.equal(done.value.identity.subjectKind, 'enterprise')
  assert.equal(done.value.identity.idKind, 'credit-code')
})

test('an applicant account does not open the desk, and an officer signs in there while an applicant is signed in', async () => {
  const browser = new Browser()
  const hallChecks = await open(hall(), browser, { level: 1 })
  await browser.submit('/choose', { sub: 'person-lin-wan' }, CALLBACK)
  assert.ok((await hall().finishLogin(browser.url, hallChecks)).ok)

  const port = desk()
  const checks = await open(port, browser, { level: 1 })
  assert.match(browser.html, /<h1>登录<\/h1>/)
  await browser.submit('/login', { account: '15400000002', password: 'rongban-sample' }, CALLBACK)
  assert.match(browser.html, /请从网上办事大厅登录/)
  await browser.submit('/choose', { sub: 'staff-gl-scjg-window' }, CALLBACK)
  const done = await port.finishLogin(browser.url, checks)
  assert.ok(done.ok)
  assert.equal(done.value.identity.subjectKind, 'staff')
  assert.equal(done.value.level, 3)
})

test('a return that belongs to other checks is stale, and a code works once', async () => {
  const port = hall()
  const browser = new Browser()
  const checks = await open(port, browser, { level: 1 })
  await browser.submit('/choose', { sub: 'person-lin-wan' }, CALLBACK)
  const foreign = await port.finishLogin(browser.url, { ...checks, state: 'another' })
  assert.equal(!foreign.ok && foreign.failure.kind, 'stale')
  for (const bare of [CALLBACK, `/callback?state=${checks.state}`, '/callback?error=server_error']) {
    const nothing = await port.finishLogin(bare, checks)
    assert.equal(!nothing.ok && nothing.failure.kind, 'stale', bare)
  }
  // A path alone will do: behind a balancer the platform sees another host than the browser.
  assert.ok((await port.finishLogin(`/callback${new URL(browser.url).search}`, checks)).ok)
  const twice = await port.finishLogin(browser.url, checks)
  assert.equal(!twice.ok && twice.failure.kind, 'stale')
})

test('a fresh sign-in shows the sign-in page although somebody is signed in, and changes person', async () => {
  const port = hall()
  const browser = new Browser()
  await open(port, browser, { level: 1 })
  await browser.submit('/choose', { sub: 'person-lin-wan' }, CALLBACK)
  const checks = await open(port, browser, { level: 1, fresh: true })
  assert.match(browser.html, /<h1>登录<\/h1>/)
  await browser.submit('/choose', { sub: 'person-he-wushan' }, CALLBACK)
  const done = await port.finishLogin(browser.url, checks)
  assert.equal(done.ok && done.value.sub, 'person-he-wushan')
})

test('signing out at the provider leads back to the hall and asks for an account next time', async () => {
  const port = hall()
  const browser = new Browser()
  const checks = await open(port, browser, { level: 1 })
  await browser.submit('/choose', { sub: 'person-lin-wan' }, CALLBACK)
  const done = await port.finishLogin(browser.url, checks)
  assert.ok(done.ok)
  const out = await port.logoutUrl(done.value.idToken, 'http://127.0.0.1:1/')
  assert.ok(out.ok)
  await browser.visit(out.value.url, 'http://127.0.0.1:1/')
  assert.match(browser.html, /退出登录/)
  await browser.submit('/session/end/confirm', { logout: 'yes' }, 'http://127.0.0.1:1/')
  assert.equal(browser.url, 'http://127.0.0.1:1/')
  await open(port, browser, { level: 1 })
  assert.match(browser.html, /<h1>登录<\/h1>/)
})

test('an English applicant gets the page in English', async () => {
  const browser = new Browser()
  await open(hall(), browser, { level: 1, language: 'en' })
  assert.match(browser.html, /<html lang="en">/)
  assert.match(browser.html, /EMMA SAMPLE/)
})

test('a callback that is registered while running can be used at once, and only with the secret', async () => {
  const late = 'http://127.0.0.1:2/late'
  const register = (secret: string) =>
    fetch(`${sandbox.url}/oidc/clients/rongban-hall/redirect`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`rongban-hall:${secret}`).toString('base64')}`,
      },
      body: JSON.stringify({ redirectUri: late }),
    })
  assert.equal((await register('guess')).status, 401)
  assert.equal((await register(CLIENT_SECRET)).status, 204)
  const port = hall({ redirectUri: late })
  const browser = new Browser()
  const begun = await port.beginLogin({ level: 1 })
  assert.ok(begun.ok)
  await browser.visit(begun.value.url, late)
  await browser.submit('/choose', { sub: 'person-lin-wan' }, late)
  assert.ok((await port.finishLogin(browser.url, begun.value.checks)).ok)
})

for (const [mode, kind] of [
  ['down', 'down'],
  ['reset', 'down'],
  ['slow', 'down'],
  ['wrong', 'wrong'],
] as const) {
  test(`an identity platform that is dialled to ${mode} gives a failure of kind ${kind}, and works again afterwards`, async () => {
    const port = hall(mode === 'slow' ? { timeoutMs: 500 } : {})
    await sandbox.dial('oidc', mode)
    const begun = await port.beginLogin({ level: 1 })
    assert.equal(!begun.ok && begun.failure.kind, kind)
    await sandbox.dial('oidc', 'ok')
    assert.ok((await port.beginLogin({ level: 1 })).ok)
  })

  test(`an identity platform that turns ${mode} while somebody signs in gives a failure of kind ${kind}`, async () => {
    const port = hall(mode === 'slow' ? { timeoutMs: 500 } : {})
    const browser = new Browser()
    const checks = await open(port, browser, { level: 1 })
    await browser.submit('/choose', { sub: 'person-lin-wan' }, CALLBACK)
    await sandbox.dial('oidc', mode)
    const done = await port.finishLogin(browser.url, checks)
    assert.equal(!done.ok && done.failure.kind, kind)
  })
}

test('a wrong client secret throws, because it is a mistake of ours', async () => {
  const port = hall({ clientSecret: 'guess' })
  const browser = new Browser()
  const checks = await open(port, browser, { level: 1 })
  await browser.submit('/choose', { sub: 'person-lin-wan' }, CALLBACK)
  await assert.rejects(port.finishLogin(browser.url, checks))
})

test('a sign-in step that is over gets a page that says what to do', async () => {
  const browser = new Browser()
  await browser.visit(`${sandbox.url}/oidc/interaction/long-gone`, CALLBACK)
  assert.equal(browser.status, 400)
  assert.match(browser.html, /再点一次登录/)
})
