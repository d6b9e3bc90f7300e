import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const folder = join(import.meta.dirname, '../../migrations')

/**
 * Brings the database to the newest schema and returns the address for the application's own role.
 *
 * The tables belong to the role that migrates; the application signs in as a role of its own, which may read and
 * write but may not change or delete history (Art. 26.1(5)). Its password is drawn once and kept in a table that only
 * the owner can read.
 */
export async function migrate(ownerUrl: string): Promise<{ appUrl: string; applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Two processes that start at once migrate one after the other.
    await client.query('select pg_advisory_lock(8224612)')
    await client.query('create schema if not exists platform')
    await client.query(
      'create table if not exists platform.migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const names = readdirSync(folder)
      .filter((f) => f.endsWith('.sql'))
      .sort()
    const before = new Set(
      (await client.query<{ name: string }>('select name from platform.migration')).rows.map((r) => r.name),
    )
    const { role, created } = await appRole(client)
    const applied = names.filter((n) => !before.has(n))
    for (const name of applied) {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll(':app', pg.escapeIdentifier(role))
      try {
        await client.query('begin')
        await client.query(sql)
        await client.query('insert into platform.migration (name) values ($1)', [name])
        await client.query('commit')
      } catch (error) {
        throw new Error(`migration ${name} failed: ${(error as Error).message}`)
      }
    }
    return { appUrl: await signInFor(client, role, created, ownerUrl), applied }
  } finally {
    await client.end()
  }
}

/** The role is named after the database in which it was first made, so that two installations on one server stay apart. */
async function appRole(client: pg.Client): Promise<{ role: string; created: boolean }> {
  await client.query(
    'create table if not exists platform.app_sign_in (role text primary key, password text not null)',
  )
  const kept = await client.query<{ role: string }>('select role from platform.app_sign_in')
  const { rows } = await client.query<{ db: string }>('select current_database() as db')
  const role = kept.rows[0]?.role ?? `${rows[0]!.db}_app`
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const created = found.rowCount === 0
  if (created) await client.query(`create role ${pg.escapeIdentifier(role)} login`)
  return { role, created }
}

async function signInFor(
  client: pg.Client,
  role: string,
  created: boolean,
  ownerUrl: string,
): Promise<string> {
  // Several processes may serve one database: the first draws the password, the others read it where only owners can.
  const { rows } = await client.query<{ password: string; fresh: boolean }>(
    `insert into platform.app_sign_in (role, password) values ($1, $2)
     on conflict (role) do update set role = excluded.role returning password, (xmax = 0) as fresh`,
    [role, randomBytes(24).toString('base64url')],
  )
  const { password, fresh } = rows[0]!
  // A dump that was restored elsewhere brings the kept password but not the role: then the role is new and has none.
  if (fresh || created)
    await client.query(`alter role ${pg.escapeIdentifier(role)} password ${pg.escapeLiteral(password)}`)
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}
