import { done, orRefusal, type Result, refuse } from '../../platform/refusal.ts'
import { type TableName, tableNamed } from '../transfer/tables.ts'
import { rowsOfCsv } from './source-csv.ts'
import type { SourceFile } from './source-file.ts'
import type { SourceRow } from './source-row.ts'
import { DAMAGED, unpacked, type ZipEntry, zipEntries } from './zip.ts'

export const isZip = (head: Buffer): boolean => head.subarray(0, 2).toString('latin1') === 'PK'

/** Unpacked, all tables together: some 300,000 items. */
const MOST_UNPACKED = 6_000_000_000
/** A workbook is held in memory whole, at about twenty times its packed size. */
const MOST_WORKBOOK = 150_000_000

/** A table in a ZIP. */
export interface PackedTable {
  table: TableName
  entry: ZipEntry
}

/** The national tables in a ZIP, in the order in which they lie there, or that it is a workbook. */
export async function zipTables(file: SourceFile): Promise<Result<PackedTable[] | 'xlsx'>> {
  const listed = await orRefusal(zipEntries(file).then(done))
  if (!listed.ok) return listed
  const entries = listed.value
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (entries.some((entry) => entry.name === 'xl/workbook.xml')) {
    // Each unpacks to no more than the directory says, or it is damaged; the reader of workbooks would not look.
    const sound = size <= MOST_WORKBOOK ? await isSound(file, entries) : true
    if (!sound) return DAMAGED
    if (size > MOST_WORKBOOK)
      return refuse(
        'too-big',
        `这个 XLSX 解开后超过 ${MOST_WORKBOOK / 1_000_000} MB（约一万个事项）。事项多的，用 CSV 压缩包导入。`,
      )
    return done('xlsx')
  }
  if (size > MOST_UNPACKED)
    return refuse(
      'too-big',
      `压缩包解开超过 ${MOST_UNPACKED / 1_000_000_000} GB，一条也没有导入。分成几个文件。`,
    )
  return done(
    entries.flatMap((entry) => {
      const table = entry.name.toLowerCase().endsWith('.csv') ? tableNamed(entry.name) : null
      return table ? [{ table, entry }] : []
    }),
  )
}

async function isSound(file: SourceFile, entries: ZipEntry[]): Promise<boolean> {
  const all = async () => {
    for (const entry of entries) for await (const _ of unpacked(file, entry));
    return done(undefined)
  }
  return (await orRefusal(all())).ok
}

/** The rows of every table in the ZIP, unpacked as they are read. */
export async function* rowsOfZip(file: SourceFile, tables: PackedTable[]): AsyncIterable<SourceRow> {
  for (const { table, entry } of tables) yield* rowsOfCsv(unpacked(file, entry), table)
}
