import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { Zip, ZipDeflate } from 'fflate'
import writeWorkbook from 'write-excel-file/node'
import type { Db } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import { toCsv } from './csv-cell.ts'
import { countItems, type ExportQuery, itemsToExport } from './items.ts'
import { BASIC, type ItemTables, TABLE_NAMES, TABLES, type TableRow } from './tables.ts'
import { type ExportedItem, toTables } from './to-tables.ts'

export type ExportFormat = 'json' | 'csv' | 'xlsx'

export interface ExportFile {
  name: string
  mediaType: string
  items: number
  /** Whoever takes it must read it to its end or destroy it: only then the disk is free again. */
  stream: Readable
}

/** A workbook is drawn up in memory, at about 60 kB an item. */
export const MOST_IN_WORKBOOK = 10_000

const FILES: Record<ExportFormat, { ending: string; mediaType: string }> = {
  json: { ending: 'json', mediaType: 'application/json' },
  csv: { ending: 'zip', mediaType: 'application/zip' },
  xlsx: { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
}

/**
 * The items that the query names as a file of the national exchange tables; import reads it back. Refuses `empty` where
 * there is none and `too-big` for a workbook of too many.
 */
export async function exportItems(
  db: Db,
  query: ExportQuery,
  format: ExportFormat,
  now: Date,
): Promise<Result<ExportFile>> {
  const items = await countItems(db, query)
  if (items === 0) return refuse('empty', '这些条件下没有事项，没有可导出的。')
  if (format === 'xlsx' && items > MOST_IN_WORKBOOK)
    return refuse(
      'too-big',
      `XLSX 一次最多 ${MOST_IN_WORKBOOK} 个事项，这些条件下有 ${items} 个。改用 CSV 压缩包，或者缩小范围。`,
    )
  const batch = `rongban-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`
  const tables = tablesOf(itemsToExport(db, query), batch, now)
  const { ending, mediaType } = FILES[format]
  const name = `事项清单-${dayOf(now)}.${ending}`
  if (format === 'xlsx') return done({ name, mediaType, items, stream: await workbook(tables) })
  return done({ name, mediaType, items, stream: await spooled(tables, format) })
}

async function* tablesOf(items: AsyncIterable<ExportedItem>, batch: string, at: Date) {
  for await (const item of items) yield toTables(item, batch, at)
}

/** Every cell is text, so that no code loses its zeros and no date turns into a number. */
async function workbook(items: AsyncIterable<ItemTables>): Promise<Readable> {
  const sheets = TABLE_NAMES.map((sheet) => ({
    sheet,
    stickyRowsCount: 1,
    data: [
      TABLES[sheet].map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ] as object[][],
  }))
  for await (const tables of items)
    for (const { sheet, data } of sheets)
      for (const row of tables[sheet])
        data.push(TABLES[sheet].map((c) => (row[c] ? { value: row[c], type: String } : null!)))
  const bytes = await writeWorkbook(sheets as Parameters<typeof writeWorkbook>[0]).toBuffer()
  return Readable.from([bytes], { objectMode: false })
}

/** One pass over the items, each table into a file of its own aside, then all of them into one. Any size fits in memory. */
async function spooled(items: AsyncIterable<ItemTables>, format: 'json' | 'csv'): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), 'rongban-export-'))
  try {
    const files = new Map(
      await Promise.all(TABLE_NAMES.map(async (t) => [t, await open(join(folder, t), 'w', 0o600)] as const)),
    )
    const begun = new Set<string>()
    try {
      let held = Object.fromEntries(TABLE_NAMES.map((t) => [t, [] as TableRow[]])) as ItemTables
      const put = async () => {
        for (const table of TABLE_NAMES) {
          if (held[table].length === 0) continue
          const text = format === 'csv' ? csvLines(table, held[table]) : jsonRows(held[table])
          await files.get(table)!.appendFile(format === 'json' && begun.has(table) ? `,\n${text}` : text)
          begun.add(table)
        }
        held = Object.fromEntries(TABLE_NAMES.map((t) => [t, [] as TableRow[]])) as ItemTables
      }
      for await (const tables of items) {
        for (const table of TABLE_NAMES) held[table].push(...tables[table])
        if (held[BASIC].length >= 200) await put()
      }
      await put()
    } finally {
      await Promise.all([...files.values()].map((f) => f.close()))
    }
    const parts = format === 'csv' ? zipped(folder) : oneJson(folder)
    return Readable.from(clearing(parts, folder), { objectMode: false })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

const csvLines = (table: keyof ItemTables, rows: TableRow[]): string =>
  stringify(rows, {
    columns: [...TABLES[table]],
    record_delimiter: 'windows',
    // A line break within a cell must not look like the end of the row to those who end rows with it.
    quoted_match: /[\r\n]/,
    cast: { string: toCsv },
  })

const jsonRows = (rows: TableRow[]): string => rows.map((row) => JSON.stringify(row)).join(',\n')

async function* clearing(parts: AsyncIterable<Uint8Array>, folder: string): AsyncIterable<Uint8Array> {
  try {
    yield* parts
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* oneJson(folder: string): AsyncIterable<Uint8Array> {
  for (const [i, table] of TABLE_NAMES.entries()) {
    yield Buffer.from(`${i === 0 ? '{' : '],\n'}"${table}": [\n`)
    for await (const chunk of createReadStream(join(folder, table))) yield chunk as Buffer
  }
  yield Buffer.from(']}\n')
}

/** Every table is there, an empty one with its head alone. The mark at the start lets spreadsheets know that it is UTF-8. */
async function* zipped(folder: string): AsyncIterable<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const flush = function* () {
    const pieces = ready
    ready = []
    yield* pieces
  }
  for (const table of TABLE_NAMES) {
    const entry = new ZipDeflate(`${table}.csv`, { level: 6 })
    zip.add(entry)
    entry.push(Buffer.from(`\uFEFF${TABLES[table].join(',')}\r\n`))
    for await (const chunk of createReadStream(join(folder, table), { highWaterMark: 1 << 20 })) {
      entry.push(chunk as Buffer)
      yield* flush()
    }
    entry.push(new Uint8Array(0), true)
    yield* flush()
  }
  zip.end()
  yield* flush()
}
