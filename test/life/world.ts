import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleAccounts } from '../../sandbox/register/people.ts'
import { itemsBySlug } from '../../seeds/index.ts'
import { loadWorld } from '../../seeds/world.ts'
import { sandboxLicencePlatform } from '../../src/adapters/licence-platform/index.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { createLive } from '../../src/platform/live.ts'
import type { Refusal } from '../../src/platform/refusal.ts'
import { loadSecrets } from '../../src/platform/secrets.ts'
import { type TestDatabase, testDatabase } from '../../src/platform/testing.ts'
import { hearEverything } from './heard.ts'
import { freePort, type Program, start } from './processes.ts'
import { Visitor } from './visitor.ts'
import { Watch } from './watch.ts'

export type Neighbour = 'oidc' | 'register' | 'sms' | 'licence-platform' | 'archive'
export type Mode = 'ok' | 'down' | 'slow' | 'wrong' | 'duplicate'
export type Post = 'window' | 'examiner' | 'approver'
type Outcome = { ok: true; version: number } | { ok: false; status: number; refusal: Refusal }

const CLOCK = '2026-10-13T09:30:00+08:00'
const ORGAN = 'gl-scjg'
/** 鼓楼区榕荫小馆（示例）, whose licence and whose owner's identity card the licence platform holds. */
const APPLICANT = sampleAccounts.find((a) => a.sub === 'body-rongyin-eatery')!
/** The whole platform and all its neighbours as processes, and people who use them over HTTP. */
export class LifeWorld extends Watch {
  readonly dataDir: string
  readonly applicant = APPLICANT
  /** Where the platform's clock begins. */
  readonly startedAt = new Date(CLOCK)
  readonly item = itemsBySlug['food-licence']!
  readonly #sandbox: Program
  #platform: Program
  readonly #startPlatform: () => Promise<Program>
  readonly #people = new Map<string, Visitor>()

  private constructor(parts: {
    database: TestDatabase
    dataDir: string
    live: Awaited<ReturnType<typeof createLive>>
    sandbox: Program
    platform: Program
    startPlatform: () => Promise<Program>
  }) {
    super(parts.database, parts.live)
    this.dataDir = parts.dataDir
    this.#sandbox = parts.sandbox
    this.#platform = parts.platform
    this.#startPlatform = parts.startPlatform
  }

  static async begin(): Promise<LifeWorld> {
    const dataDir = mkdtempSync(join(tmpdir(), 'rongban-life-'))
    const database = await testDatabase()
    await loadWorld(database.ownerUrl, new Date(CLOCK))
    await hearEverything(database.ownerUrl)
    const port = await freePort()
    const url = `http://localhost:${port}`
    const secrets = loadSecrets(dataDir)
    const redirects = [
      `rongban-hall=${url}/sign-in/callback`,
      `rongban-desk=${url}/desk/sign-in/callback`,
    ].flatMap((redirect) => ['--redirect', redirect])
    const sandbox = await start('sandbox/main.ts', ['--data', join(dataDir, 'sandbox'), ...redirects], {
      SANDBOX_CLIENT_SECRET: secrets.oidcClientSecret,
      SANDBOX_SHARED_KEY: secrets.neighbourKey,
    })
    const startPlatform = () =>
      start('src/main.ts', [], {
        PORT: String(port),
        DATABASE_URL: database.ownerUrl,
        RONGBAN_DATA: dataDir,
        RONGBAN_SANDBOX_URL: sandbox.url,
        RONGBAN_PUBLIC_URL: url,
        RONGBAN_CLOCK: CLOCK,
        RONGBAN_LOG: 'error',
      })
    const platform = await startPlatform()
    const live = await createLive(database.appUrl)
    return new LifeWorld({ database, dataDir, live, sandbox, platform, startPlatform })
  }

  async end(): Promise<void> {
    await this.#platform.end()
    await this.#sandbox.end()
    await this.live.close()
    await this.database.close()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  get url(): string {
    return this.#platform.url
  }

  get sandboxUrl(): string {
    return this.#sandbox.url
  }

  /** `kill -9` of the platform; the neighbours and the database go on. */
  kill(): Promise<void> {
    return this.#platform.kill()
  }

  async startAgain(): Promise<void> {
    this.#platform = await this.#startPlatform()
  }

  async dial(neighbour: Neighbour, mode: Mode): Promise<void> {
    const answer = await fetch(`${this.sandboxUrl}/dial/${neighbour}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mode }),
    })
    if (!answer.ok) throw new Error(`dial ${neighbour}: ${answer.status} ${await answer.text()}`)
  }

  /** Applies over the hall's own pages, as somebody without JavaScript does: fill in, upload, review, declare, send. */
  async file(): Promise<string> {
    const visitor = await this.#signedIn('/sign-in?to=/my&level=2', APPLICANT.sub)
    const [item] = await this.database.db.query<{ item_id: string }>(
      'select item_id from catalogue.item where impl_code = $1',
      [this.item.implCode],
    )
    const draft = await visitor.get(`${this.url}/apply/${item!.item_id}`)
    const draftUrl = `${this.url}${new URL(draft.url).pathname}`
    const form = new FormData()
    for (const [name, value] of Object.entries(this.#answers()))
      for (const one of [value].flat()) form.append(`f-${name}`, one)
    for (const m of this.item.materials.filter((one) => one.licenceKind === ''))
      form.append(`m-${m.key}`, new Blob([samplePdf(m.name)], { type: 'application/pdf' }), `${m.key}.pdf`)
    form.append('do', 'review')
    const review = await visitor.form(draftUrl, form)
    if (!review.url.endsWith('/review')) throw new Error(`the draft is not whole: ${errorsOf(review.text)}`)
    const sent = await visitor.form(
      `${draftUrl}/submission`,
      new URLSearchParams({ declared: 'yes', consented: 'yes', delivery: 'electronic' }),
    )
    const dossierId = /\/my\/dossiers\/([0-9a-f-]{36})/.exec(sent.url)?.[1]
    if (!dossierId) throw new Error(`not submitted: ${sent.status} ${sent.url} ${errorsOf(sent.text)}`)
    return dossierId
  }

  /** One act of an officer over the desk's API, with a fresh key and the version that stands now. */
  async act(post: Post, dossierId: string, noun: string, body: object = {}): Promise<Outcome> {
    const officer = await this.#signedIn('/desk/sign-in?to=/desk', `staff-${ORGAN}-${post}`)
    const { version } = await this.dossier(dossierId)
    const url = `${this.url}/api/dossiers/${dossierId}/${noun}`
    const answer = await officer.json(url, { key: randomUUID(), version, ...body })
    if (answer.status === 200) return { ok: true, version: (answer.body as { version: number }).version }
    return {
      ok: false,
      status: answer.status,
      refusal: (answer.body as { refusal: Refusal }).refusal,
    }
  }

  /** An act that must succeed. */
  async does(post: Post, dossierId: string, noun: string, body: object = {}): Promise<void> {
    const outcome = await this.act(post, dossierId, noun, body)
    if (!outcome.ok) throw new Error(`${noun}: ${outcome.status} ${JSON.stringify(outcome.refusal)}`)
  }

  async judgeAll(dossierId: string): Promise<void> {
    for (const { key } of this.item.materials)
      await this.does('window', dossierId, 'material-verdicts', { materialKey: key, verdict: 'ok' })
  }

  async accept(dossierId: string): Promise<void> {
    await this.judgeAll(dossierId)
    await this.does('window', dossierId, 'acceptance')
  }

  /** Every examining step of the item, with the record that a site visit must have (Art. 17). */
  async giveOpinions(dossierId: string): Promise<void> {
    const record = {
      heldAt: '2026-10-14T09:00:00+08:00',
      people: ['余审言', '郭小榕'],
      findings: '布局与平面图一致，消毒柜能用。',
    }
    for (const step of this.item.steps.filter((s) => s.phase === 'examine'))
      await this.does('examiner', dossierId, 'opinions', {
        verdict: 'agree',
        text: '符合条件。',
        ...(step.kind === 'plain' ? {} : { record }),
      })
  }

  decide(dossierId: string, outcome: 'granted' | 'refused' = 'granted'): Promise<void> {
    const why = {
      reason: '冷食间没有单独设置，生熟食品会交叉污染。',
      basis: '食品经营许可和备案管理办法第十二条',
    }
    return this.does('approver', dossierId, 'decision', {
      outcome,
      ...(outcome === 'refused' ? why : {}),
    })
  }

  close(dossierId: string): Promise<void> {
    return this.does('window', dossierId, 'closing')
  }

  /** Holds back the work of a queue, as when its worker is slow; the answer lets it go. */
  async holdBack(queue: string): Promise<() => Promise<void>> {
    const owner = openDatabase(this.database.ownerUrl, { max: 1 })
    await owner.query(`create or replace function public.hold_back() returns trigger language plpgsql as $$
      begin new.start_after := now() + interval '1 day'; return new; end $$`)
    await owner.query(`create trigger hold_back before insert on jobs.job_common for each row
      when (new.name = '${queue}') execute function public.hold_back()`)
    return async () => {
      await owner.query('drop trigger hold_back on jobs.job_common')
      await owner.query('update jobs.job_common set start_after = now() where name = $1', [queue])
      await owner.close()
    }
  }

  /**
   * What the gateway took about this dossier, one text for each time that it rang. The sandbox keeps it in a file, with the ids
   * that its phone does not show; anything there that we did not write is an error.
   */
  async textsOnPhone(dossierId: string): Promise<string[]> {
    const kept = JSON.parse(readFileSync(join(this.dataDir, 'sandbox/sms.json'), 'utf8')) as [
      string,
      { text: string },
    ][]
    const written = await this.database.db.query<{ message_id: string; dossier_id: string }>(
      'select message_id, dossier_id from messages.message',
    )
    const dossierOf = new Map(written.map((m) => [m.message_id, m.dossier_id]))
    const stray = kept.find(([id]) => !dossierOf.has(id))
    if (stray) throw new Error(`nobody wrote this message: ${JSON.stringify(stray)}`)
    return kept.filter(([id]) => dossierOf.get(id) === dossierId).map(([, m]) => m.text)
  }

  async textsOnPhoneWhen(dossierId: string, count: number): Promise<string[]> {
    await this.untilAllSent(dossierId, count)
    return this.textsOnPhone(dossierId)
  }

  /** What the licence platform holds for the applicant under this identifier. */
  async heldLicences(identifier: string) {
    const platform = sandboxLicencePlatform({
      baseUrl: this.sandboxUrl,
      sharedKey: loadSecrets(this.dataDir).neighbourKey,
    })
    const held = await platform.heldBy(APPLICANT.idNumber, '测试核对')
    if (!held.ok) throw new Error(held.failure.technical)
    return held.value.filter((l) => l.metadata.ZZBS === identifier)
  }

  /** Receipts of the archive for this file number, as its own page shows them. */
  async archiveReceipts(fileNumber: string): Promise<number> {
    const page = await (await fetch(`${this.sandboxUrl}/archive`)).text()
    return page.split(`aria-label="下载 ${fileNumber}`).length - 1
  }

  async #signedIn(path: string, sub: string): Promise<Visitor> {
    const known = this.#people.get(sub)
    if (known) return known
    const visitor = new Visitor()
    await visitor.signIn(`${this.url}${path}`, sub)
    this.#people.set(sub, visitor)
    return visitor
  }

  #answers(): Record<string, string | string[]> {
    const owner = sampleAccounts.find((a) => a.sub === 'person-chen-rongsheng')!
    return {
      operatorName: APPLICANT.name,
      manager: owner.name,
      managerId: owner.idNumber,
      siteAddress: '福州市鼓楼区示例路 12 号 1 层（示例）',
      siteArea: '86',
      contactPhone: APPLICANT.phone,
      businessForm: '餐饮服务经营者',
      projects: ['热食类食品制售', '自制饮品制售'],
      onlineSale: '否',
      plannedOpening: '2026-12-01',
      officerName: owner.name,
      officerId: owner.idNumber,
      hygienePlan: '洗碗机高温消毒，消毒柜存放。',
    }
  }
}

/** Headings and error lines of a page, for the message of a failed test. */
function errorsOf(html: string): string {
  const text = [...html.matchAll(/<(?:h1|a href="#)[^>]*>([^<]{2,200})</g)].map((m) => m[1])
  return text.slice(0, 12).join(' | ')
}

/** The smallest PDF of one page that a reader opens; `mark` makes each one a file of its own. */
export function samplePdf(mark: string): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ]
  let pdf = `%PDF-1.4\n% ${Buffer.from(mark).toString('hex')}\n`
  const at = objects.map((body, i) => {
    const here = pdf.length
    pdf += `${i + 1} 0 obj\n${body}\nendobj\n`
    return here
  })
  const xref = pdf.length
  const lines = at.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('')
  return `${pdf}xref\n0 4\n0000000000 65535 f \n${lines}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
}
