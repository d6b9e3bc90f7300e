import type { SampleHours } from '../src/appointments/index.ts'
import { sampleItems } from './index.ts'

const FROM = '2026-01-01'
const [NINE, NOON, HALF_PAST_ONE, HALF_PAST_FIVE] = [9 * 60, 12 * 60, 13.5 * 60, 17.5 * 60]

const line = (weekday: 0 | 1 | 2 | 3 | 4 | 5, from: number, until: number, places: number) => ({
  weekday,
  from,
  until,
  slotMinutes: 30,
  places,
  validFrom: FROM,
  validUntil: null,
})

/** The hours of the sample centres (示例): mornings and afternoons of working days, mornings where a weekend is worked. */
const openings = (places: number) => [
  ...([1, 2, 3, 4, 5] as const).flatMap((weekday) => [
    line(weekday, NINE, NOON, places),
    line(weekday, HALF_PAST_ONE, HALF_PAST_FIVE, places),
  ]),
  line(0, NINE, NOON, places),
]

/** Departments whose next days already show what a busy counter looks like, one of them full. */
const BUSY: Record<string, SampleHours['taken']> = {
  'gl-scjg': [3, 'full', 9, 2],
  'fz-mzj': [1, 4],
}

export const sampleHours: readonly SampleHours[] = [...new Set(sampleItems.map((item) => item.organId))].map(
  (organId) => ({ organId, openings: openings(organId in BUSY ? 2 : 1), taken: BUSY[organId] ?? [] }),
)
