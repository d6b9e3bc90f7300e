import type { HallSession } from '../../identity/index.ts'
import type { Reply, Request, Web } from '../../platform/web.ts'
import { displayOf } from '../display.ts'
import { park, unpark } from '../drafts/parked.ts'
import { notFound, seeOther, sendPage } from '../my/frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ROUTES } from '../personal-routes.ts'
import { readForm } from '../uploads/multipart.ts'
import { ExpiredPage } from './interludes.tsx'
import { saveAnswers } from './save.ts'
import { sceneOf } from './scene.ts'
import { HIDE, openScene, type Params } from './shown.ts'

const PARKED = 'rb_parked'

/** Nobody is signed in any more: nothing can be saved, so everything that was typed goes back to the browser. */
export async function expired(
  arrivals: string,
  request: Request,
  reply: Reply,
  draftId: string,
): Promise<Reply> {
  const chosen: string[] = []
  const body = await readForm(
    request,
    arrivals,
    () => 0,
    (name) => chosen.push(name),
  )
  const page = ExpiredPage({ display: displayOf(request), draftId, fields: body.fields, files: chosen })
  return sendPage(reply, page, 401)
}

/** What was typed when the session had ended, kept sealed until its owner has signed in again. */
export function registerParked(web: Web, deps: PersonalDeps): void {
  web.post<Params>(ROUTES.parked, HIDE, async (request, reply) => {
    const { draftId } = request.params
    const now = deps.clock.now()
    const fields = (request.body ?? {}) as Record<string, unknown>
    const session: HallSession | null = await deps.identity.hallSession(request)
    if (session) {
      const scene = await sceneOf(deps, session.account, draftId)
      if (!scene) return notFound(reply)
      await saveAnswers(deps, session.account, scene, fields, now)
      return seeOther(reply, at('draft', { draftId }, { told: 'restored' }))
    }
    const token = await park(deps.db, deps.identity.vault, draftId, fields, now)
    if (token === null) return seeOther(reply, `/sign-in?to=${encodeURIComponent(at('draft', { draftId }))}`)
    const secure = deps.publicUrl.startsWith('https:')
    reply.setCookie(PARKED, token, {
      path: at('draft', { draftId }),
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: 86_400,
    })
    return seeOther(reply, `/sign-in?to=${encodeURIComponent(at('parked', { draftId }))}`)
  })

  web.get<Params>(ROUTES.parked, HIDE, async (request, reply) => {
    const opened = await openScene(deps, request, reply)
    if (!opened) return reply
    const { draft } = opened.scene
    const token = request.cookies[PARKED]
    const fields = token ? await unpark(deps.db, deps.identity.vault, draft.draftId, token) : null
    if (fields) await saveAnswers(deps, opened.view.account, opened.scene, fields, opened.view.now)
    reply.clearCookie(PARKED, { path: at('draft', { draftId: draft.draftId }) })
    return seeOther(reply, at('draft', { draftId: draft.draftId }, fields ? { told: 'restored' } : {}))
  })
}
