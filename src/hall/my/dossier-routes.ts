import { randomUUID } from 'node:crypto'
import { clocksOf, papersOf, possible, queryCode, withdraw } from '../../casework/index.ts'
import { SIGN_IN_NEEDED } from '../../identity/index.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ROUTES } from '../personal-routes.ts'
import { ownDossier } from '../uploads/target.ts'
import { News } from './dossier-page.tsx'
import { own, progress, showDossier } from './dossier-scene.ts'
import { notFound, seeOther, sendFragment, sendPage, viewOf } from './frame.tsx'
import { ReceiptPage, WithdrawalPage } from './small-pages.tsx'
import { actorOf, flashOf } from './told.ts'

type Params = { Params: { dossierId: string }; Querystring: { told?: string } }

const HIDE = { schema: { hide: true } }

/** One dossier for its applicant: page, live part, receipt, withdrawal. */
export function registerDossier(web: Web, deps: PersonalDeps): void {
  web.get<Params>(ROUTES.dossier, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    return mine
      ? showDossier(deps, reply, mine.view, mine.dossier, {
          flash: flashOf(request.query.told, mine.view.lang),
        })
      : reply
  })

  web.get<Params>(ROUTES.timeline, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    if (!session) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    const dossier = await ownDossier(deps, session.account, request.params.dossierId)
    if (!dossier) return notFound(reply)
    const view = viewOf(deps, request, session)
    const { steps, chip, turn } = await progress(deps, view, dossier)
    return sendFragment(reply, view.lang, News({ view, dossier, steps, chip, turn }))
  })

  web.get<Params>(ROUTES.receipt, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    const { view, dossier } = mine
    const clocks = clocksOf(dossier, view.now, deps.calendar)
    const receipt = (await papersOf(deps.db, dossier.dossierId)).find(
      (p) => p.kind === 'receipt' && p.forApplicant,
    )
    const page = ReceiptPage({
      view,
      dossier,
      queryCode: queryCode(deps.queryCodeKey, dossier.dossierId),
      acceptBy: dossier.status === 'received' ? clocks.governing.dueDay : null,
      receiptNo: receipt?.paperNo ?? null,
      fresh:
        view.now.getTime() - dossier.submittedAt.getTime() < 30 * 60_000 && dossier.status === 'received',
    })
    return sendPage(reply, page)
  })

  web.get<Params>(ROUTES.withdrawal, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    if (!possible(mine.dossier.status, 'withdraw'))
      return seeOther(reply, at('dossier', { dossierId: mine.dossier.dossierId }))
    return sendPage(reply, WithdrawalPage({ ...mine, actKey: randomUUID() }))
  })

  web.post<Params>(ROUTES.withdrawal, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    const { dossierId } = mine.dossier
    const body = (request.body ?? {}) as Record<string, unknown>
    const key = typeof body['key'] === 'string' && body['key'] ? body['key'].slice(0, 80) : randomUUID()
    const reason = typeof body['reason'] === 'string' ? body['reason'].trim().slice(0, 300) : ''
    const done = await withdraw(deps, actorOf(mine.view.account), dossierId, { key, reason }, mine.view.now)
    if (!done.ok)
      return showDossier(deps, reply.code(422), mine.view, mine.dossier, {
        flash: { kind: 'alarm', text: done.refusal.sentence },
      })
    return seeOther(reply, at('dossier', { dossierId }, { told: 'withdrawn' }))
  })
}
