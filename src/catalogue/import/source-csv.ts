import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Refused } from '../../platform/refusal.ts'
import { fromCsv } from '../transfer/csv-cell.ts'
import { BASIC, TABLES, type TableName } from '../transfer/tables.ts'
import { type SourceRow, tableRow } from './source-row.ts'

/** Which national table a CSV is, by its header line; null if it is none. */
export function tableOfCsv(head: string): TableName | null {
  const line = head.split(/\r?\n/, 1)[0] ?? ''
  const columns = new Set(line.split(',').map((c) => c.trim().replace(/^"|"$/g, '').toLowerCase()))
  if (columns.has('task_name') && ['task_code', 'local_task_code'].some((c) => columns.has(c))) return BASIC
  // The column that only this table has.
  const marks: [TableName, string][] = [
    ['up_task_general_material', 'material_name'],
    ['rb_task_step', 'step_name'],
    ['up_task_general_fee_project', 'fee_name'],
    ['up_task_general_questions', 'question'],
  ]
  const found = marks.find(([table, mark]) => columns.has(mark) && TABLES[table].some((c) => columns.has(c)))
  return found?.[0] ?? null
}

/** Characters of one row; whole forms and situations stand in it as JSON. */
const MOST_IN_ROW = 4_000_000

/** The rows of one CSV, read as they come: any size fits in memory. */
export async function* rowsOfCsv(
  bytes: AsyncIterable<Uint8Array>,
  table: TableName,
): AsyncIterable<SourceRow> {
  const parser = parse({
    bom: true,
    cast: (cell, { header }) => (header ? cell : fromCsv(cell)),
    columns: true,
    // A quote that never ends would else take all that follows into memory.
    max_record_size: MOST_IN_ROW,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
  })
  // What goes wrong before the parser comes out of it, into the loop below.
  pipeline(Readable.from(utf8(bytes, table)), parser, () => {})
  try {
    for await (const row of parser) yield tableRow(table, row as Record<string, string>)
  } catch (error) {
    if (error instanceof CsvError)
      throw new Refused({
        name: 'not-csv',
        sentence: `${table} 第 ${error['lines'] ?? '?'} 行读不下去，可能是引号没有成对。改好后再导入。`,
      })
    throw error
  }
}

async function* utf8(bytes: AsyncIterable<Uint8Array>, table: TableName): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Refused({
      name: 'not-utf8',
      sentence: `${table} 不是 UTF-8 编码。在表格软件里另存为“CSV UTF-8”，再导入。`,
    })
  }
}
