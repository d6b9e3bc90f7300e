/** The application form with scripts on, in a real browser: what changes at once, without a way to the server. */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser, Page as Tab } from '@playwright/test'
import { axeViolations, launchBrowser } from '../../../test/journeys/browser.ts'
import { form as formShape, treeOf } from '../../catalogue/index.ts'
import { asset, Opening, Page, renderPage } from '../../ui/index.ts'
import { FormSections } from '../form/sections.tsx'
import { bundleElements } from './bundle.ts'

const areas = treeOf([
  { code: '350100', name: '福州市', parent: '' },
  { code: '350102', name: '鼓楼区', parent: '350100' },
  { code: '350102001', name: '鼓东街道', parent: '350102' },
  { code: '350104', name: '仓山区', parent: '350100' },
  { code: '350104100', name: '仓山镇', parent: '350104' },
])
const base = (key: string, label: string, type: string, more: object = {}) => ({ key, label, type, ...more })
const yesNo = ['是', '否'].map((v) => ({ value: v, label: v }))
const form = formShape.parse({
  groups: [
    {
      key: 'basics',
      title: '基本',
      fields: [
        base('takeaway', '做外卖', 'choice', { options: yesNo }),
        base('platform', '平台', 'text', { when: { field: 'takeaway', equals: '是' } }),
        base('home', '地址', 'region-address'),
        base('term', '期限', 'period'),
        base('days', '一共几天', 'number', { unit: '天', compute: { kind: 'days-inclusive', of: ['term'] } }),
      ],
    },
    {
      key: 'owners',
      title: '股东',
      repeat: { each: '股东', max: 3 },
      when: [{ field: 'takeaway', values: ['是'] }],
      fields: [
        base('who', '本人', 'person'),
        base('share', '出资', 'money'),
        base('why', '为什么这么多', 'text', {
          when: [{ field: 'share', test: 'at-least', values: ['100'] }],
        }),
      ],
    },
    {
      key: 'sums',
      title: '合计',
      fields: [
        base('total', '出资合计', 'money', { unit: '元', compute: { kind: 'sum', of: ['owners.share'] } }),
      ],
    },
  ],
})

const script = await bundleElements()
const page = () =>
  renderPage(
    <Page lang="zh" title="试" path="/" scripts={[script.href]}>
      <Opening title="试" />
      <form method="post" action="/">
        <FormSections
          form={form}
          answers={{}}
          known={null}
          errors={[]}
          areas={areas}
          lang="zh"
          today="2026-11-23"
          now={new Date('2026-11-23T10:00:00+08:00')}
          upload={() => null}
        />
      </form>
    </Page>,
  )

let server: Server
let browser: Browser
let tab: Tab
const wrong: string[] = []

before(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    if (url.pathname === '/api/areas') {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ areas: areas.below(url.searchParams.get('below') ?? '') }))
    } else if (url.pathname.startsWith('/assets/')) {
      const found =
        url.pathname === '/assets/elements.js' ? script : asset(url.pathname.slice('/assets/'.length))
      response.setHeader('content-type', found?.type ?? 'text/plain').end(found?.body)
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', "default-src 'self'; img-src 'self' data:")
      response.end(page())
    }
  }).listen(0)
  browser = await launchBrowser()
  tab = await (await browser.newContext()).newPage()
  tab.on('pageerror', (error) => wrong.push(String(error)))
})
after(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})

const open = () => tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
const named = (name: string) => tab.locator(`[name="${name}"]`)

test('a field and a group that hang on an answer come and go with it, and what was typed is kept', async () => {
  await open()
  assert.equal(await named('f-platform').isVisible(), false)
  assert.equal(await tab.getByRole('heading', { name: '股东' }).isVisible(), false)
  await tab.getByRole('radio', { name: '是' }).check()
  await named('f-platform').fill('示例外卖')
  assert.ok(await tab.getByRole('heading', { name: '股东' }).isVisible())
  await tab.getByRole('radio', { name: '否' }).check()
  assert.equal(await named('f-platform').isVisible(), false)
  await tab.getByRole('radio', { name: '是' }).check()
  assert.equal(await named('f-platform').inputValue(), '示例外卖')
})

test('entries are added, summed, taken away and numbered anew; the focus goes where one goes on', async () => {
  await open()
  await tab.getByRole('radio', { name: '是' }).check()
  await named('f-owners.0.share').fill('1,000.10')
  await tab.getByRole('button', { name: '再加一个股东' }).click()
  assert.equal(await tab.evaluate(() => document.activeElement?.getAttribute('name')), 'f-owners.1.who.name')
  await named('f-owners.1.share').fill('0.2')
  assert.equal(await tab.locator('#f-total').innerText(), '1000.3')
  assert.ok(await named('f-owners.0.why').isVisible())
  assert.equal(await named('f-owners.1.why').isVisible(), false)
  await tab.getByRole('button', { name: '再加一个股东' }).click()
  assert.equal(
    await tab.getByRole('button', { name: '再加一个股东' }).isVisible(),
    false,
    'three are the most',
  )
  await tab.getByRole('button', { name: /^删掉这一项\s*股东 1$/ }).click()
  assert.deepEqual(await tab.locator('[data-rows] legend[data-row-title]').allInnerTexts(), [
    '股东 1',
    '股东 2',
  ])
  assert.equal(await tab.locator('#f-total').innerText(), '0.2')
  assert.equal(
    await named('f-owners.1.share').inputValue(),
    '0.2',
    'the second entry kept its name and value',
  )
})

test('the streets follow the district, and a change of district lets the street go', async () => {
  await open()
  await named('f-home.region.0').selectOption({ label: '鼓楼区' })
  await tab.getByLabel('街道、乡镇').selectOption({ label: '鼓东街道' })
  await named('f-home.region.0').selectOption({ label: '仓山区' })
  await tab.getByRole('option', { name: '仓山镇' }).waitFor({ state: 'attached' })
  assert.equal(await named('f-home.region.1').inputValue(), '')
  assert.equal(await named('f-home.region.1').count(), 1)
})

test('days are counted as soon as both ends stand there', async () => {
  await open()
  await named('f-term.from').fill('2026-12-01')
  assert.equal(await tab.locator('#f-days').innerText(), '')
  await named('f-term.to').fill('2026-12-20')
  assert.equal(await tab.locator('#f-days').innerText(), '20')
})

test('every kind of field is labelled, wide and on a phone, and no script fails', async () => {
  await open()
  await tab.getByRole('radio', { name: '是' }).check()
  for (const width of [1440, 390]) {
    await tab.setViewportSize({ width, height: 900 })
    assert.deepEqual(await axeViolations(tab), [])
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= width, `the page is ${wide} wide at ${width}`)
  }
  assert.deepEqual(wrong, [])
})
