import type { ChosenSituation, ItemVersion } from '../../catalogue/index.ts'
import type { Tx } from '../../platform/database.ts'
import { dayOf } from '../../regulation/index.ts'
import { lightIndex } from '../clocks.ts'
import type { Applicant, Dossier } from '../dossier.ts'
import { drawNumber } from '../numbers.ts'
import { enqueueFor, firstEvents, type HandedIn, insertDossier } from '../store.ts'
import type { CaseworkDeps } from './act.ts'

/** An application that the hall has checked and the applicant has declared true (Art. 11). */
export interface Application {
  dossierId: string
  number: string
  item: ItemVersion
  applicant: Applicant
  answers: Record<string, unknown>
  materials: HandedIn[]
  /** window: taken in at a counter in the applicant's presence. */
  channel: 'web' | 'mobile' | 'kiosk' | 'window'
  /** How the result shall reach the applicant. */
  delivery: Record<string, unknown>
  /** What the applicant answered beforehand, judged under the item version; `item` is then the item in that situation. */
  situation?: ChosenSituation | null
}

/**
 * 办件编号: 实施编码 + yyyyMMdd + a number of the day. Drawn before the act's transaction; a refused act leaves a gap.
 */
export async function drawDossierNumber(deps: CaseworkDeps, item: ItemVersion, now: Date): Promise<string> {
  const day = dayOf(now)
  const serial = await drawNumber(deps.db, item.content.implCode, day)
  return `${item.content.implCode}${day.replaceAll('-', '')}${String(serial).padStart(4, '0')}`
}

/**
 * 收件: turns an application into a dossier, inside the caller's transaction (the hall marks its draft in the same one,
 * so that submitting twice makes one dossier). Its acceptance clock starts now.
 */
export async function submit(
  deps: CaseworkDeps,
  tx: Tx,
  application: Application,
  now: Date,
): Promise<Dossier> {
  const { item, applicant } = application
  const { content } = item
  const first = content.steps.find((s) => s.phase === 'accept')
  if (!first || !content.promiseLimit || !content.legalLimit) {
    throw new Error(`item ${item.itemId} was published without its steps or limits`)
  }
  const dossier: Dossier = {
    dossierId: application.dossierId,
    number: application.number,
    itemId: item.itemId,
    itemVersion: item.version,
    itemName: content.name,
    organId: content.organId,
    organName: content.organName,
    areaCode: content.areaCode,
    accountId: applicant.accountId,
    applicant,
    status: 'received',
    result: null,
    stepKey: first.key,
    stepName: first.name,
    holderPost: first.post,
    channel: application.channel,
    situation: application.situation ?? null,
    submittedAt: now,
    receivedAt: now,
    acceptedAt: null,
    decidedAt: null,
    closedAt: null,
    clock: {
      acceptanceFrom: now.toISOString(),
      promise: content.promiseLimit,
      statutory: content.legalLimit,
      acceptedAt: null,
      stoppedAt: null,
      pauses: [],
      extension: null,
      step: null,
    },
    corrections: 0,
    verification: 'pending',
    sample: content.sample,
    version: 1,
  }
  const actor = { kind: 'applicant' as const, id: applicant.accountId, name: applicant.name }
  const events = firstEvents(dossier.dossierId, actor, now, [
    {
      type: 'dossier.submitted',
      data: {
        number: dossier.number,
        itemId: item.itemId,
        itemVersion: item.version,
        channel: application.channel,
        delivery: application.delivery,
        declaredTrue: true,
        materials: application.materials.map((m) => ({ key: m.materialKey, source: m.source })),
        ...(application.situation ? { situation: application.situation.told } : {}),
      },
    },
  ])
  const light = lightIndex(dossier, now, deps.calendar)
  await insertDossier(tx, dossier, light, application.answers, application.materials, events)
  await enqueueFor(tx, deps.jobs, deps.history, events)
  return dossier
}
