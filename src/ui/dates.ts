/**
 * Days and times as the hall writes them, always in Asia/Shanghai (UTC+8, no summer time since 1991).
 * A day is 'YYYY-MM-DD', an instant a Date.
 */
import type { Lang } from './lang.ts'

const SHANGHAI_MS = 8 * 3_600_000
const WEEKDAYS = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface Parts {
  year: number
  month: number
  date: number
  weekday: number
}

function parts(day: string): Parts {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    throw new RangeError(`Not a day: ${day}`)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay(),
  }
}

/** The Shanghai calendar day of an instant. */
export const dayOfInstant = (at: Date): string =>
  new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 10)

export interface DayOptions {
  lang?: Lang
  /** Today: the year is written only when it is not this one. Without it no year is written. */
  today?: string
  /** Leave out the day of the week. */
  bare?: boolean
}

/** 「11月26日（周四）」, "Thu 26 Nov"; with another year than today's, 「2027年2月21日（周日）」. */
export function dayText(day: string, { lang = 'zh', today, bare = false }: DayOptions = {}): string {
  const p = parts(day)
  const year = today !== undefined && parts(today).year !== p.year
  if (lang === 'en') {
    const plain = `${p.date} ${MONTHS[p.month - 1]}${year ? ` ${p.year}` : ''}`
    return bare ? plain : `${WEEKDAYS.en[p.weekday]} ${plain}`
  }
  const plain = `${year ? `${p.year}年` : ''}${p.month}月${p.date}日`
  return bare ? plain : `${plain}（周${WEEKDAYS.zh[p.weekday]}）`
}

/** 「2026年11月26日」, "26 November 2026" shortened to "26 Nov 2026": for documents, licences and validity. */
export function fullDay(day: string, lang: Lang = 'zh'): string {
  const p = parts(day)
  return lang === 'en' ? `${p.date} ${MONTHS[p.month - 1]} ${p.year}` : `${p.year}年${p.month}月${p.date}日`
}

/** 「2026年12月2日至2031年12月1日」. */
export function dayRange(from: string, to: string, lang: Lang = 'zh'): string {
  return `${fullDay(from, lang)}${lang === 'en' ? ' to ' : '至'}${fullDay(to, lang)}`
}

/** 「10:42」, hours without a leading zero. */
export function timeText(at: Date): string {
  const local = new Date(at.getTime() + SHANGHAI_MS)
  return `${local.getUTCHours()}:${String(local.getUTCMinutes()).padStart(2, '0')}`
}

/** 「11月19日（周四）10:32」, "Thu 19 Nov, 10:32". */
export function instantText(at: Date, options: DayOptions = {}): string {
  const day = dayText(dayOfInstant(at), options)
  if (options.lang === 'en') return `${day}, ${timeText(at)}`
  return options.bare ? `${day} ${timeText(at)}` : `${day}${timeText(at)}`
}

/** 「9:00–17:30」. Takes 'HH:MM'. */
export const timeSpan = (from: string, to: string): string =>
  `${from.replace(/^0/, '')}–${to.replace(/^0/, '')}`

/** `datetime` attribute of a time element. */
export const machineTime = (at: Date): string => at.toISOString()
