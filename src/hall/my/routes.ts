import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import {
  clocksOf,
  type Dossier,
  dossiersOf,
  latestMaterials,
  papersOf,
  possible,
  queryCode,
  readCorrections,
  resubmit,
  streamOf,
  withdraw,
} from '../../casework/index.ts'
import { itemVersion } from '../../catalogue/index.ts'
import { lookUpsOfAccount, lookUpsOfDossier } from '../../exchange/index.ts'
import { rate, ratingOf } from '../../feedback/index.ts'
import { readStream } from '../../history/index.ts'
import { type Account, levelRuling, SIGN_IN_NEEDED } from '../../identity/index.ts'
import { licenceOf, licencesOf, ownLicence } from '../../licences/index.ts'
import { markRead, messagesOf } from '../../messages/index.ts'
import { type Reply, type Request, sendRefusal, type Web } from '../../platform/web.ts'
import { isPerson } from '../../regulation/index.ts'
import type { FlashProps, Lang } from '../../ui/index.ts'
import { actOnMaterial, materialAct, takeFiles } from '../apply/save.ts'
import { isGiven } from '../apply/submit.ts'
import { correctionMaterials } from '../drafts/corrections-store.ts'
import { listDrafts } from '../drafts/store.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ELSEWHERE, ROUTES } from '../personal-routes.ts'
import { readForm } from '../uploads/multipart.ts'
import { type FailedFile, fileControl, MaterialRow } from '../uploads/rows.tsx'
import { openCorrection, ownDossier, targetOf } from '../uploads/target.ts'
import { DossierPage, type DossierPageProps, Progress } from './dossier-page.tsx'
import { notFound, seeOther, sendFragment, sendPage, signedIn, type View, viewOf } from './frame.tsx'
import { progressOf } from './progress.ts'
import { RatingPage, ReceiptPage, WithdrawalPage } from './small-pages.tsx'
import {
  AccountPage,
  HomePage,
  LicencePage,
  LicencesPage,
  type ListedDossier,
  ListPage,
  MessagesPage,
  ReadsPage,
  type Turn,
} from './space-pages.tsx'
import { chipOf, turnWords } from './turn.ts'

type Params = {
  Params: { dossierId: string; licenceId: string; key: string; no: string }
  Querystring: { told?: string; turn?: string; fresh?: string }
}

const HIDE = { schema: { hide: true } }

const TOLD: Record<string, Record<Lang, string>> = {
  saved: { zh: '草稿已保存，在「没填完的」里接着填', en: 'The draft is saved' },
  'draft-deleted': { zh: '草稿已删除', en: 'The draft is deleted' },
  corrected: { zh: '补正已提交，部门收到了', en: 'The correction is handed in' },
  withdrawn: { zh: '申请已撤回', en: 'The application is withdrawn' },
  rated: { zh: '评价已收到', en: 'Your rating is received' },
}
const flashOf = (told: string | undefined, lang: Lang): FlashProps | undefined => {
  const text = told && Object.hasOwn(TOLD, told) ? TOLD[told] : undefined
  return text && { text: text[lang] }
}

const actorOf = (account: Account) => ({
  kind: 'applicant' as const,
  id: account.accountId,
  name: account.name,
})

/** The personal space. Everything is read by the account that asks; what is not theirs is not found. */
export function registerMy(web: Web, deps: PersonalDeps): void {
  const arrivals = join(deps.uploadsDir, 'arrivals')

  async function listed(account: Account, view: View): Promise<ListedDossier[]> {
    const dossiers = await dossiersOf(deps.db, account.accountId)
    return dossiers.map((dossier) => ({
      dossier,
      chip: chipOf(
        dossier,
        clocksOf(dossier, view.now, deps.calendar),
        dossier.answerUntil,
        view.now,
        deps.calendar,
        view.lang,
      ),
    }))
  }

  /** An own dossier, or the answer that there is none. */
  async function own(
    request: Request<Params>,
    reply: Reply,
  ): Promise<{ view: View; dossier: Dossier } | null> {
    const who = await signedIn(deps, request, reply)
    if (!who) return null
    const dossier = await ownDossier(deps, who.view.account, request.params.dossierId)
    if (dossier) return { view: who.view, dossier }
    notFound(reply)
    return null
  }

  async function progress(view: View, dossier: Dossier) {
    const item = await itemVersion(deps.db, dossier.itemId, dossier.itemVersion)
    if (!item) throw new Error(`dossier ${dossier.dossierId} refers to a missing item version`)
    const events = await readStream(deps.db, streamOf(dossier.dossierId))
    const asked =
      dossier.corrections > 0 ? ((await readCorrections(deps.db, dossier.dossierId)).at(-1) ?? null) : null
    const clocks = clocksOf(dossier, view.now, deps.calendar)
    const correction = dossier.status === 'correcting' ? asked : null
    const answerUntil = correction?.answerUntil ?? null
    const facts = {
      dossier,
      content: item.content,
      events,
      clocks,
      answerUntil,
      now: view.now,
      calendar: deps.calendar,
      lang: view.lang,
    }
    return { item, clocks, correction, answerUntil, steps: progressOf(facts) }
  }

  async function showDossier(
    reply: Reply,
    view: View,
    dossier: Dossier,
    more: Partial<Pick<DossierPageProps, 'failed' | 'missing' | 'flash'>> = {},
  ): Promise<Reply> {
    const { dossierId } = dossier
    const { item, clocks, correction, answerUntil, steps } = await progress(view, dossier)
    const given = correction ? await correctionMaterials(deps.db, dossierId, correction.correctionNo) : []
    const ids = given.flatMap((g) => g.fileId ?? [])
    const files = new Map(
      (ids.length > 0 ? await deps.documents.files.findAll(ids) : []).map((f) => [f.fileId, f]),
    )
    const { failed = {}, missing = [], flash } = more
    const finished = possible(dossier.status, 'rate')
    const page = DossierPage({
      view,
      dossier,
      item,
      clocks,
      chip: chipOf(dossier, clocks, answerUntil, view.now, deps.calendar, view.lang),
      turn: turnWords({ dossier, clocks, correction, today: view.today, lang: view.lang }),
      steps,
      correction: correction && { asked: correction, given, files },
      materials: await latestMaterials(deps.db, dossierId),
      papers: await papersOf(deps.db, dossierId),
      licence: await licenceOf(deps.db, dossierId),
      lookUps: await lookUpsOfDossier(deps.db, dossier.accountId, dossierId),
      mayWithdraw: possible(dossier.status, 'withdraw'),
      mayRate: finished && (await ratingOf(deps.db, dossier.accountId, dossierId)) === null,
      failed,
      missing,
      flash,
    })
    return sendPage(reply, page, Object.keys(failed).length + missing.length > 0 ? 422 : undefined)
  }

  web.get<Params>(ROUTES.my, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const { view } = who
    const { accountId } = view.account
    const drafts = await listDrafts(deps.db, deps.identity.vault, accountId)
    const named = await Promise.all(
      drafts.map(async (d) => ({
        draftId: d.draftId,
        savedAt: d.savedAt,
        itemName: (await itemVersion(deps.db, d.itemId, d.itemVersion))?.content.name ?? '',
      })),
    )
    const licences = levelNeeded(who.session) ? [] : await licencesOf(deps.db, accountId)
    const page = HomePage({
      view,
      dossiers: await listed(view.account, view),
      drafts: named,
      licences,
      messages: await messagesOf(deps.db, accountId),
      flash: flashOf(request.query.told, view.lang),
    })
    return sendPage(reply, page)
  })

  web.get<Params>(ROUTES.dossiers, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const turn: Turn =
      (['you', 'department', 'closed'] as const).find((t) => t === request.query.turn) ?? 'all'
    return sendPage(
      reply,
      ListPage({ view: who.view, dossiers: await listed(who.view.account, who.view), turn }),
    )
  })

  web.get<Params>(ROUTES.dossier, HIDE, async (request, reply) => {
    const mine = await own(request, reply)
    return mine
      ? showDossier(reply, mine.view, mine.dossier, { flash: flashOf(request.query.told, mine.view.lang) })
      : reply
  })

  web.get<Params>(ROUTES.timeline, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    if (!session) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    const dossier = await ownDossier(deps, session.account, request.params.dossierId)
    if (!dossier) return notFound(reply)
    const view = viewOf(deps, request, session)
    return sendFragment(reply, view.lang, Progress({ view, steps: (await progress(view, dossier)).steps }))
  })

  web.get<Params>(ROUTES.live, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    const dossier = session && (await ownDossier(deps, session.account, request.params.dossierId))
    if (!dossier) return session ? notFound(reply) : sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 3000\n\n')
    const stop = deps.live.subscribe(streamOf(dossier.dossierId), () => raw.write('data: changed\n\n'))
    // Proxies close a silent line; a comment keeps it open and finds out who has gone.
    const beat = setInterval(() => raw.write(': here\n\n'), 25_000)
    const end = () => {
      clearInterval(beat)
      stop()
      raw.end()
    }
    request.raw.on('close', end)
    open.add(end)
    raw.on('close', () => open.delete(end))
  })
  const open = new Set<() => void>()
  web.addHook('preClose', async () => {
    for (const end of open) end()
  })

  web.get<Params>(ROUTES.receipt, HIDE, async (request, reply) => {
    const mine = await own(request, reply)
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

  web.get<Params>(ROUTES.correctionRow, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    if (!session) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    const { dossierId, key } = request.params
    const waiting = await openCorrection(deps, session.account, dossierId)
    const demand = waiting?.correction.demands.find((d) => d.materialKey === key)
    const material = waiting?.item.content.materials.find((m) => m.key === key)
    if (!waiting || !demand || !material) return notFound(reply)
    const view = viewOf(deps, request, session)
    const given = (await correctionMaterials(deps.db, dossierId, waiting.correction.correctionNo)).find(
      (g) => g.materialKey === key,
    )
    const file = given?.fileId ? ((await deps.documents.files.find(given.fileId)) ?? undefined) : undefined
    const row = MaterialRow({
      lang: view.lang,
      material: { ...material, name: `重传：${demand.name}`, need: 'required' },
      given,
      file,
      to: { dossierId },
      today: view.today,
    })
    return sendFragment(reply, view.lang, row)
  })

  web.post<Params>(ROUTES.corrections, HIDE, async (request, reply) => {
    const { dossierId } = request.params
    const session = await deps.identity.hallSession(request)
    if (!session) return seeOther(reply, `/sign-in?to=${encodeURIComponent(at('dossier', { dossierId }))}`)
    const view = viewOf(deps, request, session)
    const dossier = await ownDossier(deps, session.account, dossierId)
    if (!dossier) return notFound(reply)
    const waiting = await openCorrection(deps, session.account, dossierId)
    if (!waiting) return seeOther(reply, at('dossier', { dossierId }))
    const { correction, item } = waiting
    const keys = correction.demands.map((d) => d.materialKey)
    const body = await readForm(request, arrivals, (name) => {
      const material = item.content.materials.find((m) => fileControl(m.key) === name && keys.includes(m.key))
      return material ? material.maxMegabytes * 1_000_000 : 0
    })
    let failed: Record<string, FailedFile>
    try {
      failed = await takeFiles(deps, session.account, { dossierId }, keys, body, view.now)
    } finally {
      await body.clear()
    }
    const pressed = materialAct(body.fields['do'])
    if (pressed) {
      const target = await targetOf(deps, session.account, { dossierId, materialKey: pressed.key })
      if (target) await actOnMaterial(deps, session.account, target, pressed.act, view.now)
      if (Object.keys(failed).length > 0) return showDossier(reply, view, dossier, { failed })
      return seeOther(reply, `${at('dossier', { dossierId })}#demand-${pressed.key}`)
    }
    const given = (await correctionMaterials(deps.db, dossierId, correction.correctionNo)).filter(isGiven)
    const missing = keys.filter((k) => !given.some((g) => g.materialKey === k))
    if (missing.length > 0 || Object.keys(failed).length > 0)
      return showDossier(reply, view, dossier, { failed, missing })
    const handed = await resubmit(
      deps,
      actorOf(session.account),
      dossierId,
      {
        // One correction is handed in once, however often the button is pressed.
        key: `resubmit:${correction.correctionNo}`,
        materials: given.map((g) => ({
          materialKey: g.materialKey,
          name: item.content.materials.find((m) => m.key === g.materialKey)?.name ?? g.materialKey,
          source: g.source,
          fileId: g.fileId,
          fileName: g.fileName,
          licence: g.licence,
        })),
      },
      view.now,
    )
    if (!handed.ok && handed.refusal.name === 'not-found') return notFound(reply)
    if (!handed.ok)
      return showDossier(reply.code(422), view, dossier, {
        flash: { kind: 'alarm', text: handed.refusal.sentence },
      })
    return seeOther(reply, at('dossier', { dossierId }, { told: 'corrected' }))
  })

  web.get<Params>(ROUTES.withdrawal, HIDE, async (request, reply) => {
    const mine = await own(request, reply)
    if (!mine) return reply
    if (!possible(mine.dossier.status, 'withdraw'))
      return seeOther(reply, at('dossier', { dossierId: mine.dossier.dossierId }))
    return sendPage(reply, WithdrawalPage({ ...mine, actKey: randomUUID() }))
  })

  web.post<Params>(ROUTES.withdrawal, HIDE, async (request, reply) => {
    const mine = await own(request, reply)
    if (!mine) return reply
    const { dossierId } = mine.dossier
    const body = (request.body ?? {}) as Record<string, unknown>
    const key = typeof body['key'] === 'string' && body['key'] ? body['key'].slice(0, 80) : randomUUID()
    const reason = typeof body['reason'] === 'string' ? body['reason'].trim().slice(0, 300) : ''
    const done = await withdraw(deps, actorOf(mine.view.account), dossierId, { key, reason }, mine.view.now)
    if (!done.ok)
      return showDossier(reply.code(422), mine.view, mine.dossier, {
        flash: { kind: 'alarm', text: done.refusal.sentence },
      })
    return seeOther(reply, at('dossier', { dossierId }, { told: 'withdrawn' }))
  })

  web.get<Params>(ROUTES.rating, HIDE, async (request, reply) => {
    const mine = await own(request, reply)
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
    const mine = await own(request, reply)
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

  web.get<Params>(ROUTES.licences, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const { view } = who
    const ruling = levelNeeded(who.session)
    const licences = ruling ? [] : await licencesOf(deps.db, view.account.accountId)
    return sendPage(
      reply,
      LicencesPage({ view, licences, levelNeeded: ruling === null ? null : ruling[view.lang] }),
    )
  })

  web.get<Params>(ROUTES.licence, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    if (levelNeeded(who.session)) return seeOther(reply, at('licences'))
    const licence = await ownLicence(deps.db, who.view.account.accountId, request.params.licenceId)
    if (!licence) return notFound(reply)
    const checkUrl = `${deps.publicUrl}${ELSEWHERE.check(licence.checkToken)}`
    return sendPage(reply, LicencePage({ view: who.view, licence, checkUrl }))
  })

  web.get<Params>(ROUTES.messages, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const { view } = who
    const messages = await messagesOf(deps.db, view.account.accountId)
    await markRead(deps.db, view.account.accountId, view.now)
    return sendPage(reply, MessagesPage({ view, messages }))
  })

  web.get<Params>(ROUTES.reads, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const { view } = who
    const { accountId } = view.account
    const events = await readStream(deps.db, `account:${accountId}`)
    const reads = events
      .filter((e) => e.type === 'account.number-read')
      .map((e) => ({
        at: e.at,
        by: e.actor.id === accountId ? `${e.actor.name}（本人申报）` : e.actor.name,
        cause: String(e.data['cause'] ?? ''),
      }))
      .reverse()
      .slice(0, 100)
    return sendPage(reply, ReadsPage({ view, lookUps: await lookUpsOfAccount(deps.db, accountId), reads }))
  })

  web.get<Params>(ROUTES.account, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    return who ? sendPage(reply, AccountPage({ view: who.view, level: who.session.level })) : reply
  })
}

/** What Art. 8 asks before licences are shown: a sentence when this session's level is too low, else null. */
function levelNeeded(session: Parameters<typeof levelRuling>[1] & {}): { zh: string; en: string } | null {
  const fn = isPerson(session.account.subjectKind) ? 'personal-licences' : 'enterprise-licences'
  const ruling = levelRuling(fn, session)
  return ruling.outcome === 'met' ? null : ruling.sentence
}
