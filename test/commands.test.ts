/** The commands as an operator meets them: what they say and with which code they end when something is wrong. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { loadWorld } from '../seeds/world.ts'
import { createJobs } from '../src/platform/jobs.ts'
import { type TestDatabase, testDatabase } from '../src/platform/testing.ts'

const root = join(import.meta.dirname, '..')
let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'rongban-commands-'))

before(async () => {
  database = await testDatabase()
  await loadWorld(database.ownerUrl, new Date('2026-10-13T09:30:00+08:00'))
})
after(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(file: string, args: string[], env: Record<string, string>) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, ['--import', './src/platform/tsx.ts', file, ...args], {
      cwd: root,
      env: { ...process.env, RONGBAN_DATA: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (part) => {
      out += part
    })
    child.stderr.on('data', (part) => {
      err += part
    })
    child.once('exit', (code) => resolve({ code, out, err }))
  })
}

/** One sentence, no stack. */
function assertSentence(found: { code: number | null; err: string }, pattern: RegExp): void {
  assert.equal(found.code, 1, found.err)
  assert.match(found.err, pattern)
  assert.doesNotMatch(found.err, /\n\s+at /)
}

test('start: an unknown setting is named, with those that are known', async () => {
  assertSentence(
    await run('scripts/start.ts', [], { RONGBAN_PROT: '1' }),
    /Unknown setting RONGBAN_PROT\. Known: PORT/,
  )
})

test('start: a setting that cannot be used is named', async () => {
  assertSentence(await run('scripts/start.ts', [], { PORT: 'eighty' }), /Setting PORT cannot be used/)
  assertSentence(
    await run('scripts/start.ts', [], { DATABASE_URL: 'mysql://x' }),
    /Setting DATABASE_URL cannot be used/,
  )
})

test('start: a taken port is said before anything is started', async () => {
  const other = createServer()
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', () => listening()))
  const { port } = other.address() as { port: number }
  try {
    const found = await run('scripts/start.ts', [], { PORT: String(port), DATABASE_URL: database.ownerUrl })
    assertSentence(found, new RegExp(`Port ${port} is taken by another program`))
  } finally {
    other.close()
  }
})

test('start: a database that does not answer, or does not let us in, is said in one sentence', async () => {
  const nobody = await run('scripts/start.ts', [], { PORT: '0', DATABASE_URL: 'postgres://x@127.0.0.1:1/x' })
  assertSentence(nobody, /No PostgreSQL answers at DATABASE_URL/)
  const url = new URL(database.ownerUrl)
  url.pathname = '/no_such_database'
  const missing = await run('scripts/start.ts', [], { PORT: '0', DATABASE_URL: url.href })
  assertSentence(missing, /The database named in DATABASE_URL does not exist/)
})

test('start: an argument that it does not know is refused', async () => {
  assertSentence(await run('scripts/start.ts', ['--prot', '3'], {}), /Unknown argument --prot/)
})

test('verify-history: says that all is whole, then names the first link that a superuser altered', async () => {
  const env = { DATABASE_URL: database.ownerUrl }
  const whole = await run('scripts/verify-history.ts', ['--json'], env)
  assert.equal(whole.code, 0, whole.err)
  const found = JSON.parse(whole.out) as { events: number; streams: number; broken: null }
  assert.ok(found.events > 30 && found.broken === null)

  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query(
    'select stream_id, seq from history.event order by stream_id offset 5 limit 1',
  )
  const link = rows[0] as { stream_id: string; seq: number }
  await owner.query(
    `update history.event set data = data || '{"added": 1}' where stream_id = $1 and seq = $2`,
    [link.stream_id, link.seq],
  )
  const broken = await run('scripts/verify-history.ts', [], env)
  await owner.query(`update history.event set data = data - 'added' where stream_id = $1 and seq = $2`, [
    link.stream_id,
    link.seq,
  ])
  await owner.end()
  assert.equal(broken.code, 1)
  assert.match(
    broken.out,
    new RegExp(`Broken: ${link.stream_id} #${link.seq}: its content is not what was recorded`),
  )
})

test('jobs: names what failed and why with code 1, and sends it round again', async () => {
  const env = { DATABASE_URL: database.ownerUrl }
  const rest = await run('scripts/jobs.ts', [], env)
  assert.deepEqual([rest.code, rest.out.trim()], [0, 'Nothing waits, nothing failed.'], rest.err)

  const jobs = createJobs(database.appUrl, () => {}, 0.5)
  const failed = new Promise<void>((then) => {
    jobs.work('parcel', async () => {
      setImmediate(then)
      throw new Error('the neighbour is down')
    })
  })
  await jobs.prepare()
  await database.db.query(`update jobs.queue set retry_limit = 0 where name = 'parcel'`)
  await jobs.send([{ queue: 'parcel', data: {} }])
  await jobs.start()
  await failed
  await jobs.stop()

  const found = await run('scripts/jobs.ts', [], env)
  assert.equal(found.code, 1, found.err)
  assert.match(found.out, /^parcel +1 failed for good; .*\n +the neighbour is down$/m)
  assertSentence(
    await run('scripts/jobs.ts', ['--retry', 'letter'], env),
    /nothing failed in letter\. Something failed in: parcel/,
  )
  assertSentence(await run('scripts/jobs.ts', ['--again'], env), /Usage: npm run jobs/)

  const sent = await run('scripts/jobs.ts', ['--retry', 'all'], env)
  assert.deepEqual([sent.code, sent.out.trim()], [0, 'parcel: 1 sent round again.'], sent.err)
  assert.match((await run('scripts/jobs.ts', [], env)).out, /^parcel +1 waiting;/m)
})

test('commands that work on files refuse what they do not know with one sentence', async () => {
  const env = { DATABASE_URL: database.ownerUrl }
  assertSentence(await run('scripts/import.ts', [join(folder, 'missing.json')], env), /missing\.json/)
  assertSentence(await run('scripts/verify-history.ts', ['--quick'], env), /unknown argument --quick/)
})
