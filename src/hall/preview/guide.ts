import { createElement } from 'react'
import { deskItem, guideOrigin } from '../../catalogue/index.ts'
import type { Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { langOf } from '../../ui/index.ts'
import { isUuid } from '../drafts/store.ts'
import { notFound, sendPage } from '../my/frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { GuidePage } from '../public/guide/page.tsx'

/**
 * GET /desk-preview/items/:id/guide?lang=: the guide of the newest version (a draft before the published one) as the public will read it:
 * for the clerk who writes it and for those who sign it. Who may read the item at the desk may see it.
 */
export function registerGuidePreview(web: Web, deps: PersonalDeps): void {
  web.get<{ Params: { id: string }; Querystring: { lang?: string } }>(
    '/desk-preview/items/:id/guide',
    { schema: { hide: true } },
    async (request, reply) => {
      const { id } = request.params
      const session = isUuid(id) ? await deps.identity.deskSession(request) : null
      const found = session && (await deskItem(deps.db, session.staff, id))
      const version = found?.draft ?? found?.published
      if (!version) return notFound(reply)
      const page = createElement(GuidePage, {
        item: version,
        origin: await guideOrigin(deps.db, id),
        display: { lang: langOf(request.query.lang), mode: 'standard' },
        today: dayOf(deps.clock.now()),
        preview: true,
      })
      return sendPage(reply, page)
    },
  )
}
