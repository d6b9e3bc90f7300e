/** Moments as the desk writes them: Fuzhou time, month-day, weekday, 24 hours. The browser's own zone plays no part. */
const SHANGHAI_MS = 8 * 3_600_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const at = (iso: string): Date => new Date(Date.parse(iso) + SHANGHAI_MS)

/** 2026-10-14 */
export const dayOf = (iso: string): string => at(iso).toISOString().slice(0, 10)
/** 10-14 */
export const monthDay = (iso: string): string => dayOf(iso).slice(5)
/** 17:30 */
export const hourMinute = (iso: string): string => at(iso).toISOString().slice(11, 16)
/** 10-14 17:30 */
export const dayTime = (iso: string): string => `${monthDay(iso)} ${hourMinute(iso)}`
/** 10-14 周三; a working weekend day says so: 10-10 调休 */
export function dueDay(iso: string): string {
  const weekday = at(iso).getUTCDay()
  const worked = weekday === 0 || weekday === 6
  return `${monthDay(iso)} ${worked ? '调休' : WEEKDAYS[weekday]}`
}
/** 10月13日 周二 14:20 */
export function spoken(iso: string): string {
  const d = at(iso)
  return `${d.getUTCMonth() + 1}月${d.getUTCDate()}日 ${WEEKDAYS[d.getUTCDay()]} ${hourMinute(iso)}`
}
export const sameDay = (a: string, b: string): boolean => dayOf(a) === dayOf(b)

/** 2026-11-03 → 11-03 周二 */
export const dayInWords = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return `${day.slice(5)} ${WEEKDAYS[weekday]}`
}

/** 0924-0088: the day and the serial of a dossier number; the whole number is copied on the record. */
export const shortNumber = (number: string): string => `${number.slice(-8, -4)}-${number.slice(-4)}`
