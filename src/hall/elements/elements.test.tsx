/** The elements in a real browser against a real server: what an applicant with scripts on lives through. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { Browser, BrowserContext, Page as Tab } from '@playwright/test'
import { FileStore } from '@tus/file-store'
import { Server as TusServer } from '@tus/server'
import type { ReactNode } from 'react'
import { axeViolations, launchBrowser } from '../../../test/journeys/browser.ts'
import {
  Actions,
  asset,
  Button,
  Opening,
  Page,
  renderFragment,
  renderPage,
  SavedLine,
  SearchBox,
  TextArea,
  TextField,
  Timeline,
  UploadRow,
} from '../../ui/index.ts'
import { bundleElements } from './bundle.ts'

const script = await bundleElements()
const folder = mkdtempSync(join(tmpdir(), 'rongban-tus-'))

/** What the server of a test knows and does. */
const world = {
  uploaded: '' as string,
  metadata: {} as Record<string, string | null>,
  dropPatchAfter: undefined as number | undefined,
  dropped: 0,
  patched: [] as number[],
  refuseUploads: false,
  autosaves: [] as string[],
  autosaveStatus: 200,
  version: 1,
  submissions: [] as string[],
  step: '审查',
  listeners: new Set<ServerResponse>(),
}
const fresh = structuredClone({ ...world, listeners: undefined })

const tus = new TusServer({
  path: '/uploads',
  datastore: new FileStore({ directory: folder }),
  onUploadCreate: async (_request, upload) => {
    world.metadata = upload.metadata ?? {}
    if (world.refuseUploads)
      throw {
        status_code: 422,
        body: JSON.stringify({ refusal: { sentence: '这份文件有密码，去掉密码后重传。' } }),
      }
    return {}
  },
  onUploadFinish: async (_request, upload) => {
    world.uploaded = `${upload.metadata?.['filename']} ${upload.size}`
    return {}
  },
})

const page = (children: ReactNode): string =>
  renderPage(
    <Page lang="zh" title="试" path="/" scripts={[script.href]}>
      <Opening title="试" />
      {children}
    </Page>,
  )

const row = () => (
  <UploadRow
    name="plan"
    title="平面图"
    state={world.uploaded ? 'uploaded' : 'empty'}
    detail={world.uploaded || '还没有上传'}
    input={world.uploaded ? undefined : { accept: '.pdf' }}
    acts={
      <Button weight="quiet" small type="button">
        用电子证照
      </Button>
    }
    resumable={{ endpoint: '/uploads?draftId=d1&materialKey=plan', row: '/row', maxBytes: 20_000_000 }}
  />
)

const timeline = () => (
  <Timeline
    variant="dossier"
    steps={[
      { state: 'done', title: '受理' },
      { state: 'now', title: world.step },
    ]}
  />
)

const PAGES: Record<string, () => string> = {
  '/search-page': () => page(<SearchBox label="找事项" />),
  '/upload': () =>
    page(
      <form method="post">
        <h2>材料</h2>
        {row()}
        <Actions>
          <Button>提交</Button>
        </Actions>
      </form>,
    ),
  '/form': () =>
    page(
      <rb-autosave action-autosave="/autosave" version={world.version}>
        <SavedLine saved="还没有保存" />
        <form method="post" action="/submit">
          <TextField name="area" label="面积" />
          <TextArea name="note" label="说明" />
          <Actions>
            <rb-confirm-once>
              <Button name="do" value="send">
                确认并提交
              </Button>
            </rb-confirm-once>
          </Actions>
        </form>
      </rb-autosave>,
    ),
  '/live-page': () =>
    page(
      <rb-live src="/events" fragment="/timeline">
        {timeline()}
      </rb-live>,
    ),
  '/row': () => renderFragment('zh', row()),
  '/timeline': () => renderFragment('zh', timeline()),
}

const body = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

/** Cuts the line of a request once so many bytes of it have come. */
function breakLine(request: IncomingMessage, bytes: number): void {
  const begun = request.socket.bytesRead
  const look = () => {
    const seen = request.socket.bytesRead - begun
    if (seen < bytes && !request.destroyed) return setImmediate(look)
    world.dropped = seen
    request.socket.destroy()
  }
  look()
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://x')
  const path = url.pathname
  if (path.startsWith('/uploads')) {
    if (request.method === 'PATCH') {
      world.patched.push(Number(request.headers['upload-offset']))
      if (world.dropPatchAfter !== undefined && world.dropped === 0) breakLine(request, world.dropPatchAfter)
    }
    return tus.handle(request, response)
  }
  if (path.startsWith('/assets/')) {
    const found = path === '/assets/elements.js' ? script : asset(path.slice('/assets/'.length))
    response.setHeader('content-type', found?.type ?? 'text/plain').end(found?.body)
  } else if (path === '/search/suggest') {
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify([
        { name: '食品经营许可（新办）', href: '/items/1', time: '5 个工作日', online: true },
        { name: '食品经营许可（变更）', href: '/items/2', time: '5 个工作日' },
      ]),
    )
  } else if (path === '/autosave') {
    world.autosaves.push(await body(request))
    response.statusCode = world.autosaveStatus
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ saved: '10:42 已自动保存', version: ++world.version }))
  } else if (path === '/submit') {
    world.submissions.push(await body(request))
    // No content: the browser stays on the page, so that the locked button can be seen.
    response.writeHead(204).end()
  } else if (path === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n')
    world.listeners.add(response)
    request.on('close', () => world.listeners.delete(response))
  } else {
    const found = PAGES[path]?.()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', "default-src 'self'; img-src 'self' data:")
    response.writeHead(found ? 200 : 404).end(found ?? path)
  }
}

let server: Server
let browser: Browser
let context: BrowserContext
let tab: Tab
let base = ''
const wrong: string[] = []

before(async () => {
  server = createServer((request, response) => void answer(request, response)).listen(0)
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  Object.assign(world, structuredClone(fresh), { listeners: new Set() })
  wrong.length = 0
  context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  tab = await context.newPage()
  tab.on('pageerror', (error) => wrong.push(String(error)))
})
afterEach(async () => {
  await context.close()
  assert.deepEqual(wrong, [], 'errors of the page')
})

const told = (text: string) =>
  tab
    .locator('[role=status], [role=alert], .material-state', { hasText: text })
    .first()
    .waitFor({ state: 'attached' })

test('suggestions open while typing, ↓ chooses, Escape closes, Enter opens the chosen item', async () => {
  await tab.goto(`${base}/search-page`)
  const box = tab.getByRole('combobox', { name: '找事项' })
  await box.pressSequentially('食品')
  await tab.getByRole('option', { name: /新办/ }).waitFor()
  assert.equal(await box.getAttribute('aria-expanded'), 'true')
  assert.equal(await tab.locator('mark').first().textContent(), '食品')
  assert.deepEqual(await axeViolations(tab), [])
  await box.press('ArrowDown')
  await box.press('ArrowDown')
  const active = await box.getAttribute('aria-activedescendant')
  assert.match((await tab.locator(`#${active}`).textContent()) ?? '', /变更/)
  await box.press('Escape')
  assert.equal(await box.getAttribute('aria-expanded'), 'false')
  assert.equal(await box.inputValue(), '食品')
  await box.press('ArrowDown')
  await box.press('Enter')
  await tab.waitForURL('**/items/1')
})

test('Enter without a choice sends the search form', async () => {
  await tab.goto(`${base}/search-page`)
  const box = tab.getByRole('combobox')
  await box.pressSequentially('食品')
  await tab.getByRole('option').first().waitFor()
  await box.press('Enter')
  await tab.waitForURL('**/search?q=*')
})

test('a chosen file goes up with the place that it is for, and the row is drawn as the server sees it', async () => {
  await tab.goto(`${base}/upload`)
  await tab
    .getByLabel('选文件：平面图')
    .setInputFiles({ name: '平面图.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(300_000, 1) })
  await told('平面图.pdf 300000')
  assert.deepEqual(
    { ...world.metadata },
    { draftId: 'd1', materialKey: 'plan', filename: '平面图.pdf', filetype: 'application/pdf' },
  )
  assert.equal(await tab.locator('input[type=file]').count(), 0)
})

test('an upload goes on where the line broke', async () => {
  world.dropPatchAfter = 4_000_000
  await tab.goto(`${base}/upload`)
  await tab
    .locator('input[type=file]')
    .setInputFiles({ name: '大图.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(16_000_000, 1) })
  await told('大图.pdf 16000000')
  assert.ok(world.dropped >= 4_000_000, 'the line did break')
  assert.ok(world.patched.length >= 2 && world.patched.at(-1)! > 0, `begun anew: ${world.patched}`)
})

test('a refused file shows the sentence of the server, keeps what was offered and can be chosen again', async () => {
  world.refuseUploads = true
  await tab.goto(`${base}/upload`)
  const input = tab.locator('input[type=file]')
  await input.setInputFiles({ name: '锁.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(1000) })
  await told('这份文件有密码，去掉密码后重传。')
  assert.equal(await input.isEnabled(), true)
  await tab.getByRole('button', { name: '用电子证照' }).waitFor()
  assert.deepEqual(await axeViolations(tab), [])
})

test('a file that is too big is refused before a byte is sent', async () => {
  await tab.goto(`${base}/upload`)
  await tab
    .locator('input[type=file]')
    .setInputFiles({ name: '大.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(21_000_000) })
  await told('文件 21 MB，超过 20 MB，没有上传')
  assert.deepEqual(world.metadata, {})
})

test('what is typed is saved and the page says when', async () => {
  await tab.goto(`${base}/form`)
  await tab.getByLabel('面积').fill('86.5')
  await told('10:42 已自动保存')
  assert.equal(new URLSearchParams(world.autosaves[0]).get('area'), '86.5')
  assert.equal(await tab.evaluate(() => localStorage.length), 0)
})

test('when the session has ended nothing typed is lost: it is back after the sign-in and then saved', async () => {
  world.autosaveStatus = 401
  await tab.goto(`${base}/form`)
  await tab.getByLabel('面积').fill('86.5')
  await tab.getByLabel('说明').fill('凉菜区在东侧')
  await told('登录过期了')
  assert.equal(await tab.getByRole('link', { name: '重新登录' }).getAttribute('href'), '/sign-in?to=%2Fform')
  world.autosaveStatus = 200
  world.version = 1
  await tab.goto(`${base}/form`)
  await told('10:42 已自动保存')
  assert.equal(await tab.getByLabel('面积').inputValue(), '86.5')
  assert.equal(await tab.getByLabel('说明').inputValue(), '凉菜区在东侧')
  assert.equal(await tab.evaluate(() => localStorage.length), 0)
})

test('a copy of this device does not push aside what was saved elsewhere meanwhile: the applicant chooses', async () => {
  world.autosaveStatus = 500
  await tab.goto(`${base}/form`)
  await tab.getByLabel('面积').fill('11')
  await told('没保存到账户')
  world.autosaveStatus = 200
  world.version = 9
  await tab.goto(`${base}/form`)
  await told('这台设备上还有')
  assert.equal(await tab.getByLabel('面积').inputValue(), '')
  await tab.getByRole('button', { name: '用这份' }).click()
  assert.equal(await tab.getByLabel('面积').inputValue(), '11')
  await told('10:42 已自动保存')
})

test('a form goes once, with the value of its button, and says that it is on its way', async () => {
  await tab.goto(`${base}/form`)
  const button = tab.locator('.actions button')
  await button.dblclick()
  await tab.locator('button[aria-busy=true]:disabled', { hasText: '正在提交…' }).waitFor()
  assert.equal(world.submissions.length, 1)
  assert.equal(new URLSearchParams(world.submissions[0]).get('do'), 'send')
})

test('the timeline changes by itself when something happens, and the new step is said politely', async () => {
  await tab.goto(`${base}/live-page`)
  while (world.listeners.size === 0) await new Promise(setImmediate)
  world.step = '决定'
  for (const listener of world.listeners) listener.write('data: moved\n\n')
  await tab.locator('rb-live .step-now', { hasText: '决定' }).waitFor()
  await told('决定')
})
