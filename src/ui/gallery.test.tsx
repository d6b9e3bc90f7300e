/** The furniture as browsers get it: landmarks, names, ties between controls and their words, and axe in a real browser. */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { axeViolations, launchBrowser } from '../../test/journeys/browser.ts'
import { SPECIMENS } from './gallery/specimens.tsx'
import { asset, renderPage } from './index.ts'

const pages = Object.entries(SPECIMENS).map(([name, page]) => ({ name, html: renderPage(page()) }))
const page = (name: string): string => pages.find((p) => p.name === name)!.html
const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0

describe('every page of the hall', () => {
  for (const { name, html } of pages) {
    test(`${name}: one h1, a skip link to the content, header, main and footer, and no style or script that the policy forbids`, () => {
      assert.ok(html.startsWith('<!doctype html><html lang="'))
      assert.equal(count(html, /<h1[ >]/g), 1)
      assert.equal(count(html, /<main id="main"/g), 1)
      assert.match(html, /<a class="skip" href="#main">/)
      assert.equal(count(html, /<header/g), 1)
      assert.equal(count(html, /<footer/g), 1)
      assert.equal(count(html, / style="/g), 0)
      assert.equal(count(html, /<script(?! type="module" src)/g), 0)
      assert.ok(
        count(html, /class="button"/g) <=
          count(html, /class="actions"|sticky-acts|card|search-box|row|call/g) + 2,
      )
    })
    test(`${name}: every id stands once, and every label, hint and error points to one`, () => {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
      assert.equal(new Set(ids).size, ids.length, `twice: ${ids.filter((id, i) => ids.indexOf(id) !== i)}`)
      const pointed = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby|aria-controls)="([^"]+)"/g)]
      for (const id of pointed.flatMap((m) => m[1]!.split(' ')))
        assert.ok(ids.includes(id), `nothing has the id ${id}`)
    })
  }

  test('a page with faults says so in its title, lists them and ties each to its control', () => {
    const html = page('apply')
    assert.match(html, /<title>有 3 处要改 · /)
    assert.match(html, /role="alert"[^>]*aria-labelledby="faults-title"/)
    assert.match(html, /<a href="#area">经营面积：请填数字<\/a>/)
    assert.match(
      html,
      /<input[^>]*id="area"[^>]*aria-describedby="area-hint area-error"[^>]*aria-invalid="true"/,
    )
    assert.match(html, /value="八十六平"/)
  })

  test('elder mode keeps three places, a telephone call among them', () => {
    const nav = /<nav class="places"[\s\S]*?<\/nav>/.exec(page('home-elder'))![0]
    assert.equal(count(nav, /<li>/g), 3)
    assert.match(nav, /href="tel:12345"/)
  })

  test('the English page speaks English in its furniture and marks the way back as Chinese', () => {
    const html = page('home-en')
    assert.match(html, /<html lang="en"/)
    assert.match(html, /lang="zh-CN" hrefLang="zh-CN"|lang="zh-CN" hreflang="zh-CN"/)
    assert.match(html, />Skip to the content</)
  })
})

describe('in a browser', () => {
  let browser: Browser
  let server: Server
  let base = ''
  before(async () => {
    server = createServer((request, response) => {
      const path = (request.url ?? '/').split('?')[0]!.slice(1)
      const found = path.startsWith('assets/') ? asset(path.slice('assets/'.length)) : undefined
      const specimen = pages.find((p) => p.name === path)
      response.setHeader('content-security-policy', "default-src 'self'; img-src 'self' data:")
      if (found) response.setHeader('content-type', found.type).end(found.body)
      else if (specimen) response.setHeader('content-type', 'text/html; charset=utf-8').end(specimen.html)
      else response.writeHead(404).end()
    }).listen(0)
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    server?.close()
  })

  for (const { name } of pages)
    for (const width of [390, 1440])
      test(`${name} at ${width}: axe finds nothing, nothing is refused by the policy, nothing sticks out sideways`, async () => {
        const context = await browser.newContext({
          viewport: { width, height: 844 },
          reducedMotion: 'reduce',
        })
        const tab = await context.newPage()
        const errors: string[] = []
        tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
        await tab.goto(`${base}/${name}`, { waitUntil: 'load' })
        assert.deepEqual(await axeViolations(tab), [])
        assert.deepEqual(errors, [])
        assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
        await context.close()
      })

  for (const name of ['home', 'guide', 'apply', 'dossier', 'licence'])
    test(`${name} fits a screen of 320 px, which is 1280 px at 400 %`, async () => {
      const tab = await browser.newPage({ viewport: { width: 320, height: 640 } })
      await tab.goto(`${base}/${name}`, { waitUntil: 'load' })
      const wide = await tab.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((e) => e.getBoundingClientRect().right > 321 && !e.closest('.unseen, thead'))
          .map((e) => `${e.tagName}.${e.className}`),
      )
      assert.deepEqual(wide, [])
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= 320))
      await tab.close()
    })

  test('links and buttons of a phone are at least 44 px high, in elder mode 60, except within a sentence', async () => {
    for (const [name, least] of [
      ['apply', 44],
      ['home', 44],
      ['dossier', 44],
      ['home-elder', 60],
      ['apply-elder', 60],
    ] as const) {
      const tab = await browser.newPage({ viewport: { width: 390, height: 844 } })
      await tab.goto(`${base}/${name}`, { waitUntil: 'load' })
      const low = await tab.evaluate(
        (px) =>
          [
            ...document.querySelectorAll<HTMLElement>(
              'a, button, select, input:not([type=radio], [type=checkbox])',
            ),
          ]
            .filter((e) => !e.closest('p, dd, td, th, .skip, .stepper') || e.matches('.button, .phone'))
            .filter(
              (e) =>
                !e.matches('.skip') &&
                e.getClientRects().length > 0 &&
                e.getBoundingClientRect().height < px - 0.5,
            )
            .map((e) => `${e.textContent?.slice(0, 12)} ${e.className} ${e.getBoundingClientRect().height}`),
        least,
      )
      assert.deepEqual(low, [], name)
      await tab.close()
    }
  })

  test('the fonts of home and guide stay under 350 kB on a phone', async () => {
    for (const name of ['home', 'guide']) {
      const tab = await browser.newPage({ viewport: { width: 390, height: 844 } })
      const fonts: Promise<number>[] = []
      tab.on('response', (r) => r.url().includes('/fonts/') && fonts.push(r.body().then((b) => b.length)))
      await tab.goto(`${base}/${name}`, { waitUntil: 'networkidle' })
      const sizes = await Promise.all(fonts)
      const sum = sizes.reduce((a, b) => a + b, 0)
      assert.ok(sizes.length > 0, 'no font was asked for')
      assert.ok(sum < 350_000, `${name} loads ${sizes.length} fonts of ${sum} bytes`)
      await tab.close()
    }
  })
})
