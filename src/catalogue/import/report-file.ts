import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import writeWorkbook from 'write-excel-file/node'
import type { Db } from '../../platform/database.ts'
import { outcomesOf } from './import-guides.ts'
import type { OutcomeRow } from './job-store.ts'

export const OUTCOME_NAMES: Record<OutcomeRow['outcome'], string> = {
  imported: '新收',
  updated: '更新',
  unchanged: '没有变化',
  kept: '保留',
  refused: '退回',
}

const HEAD = ['条', '事项', '实施编码', '结果', '类别', '字段', '规则', '要做什么']

/** One line a fault or gap; a record without any has one line. */
function linesOf(row: OutcomeRow): string[][] {
  const record = [String(row.no), row.name, row.implCode, OUTCOME_NAMES[row.outcome]]
  const lines = [
    ...row.faults.map((f) => ['原因', f.field, f.reason, f.sentence]),
    ...row.todos.map((t) => [t.severity === 'blocks' ? '发布前补' : '核对', t.path, t.id, t.sentence]),
  ]
  return (lines.length > 0 ? lines : [['', '', '', '']]).map((line) => [...record, ...line])
}

/** A workbook is drawn up in memory; of a longer report it has the first lines, and says so. */
const MOST_LINES = 100_000

/** The report of a job, line by line, as a table for the department. A cell that begins like a formula is kept from being one. */
export async function reportFile(db: Db, jobId: string, format: 'csv' | 'xlsx'): Promise<Readable> {
  if (format === 'csv') return Readable.from(csv(db, jobId), { objectMode: false })
  const data: object[][] = [HEAD.map((value) => ({ value, type: String, fontWeight: 'bold' }))]
  fill: for await (const row of outcomesOf({ db }, jobId))
    for (const line of linesOf(row)) {
      if (data.length > MOST_LINES) {
        data.push([{ value: `只列前 ${MOST_LINES} 行，全部见 CSV 报告。`, type: String }])
        break fill
      }
      data.push(line.map((value) => ({ value, type: String })))
    }
  const columns = [6, 34, 36, 10, 10, 22, 24, 70].map((width) => ({ width }))
  const sheet = { sheet: '导入报告', data, columns, stickyRowsCount: 1 }
  const bytes = await writeWorkbook([sheet] as unknown as Parameters<typeof writeWorkbook>[0]).toBuffer()
  return Readable.from([bytes], { objectMode: false })
}

async function* csv(db: Db, jobId: string): AsyncIterable<string> {
  yield `\uFEFF${HEAD.join(',')}\r\n`
  let held: string[][] = []
  const text = () =>
    stringify(held, { record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true })
  for await (const row of outcomesOf({ db }, jobId)) {
    held.push(...linesOf(row))
    if (held.length < 2000) continue
    yield text()
    held = []
  }
  yield text()
}
