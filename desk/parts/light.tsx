import type { Reading } from '../../src/casework/api/contract.ts'
import type { LightName } from '../../src/casework/api/worklist-contract.ts'
import { dueDay, hourMinute, sameDay } from '../dates.ts'

/** What a light needs to be read: the row of a list and the clock of a record both have it. */
export interface Lit {
  light: LightName
  dueAt: string | null
  remainingDays: number | null
  unit: 'G' | 'Z'
  pausedFor?: string
}

const SHAPES: Record<LightName, string> = {
  green: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  yellow: 'M6 1L11.5 11H.5z',
  red: 'M1 1h10v10H1z',
  paused: 'M2 1h3v10H2zM7 1h3v10H7z',
  none: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM6 2.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8z',
  done: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM6 2.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8z',
}

/** Shape, colour and word together, drawn so that forced colours keep the shape. */
export function Light({ lit, now }: { lit: Lit; now: string }) {
  return (
    <span className={`light ${lit.light}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={SHAPES[lit.light]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {lightWords(lit, now)}
    </span>
  )
}

export function lightWords(lit: Lit, now: string): string {
  const days = Math.abs(lit.remainingDays ?? 0)
  const unit = lit.unit === 'G' ? '日' : '自然日'
  switch (lit.light) {
    case 'red':
      return `红 超 ${days} ${unit}`
    case 'yellow':
      return lit.dueAt && sameDay(lit.dueAt, now) ? '黄 今天' : `黄 剩 ${days} ${unit}`
    case 'green':
      return `绿 剩 ${days} ${unit}`
    case 'paused':
      return `停 ${lit.pausedFor ?? ''}`
    case 'done':
      return '已停表'
    default:
      return '未起算'
  }
}

/** Light and the moment it is due; tinted only when yellow or red. */
export function ClockChip({ lit, now }: { lit: Lit; now: string }) {
  return (
    <span className={`clock ${lit.light}`}>
      <Light lit={lit} now={now} />
      {lit.dueAt && lit.light !== 'done' && (
        <span className="until">
          {dueDay(lit.dueAt)} {hourMinute(lit.dueAt)} 到期
        </span>
      )}
    </span>
  )
}

/** Used time against the limit, with a notch where yellow begins. The figures stand beside it in words. */
export function Meter({ used, limit, light }: { used: number; limit: number; light: LightName }) {
  const share = limit === 0 ? (used > 0 ? 100 : 50) : Math.min(100, Math.round((used / limit) * 100))
  return (
    <span className={`meter ${light}`} aria-hidden="true">
      <i style={{ width: `${light === 'red' ? 100 : share}%` }} />
    </span>
  )
}

export const readingLit = (r: Reading, pausedFor = ''): Lit => ({
  light: r.light,
  dueAt: r.dueAt,
  remainingDays: r.remainingDays,
  unit: r.unit,
  pausedFor,
})
