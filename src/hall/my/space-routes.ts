import { openBookingsOf } from '../../appointments/index.ts'
import { clocksOf, dossiersOf } from '../../casework/index.ts'
import { closedGuide, itemVersion } from '../../catalogue/index.ts'
import { lookUpsOfAccount } from '../../exchange/index.ts'
import { enquiriesOf } from '../../feedback/index.ts'
import { readStream } from '../../history/index.ts'
import { type Account, levelRuling } from '../../identity/index.ts'
import { licencesOf, ownLicence } from '../../licences/index.ts'
import { markRead, messagesOf } from '../../messages/index.ts'
import type { Web } from '../../platform/web.ts'
import { isPerson } from '../../regulation/index.ts'
import type { Draft } from '../drafts/draft.ts'
import { openNotes } from '../drafts/moving.ts'
import { listDrafts, readOpenDraft } from '../drafts/store.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ELSEWHERE, ROUTES } from '../personal-routes.ts'
import { AccountPage, MessagesPage, ReadsPage } from './data-pages.tsx'
import { notFound, seeOther, sendPage, signedIn, type View } from './frame.tsx'
import { HomePage } from './home-page.tsx'
import { LicencePage, LicencesPage } from './licence-pages.tsx'
import { type ListedDossier, ListPage, type Turn } from './list-page.tsx'
import { flashOf } from './told.ts'
import { chipOf } from './turn.ts'

type Params = { Params: { licenceId: string }; Querystring: { told?: string; turn?: string } }

const HIDE = { schema: { hide: true } }

/** The personal space. Everything is read by the account that asks; what is not theirs is not found. */
export function registerSpace(web: Web, deps: PersonalDeps): void {
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
        ...(await standingOf(deps, d, view.now)),
      })),
    )
    const licences = levelNeeded(who.session) ? [] : await licencesOf(deps.db, accountId)
    const page = HomePage({
      view,
      dossiers: await listed(view.account, view),
      drafts: named,
      licences,
      messages: await messagesOf(deps.db, accountId),
      bookings: await openBookingsOf(deps.db, accountId),
      enquiries: await enquiriesOf(deps.db, accountId),
      calendar: deps.calendar,
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

/** What the guide has become since the draft was last looked at. */
async function standingOf(deps: PersonalDeps, draft: Draft, now: Date) {
  const closed = await closedGuide(deps.db, draft.itemId)
  if (draft.movedFrom === null) return { closed: closed?.life ?? null, toSee: 0 }
  const found = await readOpenDraft(deps.db, deps.identity.vault, draft.draftId)
  const notes = found ? await openNotes(deps, found.draft, found.materials, now) : []
  return { closed: closed?.life ?? null, toSee: notes.length }
}

/** What Art. 8 asks before licences are shown: a sentence when this session's level is too low, else null. */
function levelNeeded(session: Parameters<typeof levelRuling>[1] & {}): { zh: string; en: string } | null {
  const fn = isPerson(session.account.subjectKind) ? 'personal-licences' : 'enterprise-licences'
  const ruling = levelRuling(fn, session)
  return ruling.outcome === 'met' ? null : ruling.sentence
}
