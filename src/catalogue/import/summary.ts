import type { OutcomeRow } from './job-store.ts'

/** The report as figures: how many records came to what, why records were refused, and what the drafts still lack. */
export interface ImportSummary {
  total: number
  /** imported + updated: what this run changed (or, in a dry run, would change). */
  changed: number
  outcomes: Record<OutcomeRow['outcome'], number>
  refusals: { field: string; reason: string; records: number; example: string }[]
  todos: { id: string; severity: 'blocks' | 'warns'; element?: string; records: number; sentence: string }[]
}

export const emptySummary = (): ImportSummary => ({
  total: 0,
  changed: 0,
  outcomes: { imported: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 },
  refusals: [],
  todos: [],
})

type Counted = Pick<OutcomeRow, 'no' | 'outcome' | 'faults' | 'todos'>

/** The figures with these records counted in, most frequent first; what went before is left as it was. */
export function counted(before: ImportSummary, records: Counted[]): ImportSummary {
  const outcomes = { ...before.outcomes }
  const refusals = new Map(before.refusals.map((r) => [`${r.field} ${r.reason}`, { ...r }]))
  const todos = new Map(before.todos.map((t) => [t.id, { ...t }]))
  for (const record of records) {
    outcomes[record.outcome] += 1
    for (const { field, reason, sentence } of record.outcome === 'refused' ? record.faults : []) {
      const key = `${columnAlone(field)} ${reason}`
      const row = refusals.get(key)
      if (row) row.records += 1
      else
        refusals.set(key, {
          field: columnAlone(field),
          reason,
          records: 1,
          example: `第 ${record.no} 条：${sentence}`,
        })
    }
    // A record counts once for each kind of gap, however many places of its guide have it.
    for (const todo of new Map(record.todos.map((t) => [t.id, t])).values()) {
      const { id, severity, element, sentence } = todo
      const row = todos.get(id)
      if (row) row.records += 1
      else todos.set(id, { id, severity, ...(element ? { element } : {}), records: 1, sentence })
    }
  }
  const most = <T extends { records: number }>(rows: Iterable<T>) =>
    [...rows].sort((a, b) => b.records - a.records)
  return {
    total: before.total + records.length,
    changed: outcomes.imported + outcomes.updated,
    outcomes,
    refusals: most(refusals.values()),
    todos: most(todos.values()),
  }
}

/** `materials.3.name` and `materials.7.name` are one kind of fault. */
const columnAlone = (field: string): string => field.replace(/\.\d+(?=\.|$)/g, '')
