/** The screens at the counters in a real browser. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { axeViolations, launchBrowser } from '../../../test/journeys/browser.ts'
import { publicHall } from '../public/testing.ts'
import { changeItem } from './testing.ts'

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
  await hall?.close()
})

const SIZES = [
  { width: 1080, height: 1920 },
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

test('the screens of a centre pass axe and never scroll sideways, upright, on a desk and on a phone, also in 大字', {}, async () => {
  const { itemId, content } = await hall.item('食品经营许可')
  const { centreId } = content.place!
  const guide = `/counter/${centreId}/items/${itemId}`
  const paths = ['/counter', `/counter/${centreId}`, guide, `${guide}/print`, '/forms?q=spjy']
  for (const mode of ['standard', 'elder'])
    for (const viewport of SIZES) {
      const context = await browser.newContext({ viewport })
      await context.addCookies([{ name: 'rb_mode', value: mode, url: base }])
      const page = await context.newPage()
      for (const path of paths) {
        const where = `${path} at ${viewport.width}, ${mode}`
        await page.goto(base + path)
        assert.deepEqual(await axeViolations(page), [], where)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        assert.ok(wide <= viewport.width, `${where} is ${wide} px wide`)
      }
      await context.close()
    }
})

test('[Art. 3.1(2)] a screen that stands open shows the next version by itself when it comes into force', async () => {
  const { itemId, content } = await hall.item('食品经营许可')
  const { centreId } = content.place!
  const page = await browser.newPage({ viewport: SIZES[0]! })
  const listening = page.waitForResponse((answer) => answer.url().endsWith(`${itemId}/events`))
  await page.goto(`${base}/counter/${centreId}/items/${itemId}`)
  await listening
  const added = '门口有无障碍坡道（示例改动）'
  await changeItem(hall, itemId, content.organId, { conditions: [...content.conditions, added] })
  await page.getByText(added).waitFor()
  await page.getByText('第 2 版').first().waitFor()
  await page.close()
})

test('no link of a counter’s guide leaves the screens of the centre but telephones and the display', async () => {
  const { itemId, content } = await hall.item('食品经营许可')
  const page = await browser.newPage({ viewport: SIZES[0]! })
  await page.goto(`${base}/counter/${content.place!.centreId}/items/${itemId}`)
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')!))
  const out = hrefs.filter((href) => !/^(#|tel:|\/counter|\/display\?)/.test(href))
  assert.deepEqual(out, [])
  // Booking is for one's own telephone: the screen shows a code for it.
  assert.equal(await page.getByRole('img', { name: '二维码：预约窗口' }).count(), content.bookable ? 1 : 0)
  assert.equal(content.bookable, true)
  await page.close()
})

test('a screen that was left says so, counts down, stays for who touches it, and goes back to its start for the next visitor', async () => {
  const { itemId, content } = await hall.item('食品经营许可')
  const start = `/counter/${content.place!.centreId}`
  const context = await browser.newContext({ viewport: SIZES[0]! })
  await context.addCookies([
    { name: 'rb_mode', value: 'elder', url: base },
    { name: 'rb_lang', value: 'en', url: base },
  ])
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${base}${start}/items/${itemId}`)
  const asked = page.getByRole('alert').filter({ hasText: 'Still reading?' })
  await page.clock.runFor(119_000)
  assert.equal(await asked.count(), 0)
  await page.clock.runFor(2_000)
  await asked.waitFor()
  assert.deepEqual(await axeViolations(page), [])
  await page.getByRole('button', { name: 'Keep this page' }).click()
  await page.clock.runFor(100_000)
  assert.equal(await asked.count(), 0)
  assert.match(page.url(), /items/)
  await page.clock.runFor(21_000)
  await asked.waitFor()
  await page.clock.runFor(31_000)
  await page.waitForURL(base + start)
  await page.getByRole('heading', { name: '今天办什么？' }).waitFor()
  await page.getByRole('link', { name: '大字' }).waitFor()
  await page.clock.runFor(600_000)
  assert.equal(
    await page.getByText('还在看吗').count(),
    0,
    'the start itself, untouched, has nothing to go back from',
  )
  await context.close()
})

test('without scripts a visitor finds the item by words and reads its whole guide', async () => {
  const { content } = await hall.item('食品经营许可')
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: SIZES[0]! })
  const page = await context.newPage()
  await page.goto(`${base}/counter/${content.place!.centreId}`)
  await page.getByRole('searchbox').fill('spjy')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('link', { name: /食品经营许可（新办）/ }).click()
  await page.getByRole('heading', { level: 2, name: '申请材料' }).waitFor()
  await page.getByRole('link', { name: '打印这份指南' }).click()
  assert.match((await page.locator('iframe').getAttribute('src'))!, /guide\.pdf$/)
  await page.getByRole('link', { name: '回到指南' }).click()
  await page.getByRole('heading', { level: 2, name: '申请材料' }).waitFor()
  await page.getByRole('link', { name: '大字' }).click()
  await page.getByRole('link', { name: '标准字' }).waitFor()
  await context.close()
})
