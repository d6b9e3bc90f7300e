import type { ReactNode } from 'react'
import type { Lang } from '../../../ui/index.ts'

/** What the department wrote in Chinese, marked as such on an English page. */
export const inChinese = (text: string, lang: Lang): ReactNode =>
  lang === 'en' ? <span lang="zh-CN">{text}</span> : text
