import { join } from 'node:path'
import { handledAtCounter } from '../../casework/index.ts'
import { closedGuide, itemForGuide, uploadsOf } from '../../catalogue/index.ts'
import type { StoredFile } from '../../documents/index.ts'
import { type HallSession, SIGN_IN_NEEDED } from '../../identity/index.ts'
import { type Reply, type Request, sendRefusal, type Web } from '../../platform/web.ts'
import { notFiledAgain } from '../../regulation/index.ts'
import type { FlashProps, Lang } from '../../ui/index.ts'
import { displayOf } from '../display.ts'
import type { Delivery, GivenMaterial } from '../drafts/draft.ts'
import { isOnline } from '../drafts/move.ts'
import { markSeen } from '../drafts/move-store.ts'
import { park, unpark } from '../drafts/parked.ts'
import { deleteDraft } from '../drafts/store.ts'
import { controlName, formAct } from '../form/answers.ts'
import { effectiveAnswers } from '../form/facts.ts'
import { notFound, seeOther, sendFragment, sendPage, signedIn, type View, viewOf } from '../my/frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ELSEWHERE, ROUTES } from '../personal-routes.ts'
import { wholeAnswersIn } from '../situations/answers.ts'
import { readForm } from '../uploads/multipart.ts'
import { type FailedFile, fileControl, MaterialRow } from '../uploads/rows.tsx'
import { targetOf } from '../uploads/target.ts'
import { DraftPage, savedText } from './draft-page.tsx'
import { notForYou } from './for-whom.ts'
import { AtCounterPage, DeletionPage, ExpiredPage, NotForYouPage } from './interludes.tsx'
import { LEVEL_NEEDED, mayApply } from './may-apply.ts'
import { ReviewPage } from './review-page.tsx'
import { actOnMaterial, materialAct, PAGE_VERSION, saveAnswers, takeFiles } from './save.ts'
import { beginDraft, fetchKnown, type Scene, sceneOf } from './scene.ts'
import { handIn, judge, type Open } from './submit.ts'
import { whatNext } from './what-next.ts'

type Params = {
  Params: { draftId: string; key: string; itemId: string }
  Querystring: { told?: string } & Record<string, unknown>
}

const HIDE = { schema: { hide: true } }
const NOTHING_OPEN: Open = { errors: [], missing: [] }
const PARKED = 'rb_parked'

const TOLD: Record<string, Record<Lang, string>> = {
  restored: { zh: '登录前填的内容找回来了', en: 'What you typed before signing in is back' },
  moved: {
    zh: '办事指南刚刚更新，填的都在，请再看一遍',
    en: 'The guide has just changed; everything is kept, please look once more',
  },
  resumed: { zh: '接着上次的草稿填', en: 'You go on with your draft' },
}

const flashOf = (told: string | undefined, lang: Lang): FlashProps | undefined => {
  const text = told && Object.hasOwn(TOLD, told) ? TOLD[told] : undefined
  return text && { text: text[lang] }
}

/** Applying: from the first click on 在线办理 to the submission. Pages hold no rule; every one works without scripts. */
export function registerApply(web: Web, deps: PersonalDeps): void {
  const arrivals = join(deps.uploadsDir, 'arrivals')

  async function filesOf(materials: GivenMaterial[]): Promise<Map<string, StoredFile>> {
    const ids = materials.flatMap((m) => m.fileId ?? [])
    const files = ids.length > 0 ? await deps.documents.files.findAll(ids) : []
    return new Map(files.map((f) => [f.fileId, f]))
  }

  async function showDraft(
    reply: Reply,
    view: View,
    found: Scene,
    more: { open?: Open; failed?: Record<string, FailedFile>; flash?: FlashProps | undefined } = {},
  ): Promise<Reply> {
    const { scene, held } = await fetchKnown(deps, view.account, found, view.now)
    const { open = NOTHING_OPEN, failed = {}, flash } = more
    const wrong = open.errors.length + open.missing.length + Object.keys(failed).length > 0
    const files = await filesOf(scene.materials)
    return sendPage(
      reply,
      DraftPage({ view, scene, held, files, open, failed, flash }),
      wrong ? 422 : undefined,
    )
  }

  async function showReview(
    reply: Reply,
    view: View,
    scene: Scene,
    more: Partial<Parameters<typeof ReviewPage>[0]> = {},
  ): Promise<Reply> {
    const values = effectiveAnswers(scene.form, scene.draft.answers, scene.draft.known)
    const judged = judge(scene.item, scene.draft, scene.materials, { now: view.now, areas: scene.areas })
    const page = ReviewPage({
      view,
      scene,
      values: { ...values, ...judged.values },
      files: await filesOf(scene.materials),
      next: whatNext(scene.item.content, view.now, deps.calendar),
      phoneMasked: view.account.phoneMasked,
      ...more,
    })
    return sendPage(reply, page, more.fault ? 422 : undefined)
  }

  /** The scene of an own, open draft; answers by itself when there is none. */
  async function openScene(request: Request<Params>, reply: Reply) {
    const who = await signedIn(deps, request, reply)
    if (!who) return null
    const scene = await sceneOf(deps, who.view.account, request.params.draftId)
    if (!scene) {
      notFound(reply)
      return null
    }
    if (scene.draft.submittedDossier) {
      await seeOther(reply, at('dossier', { dossierId: scene.draft.submittedDossier }))
      return null
    }
    if (!mayApply(who.session)) {
      const to = request.method === 'GET' ? request.url : at('draft', { draftId: scene.draft.draftId })
      await seeOther(reply, ELSEWHERE.level(to))
      return null
    }
    return { ...who, scene }
  }

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
    const opened = await openScene(request, reply)
    if (!opened) return reply
    const { view, scene } = opened
    return showDraft(reply, view, scene, { flash: flashOf(request.query.told, view.lang) })
  })

  web.post<Params>(ROUTES.draft, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    if (!session) return expired(request, reply, request.params.draftId)
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
        return showDraft(reply, view, scene, { failed })
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
        return showDraft(reply, view, known.scene, { open, failed })
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

  web.get<Params>(ROUTES.materialRow, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    if (!session) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    if (!mayApply(session)) return sendRefusal(reply, LEVEL_NEEDED)
    const found = await sceneOf(deps, session.account, request.params.draftId)
    const material = found && uploadsOf(found.item.content).find((m) => m.key === request.params.key)
    if (!found || !material) return notFound(reply)
    const view = viewOf(deps, request, session)
    const { scene, held } = await fetchKnown(deps, session.account, found, view.now)
    const given = scene.materials.find((m) => m.materialKey === material.key)
    const files = await filesOf(given ? [given] : [])
    const row = MaterialRow({
      lang: view.lang,
      material,
      given,
      file: given?.fileId ? files.get(given.fileId) : undefined,
      licenceHeld: held.licences.some((l) => l.kind === material.licenceKind),
      to: { draftId: scene.draft.draftId },
      today: view.today,
    })
    return sendFragment(reply, view.lang, row)
  })

  web.get<Params>(ROUTES.materialLicence, HIDE, async (request, reply) => {
    const opened = await openScene(request, reply)
    if (!opened) return reply
    const given = opened.scene.materials.find((m) => m.materialKey === request.params.key)
    const identifier = given?.licence?.['identifier']
    if (typeof identifier !== 'string') return notFound(reply)
    const answer = await deps.licencePlatform.file(
      identifier,
      `申请人查看自己的${String(given?.licence?.['name'] ?? '证照')}`,
    )
    if (!answer.ok)
      return sendRefusal(reply.code(503), { name: 'neighbour-down', sentence: answer.failure.sentence })
    if (!answer.value) return notFound(reply)
    return reply.header('cache-control', 'no-store').type('application/pdf').send(answer.value)
  })

  web.get<Params>(ROUTES.review, HIDE, async (request, reply) => {
    const opened = await openScene(request, reply)
    if (!opened) return reply
    const { view } = opened
    const { scene } = await fetchKnown(deps, view.account, opened.scene, view.now)
    const open = judge(scene.item, scene.draft, scene.materials, { now: view.now, areas: scene.areas })
    if (open.errors.length + open.missing.length > 0 || scene.closed)
      return showDraft(reply, view, scene, { open })
    return showReview(reply, view, scene, { flash: flashOf(request.query.told, view.lang) })
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
      return showReview(reply, view, scene, {
        fault: { field: refusal.field, sentence },
        given: { declared, consented, delivery },
      })
    }
    // The scene has followed the guide by now: what it asks for is shown, and nothing is refused for being late.
    if (refusal.name === 'guide-changed')
      return seeOther(reply, at(scene.notes.length > 0 ? 'draft' : 'review', { draftId }, { told: 'moved' }))
    if (refusal.name === 'not-whole')
      return showDraft(reply.code(422), view, scene, { open: refusal.detail as Open })
    const text = view.lang === 'zh' ? refusal.sentence : (refusal.english ?? refusal.sentence)
    return showDraft(reply.code(422), view, scene, { flash: { text } })
  })

  web.post<Params>(ROUTES.draftVersion, HIDE, async (request, reply) => {
    const opened = await openScene(request, reply)
    if (!opened) return reply
    const { accountId, draftId } = opened.scene.draft
    await markSeen(deps.db, accountId, draftId)
    return seeOther(reply, at('draft', { draftId }))
  })

  web.get<Params>(ROUTES.draftDeletion, HIDE, async (request, reply) => {
    const opened = await openScene(request, reply)
    return opened ? sendPage(reply, DeletionPage(opened)) : reply
  })

  web.post<Params>(ROUTES.draftDeletion, HIDE, async (request, reply) => {
    const opened = await openScene(request, reply)
    if (!opened) return reply
    await deleteDraft(deps, opened.view.account.accountId, opened.scene.draft.draftId)
    return seeOther(reply, at('my', {}, { told: 'draft-deleted' }))
  })

  /** Nobody is signed in any more: nothing can be saved, so everything that was typed goes back to the browser. */
  async function expired(request: Request, reply: Reply, draftId: string): Promise<Reply> {
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
    const opened = await openScene(request, reply)
    if (!opened) return reply
    const { draft } = opened.scene
    const token = request.cookies[PARKED]
    const fields = token ? await unpark(deps.db, deps.identity.vault, draft.draftId, token) : null
    if (fields) await saveAnswers(deps, opened.view.account, opened.scene, fields, opened.view.now)
    reply.clearCookie(PARKED, { path: at('draft', { draftId: draft.draftId }) })
    return seeOther(reply, at('draft', { draftId: draft.draftId }, fields ? { told: 'restored' } : {}))
  })
}

const deliveryOf = (chosen: unknown): Delivery['method'] =>
  chosen === 'post' || chosen === 'window' ? chosen : 'electronic'
