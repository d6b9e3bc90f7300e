/** A hall of a test's own: the public pages over a fresh database with the sample world in it. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadWorld } from '../../../seeds/world.ts'
import { type CaseworkDeps, drawDossierNumber, queryCode, submit } from '../../casework/index.ts'
import { itemForGuide, search } from '../../catalogue/index.ts'
import { createFileStore, diskBlobs } from '../../documents/index.ts'
import { createHistory } from '../../history/index.ts'
import { createVault, type HallSession } from '../../identity/index.ts'
import { createJobs } from '../../platform/jobs.ts'
import { createLive } from '../../platform/live.ts'
import { testDatabase, testWeb } from '../../platform/testing.ts'
import type { Web } from '../../platform/web.ts'
import { officialCalendar } from '../../regulation/index.ts'
import { errorPage, registerHallPublic } from '../public-routes.ts'

export async function publicHall(today = '2026-11-23T10:00:00+08:00') {
  const world = await testDatabase()
  const now = new Date(today)
  await loadWorld(world.ownerUrl, now)
  const live = await createLive(world.appUrl)
  const queryCodeKey = randomBytes(32)
  const filesDir = mkdtempSync(join(tmpdir(), 'rongban-hall-'))
  const documents = { files: createFileStore(world.db, diskBlobs(filesDir)) }
  const seen = { sessions: 0, session: null as HallSession | null }
  const web: Web = await testWeb(errorPage)
  const jobs = createJobs(world.appUrl, () => {})
  const history = createHistory(jobs, live.announce)
  const deps = {
    db: world.db,
    live,
    documents,
    clock: { now: () => now },
    calendar: officialCalendar,
    publicUrl: 'http://localhost',
    queryCodeKey,
    identity: {
      async hallSession() {
        seen.sessions++
        return seen.session
      },
      account: async () => null,
      vault: createVault({ encryptionKey: randomBytes(32), blindKey: randomBytes(32) }),
    },
    history,
  }
  const casework: CaseworkDeps = { ...deps, jobs }
  registerHallPublic(web, deps)
  await web.ready()
  return {
    ...deps,
    web,
    world,
    casework,
    now,
    seen,
    get: (url: string, headers: Record<string, string> = {}) =>
      web.inject({ url, headers: { accept: 'text/html', ...headers } }),
    post: (url: string, body: Record<string, string>) =>
      web.inject({
        method: 'POST',
        url,
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(body).toString(),
      }),
    /** The published sample item whose name begins so. */
    async item(start: string) {
      const { hits } = await search(world.db, { q: start })
      const hit = hits.find((one) => one.name.startsWith(start))
      const item = hit && (await itemForGuide(world.db, hit.itemId))
      if (!item) throw new Error(`the sample world has no ${start}`)
      return item
    },
    /** Hands in an application of an invented person (示例) for an item. */
    async file(start: string) {
      const item = await this.item(start)
      const dossierId = randomUUID()
      const number = await drawDossierNumber(casework, item, now)
      const applicant = {
        accountId: randomUUID(),
        kind: 'person',
        name: '陈榕生',
        idKind: 'resident-id',
        idMasked: '999999****0010',
        phoneMasked: '154****0002',
      }
      const application = {
        dossierId,
        number,
        item,
        applicant,
        answers: { siteAddress: '榕荫巷 12 号' },
        materials: [
          {
            materialKey: 'm3',
            name: '平面图',
            source: 'upload' as const,
            fileId: randomUUID(),
            fileName: '平面图.pdf',
            licence: null,
          },
        ],
        channel: 'web' as const,
        delivery: {},
      }
      const dossier = await world.db.transaction((tx) => submit(casework, tx, application, now))
      return { dossier, queryCode: queryCode(casework.queryCodeKey, dossier.dossierId), number, item }
    },
    async close() {
      await jobs.stop().catch(() => {})
      await web.close()
      await live.close()
      await world.close()
      rmSync(filesDir, { recursive: true, force: true })
    },
  }
}

/** The text that a reader sees, entities undone, tags gone. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

const VOID = /^(meta|link|input|br|hr|img|path|rect)$/

/** Pieces of Chinese on a page that stand outside any element marked as Chinese. */
export function unmarkedChinese(html: string): string[] {
  const open: { name: string; chinese: boolean }[] = []
  const found: string[] = []
  for (const [, tag, text] of html.matchAll(/<([^>]+)>|([^<]+)/g)) {
    if (text !== undefined) {
      if (/\p{Script=Han}/u.test(text) && !open.at(-1)?.chinese) found.push(text)
      continue
    }
    const name = /^\/?([\w-]+)/.exec(tag!)?.[1] ?? ''
    if (tag!.startsWith('/')) open.pop()
    else if (!VOID.test(name) && !tag!.endsWith('/') && !tag!.startsWith('!')) {
      const lang = /\slang="([^"]+)"/i.exec(tag!)?.[1]
      open.push({
        name,
        chinese: lang === undefined ? (open.at(-1)?.chinese ?? false) : lang.startsWith('zh'),
      })
    }
  }
  return found
}
