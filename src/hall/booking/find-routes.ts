import { createElement } from 'react'
import { bookableItem, openBookingsOf } from '../../appointments/index.ts'
import { type ItemVersion, search } from '../../catalogue/index.ts'
import type { Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { frameOf, sendPage } from '../page-frame.tsx'
import { ROUTES } from '../personal-routes.ts'
import type { PublicDeps } from '../public/deps.ts'
import type { createOverview } from '../public/overview.ts'
import { FindPage, type FoundItem } from './find-page.tsx'
import { nameIn } from './words.ts'

const MOST_FOUND = 10

/** GET /booking?q=: what one comes for, out of everything that is offered. */
export function registerBookingFind(
  web: Web,
  deps: PublicDeps,
  overview: ReturnType<typeof createOverview>,
): void {
  web.get<{ Querystring: Record<string, unknown> }>(
    ROUTES.booking,
    { schema: { hide: true } },
    async (request, reply) => {
      const frame = frameOf(request, await deps.identity.hallSession(request))
      const { lang } = frame.display
      const typed = request.query['q']
      const q = typeof typed === 'string' ? typed.trim().slice(0, 60) : ''
      const known = await overview.read()
      const found: FoundItem[] = []
      const hits = q === '' ? [] : (await search(deps.db, { q }, known.census)).hits.slice(0, MOST_FOUND)
      for (const { itemId, organName, name } of hits) {
        const result = await bookableItem(deps.db, itemId)
        const item = result.ok
          ? result.value.item
          : (result.refusal.detail as { item?: ItemVersion } | undefined)?.item
        const no = result.ok
          ? ''
          : lang === 'zh'
            ? result.refusal.sentence
            : (result.refusal.english ?? result.refusal.sentence)
        const place = item?.content.place?.name ?? ''
        found.push({ itemId, organName, name: item ? nameIn(item.content, lang) : name, place, no })
      }
      const { session } = frame
      const own = session ? await openBookingsOf(deps.db, session.account.accountId) : []
      const today = dayOf(deps.clock.now())
      return sendPage(reply, createElement(FindPage, { frame, today, q, found, own }))
    },
  )
}
