import { join } from 'node:path'
import { handledAtCounter } from '../../casework/index.ts'
import { closedGuide, itemForGuide, uploadsOf } from '../../catalogue/index.ts'
import { SIGN_IN_NEEDED } from '../../identity/index.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { notFiledAgain } from '../../regulation/index.ts'
import { isOnline } from '../drafts/move.ts'
import { markSeen } from '../drafts/move-store.ts'
import { deleteDraft } from '../drafts/store.ts'
import { controlName, formAct } from '../form/answers.ts'
import { notFound, seeOther, sendPage, signedIn, viewOf } from '../my/frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ELSEWHERE, ROUTES } from '../personal-routes.ts'
import { wholeAnswersIn } from '../situations/answers.ts'
import { readForm } from '../uploads/multipart.ts'
import { fileControl } from '../uploads/rows.tsx'
import { targetOf } from '../uploads/target.ts'
import { savedText } from './draft-page.tsx'
import { notForYou } from './for-whom.ts'
import { AtCounterPage, DeletionPage, NotForYouPage } from './interludes.tsx'
import { registerApplyMaterials } from './material-routes.ts'
import { mayApply } from './may-apply.ts'
import { expired, registerParked } from './parked-routes.ts'
import { actOnMaterial, materialAct, saveAnswers, takeFiles } from './save.ts'
import { beginDraft, fetchKnown, sceneOf } from './scene.ts'
import { flashOf, HIDE, openScene, type Params, showDraft } from './shown.ts'
import { registerSubmission } from './submission-routes.ts'
import { judge } from './submit.ts'

/** Applying: from the first click on 在线办理 to the submission. Pages hold no rule; every one works without scripts. */
export function registerApply(web: Web, deps: PersonalDeps): void {
  const arrivals = join(deps.uploadsDir, 'arrivals')

  web.get<Params>(ROUTES.apply, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    if (!mayApply(who.session)) return seeOther(reply, ELSEWHERE.level(request.url))
    const item = await itemForGuide(deps.db, request.params.itemId)
    // Its guide tells why it is not offered now, and where to go instead.
    if (!item && (await closedGuide(deps.db, request.params.itemId)))
      return seeOther(reply, ELSEWHERE.guide(request.params.itemId))
    if (!item) return notFound(reply)
    // What the guide says is not done online cannot be begun online.
    if (!isOnline(item.content)) return seeOther(reply, ELSEWHERE.guide(item.itemId))
    const foreign = notForYou(item.content, who.view.account)
    if (foreign)
      return sendPage(
        reply,
        NotForYouPage({ view: who.view, refusal: foreign, guide: ELSEWHERE.guide(item.itemId) }),
        403,
      )
    const taken = await handledAtCounter(deps.db, who.view.account.accountId, item.itemId)
    const ruling = notFiledAgain({ alreadyHandledAtCounter: taken !== null })
    // Not asked twice for the same thing; who wants another one says so.
    if (taken && ruling.outcome === 'not-met' && request.query['another'] === undefined)
      return sendPage(
        reply,
        AtCounterPage({
          view: who.view,
          ruling,
          dossier: taken,
          itemId: item.itemId,
          name: item.content.name,
        }),
      )
    const situation = wholeAnswersIn(item.content, request.query)
    const draft = await beginDraft(deps, who.view.account, item.itemId, situation, who.view.now)
    if (!draft) return notFound(reply)
    const resumed = draft.revision > 1
    return seeOther(reply, at('draft', { draftId: draft.draftId }, resumed ? { told: 'resumed' } : {}))
  })

  web.get<Params>(ROUTES.draft, HIDE, async (request, reply) => {
    const opened = await openScene(deps, request, reply)
    if (!opened) return reply
    const { view, scene } = opened
    return showDraft(deps, reply, view, scene, { flash: flashOf(request.query.told, view.lang) })
  })

  web.post<Params>(ROUTES.draft, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    if (!session) return expired(arrivals, request, reply, request.params.draftId)
    const view = viewOf(deps, request, session)
    const before = await sceneOf(deps, session.account, request.params.draftId)
    if (!before) return notFound(reply)
    if (before.draft.submittedDossier)
      return seeOther(reply, at('dossier', { dossierId: before.draft.submittedDossier }))
    const materials = uploadsOf(before.item.content)
    const body = await readForm(request, arrivals, (name) => {
      const material = materials.find((m) => fileControl(m.key) === name)
      return material ? material.maxMegabytes * 1_000_000 : 0
    })
    try {
      const { draftId } = before.draft
      await saveAnswers(deps, session.account, before, body.fields, view.now)
      if (!mayApply(session)) return seeOther(reply, ELSEWHERE.level(at('draft', { draftId })))
      const keys = materials.map((m) => m.key)
      const failed = await takeFiles(deps, session.account, { draftId }, keys, body, view.now)
      const pressed = materialAct(body.fields['do'])
      if (pressed) {
        const target = await targetOf(deps, session.account, { draftId, materialKey: pressed.key })
        if (target) await actOnMaterial(deps, session.account, target, pressed.act, view.now)
      }
      const scene = await sceneOf(deps, session.account, draftId)
      if (!scene) return notFound(reply)
      if (Object.keys(failed).length > 0 && body.fields['do'] !== 'review')
        return showDraft(deps, reply, view, scene, { failed })
      if (pressed) return seeOther(reply, `${at('draft', { draftId })}#${fileControl(pressed.key)}-row`)
      const reshaped = formAct(scene.form, body.fields['do'])
      if (reshaped) return seeOther(reply, `${at('draft', { draftId })}#${controlName(reshaped.key)}`)
      if (body.fields['do'] === 'later') return seeOther(reply, at('my', {}, { told: 'saved' }))
      const known = await fetchKnown(deps, session.account, scene, view.now)
      const open = judge(scene.item, known.scene.draft, known.scene.materials, {
        now: view.now,
        areas: scene.areas,
      })
      if (open.errors.length + open.missing.length + Object.keys(failed).length > 0)
        return showDraft(deps, reply, view, known.scene, { open, failed })
      return seeOther(reply, at('review', { draftId }))
    } finally {
      await body.clear()
    }
  })

  web.post<Params>(ROUTES.autosave, HIDE, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const session = await deps.identity.hallSession(request)
    if (!session) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    const scene = await sceneOf(deps, session.account, request.params.draftId)
    const view = viewOf(deps, request, session)
    const savedAt =
      scene &&
      (await saveAnswers(
        deps,
        session.account,
        scene,
        (request.body ?? {}) as Record<string, unknown>,
        view.now,
      ))
    if (!scene || !savedAt)
      return sendRefusal(reply, {
        name: 'not-found',
        sentence: '这份草稿已经提交或者删除，没有再保存。请刷新页面。',
        english: 'This draft was submitted or deleted; nothing was saved. Please reload.',
      })
    return { saved: savedText(savedAt, view), version: scene.draft.revision + 1 }
  })

  web.post<Params>(ROUTES.draftVersion, HIDE, async (request, reply) => {
    const opened = await openScene(deps, request, reply)
    if (!opened) return reply
    const { accountId, draftId } = opened.scene.draft
    await markSeen(deps.db, accountId, draftId)
    return seeOther(reply, at('draft', { draftId }))
  })

  web.get<Params>(ROUTES.draftDeletion, HIDE, async (request, reply) => {
    const opened = await openScene(deps, request, reply)
    return opened ? sendPage(reply, DeletionPage(opened)) : reply
  })

  web.post<Params>(ROUTES.draftDeletion, HIDE, async (request, reply) => {
    const opened = await openScene(deps, request, reply)
    if (!opened) return reply
    await deleteDraft(deps, opened.view.account.accountId, opened.scene.draft.draftId)
    return seeOther(reply, at('my', {}, { told: 'draft-deleted' }))
  })

  registerApplyMaterials(web, deps)
  registerSubmission(web, deps)
  registerParked(web, deps)
}
