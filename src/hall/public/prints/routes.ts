import { createElement } from 'react'
import { z } from 'zod'
import { closedGuide, type ItemVersion, itemForGuide, printedVersion } from '../../../catalogue/index.ts'
import { renderGuideSheet } from '../../../documents/index.ts'
import type { Web } from '../../../platform/web.ts'
import type { Lang } from '../../../ui/index.ts'
import { displayOf } from '../../display.ts'
import { sendPage } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import type { PublicDeps } from '../deps.ts'
import { PrintPage } from './print-page.tsx'
import { guideSheet } from './sheet.ts'

/** A version never changes, so neither does its print; the newest few hundred are kept, at some 60 kB each. */
const KEPT = 300

/**
 * GET /items/:id/guide.pdf: the guide of the version in force for the printer at the counter (Art. 3.1(2)), in the hall's
 * language. Its QR code leads to `/g/:id/:version`, which tells whether that print still holds.
 */
export function registerPrints(web: Web, deps: PublicDeps): void {
  const { db } = deps
  const kept = new Map<string, Promise<Buffer>>()

  const print = (item: ItemVersion, lang: Lang): Promise<Buffer> => {
    const key = `${item.itemId}@${item.version} ${lang}`
    const known = kept.get(key)
    if (known !== undefined) return known
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
    const qrUrl = new URL(PUBLIC.printed(item.itemId, item.version), deps.publicUrl).href
    const made = renderGuideSheet(guideSheet(item, lang, qrUrl))
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }

  web.get<{ Params: { id: string } }>(
    '/items/:id/guide.pdf',
    { schema: { hide: true } },
    async (request, reply) => {
      const item = await itemForGuide(db, request.params.id)
      if (item === null) return reply.callNotFound()
      const { lang } = displayOf(request)
      const etag = `"${item.itemId}-${item.version}-${lang}"`
      reply
        .header('etag', etag)
        .header('vary', 'cookie')
        .header('cache-control', 'public, max-age=0, must-revalidate')
      if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
      const name = encodeURIComponent(`${item.content.name} 办事指南 第${item.version}版.pdf`)
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename*=UTF-8''${name}`)
        .send(await print(item, lang))
    },
  )

  web.get<{ Params: { id: string; version: string } }>(
    '/g/:id/:version',
    { schema: { hide: true } },
    async (request, reply) => {
      const asked = PRINTED.safeParse(request.params)
      const printed = asked.success && (await printedVersion(db, asked.data.id, asked.data.version))
      if (!printed) return reply.callNotFound()
      const { itemId } = printed.item
      const current = await itemForGuide(db, itemId)
      const closed = current === null ? await closedGuide(db, itemId) : null
      if (current?.version === printed.item.version) return reply.redirect(PUBLIC.item(itemId), 302)
      const display = displayOf(request)
      return sendPage(reply, createElement(PrintPage, { printed, current, closed, display }))
    },
  )
}

const PRINTED = z.object({ id: z.uuid(), version: z.coerce.number().int().min(1).max(1_000_000) })
