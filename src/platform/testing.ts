import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from './database.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { installJobs } from './jobs.ts'
import { migrate } from './migrations.ts'
import { createWeb, type Web, type WebOptions } from './web.ts'

/** A database of a test's own, migrated, on a PostgreSQL that the whole test run shares. */
export interface TestDatabase {
  /** Signed in as the application's own role. */
  db: Database
  appUrl: string
  /** Signed in as the owner (superuser), for tests that must reach behind the application. */
  ownerUrl: string
  close(): Promise<void>
}

/**
 * `npm test` starts one server and passes its address in TEST_POSTGRES_URL; a single test file that is run alone
 * starts (or joins) a server of its own in the system's temporary folder.
 */
export async function testDatabase(): Promise<TestDatabase> {
  let serverUrl = process.env['TEST_POSTGRES_URL']
  let stop = async () => {}
  if (!serverUrl) {
    const folder = join(tmpdir(), `rongban-test-${process.pid}-${randomBytes(3).toString('hex')}`)
    mkdirSync(folder, { recursive: true })
    const server = await startEmbeddedPostgres(folder, { fast: true })
    serverUrl = server.url
    stop = async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const name = `t${process.pid}_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  const template = await migratedTemplate(admin, serverUrl)
  await admin.query(`create database ${name} template ${template}`)
  const ownerUrl = withDatabase(serverUrl, name)
  const { appUrl } = await migrate(ownerUrl)
  const db = openDatabase(appUrl, { max: 8 })
  return {
    db,
    appUrl,
    ownerUrl,
    async close() {
      await db.close()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
      await stop()
    },
  }
}

/** Migrating takes a second; a template database is migrated once and copied for each test. */
async function migratedTemplate(admin: pg.Client, serverUrl: string): Promise<string> {
  await admin.query('select pg_advisory_lock(991)')
  try {
    const found = await admin.query("select 1 from pg_database where datname = 'rongban_template'")
    if (found.rowCount === 0) {
      await admin.query('create database rongban_template_new')
      const url = withDatabase(serverUrl, 'rongban_template_new')
      const { appUrl } = await migrate(url)
      await installJobs(url, new URL(appUrl).username)
      await admin.query('alter database rongban_template_new rename to rongban_template')
    }
    return 'rongban_template'
  } finally {
    await admin.query('select pg_advisory_unlock(991)')
  }
}

function withDatabase(url: string, name: string): string {
  const u = new URL(url)
  u.pathname = `/${name}`
  return u.href
}

/** The web of a test: at http://localhost, silent, its error page nothing but the sentence of the refusal. */
export const testWeb = (
  errorPage: WebOptions['errorPage'] = (_request, _status, { sentence }) => sentence,
): Promise<Web> => createWeb({ logLevel: 'silent', publicUrl: () => 'http://localhost', errorPage })
