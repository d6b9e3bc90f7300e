import { createElement, type ReactElement } from 'react'
import { z } from 'zod'
import { closedGuide, guideOrigin, itemForGuide, listCentres } from '../../catalogue/index.ts'
import type { Reply, Request, Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { renderFragment } from '../../ui/index.ts'
import { displayOf } from '../display.ts'
import { sendPage } from '../page-frame.tsx'
import type { PublicDeps } from '../public/deps.ts'
import { COUNTER, type Narrowed } from './addresses.ts'
import { CentresPage } from './centres-page.tsx'
import { openLines } from './events.ts'
import { CounterGuidePage, CounterPrintPage, GuideNow, type GuideOnScreen } from './guide-page.tsx'
import { ListNow, ListPage } from './list-page.tsx'
import { createCentreLists, narrow } from './lists.ts'

interface At {
  Params: { centre: string }
  Querystring: Record<string, unknown>
}
interface AtItem {
  Params: { centre: string; id: string }
}

const hidden = { schema: { hide: true } }

/**
 * GET /counter, /counter/:centre?q=&organ=&window=, /counter/:centre/items/:id: the screens at the windows (窗口屏) of the service
 * centres. They show what the public pages show, out of the same version (Art. 3.1(2)), and renew themselves when another one
 * comes into force.
 */
export function registerCounter(web: Web, { db, clock, live, publicUrl }: PublicDeps): void {
  const lists = createCentreLists(db)
  const lines = openLines(web)
  const ofItem = (streamId: string) => streamId === '*' || streamId.startsWith('item:')
  const stop = live.subscribeAll((streamId) => {
    if (ofItem(streamId)) lists.forget()
  })
  web.addHook('onClose', async () => stop())

  const onScreen = async ({ params }: Request<AtItem>): Promise<GuideOnScreen | null> => {
    const list = await lists.read(params.centre)
    if (list === null || !z.uuid().safeParse(params.id).success) return null
    const item = await itemForGuide(db, params.id)
    const closed = item === null ? await closedGuide(db, params.id) : null
    const guide = item
      ? { item, origin: await guideOrigin(db, item.itemId), closed: null }
      : closed && { item: null, closed }
    // Each screen shows the items of its own centre only.
    const place = (item ?? closed?.item)?.content.place
    if (!guide || place?.centreId !== params.centre) return null
    return { guide, centre: list.centre, today: dayOf(clock.now()), publicUrl }
  }

  web.get(COUNTER.centres, hidden, async (request, reply) =>
    sendPage(
      reply,
      createElement(CentresPage, { centres: await listCentres(db), display: displayOf(request) }),
    ),
  )

  web.get<At>('/counter/:centre', hidden, async (request, reply) => {
    const list = await lists.read(request.params.centre)
    if (list === null) return reply.callNotFound()
    const asked = narrowedFrom(request.query)
    const shown = await narrow(db, list, asked)
    return sendPage(reply, createElement(ListPage, { list, shown, asked, display: displayOf(request) }))
  })
  web.get<At>('/counter/:centre/now', hidden, async (request, reply) => {
    const list = await lists.read(request.params.centre)
    if (list === null) return reply.callNotFound()
    const asked = narrowedFrom(request.query)
    const shown = await narrow(db, list, asked)
    const { lang } = displayOf(request)
    return sendPart(reply, request, createElement(ListNow, { list, shown, asked, lang }))
  })
  web.get<At>('/counter/:centre/events', hidden, async (request, reply) => {
    if ((await lists.read(request.params.centre)) === null) return reply.callNotFound()
    lines.open(request, reply, (tell) => live.subscribeAll((streamId) => ofItem(streamId) && tell()))
  })

  web.get<AtItem>('/counter/:centre/items/:id', hidden, async (request, reply) => {
    const found = await onScreen(request)
    if (found === null) return reply.callNotFound()
    return sendPage(reply, createElement(CounterGuidePage, { ...found, display: displayOf(request) }))
  })
  web.get<AtItem>('/counter/:centre/items/:id/print', hidden, async (request, reply) => {
    const found = await onScreen(request)
    const item = found?.guide.item
    if (!found || !item) return reply.callNotFound()
    const page = { item, centre: found.centre, display: displayOf(request) }
    return sendPage(reply, createElement(CounterPrintPage, page))
  })
  web.get<AtItem>('/counter/:centre/items/:id/now', hidden, async (request, reply) => {
    const found = await onScreen(request)
    if (found === null) return reply.callNotFound()
    const { lang } = displayOf(request)
    return sendPart(reply, request, createElement(GuideNow, { ...found, lang }))
  })
  web.get<AtItem>('/counter/:centre/items/:id/events', hidden, async (request, reply) => {
    const found = await onScreen(request)
    if (found === null) return reply.callNotFound()
    const { itemId } = found.guide.item ?? found.guide.closed.item
    const mine = `item:${itemId}`
    lines.open(request, reply, (tell) =>
      live.subscribeAll((streamId) => (streamId === '*' || streamId === mine) && tell()),
    )
  })
}

const words = z.string().max(100).optional().catch(undefined)
const narrowed = z.object({ q: words, organ: words, window: words })

const narrowedFrom = (query: unknown): Narrowed => narrowed.parse(query)

const sendPart = (reply: Reply, request: Request, part: ReactElement): Reply =>
  reply
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderFragment(displayOf(request).lang, part))
