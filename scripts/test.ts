/**
 * `npm test`: everything, on ports and a database of its own, beside a running platform or without one.
 * Lint, types, arrows, articles; rules, acts and neighbours; journeys in a real browser.
 */
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { buildBrowserFiles } from './build.ts'

const root = join(import.meta.dirname, '..')
const only = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'rongban-test-'))
const results: { name: string; seconds: number; ok: boolean }[] = []

function step(name: string, command: string, args: string[], env: Record<string, string> = {}): void {
  if (only.length > 0 && !only.includes(name)) return
  const started = performance.now()
  console.log(`\n── ${name}`)
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  results.push({ name, seconds: (performance.now() - started) / 1000, ok: run.status === 0 })
}

const bin = (name: string) => join(root, 'node_modules/.bin', name)
const node = (...args: string[]): [string, string[]] => [
  process.execPath,
  ['--import', './src/platform/tsx.ts', ...args],
]
const tests = (...patterns: string[]) =>
  globSync(patterns, { cwd: root, exclude: ['node_modules/**'] }).sort()

step('lint', bin('biome'), ['check', '--error-on-warnings', '--max-diagnostics=40'])
step('types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json'])

const postgres = await startEmbeddedPostgres(folder, { fast: true })
// Each file runs in a process of its own: what one has compiled the next one need not.
const env = { TEST_POSTGRES_URL: postgres.url, NODE_COMPILE_CACHE: join(folder, 'compiled') }
try {
  const code = tests(
    'src/**/*.test.{ts,tsx}',
    'sandbox/**/*.test.ts',
    'seeds/**/*.test.ts',
    'desk/**/*.test.{ts,tsx}',
    'test/*.test.ts',
    'test/contract/**/*.test.ts',
  )
  step('code', ...node('--test', '--test-concurrency=2', '--test-timeout=180000', ...code), env)
  const life = tests('test/life/**/*.test.ts', 'test/review/**/*.test.ts')
  step('life', ...node('--test', '--test-concurrency=2', '--test-timeout=400000', ...life), env)
  if (only.length === 0 || only.includes('journeys')) await buildBrowserFiles()
  const journeys = tests('test/journeys/**/*.test.ts')
  step('journeys', ...node('--test', '--test-concurrency=2', '--test-timeout=400000', ...journeys), env)
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

console.log('')
for (const r of results)
  console.log(`${r.ok ? 'passed' : 'FAILED'}  ${r.name.padEnd(10)} ${r.seconds.toFixed(1)} s`)
process.exit(results.every((r) => r.ok) ? 0 : 1)
