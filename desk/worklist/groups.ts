import type { WorklistRow } from '../../src/casework/api/worklist-contract.ts'
import { dayOf, hourMinute } from '../dates.ts'

export interface Group {
  title: string
  note: string
  rows: WorklistRow[]
}

/** Rows by when they are due, in the order of the list: over, today, one or two working days, later, standing still. */
export function byDue(rows: WorklistRow[], now: string): Group[] {
  const groups: Group[] = []
  for (const row of rows) {
    const { title, note } = groupOf(row, now)
    const last = groups.at(-1)
    if (last?.title === title) last.rows.push(row)
    else groups.push({ title, note, rows: [row] })
  }
  return groups
}

function groupOf(row: WorklistRow, now: string): { title: string; note: string } {
  if (row.light === 'red') return { title: '已超时', note: '先办' }
  if (row.dueAt === null)
    return row.light === 'paused' ? { title: '暂停中', note: '不计时' } : { title: '没有计时', note: '' }
  if (dayOf(row.dueAt) === dayOf(now)) return { title: '今天到期', note: untilClosing(row.dueAt, now) }
  if ((row.remainingDays ?? 9) <= 2) return { title: '1 至 2 个工作日', note: '' }
  return { title: '以后', note: '' }
}

function untilClosing(dueAt: string, now: string): string {
  const minutes = Math.floor((Date.parse(dueAt) - Date.parse(now)) / 60_000)
  const hours = Math.floor(minutes / 60)
  const left = hours > 0 ? `${hours} 小时 ${minutes % 60} 分` : `${minutes} 分`
  return minutes > 0 ? `${hourMinute(dueAt)} 前，还有 ${left}` : ''
}
