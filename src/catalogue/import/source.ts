import { buffer } from 'node:stream/consumers'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { BASIC, TABLE_NAMES, type TableName } from '../transfer/tables.ts'
import { rowsOfCsv, tableOfCsv } from './source-csv.ts'
import type { SourceFile } from './source-file.ts'
import { isObject, type SourceRow, tableRow } from './source-row.ts'
import { rowsOfXlsx, sheetTables } from './source-xlsx.ts'
import { isZip, rowsOfZip, zipTables } from './source-zip.ts'

/**
 * The shapes in which guides and implementation lists reach us.
 * flat: an array of records as a province's catalogue exports them, one level deep;
 * detailed: an object with `guides`, each as an item library of a province returns it;
 * excerpt: an array of records copied from pages, each with its `source` and what of the guide was to be seen;
 * national: the national exchange tables, as JSON, as one CSV a table in a ZIP, or as one sheet a table in an XLSX.
 */
export type Shape = 'flat' | 'detailed' | 'excerpt' | 'national'
export type Format = 'json' | 'csv' | 'zip' | 'xlsx'

export const SHAPE_NAMES: Record<Shape, string> = {
  flat: '省级清单',
  detailed: '事项库',
  excerpt: '网页摘录',
  national: '国家交换表',
}

export interface Source {
  shape: Shape
  format: Format
  /** Where the file says that its records come from; empty if it does not. */
  from: string
  /** The national tables that the file has; empty for guides. */
  tables: TableName[]
  /** Throws `Refused` where the file breaks off. The same file always gives the same rows in the same order. */
  rows: AsyncIterable<SourceRow>
}

/** JSON and workbooks are held in memory whole; beyond this a ZIP of CSV is the way. */
export const MOST_JSON_BYTES = 100_000_000

const NO_SHAPE =
  '认不出这个文件的格式，一条也没有导入。能导入：国家交换表（XLSX、CSV 压缩包，或 JSON，里面有 up_task_general_basic）、省级清单（JSON 数组，每条有 impl_code 和 dept）、事项库（JSON 对象，里面有 guides 数组）、网页摘录（JSON 数组，每条有 source 和 city）。'

/** Takes a file apart into rows, or says in one sentence why it cannot be read. */
export async function openSource(file: SourceFile): Promise<Result<Source>> {
  const head = await headOf(file)
  if (isZip(head)) {
    const tables = await zipTables(file)
    if (!tables.ok) return tables
    if (tables.value === 'xlsx') {
      const sheets = await sheetTables(await buffer(await file.stream()))
      if (!sheets.ok) return sheets
      return national('xlsx', [...sheets.value.keys()], rowsOfXlsx(sheets.value))
    }
    const packed = tables.value
    return national(
      'zip',
      packed.map((p) => p.table),
      rowsOfZip(file, packed),
    )
  }
  const first = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  const table = tableOfCsv(first)
  if (table !== null) return national('csv', [table], rowsOfCsv(await file.stream(), table))
  if (file.size > MOST_JSON_BYTES)
    return refuse(
      'too-big',
      `JSON 文件最大 ${MOST_JSON_BYTES / 1_000_000} MB，这个有 ${Math.ceil(file.size / 1_000_000)} MB，一条也没有导入。改用 CSV 压缩包。`,
    )
  return jsonSource(await buffer(await file.stream()))
}

function national(format: Format, tables: TableName[], rows: AsyncIterable<SourceRow>): Result<Source> {
  if (tables.includes(BASIC)) return done({ shape: 'national', format, from: '', tables, rows })
  return tables.length === 0
    ? refuse('unknown-shape', NO_SHAPE)
    : refuse('no-basic-table', `文件里没有基本信息表 ${BASIC}，不知道是哪些事项，一条也没有导入。`)
}

async function headOf(file: SourceFile): Promise<Buffer> {
  const end = Math.min(4096, file.size)
  return end === 0 ? Buffer.alloc(0) : buffer(await file.stream({ start: 0, end }))
}

function jsonSource(bytes: Uint8Array): Result<Source> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('not-utf8', '这个文件不是 UTF-8 编码，一条也没有导入。另存为 UTF-8 再导入。')
  }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return refuse('not-json', `这个文件不是完整的 JSON，一条也没有导入：${placeOf(error as Error, text)}。`)
  }
  if (isTooDeep(data)) return refuse('unknown-shape', '这个文件的内容一层套一层，没有尽头，一条也没有导入。')
  if (isObject(data) && Array.isArray(data[BASIC])) return nationalJson(data)
  const of = (shape: Shape, from: string, records: unknown[]): Result<Source> =>
    records.length === 0 ? EMPTY : done({ shape, format: 'json', from, tables: [], rows: guides(records) })
  if (isObject(data) && Array.isArray(data['guides']))
    return of('detailed', typeof data['source'] === 'string' ? data['source'] : '', data['guides'])
  if (!Array.isArray(data)) return refuse('unknown-shape', NO_SHAPE)
  if (data.length === 0) return EMPTY
  // One odd record among good ones is refused by itself; a file without a single good one is another kind of file.
  const excerpts = data.filter((r) => isObject(r) && 'source' in r && 'city' in r).length
  const flats = data.filter(
    (r) => isObject(r) && ('impl_code' in r || 'basic_code' in r) && 'name' in r,
  ).length
  if (excerpts === 0 && flats === 0) return refuse('unknown-shape', NO_SHAPE)
  return of(excerpts > data.length / 2 ? 'excerpt' : 'flat', '', data)
}

/** Further down than any guide goes, and than a reader could follow. */
const DEEPEST = 60

const isTooDeep = (value: unknown, left = DEEPEST): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1)))

export const EMPTY = refuse('empty', '这个文件里一条指南也没有。')

async function* guides(records: unknown[]): AsyncIterable<SourceRow> {
  for (const data of records) yield { part: 'main', key: '', data }
}

function nationalJson(data: Record<string, unknown>): Result<Source> {
  const tables = TABLE_NAMES.filter((t) => Array.isArray(data[t]))
  if ((data[BASIC] as unknown[]).length === 0) return EMPTY
  async function* rows(): AsyncIterable<SourceRow> {
    for (const table of tables)
      for (const raw of data[table] as unknown[]) yield tableRow(table, isObject(raw) ? raw : {})
  }
  return national('json', tables, rows())
}

/** Engines word it differently; the line is what helps. */
function placeOf(error: Error, text: string): string {
  const at = /position (\d+)/.exec(error.message)?.[1]
  if (text.trim() === '') return '文件是空的'
  if (at === undefined) return '结尾不完整，或者有多余的符号'
  return `第 ${text.slice(0, Number(at)).split('\n').length} 行附近读不下去`
}
