import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import { done, Refused, type Result, refuse } from '../../platform/refusal.ts'
import { type TableName, tableNamed } from '../transfer/tables.ts'
import { rowsOfCsv } from './source-csv.ts'
import type { SourceRow } from './source-row.ts'

export const isZip = (head: Buffer): boolean => head.subarray(0, 2).toString('latin1') === 'PK'

/** Unpacked, all tables together: some 100,000 items. */
const MOST_UNPACKED = 2_000_000_000
/** A workbook is held in memory whole, at about twenty times its packed size. */
const MOST_WORKBOOK = 150_000_000

/** The national tables in a ZIP, in the order in which they lie there, or that it is a workbook. */
export function zipTables(bytes: Buffer): Result<TableName[] | 'xlsx'> {
  const tables: TableName[] = []
  let workbook = false
  let unpacked = 0
  let heavy = false
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize
        workbook ||= name === 'xl/workbook.xml'
        const table = name.toLowerCase().endsWith('.csv') ? tableNamed(name) : null
        if (table) tables.push(table)
        return false
      },
    })
    heavy = workbook && (unpacked > MOST_WORKBOOK || unpacksBeyond(bytes, MOST_WORKBOOK))
  } catch {
    return DAMAGED
  }
  if (heavy)
    return refuse(
      'too-big',
      `这个 XLSX 解开后超过 ${MOST_WORKBOOK / 1_000_000} MB（约一万个事项）。事项多的，用 CSV 压缩包导入。`,
    )
  if (unpacked > MOST_UNPACKED)
    return refuse('too-big', '压缩包解开超过 2 GB，一条也没有导入。分成几个文件。')
  return done(workbook ? 'xlsx' : tables)
}

/** Unpacks all of it and keeps nothing: the directory of a ZIP may lie about sizes. */
function unpacksBeyond(bytes: Buffer, most: number): boolean {
  let unpacked = 0
  const unzip = new Unzip((file) => {
    file.ondata = (_error, chunk) => {
      unpacked += chunk?.length ?? 0
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length && unpacked <= most; at += CHUNK)
    unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
  return unpacked > most
}

const DAMAGED = refuse('damaged', '压缩包打不开，一条也没有导入。重新导出或重新打包。')

const CHUNK = 256 * 1024

/** The rows of every CSV in the ZIP, unpacked as they are read. */
export async function* rowsOfZip(bytes: Buffer): AsyncIterable<SourceRow> {
  const arrived: { name: string; chunk: Uint8Array; last: boolean }[] = []
  let failed: Error | null = null
  const unzip = new Unzip((file) => {
    if (tableNamed(file.name) === null) return
    file.ondata = (error, chunk, last) => {
      if (error) failed = error
      else arrived.push({ name: file.name, chunk, last })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  let at = 0
  let unpacked = 0
  const next = () => {
    while (arrived.length === 0 && at < bytes.length && !failed) {
      try {
        unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
      } catch (error) {
        failed = error as Error
      }
      at += CHUNK
    }
    if (failed) throw new Refused(DAMAGED.refusal)
    const piece = arrived.shift()
    unpacked += piece?.chunk.length ?? 0
    // The directory of a ZIP may lie about sizes.
    if (unpacked > MOST_UNPACKED) throw new Refused(DAMAGED.refusal)
    return piece
  }
  for (let piece = next(); piece; piece = next()) {
    const table = tableNamed(piece.name)!
    let current = piece
    async function* chunks(): AsyncIterable<Uint8Array> {
      for (;;) {
        yield current.chunk
        if (current.last) return
        const more = next()
        if (!more) throw new Refused(DAMAGED.refusal)
        current = more
      }
    }
    yield* rowsOfCsv(chunks(), table)
  }
}
