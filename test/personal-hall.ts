/** The personal hall on a real database, beside the real sandbox; only the clock and who is signed in are the test's. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { sampleAccounts } from '../sandbox/register/people.ts'
import { itemsBySlug, sampleDirectory, sampleOrgans, sampleStaff } from '../seeds/index.ts'
import { sandboxLicencePlatform } from '../src/adapters/licence-platform/index.ts'
import { sandboxRegister } from '../src/adapters/register/index.ts'
import { sandboxSms } from '../src/adapters/sms/index.ts'
import {
  type ItemContent,
  type ItemVersion,
  itemForGuide,
  loadDirectory,
  loadSampleItems,
} from '../src/catalogue/index.ts'
import { createDocuments } from '../src/documents/index.ts'
import { wireDrafts } from '../src/hall/drafts/reactions.ts'
import { registerHallPersonal } from '../src/hall/personal.ts'
import type { PersonalDeps } from '../src/hall/personal-deps.ts'
import { createHistory } from '../src/history/index.ts'
import { createIdentity, loadStaff } from '../src/identity/index.ts'
import { accountOf, hallCookie } from '../src/identity/testing.ts'
import { workOnMessages } from '../src/messages/index.ts'
import { createJobs } from '../src/platform/jobs.ts'
import { createLive } from '../src/platform/live.ts'
import { testDatabase } from '../src/platform/testing.ts'
import { createWeb, type Web } from '../src/platform/web.ts'
import { officialCalendar } from '../src/regulation/index.ts'
import { startSandboxProcess } from './contract/sandbox-process.ts'

export interface Person {
  accountId: string
  cookie: string
}

/** A PDF of one page that opens. */
export const PDF = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF
`,
  'latin1',
)

/** `more` may add routes beside those of the personal hall, e.g. the styles for a real browser. */
export async function personalHall(at = '2026-11-23T10:00:00+08:00', more: (web: Web) => void = () => {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'rongban-hall-'))
  const database = await testDatabase()
  const sandbox = await startSandboxProcess()
  let now = new Date(at)
  const clock = { now: () => now }
  const { db } = database
  const jobs = createJobs(database.appUrl, () => {})
  const live = await createLive(database.appUrl)
  const history = createHistory(jobs, live.announce)
  const identity = createIdentity({
    db,
    history,
    clock,
    provider: () => {
      throw new Error('nobody signs in at the provider here')
    },
    secrets: {
      encryptionKey: randomBytes(32),
      blindKey: randomBytes(32),
      cookieKey: randomBytes(32),
      oidcClientSecret: '',
      neighbourKey: '',
    },
    publicUrl: () => 'http://localhost',
  })
  const neighbour = { ...sandbox.signed, timeoutMs: 2000 }
  const deps: PersonalDeps = {
    db,
    jobs,
    history,
    identity,
    live,
    clock,
    calendar: officialCalendar,
    queryCodeKey: randomBytes(32),
    documents: await createDocuments({ db, dataDir }),
    register: sandboxRegister(neighbour),
    licencePlatform: sandboxLicencePlatform(neighbour),
    publicUrl: 'http://localhost',
    uploadsDir: join(dataDir, 'uploads'),
  }
  const web: Web = await createWeb({
    logLevel: process.env['TEST_LOG'] ?? 'silent',
    publicUrl: () => 'http://localhost',
    errorPage: (_request, status, refusal) => `<h1>${status}</h1><p>${refusal.sentence}</p>`,
  })
  registerHallPersonal(web, deps)
  // The queues are known to the database; their work is done by the tests themselves, when they say so.
  wireDrafts(deps)
  workOnMessages({ ...deps, sms: sandboxSms(neighbour) }, clock.now)
  await jobs.prepare()
  more(web)
  await web.ready()
  await db.transaction((tx) => loadStaff(tx, { organs: sampleOrgans, staff: sampleStaff }))
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()

  /** Signs somebody of the sample world in, as the provider would have: an account and a session, both real rows. */
  async function signIn(sub: string, level: 1 | 2 | 3 = 2): Promise<Person> {
    const known = sampleAccounts.find((a) => a.sub === sub)
    if (!known) throw new Error(`nobody is ${sub}`)
    const { accountId } = await accountOf(db, identity.vault, known, level, now)
    return { accountId, cookie: await hallCookie(db, accountId, level, now) }
  }

  async function publish(content: ItemContent): Promise<ItemVersion> {
    await loadDirectory(db, history, sampleDirectory, now)
    await loadSampleItems(db, history, [content], now)
    const item = await itemForGuide(db, content.handleItemCode || content.implCode)
    if (!item) throw new Error(`${content.name} was not published`)
    return item
  }

  return {
    deps,
    web,
    database,
    sandbox,
    owner,
    signIn,
    publish,
    foodLicence: () => publish(itemsBySlug['food-licence'] as ItemContent),
    now: () => now,
    pass(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    get: (url: string, who?: Person, headers: Record<string, string> = {}) =>
      web.inject({
        url,
        headers: { accept: 'text/html', ...(who ? { cookie: who.cookie } : {}), ...headers },
      }),
    post: (
      url: string,
      who: Person | null,
      fields: Record<string, string | string[]>,
      headers: Record<string, string> = {},
    ) =>
      web.inject({
        method: 'POST',
        url,
        headers: {
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
          ...(who ? { cookie: who.cookie } : {}),
          ...headers,
        },
        payload: new URLSearchParams(
          Object.entries(fields).flatMap(([k, v]) => [v].flat().map((x): [string, string] => [k, x])),
        ).toString(),
      }),
    async multipart(
      url: string,
      who: Person | null,
      fields: Record<string, string | string[]>,
      files: Record<string, { name: string; bytes: Buffer; type?: string }>,
    ) {
      const form = new FormData()
      for (const [k, v] of Object.entries(fields)) for (const x of [v].flat()) form.append(k, x)
      for (const [k, f] of Object.entries(files))
        form.append(
          k,
          new Blob([new Uint8Array(f.bytes)], { type: f.type ?? 'application/octet-stream' }),
          f.name,
        )
      const asked = new Request('http://localhost', { method: 'POST', body: form })
      return web.inject({
        method: 'POST',
        url,
        headers: {
          accept: 'text/html',
          'content-type': asked.headers.get('content-type')!,
          ...(who ? { cookie: who.cookie } : {}),
        },
        payload: Buffer.from(await asked.arrayBuffer()),
      })
    },
    async close() {
      await jobs.stop()
      await web.close()
      await live.close()
      await owner.end()
      await database.close()
      await sandbox.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type PersonalHall = Awaited<ReturnType<typeof personalHall>>

/** Every answer of the food licence that a body's account must give itself. */
export const FOOD_ANSWERS: Record<string, string | string[]> = {
  'f-siteAddress': '福州市鼓楼区示例路 12 号 1 层',
  'f-siteArea': '86.5',
  'f-contactPhone': '15400000001',
  'f-businessForm': '餐饮服务经营者',
  'f-projects': ['热食类食品制售', '冷食类食品制售'],
  'f-onlineSale': '否',
  'f-plannedOpening': '2026-12-20',
  'f-officerName': '陈榕生',
  'f-officerId': sampleAccounts.find((a) => a.sub === 'person-chen-rongsheng')!.idNumber,
  'f-hygienePlan': '洗碗机高温消毒',
}
