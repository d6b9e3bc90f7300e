import { createElement } from 'react'
import { type ClosedGuide, closedGuide, guideOrigin, itemForGuide } from '../../../catalogue/index.ts'
import { publicAnswersOf } from '../../../feedback/index.ts'
import type { Reply, Request, Web } from '../../../platform/web.ts'
import { dayOf } from '../../../regulation/index.ts'
import { type Display, renderPage } from '../../../ui/index.ts'
import { displayOf } from '../../display.ts'
import type { PublicDeps } from '../deps.ts'
import { ClosedGuidePage } from './closed-page.tsx'
import { GuidePage } from './page.tsx'
import { createReadyPages, type ReadyPage, TRUSTED_MS } from './ready.ts'

const VARIANTS: Record<string, Display> = {
  zh: { lang: 'zh', mode: 'standard' },
  en: { lang: 'en', mode: 'standard' },
  'zh-elder': { lang: 'zh', mode: 'elder' },
  'en-elder': { lang: 'en', mode: 'elder' },
}

const variantOf = ({ lang, mode }: Display): string => (mode === 'elder' ? `${lang}-elder` : lang)

/**
 * GET /items/:id, by item id or implementation code. On a hit neither the database nor the session is asked: the page is
 * the same for everybody and leaves memory as it was compressed.
 */
export function registerGuide(web: Web, { db, clock, live }: PublicDeps): void {
  const ready = createReadyPages(async (key, variant) => {
    const item = await itemForGuide(db, key)
    const display = VARIANTS[variant]!
    if (item === null) return closedPage(await closedGuide(db, key), display)
    const origin = await guideOrigin(db, item.itemId)
    const answers = await publicAnswersOf(db, item.itemId)
    const page = createElement(GuidePage, { item, origin, answers, display, today: dayOf(clock.now()) })
    return { itemId: item.itemId, status: 200, html: renderPage(page) }
  })
  const stop = live.subscribeAll((streamId) => {
    if (streamId === '*') ready.forget(null)
    else if (/^(item|answers):/.test(streamId)) ready.forget(streamId.slice(streamId.indexOf(':') + 1))
  })
  web.addHook('onClose', async () => stop())

  web.get<{ Params: { id: string } }>('/items/:id', { schema: { hide: true } }, (request, reply) => {
    const variant = variantOf(displayOf(request))
    const { id } = request.params
    const now = clock.now()
    const kept = ready.kept(id, variant)
    if (kept) {
      if (now.getTime() - kept.madeAt.getTime() > TRUSTED_MS) {
        kept.madeAt = now
        ready.make(id, variant, now).catch((error) => request.log.error(error))
      }
      return sendReady(request, reply, kept)
    }
    ready.make(id, variant, now).then(
      (page) => (page ? sendReady(request, reply, page) : reply.callNotFound()),
      (error) => reply.send(error),
    )
  })
}

/** What was ended is gone for good; what is suspended comes back, and what was handed down leads on to the districts. */
function closedPage(guide: ClosedGuide | null, display: Display) {
  if (guide === null) return null
  const html = renderPage(createElement(ClosedGuidePage, { guide, display }))
  return { itemId: guide.item.itemId, status: guide.life === 'cancelled' ? 410 : 200, html }
}

function sendReady(request: Request, reply: Reply, page: ReadyPage): void {
  reply
    .header('cache-control', 'public, max-age=0, must-revalidate')
    .header('vary', 'accept-encoding, cookie')
    .header('etag', page.etag)
  const known = request.headers['if-none-match']
  if (known !== undefined && (known === '*' || known.includes(page.etag))) {
    reply.code(304).send()
    return
  }
  reply.code(page.status).type('text/html; charset=utf-8')
  const accepted = request.headers['accept-encoding'] ?? ''
  if (/\bbr\b/.test(accepted)) reply.header('content-encoding', 'br').send(page.br)
  else if (/\bgzip\b/.test(accepted)) reply.header('content-encoding', 'gzip').send(page.gzip)
  else reply.send(page.identity)
}
