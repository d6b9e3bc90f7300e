import type { Lang } from './lang.ts'

/** 3962 → 「3,962」. */
export const numberText = (n: number): string => n.toLocaleString('en-US')

/** Working days (G) or calendar days (Z) with their unit: 「5 个工作日」, 「60 日」; never a bare 「天」. */
export function daysText(days: number, lang: Lang = 'zh', unit: 'G' | 'Z' = 'G'): string {
  if (lang === 'en') return `${days} ${unit === 'G' ? 'working' : 'calendar'} day${days === 1 ? '' : 's'}`
  return unit === 'G' ? `${days} 个工作日` : `${days} 日`
}

/** Bytes → 「820 kB」, 「1.3 MB」, 「34 MB」. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  const mb = bytes / 1_000_000
  return `${mb < 10 ? mb.toFixed(1).replace(/\.0$/, '') : Math.round(mb)} MB`
}

/** Seconds that something still takes, rounded so that it does not flicker: 「约 8 秒」, 「约 2 分钟」. */
export function remainingText(seconds: number, lang: Lang = 'zh'): string {
  if (seconds >= 90) {
    const minutes = Math.round(seconds / 60)
    return lang === 'en' ? `about ${minutes} minutes` : `约 ${minutes} 分钟`
  }
  const rounded = seconds > 20 ? Math.ceil(seconds / 10) * 10 : Math.max(1, Math.ceil(seconds))
  return lang === 'en' ? `about ${rounded} s` : `约 ${rounded} 秒`
}

/** An identity or credit code in groups of four, for reading aloud. */
export const grouped = (code: string): string => code.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')
