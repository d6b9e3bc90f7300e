import type { ItemContent, ItemVersion, Step } from '../../catalogue/index.ts'
import { organById, postName } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { CLOCK_NAMES, type ClockReading, lightRuling } from '../../regulation/index.ts'
import type { OwnStep, Reading } from '../api/contract.ts'
import { type Dossier, RESULTS, STATUS_NAMES } from '../dossier.ts'
import type { DossierMaterial } from '../material-store.ts'
import { isSpread, stageBefore, stageOf, stepsFor } from '../stage.ts'
import { drawingsOf } from '../step-record.ts'
import type { Reach } from './reach.ts'
import { channelName } from './steps.ts'
import { unitOf } from './worklist-row.ts'

/** Who and what stands above the record. `open`: the steps under way, the officer's own first where there are some. */
export function headOf(
  dossier: Dossier,
  item: ItemVersion,
  open: Step[],
  reach: Reach,
  organs: Map<string, string>,
) {
  const mine = stepsFor(open, dossier, reach.staff)
  const spread = isSpread(dossier)
  const shown = mine[0] ?? open[0] ?? null
  return {
    dossierId: dossier.dossierId,
    number: dossier.number,
    version: dossier.version,
    status: dossier.status,
    statusName: STATUS_NAMES[dossier.status],
    result: dossier.result,
    resultName: dossier.result ? RESULTS[dossier.result] : '',
    channel: channelName(dossier.channel),
    sample: dossier.sample,
    item: {
      itemId: dossier.itemId,
      version: dossier.itemVersion,
      name: dossier.itemName,
      resultType: item.content.result?.type ?? 'none',
      remedy: item.content.remedy,
      legalBasis: item.content.legalBasis.map((b) => `《${b.name.replace(/[《》]/g, '')}》${b.clause}`),
    },
    organName: dossier.organName,
    applicant: {
      name: dossier.applicant.name,
      kind: dossier.applicant.kind,
      idMasked: dossier.applicant.idMasked,
      phoneMasked: dossier.applicant.phoneMasked,
    },
    submittedAt: dossier.submittedAt.toISOString(),
    receivedAt: dossier.receivedAt.toISOString(),
    acceptedAt: dossier.acceptedAt?.toISOString() ?? null,
    decidedAt: dossier.decidedAt?.toISOString() ?? null,
    closedAt: dossier.closedAt?.toISOString() ?? null,
    corrections: dossier.corrections,
    extended: dossier.clock.extension !== null,
    holder: {
      post: dossier.holderPost,
      postName: holderName(dossier, open, organs),
      mine: spread
        ? mine.length > 0
        : dossier.organId === reach.staff.organId && reach.posts.some((p) => p === dossier.holderPost),
    },
    stepKey: shown?.key ?? dossier.stepKey,
    stepName: spread && mine[0] ? mine[0].name : dossier.stepName,
    stepKind: shown?.kind ?? 'plain',
  }
}

/** 「审查岗」, 「审查岗、福州市公安局审查岗」, 「申请人」 */
function holderName(dossier: Dossier, open: Step[], organs: Map<string, string>): string {
  if (isSpread(dossier))
    return open.map((s) => `${organs.get(s.organId) ?? ''}${postName(s.post)}`).join('、')
  const { holderPost } = dossier
  if (holderPost === null) return dossier.status === 'correcting' ? '申请人' : ''
  return postName(holderPost)
}

export function readingView(r: ClockReading, dossier: Dossier): Reading {
  return {
    kind: r.kind,
    name: CLOCK_NAMES[r.kind].zh,
    light: r.light,
    dueAt: r.dueAt?.toISOString() ?? null,
    usedDays: r.usedDays,
    limitDays: r.limitDays,
    unit: unitOf(dossier.clock, r.kind),
    remainingDays: r.remainingDays,
    yellowAt: r.yellowAt?.toISOString() ?? null,
    why: [lightRuling(r).sentence.zh, ...r.why.map((s) => s.zh)],
  }
}

export function ownStepView(step: Step, content: ItemContent, materials: DossierMaterial[]): OwnStep {
  const alone = stageOf(content, step.key).length === 1
  const kept = step.kind === 'joint-opinion' || step.kind === 'payment'
  return {
    key: step.key,
    name: step.name,
    kind: step.kind,
    standard: step.standard,
    mayReturn: alone && !kept && stageBefore(content, step.key) !== null,
    drawings:
      step.kind === 'drawing-review'
        ? drawingsOf(step, materials).map((m) => ({ key: m.materialKey, name: m.name }))
        : [],
  }
}

/** Names of the other departments that the item's steps ask for an opinion, by id. */
export async function organNames(
  db: Db,
  content: ItemContent,
  dossier: Dossier,
): Promise<Map<string, string>> {
  const ids = new Set(content.steps.map((s) => s.organId).filter((id) => id !== '' && id !== dossier.organId))
  const names = new Map<string, string>()
  for (const id of ids) names.set(id, (await organById(db, id))?.name ?? '')
  return names
}
