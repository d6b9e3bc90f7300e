import { BASIC, keyOfRow, type TableName } from '../transfer/tables.ts'

/** One row as it is put away before anything is judged: `main` is a record, other parts belong to it by key. */
export interface SourceRow {
  part: 'main' | TableName
  key: string
  data: unknown
}

/** A row of a national table; cells that came as numbers or dates become the text that they show. */
export function tableRow(table: TableName, raw: Record<string, unknown>): SourceRow {
  const row: Record<string, string> = {}
  for (const [column, value] of Object.entries(raw))
    if (column !== '') row[column.trim().toLowerCase()] = cellText(value)
  return { part: table === BASIC ? 'main' : table, key: keyOfRow(row), data: row }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
