/**
 * `npm run bench`: four ratios, each against a bare measure taken in the same run on the same database.
 * Load, server and PostgreSQL share this machine's cores, so only the ratios carry over. Rounds are interleaved.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'
import pg from 'pg'
import { sampleStaff } from '../seeds/index.ts'
import { loadWorld } from '../seeds/world.ts'
import { itemVersion } from '../src/catalogue/index.ts'
import { deskCookie } from '../src/identity/testing.ts'
import { openDatabase } from '../src/platform/database.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { migrate } from '../src/platform/migrations.ts'
import { loadSecrets } from '../src/platform/secrets.ts'
import { wholeCatalogue } from './catalogue-world.ts'
import { benchPages, type PagesFigures, pagesLines } from './pages.ts'
import { benchSearch, type SearchFigures, searchLines } from './search.ts'
import { manyItems } from './search-world.ts'
import { openDossiers, readyDrafts, signedInApplicant } from './world.ts'

const json = process.argv.includes('--json')
/** `-- --only guide|submits|worklist|search` runs one of the four; `-- --only catalogue` times pages over 100,000 whole items. */
const only = process.argv[process.argv.indexOf('--only') + 1 || process.argv.length]
const wanted = (name: string) => only === undefined || only === name
const say = (line: string) => json || console.log(line)
const CLIENTS = 16
const ROUNDS = 3
const SECONDS = 4
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'rongban-bench-'))
const children: ChildProcess[] = []

function program(file: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, ['--import', './src/platform/tsx.ts', file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('{"listening"')) resolve((JSON.parse(line) as { listening: string }).listening)
    })
  })
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

async function rate(url: string, headers: Record<string, string>, seconds = SECONDS): Promise<number> {
  const result = await autocannon({ url, headers, connections: CLIENTS, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} bad answers, ${result.errors} errors`)
  return result.requests.average
}

/** Interleaves both sides and compares their medians, so that a noisy moment hits both. */
async function compare(name: string, goal: number, ours: () => Promise<number>, bare: () => Promise<number>) {
  const a: number[] = []
  const b: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    a.push(await ours())
    b.push(await bare())
  }
  const result = {
    name,
    ours: Math.round(median(a)),
    bare: Math.round(median(b)),
    ratio: median(a) / median(b),
    goal,
  }
  say(
    `${name.padEnd(34)} ${String(result.ours).padStart(7)}/s  bare ${String(result.bare).padStart(7)}/s  ratio ${result.ratio.toFixed(2)}  (goal ≥ ${goal})`,
  )
  return result
}

async function main(): Promise<void> {
  const server = await startEmbeddedPostgres(folder)
  const results: (Awaited<ReturnType<typeof compare>> | SearchFigures | PagesFigures)[] = []
  try {
    const now = new Date()
    await loadWorld(server.url, now)
    const { appUrl } = await migrate(server.url)
    const db = openDatabase(appUrl, { max: CLIENTS })
    const secrets = loadSecrets(folder)
    const sandboxUrl = await program('sandbox/main.ts', ['--port', '0'], {
      SANDBOX_CLIENT_SECRET: secrets.oidcClientSecret,
      SANDBOX_SHARED_KEY: secrets.neighbourKey,
    })
    const url = await program('src/main.ts', [], {
      PORT: '0',
      DATABASE_URL: server.url,
      RONGBAN_DATA: folder,
      RONGBAN_SANDBOX_URL: sandboxUrl,
      // The papers and messages that follow a submit are made by worker processes; here they would only be measured twice.
      RONGBAN_ROLE: 'web',
      RONGBAN_LOG: 'error',
    })
    const [found] = await db.query<{ item_id: string; version: number }>(
      `select i.item_id, i.published_version as version from catalogue.item i join catalogue.item_version v
         on v.item_id = i.item_id and v.version = i.published_version where v.content->>'name' like '食品经营许可（新办）%'`,
    )
    const item = (await itemVersion(db, found!.item_id, found!.version))!

    if (wanted('guide')) {
      // 1. Guide pages per second, against the same bytes from the memory of a bare Fastify.
      const guide = `${url}/items/${item.itemId}`
      const gzip = { 'accept-encoding': 'gzip' }
      const bytesFile = join(folder, 'page.json')
      writeFileSync(bytesFile, JSON.stringify(await rawAnswer(guide)))
      const bareBytes = await program('bench/bare.ts', ['bytes', bytesFile])
      await rate(guide, gzip, 1)
      await rate(bareBytes, gzip, 1)
      results.push(
        await compare(
          'guide pages',
          0.7,
          () => rate(guide, gzip),
          () => rate(bareBytes, gzip),
        ),
      )
    }
    if (wanted('submits')) {
      // 2. Submits per second over HTTP, against the same rows by bare pg in one transaction.
      const applicants = await Promise.all(Array.from({ length: CLIENTS }, () => signedInApplicant(db, now)))
      const batch = 1500
      const submitBatch = async () => {
        const drafts = await readyDrafts(db, applicants, item, batch, now)
        return submits(url, drafts)
      }
      await submitBatch()
      const pool = new pg.Pool({ connectionString: appUrl, max: CLIENTS })
      results.push(
        await compare('submits, five materials', 0.4, submitBatch, () => bareSubmits(pool, item, batch, now)),
      )
      await pool.end()
    }
    if (wanted('worklist')) {
      // 3. A worklist page of 20 out of 200,000 open dossiers, against its bare query over HTTP.
      await openDossiers(db, item, 200_000, now)
      const officer = sampleStaff.find(
        (s) => s.organId === item.content.organId && s.posts.some((p) => p.post === 'window'),
      )!
      const cookie = await deskCookie(db, officer.subject, now)
      const bareList = await program('bench/bare.ts', ['worklist', appUrl, item.content.organId, 'window'])
      const list = `${url}/api/worklist`
      await rate(list, { cookie }, 1)
      await rate(bareList, {}, 1)
      results.push(
        await compare(
          'worklist page, 200,000 open',
          0.4,
          () => rate(list, { cookie }),
          () => rate(bareList, {}),
        ),
      )
    }
    if (wanted('search')) {
      // 4. What the hall asks of the search over 100,000 items, against the simplest query by the same index.
      const written = await manyItems(db, 100_000)
      await tidy(server.url)
      const figures = await benchSearch(db)
      results.push({ ...figures, entriesPerSecond: Math.round(written) })
      for (const line of searchLines(figures)) say(line)
      say(`  ${Math.round(written)} entries a second were written`)
    }
    if (only === 'catalogue') {
      // By itself: writing the items takes minutes, and there is nothing bare to compare with.
      await wholeCatalogue(db, 100_000, now)
      await tidy(server.url)
      const registrar = sampleStaff.find((s) => s.posts.some((p) => p.post === 'registrar'))!
      const figures = await benchPages(url, await deskCookie(db, registrar.subject, now))
      results.push(figures)
      for (const line of pagesLines(figures)) say(line)
    }
    await db.close()
  } finally {
    for (const child of children) child.stdin?.end()
    for (const child of children)
      if (child.exitCode === null) await new Promise((gone) => child.once('exit', gone))
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  if (json) console.log(JSON.stringify(results))
}

/** What PostgreSQL does by itself a minute after so many rows were written. */
async function tidy(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  for (const table of ['search_entry', 'item', 'item_version', 'change_entry'])
    await owner.query(`vacuum analyze catalogue.${table}`)
  await owner.end()
}

/** The page as it crosses the wire, still compressed. */
async function rawAnswer(url: string): Promise<{ headers: Record<string, string>; body: string }> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}`))
        const skipped = new Set(['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'])
        const headers = Object.fromEntries(
          Object.entries(answer.headers).filter(
            (e): e is [string, string] => !skipped.has(e[0]) && typeof e[1] === 'string',
          ),
        )
        resolve({ headers, body: Buffer.concat(parts).toString('base64') })
      })
    }).on('error', reject)
  })
}

/** Hands in every draft once; returns how many a second. */
async function submits(url: string, drafts: { draftId: string; cookie: string }[]): Promise<number> {
  let next = 0
  const result = await autocannon({
    url,
    connections: CLIENTS,
    amount: drafts.length,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
        body: 'declared=yes&consented=yes&receive=online',
        setupRequest: (request) => {
          const draft = drafts[next++ % drafts.length]!
          return {
            ...request,
            path: `/my/drafts/${draft.draftId}/submission`,
            headers: { ...request.headers, cookie: draft.cookie },
          }
        },
      },
    ],
  })
  const redirected = result['3xx']
  if (redirected !== drafts.length)
    throw new Error(`only ${redirected} of ${drafts.length} submits were taken`)
  return drafts.length / (result.duration || 1)
}

/** The same rows, written by bare pg: 16 connections, one transaction each, prepared statements, no validation, no HTTP. */
async function bareSubmits(
  pool: pg.Pool,
  item: { itemId: string; version: number; content: { implCode: string } },
  count: number,
  now: Date,
): Promise<number> {
  const [sample] = (await pool.query('select * from casework.dossier order by submitted_at desc limit 1'))
    .rows as Record<string, unknown>[]
  const form = (
    await pool.query('select answers from casework.dossier_form where dossier_id = $1', [
      sample!['dossier_id'],
    ])
  ).rows[0] as { answers: object }
  const event = (
    await pool.query('select * from history.event where stream_id = $1 and seq = 1', [
      `dossier:${String(sample!['dossier_id'])}`,
    ])
  ).rows[0] as Record<string, unknown>
  const jobs = (
    await pool.query("select name, data from jobs.job where data->'events'->0->>'streamId' = $1", [
      `dossier:${String(sample!['dossier_id'])}`,
    ])
  ).rows as { name: string; data: object }[]
  if (jobs.length === 0)
    throw new Error('the sample submit left no job: the bare measure would write fewer rows')
  const draftIds = (await pool.query('select draft_id from hall.draft limit $1', [count])).rows as {
    draft_id: string
  }[]
  const columns = Object.keys(sample!).filter((c) => c !== 'dossier_id' && c !== 'number')
  const dossierSql = `insert into casework.dossier (dossier_id, number, ${columns.join(', ')}) values ($1, $2, ${columns.map((_, i) => `$${i + 3}`).join(', ')})`
  const values = columns.map((c) =>
    sample![c] !== null && typeof sample![c] === 'object' && !(sample![c] instanceof Date)
      ? JSON.stringify(sample![c])
      : sample![c],
  )
  let next = 0
  const worker = async () => {
    for (;;) {
      const n = next++
      if (n >= count) return
      const id = randomUUID()
      const number = `bare-${randomBytes(12).toString('hex')}`
      const client = await pool.connect()
      const run = (name: string, text: string, v: unknown[]) => client.query({ name, text, values: v })
      try {
        await run(
          'n',
          `with quick as materialized (select set_config('synchronous_commit', 'off', true))
           insert into casework.number_day select $1, $2, 1 from quick
           on conflict (impl_code, day) do update set last_number = casework.number_day.last_number + 1`,
          [item.content.implCode, '2026-01-01'],
        )
        await client.query('begin')
        await run('d', dossierSql, [id, number, ...values])
        await run('dn', 'insert into casework.dossier_number values ($1, $2)', [number, id])
        await run('f', 'insert into casework.dossier_form values ($1, 1, $2, $3)', [
          id,
          JSON.stringify(form.answers),
          now,
        ])
        await run(
          'm',
          `insert into casework.dossier_material (dossier_id, material_key, revision, name, source, file_id, file_name, at)
           select $1, 'm' || k, 1, '材料', 'upload', gen_random_uuid(), '材料.pdf', $2 from generate_series(1, 5) as k`,
          [id, now],
        )
        await run('e', 'insert into history.event values ($1, 1, $2, $3, $4, $5, $6, $7)', [
          `bare:${id}`,
          event['type'],
          now,
          JSON.stringify(event['actor']),
          JSON.stringify(event['data']),
          event['prev_hash'],
          event['hash'],
        ])
        await run(
          'j',
          'insert into jobs.job (name, data, state) select name, data, $3::jobs.job_state from unnest($1::text[], $2::jsonb[]) as j(name, data)',
          [jobs.map((j) => j.name), jobs.map((j) => JSON.stringify(j.data)), 'created'],
        )
        await run('dr', 'update hall.draft set saved_at = $2 where draft_id = $1', [
          draftIds[n % draftIds.length]!.draft_id,
          now,
        ])
        await client.query('commit')
      } finally {
        client.release()
      }
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, worker))
  return count / ((performance.now() - started) / 1000)
}

await main()
