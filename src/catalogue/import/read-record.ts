import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '../draft.ts'
import type { TableName, TableRow } from '../transfer/tables.ts'
import { detailedRecord, readDetailed } from './detailed.ts'
import { excerptRecord, readExcerpt } from './excerpt.ts'
import { flatRecord, readFlat } from './flat.ts'
import { type NationalRecord, readNational } from './national.ts'
import { type Reading, type ReadRecord, schemaFaults } from './reading.ts'
import type { Shape } from './source.ts'
import { isObject } from './source-row.ts'

const chinese = { error: z.locales.zhCN().localeError }

/** A record of any shape as we understand it; `parts` are the rows of the other national tables that belong to it. */
export function readRecord(
  shape: Shape,
  from: string,
  raw: unknown,
  parts: Partial<Record<TableName, TableRow[]>>,
): Reading {
  const parse = <T extends z.ZodType>(schema: T, read: (record: z.output<T>) => Reading): Reading => {
    const parsed = schema.safeParse(raw, chinese)
    if (parsed.success) return read(parsed.data)
    const said = (key: string) => (isObject(raw) && typeof raw[key] === 'string' ? raw[key] : '')
    return { ok: false, name: said('name'), implCode: said('impl_code'), faults: schemaFaults(parsed.error) }
  }
  if (shape === 'flat') return parse(flatRecord, readFlat)
  if (shape === 'excerpt') return parse(excerptRecord, readExcerpt)
  if (shape === 'detailed') return parse(detailedRecord, (record) => readDetailed(record, from))
  return readNational({ ...parts, main: raw as TableRow } as NationalRecord)
}

export const sha256 = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex')

/** By which a record is known again: its code; without one, the place, the department and the name. */
export function sourceKeyOf({ content, organ }: ReadRecord): string {
  const code = content.handleItemCode || content.implCode
  if (code !== '') return `guide:${code}`
  return `guide:${sha256([organ.areaName, organ.areaCode, organ.name, content.name])}`
}
