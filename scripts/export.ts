/**
 * `npm run export -- --format xlsx|csv|json [--organ <organ id>] [--drafts] <file>`: the items in force, or with `--drafts` the newest
 * draft of each, as a file of the national exchange tables; `npm run import` reads it back. Exits 1 when nothing was written.
 */
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { type ExportFormat, exportItems } from '../src/catalogue/index.ts'
import { runningClock } from '../src/platform/clock.ts'
import { withDatabase } from '../src/platform/one-off.ts'

const USAGE = '用法：npm run export -- --format xlsx|csv|json [--organ <部门编号>] [--drafts] <文件>'
const FORMATS = ['xlsx', 'csv', 'json'] as const

interface Asked {
  path: string
  format: ExportFormat
  organ: string | null
  drafts: boolean
}

async function main(args: string[]): Promise<number> {
  const asked = argumentsOf(args)
  if (asked === null) return stop(USAGE)
  const { path, format, organ, drafts } = asked
  return withDatabase(async ({ db, config }) => {
    const now = runningClock(config.clockStart).now()
    const query = {
      organId: organ,
      which: drafts ? ('newest' as const) : ('in-force' as const),
      itemType: null,
      q: '',
    }
    const file = await exportItems(db, query, format, now)
    if (!file.ok) return stop(file.refusal.sentence)
    // Aside first: a file that broke off must not look whole.
    const aside = `${path}.part`
    try {
      await pipeline(file.value.stream, createWriteStream(aside))
      await rename(aside, path)
    } catch (error) {
      await rm(aside, { force: true })
      return stop(`写不了 ${path}（${(error as { code?: string }).code ?? (error as Error).message}）。`)
    }
    console.log(`导出 ${file.value.items} 个事项到 ${path}。`)
    return 0
  })
}

function argumentsOf(args: string[]): Asked | null {
  try {
    const options = {
      format: { type: 'string' },
      organ: { type: 'string' },
      drafts: { type: 'boolean' },
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [path, ...more] = positionals
    const format = FORMATS.find((f) => f === values.format)
    if (path === undefined || more.length > 0 || !format) return null
    return { path, format, organ: values.organ ?? null, drafts: values.drafts ?? false }
  } catch {
    return null
  }
}

function stop(sentence: string): number {
  console.error(`榕办：${sentence}`)
  return 1
}

process.exitCode = await main(process.argv.slice(2))
