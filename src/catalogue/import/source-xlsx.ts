import readWorkbook from 'read-excel-file/node'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { type TableName, tableNamed } from '../transfer/tables.ts'
import { type SourceRow, tableRow } from './source-row.ts'

type Cells = unknown[][]

/** The sheets that are national tables, by table; other sheets, such as notes, are let be. */
export async function sheetTables(bytes: Buffer): Promise<Result<Map<TableName, Cells>>> {
  try {
    const tables = new Map<TableName, Cells>()
    for (const { sheet, data } of await readWorkbook(bytes, { trim: false })) {
      const table = tableNamed(sheet)
      if (table) tables.set(table, data as Cells)
    }
    return done(tables)
  } catch {
    return refuse('damaged', '这个 XLSX 打不开，一条也没有导入。在表格软件里另存一份再导入。')
  }
}

/** The first row names the columns. */
export async function* rowsOfXlsx(tables: Map<TableName, Cells>): AsyncIterable<SourceRow> {
  for (const [table, [head = [], ...rows]] of tables)
    for (const cells of rows) {
      if (cells.every((cell) => cell === null)) continue
      yield tableRow(table, Object.fromEntries(head.map((name, i) => [String(name ?? ''), cells[i]])))
    }
}
