/**
 * `npm start`: brings up everything that the platform needs on this machine, then the platform itself.
 * Embedded PostgreSQL (unless DATABASE_URL is set) → migrations → browser files → sandbox neighbours → platform.
 * One Ctrl-C ends all of it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { loadWorld } from '../seeds/world.ts'
import { ConfigError, readConfig } from '../src/platform/config.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { sentenceOf } from '../src/platform/one-off.ts'
import { loadSecrets } from '../src/platform/secrets.ts'
import { buildBrowserFiles } from './build.ts'
import { welcome } from './welcome.ts'

const root = join(import.meta.dirname, '..')
const children: { name: string; process: ChildProcess }[] = []
let stopDatabase: () => Promise<void> = async () => {}
let ending = false

/** Starts one of our own programs and waits for its line `{"listening": …}`; its other lines go to the terminal. */
function startProgram(
  name: string,
  file: string,
  args: string[],
  env: Record<string, string>,
): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, ['--import', './src/platform/tsx.ts', file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    // A group of its own, so that Ctrl-C reaches only us and we end things in order.
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push({ name, process: child })
  child.once('exit', (code) => {
    if (!ending) void endAll(code === 0 ? 1 : (code ?? 1))
  })
  return new Promise((resolve) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('{"listening"')) resolve(JSON.parse(line) as Record<string, unknown>)
      else console.log(line)
    })
  })
}

async function endAll(code: number): Promise<never> {
  if (!ending) {
    ending = true
    for (const { process: child } of children.reverse()) {
      if (child.exitCode !== null) continue
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 8000)
      await gone
      clearTimeout(timer)
    }
    await stopDatabase()
    process.exit(code)
  }
  return new Promise(() => {})
}

async function portIsFree(host: string, port: number): Promise<void> {
  if (port === 0) return
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

process.on('SIGINT', () => void endAll(0))
process.on('SIGTERM', () => void endAll(0))
process.on('SIGHUP', () => void endAll(0))

try {
  if (process.argv.length > 2)
    throw new ConfigError(
      `Unknown argument ${process.argv[2]}. Settings come from the environment, see README.md.`,
    )
  const config = readConfig(process.env)
  await portIsFree(config.host, config.port)
  mkdirSync(config.dataDir, { recursive: true })
  let databaseUrl = config.databaseUrl
  if (!databaseUrl) {
    const server = await startEmbeddedPostgres(config.dataDir)
    if (!server.started)
      throw new ConfigError(
        `Another 榕办 already runs on ${config.dataDir}. Stop it first, or set RONGBAN_DATA to another folder.`,
      )
    stopDatabase = server.stop
    databaseUrl = server.url
  }
  await buildBrowserFiles()
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`
  const secrets = loadSecrets(config.dataDir)
  let sandboxUrl = config.sandboxUrl
  if (!sandboxUrl) {
    const sandbox = await startProgram(
      'sandbox',
      'sandbox/main.ts',
      [
        '--port',
        '0',
        '--data',
        join(config.dataDir, 'sandbox'),
        '--redirect',
        `rongban-hall=${publicUrl}/sign-in/callback`,
        '--redirect',
        `rongban-desk=${publicUrl}/desk/sign-in/callback`,
      ],
      { SANDBOX_CLIENT_SECRET: secrets.oidcClientSecret, SANDBOX_SHARED_KEY: secrets.neighbourKey },
    )
    sandboxUrl = String(sandbox['listening'])
  }
  await loadWorld(databaseUrl, config.clockStart ?? new Date())
  await startProgram('platform', 'src/main.ts', [], {
    DATABASE_URL: databaseUrl,
    RONGBAN_SANDBOX_URL: sandboxUrl,
    RONGBAN_PUBLIC_URL: publicUrl,
  })
  console.log(welcome(publicUrl, sandboxUrl))
} catch (error) {
  console.error(`榕办: ${sentenceOf(error as Error)}`)
  await endAll(1)
}
