import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { Db } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import { toCsv } from './csv-cell.ts'
import { countItems, type ExportQuery, itemsToExport } from './items.ts'
import { type PackedFile, packed } from './pack.ts'
import { BASIC, type ItemTables, TABLE_NAMES, TABLES, type TableName, type TableRow } from './tables.ts'
import { type ExportedItem, toTables } from './to-tables.ts'
import { sheetRows, workbookFiles } from './workbook.ts'

export type ExportFormat = 'json' | 'csv' | 'xlsx'

export interface ExportFile {
  name: string
  mediaType: string
  items: number
  /** Whoever takes it must read it to its end or destroy it: only then the disk is free again. */
  stream: Readable
}

/** Items of one workbook: as many as a spreadsheet opens in good time and import reads back. More come as several, in a ZIP. */
export const MOST_IN_WORKBOOK = 10_000

const MEDIA = {
  json: 'application/json',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * The items that the query names as a file of the national exchange tables; import reads it back. Refuses `empty` where
 * there is none. Items that change while it is made may be in it as they were or as they are; none is missing or twice.
 */
export async function exportItems(
  db: Db,
  query: ExportQuery,
  format: ExportFormat,
  now: Date,
  { inWorkbook = MOST_IN_WORKBOOK, progress = async () => {} }: ExportOptions = {},
): Promise<Result<ExportFile>> {
  const items = await countItems(db, query)
  if (items === 0) return refuse('empty', '这些条件下没有事项，没有可导出的。')
  const batch = `rongban-${now.toISOString().replace(/\D/g, '').slice(0, 14)}`
  const tables = tablesOf(itemsToExport(db, query), batch, now)
  const name = `事项清单-${dayOf(now)}`
  const folder = await mkdtemp(join(tmpdir(), 'rongban-export-'))
  try {
    const parts = await spool(
      counting(tables, (done) => progress(done, items)),
      format,
      folder,
      inWorkbook,
    )
    const { bytes, ending } = drawnUp(parts, format, name)
    const stream = Readable.from(clearing(bytes, folder), { objectMode: false })
    return done({ name: `${name}.${ending}`, mediaType: MEDIA[ending], items, stream })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

export interface ExportOptions {
  inWorkbook?: number
  /** Told now and then how many items of how many are there, and once when all are. */
  progress?: (done: number, of: number) => Promise<void>
}

async function* counting<T>(items: AsyncIterable<T>, tell: (done: number) => Promise<void>) {
  let done = 0
  for await (const item of items) {
    yield item
    done += 1
    if (done % 1000 === 0) await tell(done)
  }
  await tell(done)
}

async function* tablesOf(items: AsyncIterable<ExportedItem>, batch: string, at: Date) {
  for await (const item of items) yield toTables(item, batch, at)
}

/**
 * One pass over the items, the rows of each table into a file of its own aside: any size fits in memory. Answers the folders, one
 * for each part of the file.
 */
async function spool(
  items: AsyncIterable<ItemTables>,
  format: ExportFormat,
  folder: string,
  inWorkbook: number,
): Promise<string[]> {
  const parts: string[] = []
  let left = 0
  let written = new Map<TableName, number>()
  let held = noRows()
  const put = async () => {
    for (const table of TABLE_NAMES) {
      if (held[table].length === 0) continue
      const file = await open(join(parts.at(-1)!, table), 'a', 0o600)
      try {
        await file.appendFile(TEXTS[format](table, held[table], written.get(table) ?? 0))
        written.set(table, (written.get(table) ?? 0) + held[table].length)
      } finally {
        await file.close()
      }
    }
    held = noRows()
  }
  for await (const tables of items) {
    if (left === 0) {
      await put()
      written = new Map()
      left = format === 'xlsx' ? inWorkbook : Number.POSITIVE_INFINITY
      parts.push(await newPart(folder, parts.length))
    }
    for (const table of TABLE_NAMES) held[table].push(...tables[table])
    left -= 1
    if (held[BASIC].length >= 200) await put()
  }
  await put()
  return parts
}

const noRows = () => Object.fromEntries(TABLE_NAMES.map((t) => [t, [] as TableRow[]])) as ItemTables

async function newPart(folder: string, no: number): Promise<string> {
  const part = join(folder, String(no))
  await mkdir(part)
  for (const table of TABLE_NAMES) await (await open(join(part, table), 'w', 0o600)).close()
  return part
}

/** Rows of a table as each format has them, with so many before them. */
const TEXTS: Record<ExportFormat, (table: TableName, rows: TableRow[], before: number) => string> = {
  json: (_table, rows, before) =>
    (before > 0 ? ',\n' : '') + rows.map((row) => JSON.stringify(row)).join(',\n'),
  csv: (table, rows) =>
    stringify(rows, {
      columns: [...TABLES[table]],
      record_delimiter: 'windows',
      // A line break within a cell must not look like the end of the row to those who end rows with it.
      quoted_match: /[\r\n]/,
      cast: { string: toCsv },
    }),
  xlsx: (table, rows, before) => sheetRows(TABLES[table], rows, before + 2),
}

function drawnUp(
  parts: readonly string[],
  format: ExportFormat,
  name: string,
): { bytes: AsyncIterable<Uint8Array>; ending: keyof typeof MEDIA } {
  const [first] = parts as [string]
  if (format === 'json') return { bytes: oneJson(first), ending: 'json' }
  if (format === 'csv') return { bytes: packed(tablesAsCsv(first)), ending: 'zip' }
  if (parts.length === 1) return { bytes: workbook(first), ending: 'xlsx' }
  const several = parts.map((part, i) => ({
    name: `${name}-${String(i + 1).padStart(2, '0')}.xlsx`,
    deflate: false,
    content: workbook(part),
  }))
  return { bytes: packed(several), ending: 'zip' }
}

const workbook = (part: string): AsyncIterable<Uint8Array> =>
  packed(
    workbookFiles(TABLE_NAMES.map((name) => ({ name, columns: TABLES[name], rows: rowsOf(part, name) }))),
  )

/** Every table is there, an empty one with its head alone. The mark at the start lets spreadsheets know that it is UTF-8. */
const tablesAsCsv = (part: string): PackedFile[] =>
  TABLE_NAMES.map((table) => ({
    name: `${table}.csv`,
    deflate: true,
    content: after(`\uFEFF${TABLES[table].join(',')}\r\n`, rowsOf(part, table)),
  }))

/** Opened when it is its turn. */
async function* rowsOf(part: string, table: TableName): AsyncIterable<Uint8Array> {
  yield* createReadStream(join(part, table))
}

async function* after(head: string, rest: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield Buffer.from(head)
  yield* rest
}

async function* oneJson(part: string): AsyncIterable<Uint8Array> {
  for (const [i, table] of TABLE_NAMES.entries()) {
    yield* after(`${i === 0 ? '{' : '],\n'}"${table}": [\n`, rowsOf(part, table))
  }
  yield Buffer.from(']}\n')
}

async function* clearing(parts: AsyncIterable<Uint8Array>, folder: string): AsyncIterable<Uint8Array> {
  try {
    yield* parts
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
