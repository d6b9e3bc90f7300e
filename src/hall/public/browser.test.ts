/** The public pages in a real browser: axe, sideways scrolling, and the suggestions of the search box. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from '@playwright/test'
import { launchBrowser } from '../../../test/journeys/browser.ts'
import { publicHall } from './testing.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
let browser: Browser
let base = ''
before(async () => {
  hall = await publicHall()
  base = await hall.web.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await hall.close()
})

test('the public pages pass axe and never scroll sideways, on a phone, on a desk and in 长辈版', {}, async () => {
  const { itemId } = await hall.item('食品经营许可')
  const paths = [
    '/',
    `/items/${itemId}`,
    '/search',
    '/progress',
    '/level?fn=apply-online&to=/',
    '/regulation',
    '/places',
    '/none',
  ]
  const looks = [
    { width: 390, cookie: '' },
    { width: 1440, cookie: '' },
    { width: 390, cookie: 'elder' },
  ]
  for (const { width, cookie } of looks) {
    // Tall, because a bar that stays at the foot of the screen covers whatever happens to be behind it.
    const context = await browser.newContext({ viewport: { width, height: 2400 }, bypassCSP: true })
    if (cookie) await context.addCookies([{ name: 'rb_mode', value: cookie, url: base }])
    const page = await context.newPage()
    for (const path of paths) {
      await page.goto(base + path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(
        (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`,
      )
      assert.deepEqual(found, [], `${path} at ${width} ${cookie}`)
      const wider = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      assert.equal(wider, 0, `${path} at ${width} ${cookie} scrolls sideways`)
    }
    await context.close()
  }
})

test('long names and long questions break inside the page, on a narrow phone in 长辈版', async () => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 800 },
    javaScriptEnabled: false,
  })
  await context.addCookies([{ name: 'rb_mode', value: 'elder', url: base }])
  const page = await context.newPage()
  const q = (text: string) => `/search?q=${encodeURIComponent(text)}`
  const paths = [
    q('我在学校门口卖炸鸡排'),
    q('一二三四五六七八九十一二三四五六七八九十'),
    q('wozaixuexiaomenkoumaizhajipai'),
  ]
  for (const name of [
    '生产建设项目水土保持方案审批',
    '外国企业常驻代表机构变更登记',
    '网络预约出租汽车驾驶员证核发',
  ])
    paths.push(`/items/${(await hall.item(name)).itemId}`)
  for (const path of paths) {
    await page.goto(base + path)
    const { scrollWidth, clientWidth } = await page
      .locator('html')
      .evaluate((html) => ({ scrollWidth: html.scrollWidth, clientWidth: html.clientWidth }))
    assert.equal(scrollWidth, clientWidth, path)
  }
  await context.close()
})

test('typing in the search box suggests items, and Enter on one opens its guide', async () => {
  const page = await browser.newPage()
  await page.goto(base)
  await page.locator('#q').pressSequentially('开饭店')
  await page.getByRole('option', { name: /食品经营许可/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/items\//)
  assert.match((await page.locator('h1').textContent()) ?? '', /食品经营许可/)
  await page.close()
})

test('without scripts the search box still searches', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(base)
  await page.locator('#q').fill('网约车')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=/)
  assert.ok((await page.locator('.results a').count()) > 0)
  await context.close()
})
