import { possible } from '../../casework/index.ts'
import { rate, ratingOf } from '../../feedback/index.ts'
import type { Web } from '../../platform/web.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ROUTES } from '../personal-routes.ts'
import { own } from './dossier-scene.ts'
import { notFound, seeOther, sendPage } from './frame.tsx'
import { RatingPage } from './small-pages.tsx'
import { actorOf } from './told.ts'

type Params = { Params: { dossierId: string } }

const HIDE = { schema: { hide: true } }

/** 评价 of an own, finished dossier. */
export function registerRating(web: Web, deps: PersonalDeps): void {
  web.get<Params>(ROUTES.rating, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    const { view, dossier } = mine
    if (!possible(dossier.status, 'rate'))
      return seeOther(reply, at('dossier', { dossierId: dossier.dossierId }))
    const rated = (await ratingOf(deps.db, dossier.accountId, dossier.dossierId)) !== null
    return sendPage(
      reply,
      RatingPage({ view, dossier, rated, given: { grade: null, reasons: [], reason: '' }, fault: null }),
    )
  })

  web.post<Params>(ROUTES.rating, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    const { view, dossier } = mine
    const body = (request.body ?? {}) as Record<string, unknown>
    const given = {
      grade:
        typeof body['grade'] === 'string' && /^[1-4]$/.test(body['grade']) ? Number(body['grade']) : null,
      reasons: [body['reasons'] ?? []].flat().map(String),
      reason: typeof body['reason'] === 'string' ? body['reason'] : '',
    }
    const rated = await rate(
      deps,
      actorOf(view.account),
      dossier.dossierId,
      { ...given, channel: 'web' },
      view.now,
    )
    if (rated.ok) return seeOther(reply, at('dossier', { dossierId: dossier.dossierId }, { told: 'rated' }))
    const { refusal } = rated
    if (refusal.name === 'not-found') return notFound(reply)
    const sentence = view.lang === 'zh' ? refusal.sentence : (refusal.english ?? refusal.sentence)
    const fault = refusal.field ? { field: refusal.field, sentence } : null
    return sendPage(reply, RatingPage({ view, dossier, rated: fault === null, given, fault }), 422)
  })
}
