import type { ImportReport, RecordOutcome } from './import-guides.ts'
import { SHAPE_NAMES, type Shape } from './source.ts'

/** The report as figures: how many records came to what, why records were refused, and what the drafts still lack. */
export interface ImportSummary {
  shape: Shape
  total: number
  /** imported + updated: what this run changed. */
  changed: number
  outcomes: Record<RecordOutcome, number>
  refusals: { field: string; reason: string; records: number; example: string }[]
  todos: { id: string; severity: 'blocks' | 'warns'; element?: string; records: number; sentence: string }[]
}

export function summarise({ shape, records }: ImportReport): ImportSummary {
  const outcomes: ImportSummary['outcomes'] = { imported: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 }
  const refusals = new Map<string, ImportSummary['refusals'][0]>()
  const todos = new Map<string, ImportSummary['todos'][0]>()
  for (const record of records) {
    outcomes[record.outcome] += 1
    for (const { field, reason, sentence } of record.faults) {
      const key = `${field} ${reason}`
      const row = refusals.get(key) ?? {
        field,
        reason,
        records: 0,
        example: `第 ${record.no} 条：${sentence}`,
      }
      refusals.set(key, { ...row, records: row.records + 1 })
    }
    // A record counts once for each kind of gap, however many places of its guide have it.
    for (const todo of new Map(record.todos.map((t) => [t.id, t])).values()) {
      const { id, severity, element, sentence } = todo
      const row = todos.get(id) ?? { id, severity, ...(element ? { element } : {}), records: 0, sentence }
      todos.set(id, { ...row, records: row.records + 1 })
    }
  }
  const most = <T extends { records: number }>(rows: Iterable<T>) =>
    [...rows].sort((a, b) => b.records - a.records)
  return {
    shape,
    total: records.length,
    changed: outcomes.imported + outcomes.updated,
    outcomes,
    refusals: most(refusals.values()),
    todos: most(todos.values()),
  }
}

const LISTED = 20

/** The report for the person at the keyboard. */
export function reportText(report: ImportReport): string {
  const { shape, total, changed, outcomes, refusals, todos } = summarise(report)
  const lines = [
    `读到 ${total} 条，格式是${SHAPE_NAMES[shape]}。`,
    `新收 ${outcomes.imported}，更新 ${outcomes.updated}，没有变化 ${outcomes.unchanged}，部门已编辑而保留 ${outcomes.kept}，退回 ${outcomes.refused}。`,
    `这一次改动 ${changed} 条（${changed} changed）。`,
  ]
  if (refusals.length > 0) {
    lines.push('', '退回的原因（条数、字段、原因）：')
    for (const r of refusals) lines.push(`  ${r.records}  ${r.field}  ${r.reason}  ${r.example}`)
    lines.push('', '退回的记录：')
    const refused = report.records.filter((r) => r.outcome === 'refused')
    for (const r of refused.slice(0, LISTED)) {
      lines.push(`  第 ${r.no} 条 ${r.name || '（没有名称）'} ${r.implCode}`)
      for (const f of r.faults) lines.push(`    ${f.field}：${f.sentence}`)
    }
    if (refused.length > LISTED) lines.push(`  另有 ${refused.length - LISTED} 条，加 --json 看全部。`)
  }
  for (const [severity, title] of [
    ['blocks', '收下的都是草稿。发布前要补（条数、要做什么）：'],
    ['warns', '请核对（条数、看什么）：'],
  ] as const) {
    const rows = todos.filter((t) => t.severity === severity)
    if (rows.length > 0) lines.push('', title)
    for (const t of rows) {
      const words = t.id === 'source-note' ? '来源另有说明，见各草稿的提醒。' : t.sentence
      lines.push(`  ${t.records}  ${t.element ? `${t.element}：` : ''}${words}`)
    }
  }
  return lines.join('\n')
}
