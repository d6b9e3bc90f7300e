import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { loadWorld } from '../../seeds/world.ts'
import { loadSecrets } from '../../src/platform/secrets.ts'
import { type TestDatabase, testDatabase } from '../../src/platform/testing.ts'

/** A whole platform of a test's own: database, neighbours and platform as real processes on free ports. */
export interface TestPlatform {
  url: string
  sandboxUrl: string
  database: TestDatabase
  /** Where the platform keeps its files, secrets and seals. */
  dataDir: string
  /** Turns a neighbour's fault dial. */
  dial(neighbour: string, mode: 'ok' | 'down' | 'slow' | 'wrong' | 'duplicate'): Promise<void>
  /** Stops the platform, as for a night, and starts it again at another moment; neighbours, data and address stay. */
  wakeAt(clock: string): Promise<void>
  stop(): Promise<void>
}

/** A working day in the office, so that every limit of the journey has its calendar. */
export const DAY_OF_JOURNEY = '2026-10-13T09:30:00+08:00'

export async function startTestPlatform(clock = DAY_OF_JOURNEY): Promise<TestPlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rongban-journey-'))
  const database = await testDatabase()
  const children: ChildProcess[] = []
  try {
    await loadWorld(database.ownerUrl, new Date(clock))
    const port = await freePort()
    const url = `http://localhost:${port}`
    const secrets = loadSecrets(dataDir)
    const sandboxUrl = await program(
      children,
      'sandbox/main.ts',
      [
        '--port',
        '0',
        '--data',
        join(dataDir, 'sandbox'),

        '--redirect',
        `rongban-hall=${url}/sign-in/callback`,
        '--redirect',
        `rongban-desk=${url}/desk/sign-in/callback`,
      ],
      { SANDBOX_CLIENT_SECRET: secrets.oidcClientSecret, SANDBOX_SHARED_KEY: secrets.neighbourKey },
    )
    const startAt = (moment: string) =>
      program(children, 'src/main.ts', [], {
        PORT: String(port),
        DATABASE_URL: database.ownerUrl,
        RONGBAN_DATA: dataDir,
        RONGBAN_SANDBOX_URL: sandboxUrl,
        RONGBAN_PUBLIC_URL: url,
        RONGBAN_CLOCK: moment,
        RONGBAN_LOG: 'error',
      })
    await startAt(clock)
    return {
      url,
      sandboxUrl,
      database,
      dataDir,
      async dial(neighbour, mode) {
        const answer = await fetch(`${sandboxUrl}/dial/${neighbour}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ mode }),
        })
        if (!answer.ok) throw new Error(`dial ${neighbour}: ${answer.status} ${await answer.text()}`)
      },
      async wakeAt(moment) {
        await end(children.pop()!)
        await startAt(moment)
      },
      stop: () => stop(children, database, dataDir),
    }
  } catch (error) {
    await stop(children, database, dataDir)
    throw error
  }
}

async function stop(children: ChildProcess[], database: TestDatabase, dataDir: string): Promise<void> {
  for (const child of children.reverse()) await end(child)
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

function program(
  children: ChildProcess[],
  file: string,
  args: string[],
  env: Record<string, string>,
): Promise<string> {
  const child = spawn(process.execPath, ['--import', './src/platform/tsx.ts', file, ...args], {
    cwd: join(import.meta.dirname, '../..'),
    // What is set for the tests is no setting of the platform's, and it refuses what it does not know.
    env: { ...process.env, RONGBAN_SCREENS: undefined, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('{"listening"'))
        resolve(String((JSON.parse(line) as { listening: string }).listening))
      // What went wrong inside is told beside the step that met it.
      else console.error(line)
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

export const newKey = () => randomBytes(8).toString('hex')
