/**
 * `npm run import -- <file> [--to <organ id>] [--dry-run] [--json]`: takes a file of guides or of national exchange tables into
 * the catalogue, as drafts; with `--to` as drafts of that department. Exits 0 when the file was read, whatever became of its
 * records; 1 when it could not be.
 */
import { parseArgs } from 'node:util'
import {
  diskFile,
  type RecordReport,
  reportText,
  runImport,
  type SourceFile,
} from '../src/catalogue/index.ts'
import { createHistory } from '../src/history/index.ts'
import { runningClock } from '../src/platform/clock.ts'
import { withDatabase } from '../src/platform/one-off.ts'

const USAGE = '用法：npm run import -- <文件> [--to <部门编号>] [--dry-run] [--json]'
const STEPS = { checking: '试跑', importing: '写入草稿' }

interface Asked {
  path: string
  to: string | null
  json: boolean
  dryRun: boolean
}

async function main(args: string[]): Promise<number> {
  const asked = argumentsOf(args)
  if (asked === null) return stop(USAGE)
  const { path, to, json, dryRun } = asked
  let file: SourceFile
  try {
    file = await diskFile(path)
  } catch (error) {
    const { code } = error as { code?: string }
    return stop(code === 'ENOENT' ? `没有这个文件：${path}。${USAGE}` : `读不了 ${path}（${code}）。`)
  }
  const progress = process.stderr.isTTY
    ? (step: keyof typeof STEPS, done: number, of: number) =>
        void process.stderr.write(`\r榕办：${STEPS[step]} ${done} / ${of}   ${done >= of ? '\n' : ''}`)
    : () => {}
  return withDatabase(async ({ db, jobs, config }) => {
    const clock = runningClock(config.clockStart)
    const deps = { db, history: createHistory(jobs) }
    const now = () => clock.now()
    const imported = await runImport(
      deps,
      file,
      now,
      { to, dryRun, progress },
      async ({ shape, summary, records }) => {
        if (json) {
          process.stdout.write(`${JSON.stringify({ shape, dryRun, ...summary }).slice(0, -1)},"records":[`)
          let first = true
          for await (const record of records()) {
            process.stdout.write(`${first ? '' : ','}${JSON.stringify(record)}`)
            first = false
          }
          process.stdout.write(']}\n')
          return
        }
        const refused: RecordReport[] = []
        if (summary.outcomes.refused > 0)
          for await (const r of records()) if (r.outcome === 'refused' && refused.push(r) >= 20) break
        console.log(reportText(shape, summary, refused, dryRun))
      },
    )
    return imported.ok ? 0 : stop(imported.refusal.sentence)
  })
}

function argumentsOf(args: string[]): Asked | null {
  try {
    const options = {
      json: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      to: { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) return null
    return { path, to: values.to ?? null, json: values.json ?? false, dryRun: values['dry-run'] ?? false }
  } catch {
    return null
  }
}

function stop(sentence: string): number {
  console.error(`榕办：${sentence}`)
  return 1
}

process.exitCode = await main(process.argv.slice(2))
