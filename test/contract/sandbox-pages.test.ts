import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { openIdIdentity } from '../../src/adapters/identity/index.ts'
import { sandboxSms } from '../../src/adapters/sms/index.ts'
import { launchBrowser } from '../journeys/browser.ts'
import { CLIENT_SECRET, type RunningSandbox, startSandboxProcess } from './sandbox-process.ts'

let sandbox: RunningSandbox
let browser: Browser
before(async () => {
  sandbox = await startSandboxProcess()
  browser = await launchBrowser()
  await sandboxSms(sandbox.signed).send({ id: '1', to: '15400000001', text: '已受理。', sign: '榕办' })
})
after(async () => {
  await browser?.close()
  await sandbox.stop()
})

async function signInUrl(clientId: string, level: 1 | 2): Promise<string> {
  // The sandbox itself plays the relying party's address; nothing is asked of it after the sign-in.
  const redirectUri = `${sandbox.url}/phone`
  await fetch(`${sandbox.url}/oidc/clients/${clientId}/redirect`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${clientId}:${CLIENT_SECRET}`).toString('base64')}`,
    },
    body: JSON.stringify({ redirectUri }),
  })
  const issuer = `${sandbox.url}/oidc`
  const begun = await openIdIdentity({
    issuer,
    clientId,
    clientSecret: CLIENT_SECRET,
    redirectUri,
  }).beginLogin({ level })
  assert.ok(begun.ok)
  return begun.value.url
}

async function assertAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`),
    [],
    what,
  )
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  assert.equal(tooWide, false, `${what} scrolls sideways`)
}

for (const width of [320, 390, 1440]) {
  test(`every page of the sandbox is accessible and fits ${width} px`, async () => {
    const context = await browser.newContext({ viewport: { width, height: 844 } })
    const page = await context.newPage()
    for (const path of [
      '/',
      '/phone',
      '/phone/15400000001',
      '/licence-platform',
      '/archive',
      '/oidc/interaction/over',
    ]) {
      await page.goto(sandbox.url + path)
      await assertAccessible(page, path)
    }
    await page.goto(await signInUrl('rongban-desk', 1))
    await assertAccessible(page, 'sign-in of officers')
    await page.goto(await signInUrl('rongban-hall', 2))
    await assertAccessible(page, 'sign-in of applicants')
    await page.getByLabel('账号', { exact: true }).fill('15400000011')
    await page.getByLabel('密码', { exact: true }).fill('guess')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').getByText('账号或密码不对').waitFor()
    await assertAccessible(page, 'sign-in after a wrong password')
    await page.getByRole('button', { name: /^王南后/ }).click()
    await page.getByRole('heading', { name: /升到中级认证/ }).waitFor()
    await assertAccessible(page, 'step-up')
    await context.close()
  })
}

test('the keyboard alone signs in and steps up', async () => {
  const page = await browser.newPage()
  await page.goto(await signInUrl('rongban-hall', 2))
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), '跳到正文')
  const reach = async (name: RegExp) => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const { activeElement: e } = document
        return e instanceof HTMLInputElement ? (e.labels?.[0]?.textContent ?? '') : (e?.textContent ?? '')
      })
      if (name.test(focused)) return
    }
    assert.fail(`the keyboard does not reach ${name}`)
  }
  await reach(/^账号$/)
  await page.keyboard.type('15400000002')
  await reach(/^密码$/)
  await page.keyboard.type('rongban-sample')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /升到中级认证/ }).waitFor()
  await reach(/^社保卡核对/)
  await page.keyboard.press('ArrowDown')
  await reach(/社保卡号，或银行卡后四位/)
  await page.keyboard.type('9002')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/phone\?code=/)
  await page.close()
})
