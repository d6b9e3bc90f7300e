import type { Request } from '../platform/web.ts'
import { type Lang, langOf } from '../ui/index.ts'

/** How this browser wants the hall shown; kept in cookies, so that it holds without a sign-in and on every page. */
export interface Display {
  lang: Lang
  mode: 'standard' | 'elder'
}

export const DISPLAY_COOKIES = { lang: 'rb_lang', mode: 'rb_mode' } as const

export function displayOf(request: Request): Display {
  return {
    lang: langOf(request.cookies[DISPLAY_COOKIES.lang]),
    mode: request.cookies[DISPLAY_COOKIES.mode] === 'elder' ? 'elder' : 'standard',
  }
}
