import type { Booking } from '../../appointments/index.ts'
import { spanText } from '../../appointments/index.ts'
import type { ItemContent } from '../../catalogue/index.ts'
import { dayText, type Lang } from '../../ui/index.ts'

/** 「12月1日（周二）9:00–9:30」 */
export const whenText = (
  { day, from, until }: Pick<Booking, 'day' | 'from' | 'until'>,
  lang: Lang,
  today?: string,
): string => {
  const text = dayText(day, { lang, ...(today ? { today } : {}) })
  return lang === 'en' ? `${text}, ${spanText({ from, until })}` : `${text}${spanText({ from, until })}`
}

export const nameIn = ({ name, nameEn }: ItemContent, lang: Lang): string =>
  lang === 'en' && nameEn ? nameEn : name

/** What a field of a form or an address holds; minutes of a day, or null. */
export const minuteOf = (typed: unknown): number | null =>
  typeof typed === 'string' && /^\d{1,4}$/.test(typed) && Number(typed) < 1440 ? Number(typed) : null

export const dayOfField = (typed: unknown): string | null => {
  if (typeof typed !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  const at = new Date(`${typed}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== typed ? null : typed
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const idOf = (typed: unknown): string | null =>
  typeof typed === 'string' && UUID.test(typed) ? typed : null
