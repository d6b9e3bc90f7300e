import type { Request } from '../platform/web.ts'
import { type Display, langOf } from '../ui/index.ts'

/** Kept in cookies, so that it holds without a sign-in and on every page. */
export const DISPLAY_COOKIES = { lang: 'rb_lang', mode: 'rb_mode' } as const

/** `?lang=` in an address goes before the cookie, so that an English link stays English. */
export function displayOf(request: Request): Display {
  const asked = (request.query as Record<string, unknown> | undefined)?.['lang']
  return {
    lang: langOf(typeof asked === 'string' ? asked : request.cookies[DISPLAY_COOKIES.lang]),
    mode: request.cookies[DISPLAY_COOKIES.mode] === 'elder' ? 'elder' : 'standard',
  }
}

/** Path and query as asked for, without `lang`: changing the language must not be undone by the address. */
export function pathOf(request: Request): string {
  const url = new URL(request.url, 'http://here.invalid')
  url.searchParams.delete('lang')
  return url.pathname + url.search
}
