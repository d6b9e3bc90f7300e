import type { Documents } from '../../documents/index.ts'
import { organById, type Staff } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { addCalendarDays, dayOf } from '../../regulation/index.ts'
import { type CaseworkDeps, staffActor } from '../acts/act.ts'
import type { Demand } from '../acts/examine-materials.ts'
import type { Dossier } from '../dossier.ts'
import { itemOfDossier } from '../dossier-item.ts'
import { streamOf } from '../store.ts'
import { correctionNotice } from './papers.ts'

/**
 * Draws 补齐补正通知书 as it would be sent, unsealed, without saving anything: the officer sends only what was seen.
 */
export async function drawCorrection(
  deps: CaseworkDeps & { documents: Documents; publicUrl: string },
  dossier: Dossier,
  staff: Staff,
  demands: Demand[],
  answerDays: number,
  now: Date,
): Promise<Result<Buffer>> {
  const item = await itemOfDossier(deps.db, dossier)
  const organ = await organById(deps.db, dossier.organId)
  if (!organ) throw new Error(`dossier ${dossier.dossierId} belongs to an unknown organ`)
  if (demands.length === 0) return refuse('nothing-to-tell', '还没有写要补正什么，没有可以预览的通知书。')
  const told = demands.map((d) => {
    const material = item.content.materials.find((m) => m.key === d.materialKey)
    return { ...d, name: material?.name ?? d.materialKey, basis: material?.basis ?? '' }
  })
  const event = {
    streamId: streamOf(dossier.dossierId),
    seq: 0,
    type: 'dossier.correction-asked',
    at: now,
    actor: staffActor(staff),
    data: {},
    prevHash: '',
    hash: '',
  }
  const paper = correctionNotice(
    deps,
    { dossier, item, organ, event },
    told,
    addCalendarDays(dayOf(now), answerDays),
  )
  return done(await deps.documents.render(paper))
}
