import { createContext, use } from 'react'
import type { Lang } from './lang.ts'

export type { Lang }

/** One text in both languages. */
export interface Text {
  zh: string
  en: string
}

export const t = (lang: Lang, text: Text): string => text[lang]

/** Reads a language from a cookie or a query; anything unknown is Chinese. */
export const langOf = (value: string | undefined): Lang => (value === 'en' ? 'en' : 'zh')

/** Value of the `lang` attribute. */
export const htmlLang = (lang: Lang): string => (lang === 'en' ? 'en' : 'zh-CN')

/** The language of the page being drawn. `Page` and `renderFragment` set it, so that components need not pass it on. */
export const PageLang = createContext<Lang>('zh')
export const pageLang = (): Lang => use(PageLang)
