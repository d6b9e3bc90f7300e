import { type Dossier, readCorrections, readDossier } from '../../casework/index.ts'
import { type ItemVersion, itemVersion, type Material, uploadsOf } from '../../catalogue/index.ts'
import type { Account } from '../../identity/index.ts'
import { putCorrectionMaterial, removeCorrectionMaterial } from '../drafts/corrections-store.ts'
import type { GivenMaterial } from '../drafts/draft.ts'
import { isUuid, putMaterial, readDraft, removeMaterial } from '../drafts/store.ts'
import type { PersonalDeps } from '../personal-deps.ts'

/** Where a file is to go: one material of an own draft, or of the correction that an own dossier waits for. */
export interface Target {
  material: Material
  item: ItemVersion
  put(given: GivenMaterial): Promise<void>
  remove(): Promise<void>
}

/**
 * Finds the place for a file and with it the right to put one there. Null for another person's draft or dossier, for a
 * material that the item or the correction does not ask for, and for what was handed in already.
 */
export async function targetOf(
  deps: PersonalDeps,
  account: Account,
  to: { draftId?: string; dossierId?: string; materialKey: string },
): Promise<Target | null> {
  if (to.draftId) {
    const found = await readDraft(deps.db, deps.identity.vault, account.accountId, to.draftId)
    if (!found || found.draft.submittedDossier) return null
    const item = await itemVersion(deps.db, found.draft.itemId, found.draft.itemVersion)
    const material = item && uploadsOf(item.content).find((m) => m.key === to.materialKey)
    if (!item || !material) return null
    const { draftId } = found.draft
    return {
      material,
      item,
      put: (given) => putMaterial(deps.db, draftId, given),
      remove: async () => void (await removeMaterial(deps.db, draftId, material.key)),
    }
  }
  const waiting = to.dossierId ? await openCorrection(deps, account, to.dossierId) : null
  const material = waiting && uploadsOf(waiting.item.content).find((m) => m.key === to.materialKey)
  if (!waiting || !material) return null
  const { dossier, correction, item } = waiting
  if (!correction.demands.some((d) => d.materialKey === material.key)) return null
  const { dossierId } = dossier
  return {
    material,
    item,
    put: (given) => putCorrectionMaterial(deps.db, dossierId, correction.correctionNo, given),
    remove: () => removeCorrectionMaterial(deps.db, dossierId, correction.correctionNo, material.key),
  }
}

/** An own dossier; everybody else's is not found. */
export async function ownDossier(
  deps: PersonalDeps,
  account: Account,
  dossierId: string,
): Promise<Dossier | null> {
  if (!isUuid(dossierId)) return null
  const dossier = await readDossier(deps.db, dossierId)
  return dossier?.accountId === account.accountId ? dossier : null
}

/** The correction that an own dossier waits for, with the item it was filed under. */
export async function openCorrection(deps: PersonalDeps, account: Account, dossierId: string) {
  const dossier = await ownDossier(deps, account, dossierId)
  if (dossier?.status !== 'correcting') return null
  const correction = (await readCorrections(deps.db, dossierId)).at(-1)
  const item = await itemVersion(deps.db, dossier.itemId, dossier.itemVersion)
  return correction && item ? { dossier, correction, item } : null
}
