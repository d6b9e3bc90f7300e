/** Every address of the hall's public pages, in one place. */
import { createElement } from 'react'
import type { Request, Web } from '../platform/web.ts'
import { asset } from '../ui/index.ts'
import { DISPLAY_COOKIES, elements, frameOf, sendPage } from './page-frame.tsx'
import type { PublicDeps } from './public/deps.ts'
import { registerGuide } from './public/guide/routes.ts'
import { HomePage } from './public/home.tsx'
import { createOverview } from './public/overview.ts'

export { type Display, displayOf } from './page-frame.tsx'
export type { PublicDeps } from './public/deps.ts'
export { errorPage } from './public/error-page.tsx'

const hidden = { schema: { hide: true } }
const FOR_EVER = 'public, max-age=31536000, immutable'

export function registerHallPublic(web: Web, deps: PublicDeps): void {
  const { db, identity, live } = deps
  const frame = async (request: Request) => frameOf(request, await identity.hallSession(request))
  const overview = createOverview(db)
  const stop = live.subscribeAll((streamId) => {
    if (streamId === '*' || streamId.startsWith('item:')) overview.forget()
  })
  web.addHook('onClose', async () => stop())

  web.get('/', hidden, async (request, reply) =>
    sendPage(
      reply,
      createElement(HomePage, { frame: await frame(request), overview: await overview.read() }),
    ),
  )
  registerGuide(web, deps)
  registerDisplay(web)
  registerAssets(web)
}

/** GET /display?mode=elder|standard&lang=zh|en&to=: keeps how this browser wants its pages, and returns. */
function registerDisplay(web: Web): void {
  web.get<{ Querystring: Record<string, string | undefined> }>('/display', hidden, async (request, reply) => {
    const { mode, lang, to } = request.query
    const cookie = { path: '/', sameSite: 'lax' as const, httpOnly: true, maxAge: 365 * 24 * 3600 }
    if (lang === 'zh' || lang === 'en') reply.setCookie(DISPLAY_COOKIES.lang, lang, cookie)
    if (mode === 'elder' || mode === 'standard') reply.setCookie(DISPLAY_COOKIES.mode, mode, cookie)
    return reply.header('cache-control', 'no-store').redirect(localPath(to), 303)
  })
}

const NOWHERE = 'http://here.invalid'

/** Only ever a path of our own: browsers read a backslash as a slash, so we parse as they do and look at what remains. */
function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, NOWHERE)) return '/'
  const url = new URL(wanted, NOWHERE)
  return url.origin === NOWHERE && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/'
}

/** What the pages load. Addresses carry the hash of the content, so a browser need never ask again. */
function registerAssets(web: Web): void {
  web.get<{ Params: { '*': string } }>('/assets/*', hidden, async (request, reply) => {
    const name = request.params['*']
    const found = name === 'elements.js' ? elements : asset(name)
    if (!found) return reply.callNotFound()
    return reply.header('cache-control', FOR_EVER).type(found.type).send(found.body)
  })
}
