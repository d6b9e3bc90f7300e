import {
  clocksOf,
  type Dossier,
  itemOfDossier,
  latestAnswers,
  latestMaterials,
  papersOf,
  possible,
  readCorrections,
  streamOf,
} from '../../casework/index.ts'
import { lookUpsOfDossier } from '../../exchange/index.ts'
import { ratingOf } from '../../feedback/index.ts'
import { readStream } from '../../history/index.ts'
import { licenceOf } from '../../licences/index.ts'
import type { Reply, Request } from '../../platform/web.ts'
import { correctionMaterials } from '../drafts/corrections-store.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { ownDossier } from '../uploads/target.ts'
import { DossierPage, type DossierPageProps } from './dossier-page.tsx'
import { notFound, sendPage, signedIn, type View } from './frame.tsx'
import { progressOf } from './progress.ts'
import { chipOf, turnWords } from './turn.ts'

/** An own dossier, or the answer that there is none. */
export async function own(
  deps: PersonalDeps,
  request: Request<{ Params: { dossierId: string } }>,
  reply: Reply,
): Promise<{ view: View; dossier: Dossier } | null> {
  const who = await signedIn(deps, request, reply)
  if (!who) return null
  const dossier = await ownDossier(deps, who.view.account, request.params.dossierId)
  if (dossier) return { view: who.view, dossier }
  notFound(reply)
  return null
}

export async function progress(deps: PersonalDeps, view: View, dossier: Dossier) {
  const item = await itemOfDossier(deps.db, dossier)
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
  return {
    item,
    clocks,
    correction,
    chip: chipOf(dossier, clocks, answerUntil, view.now, deps.calendar, view.lang),
    turn: turnWords({ dossier, clocks, correction, today: view.today, lang: view.lang }),
    steps: progressOf(facts),
  }
}

export async function showDossier(
  deps: PersonalDeps,
  reply: Reply,
  view: View,
  dossier: Dossier,
  more: Partial<Pick<DossierPageProps, 'failed' | 'missing' | 'flash'>> = {},
): Promise<Reply> {
  const { dossierId } = dossier
  const { item, clocks, correction, chip, turn, steps } = await progress(deps, view, dossier)
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
    chip,
    turn,
    steps,
    correction: correction && { asked: correction, given, files },
    answers: await latestAnswers(deps.db, dossierId),
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
