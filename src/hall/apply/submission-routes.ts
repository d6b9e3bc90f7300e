import type { Web } from '../../platform/web.ts'
import type { Delivery } from '../drafts/draft.ts'
import { notFound, seeOther, viewOf } from '../my/frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ELSEWHERE, ROUTES } from '../personal-routes.ts'
import { mayApply } from './may-apply.ts'
import { PAGE_VERSION } from './save.ts'
import { fetchKnown, sceneOf } from './scene.ts'
import { flashOf, HIDE, openScene, type Params, showDraft, showReview } from './shown.ts'
import { handIn, judge, type Open } from './submit.ts'

/** The last two steps: everything once more on a page, and handing it in. */
export function registerSubmission(web: Web, deps: PersonalDeps): void {
  web.get<Params>(ROUTES.review, HIDE, async (request, reply) => {
    const opened = await openScene(deps, request, reply)
    if (!opened) return reply
    const { view } = opened
    const { scene } = await fetchKnown(deps, view.account, opened.scene, view.now)
    const open = judge(scene.item, scene.draft, scene.materials, { now: view.now, areas: scene.areas })
    if (open.errors.length + open.missing.length > 0 || scene.closed)
      return showDraft(deps, reply, view, scene, { open })
    return showReview(deps, reply, view, scene, { flash: flashOf(request.query.told, view.lang) })
  })

  web.post<Params>(ROUTES.submission, HIDE, async (request, reply) => {
    const { draftId } = request.params
    const session = await deps.identity.hallSession(request)
    if (!session) return seeOther(reply, `/sign-in?to=${encodeURIComponent(at('review', { draftId }))}`)
    if (!mayApply(session)) return seeOther(reply, ELSEWHERE.level(at('review', { draftId })))
    const body = (request.body ?? {}) as Record<string, unknown>
    const declared = body['declared'] === 'yes'
    const consented = body['consented'] === 'yes'
    const delivery = deliveryOf(body['delivery'])
    const now = deps.clock.now()
    const channel = /Mobi/.test(request.headers['user-agent'] ?? '') ? 'mobile' : 'web'
    const handed = await handIn(
      deps,
      session.account,
      {
        draftId,
        declaredTrue: declared,
        consented,
        delivery: { method: delivery },
        channel,
        version: Number(body[PAGE_VERSION]) || null,
      },
      now,
    )
    if (handed.ok) return seeOther(reply, at('receipt', { dossierId: handed.value.dossierId }))
    const { refusal } = handed
    const found = await sceneOf(deps, session.account, draftId)
    if (!found || refusal.name === 'not-found') return notFound(reply)
    const view = viewOf(deps, request, session)
    const { scene } = await fetchKnown(deps, session.account, found, view.now)
    if (refusal.field) {
      const sentence = view.lang === 'zh' ? refusal.sentence : (refusal.english ?? refusal.sentence)
      return showReview(deps, reply, view, scene, {
        fault: { field: refusal.field, sentence },
        given: { declared, consented, delivery },
      })
    }
    // The scene has followed the guide by now: what it asks for is shown, and nothing is refused for being late.
    if (refusal.name === 'guide-changed')
      return seeOther(reply, at(scene.notes.length > 0 ? 'draft' : 'review', { draftId }, { told: 'moved' }))
    if (refusal.name === 'not-whole')
      return showDraft(deps, reply.code(422), view, scene, { open: refusal.detail as Open })
    const text = view.lang === 'zh' ? refusal.sentence : (refusal.english ?? refusal.sentence)
    return showDraft(deps, reply.code(422), view, scene, { flash: { text } })
  })
}

const deliveryOf = (chosen: unknown): Delivery['method'] =>
  chosen === 'post' || chosen === 'window' ? chosen : 'electronic'
