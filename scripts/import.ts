/**
 * `npm run import -- <file> [--to <organ id>] [--json]`: takes a file of public guides into the catalogue, as drafts; with
 * `--to` as drafts of that department. Exits 0 when the file was read, whatever became of its records; 1 when it could not be.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { importGuides, reportText, summarise } from '../src/catalogue/index.ts'
import { createHistory } from '../src/history/index.ts'
import { runningClock } from '../src/platform/clock.ts'
import { withDatabase } from '../src/platform/one-off.ts'

const USAGE = '用法：npm run import -- <文件.json> [--to <部门编号>] [--json]'

async function main(args: string[]): Promise<number> {
  const asked = argumentsOf(args)
  if (asked === null) return stop(USAGE)
  const { path, to, json } = asked
  let file: Uint8Array
  try {
    file = await readFile(path)
  } catch (error) {
    const { code } = error as { code?: string }
    return stop(code === 'ENOENT' ? `没有这个文件：${path}。${USAGE}` : `读不了 ${path}（${code}）。`)
  }
  return withDatabase(async ({ db, jobs, config }) => {
    const now = runningClock(config.clockStart).now()
    const imported = await importGuides({ db, history: createHistory(jobs) }, file, now, { to })
    if (!imported.ok) return stop(imported.refusal.sentence)
    const report = imported.value
    console.log(json ? JSON.stringify({ ...summarise(report), records: report.records }) : reportText(report))
    return 0
  })
}

function argumentsOf(args: string[]): { path: string; to: string | null; json: boolean } | null {
  try {
    const options = { json: { type: 'boolean' }, to: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) return null
    return { path, to: values.to ?? null, json: values.json ?? false }
  } catch {
    return null
  }
}

function stop(sentence: string): number {
  console.error(`榕办：${sentence}`)
  return 1
}

process.exitCode = await main(process.argv.slice(2))
