import { type ItemVersion, itemVersion } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import type { Dossier } from './dossier.ts'

/**
 * The item as this dossier runs under it: the version that it was filed under, and of its steps only those of the chosen
 * situation. The materials stay whole, because an officer may ask for one that the applicant's answers wrongly left out.
 */
export async function itemOfDossier(
  db: Db,
  dossier: Pick<Dossier, 'dossierId' | 'itemId' | 'itemVersion' | 'situation' | 'clock'>,
): Promise<ItemVersion> {
  const item = await itemVersion(db, dossier.itemId, dossier.itemVersion)
  if (!item) throw new Error(`dossier ${dossier.dossierId} refers to a missing item version`)
  const outcome = dossier.situation?.outcome
  if (!outcome) return item
  const needs = new Map(outcome.materials.map((m) => [m.key, m.need]))
  const { materials, steps } = item.content
  return {
    ...item,
    content: {
      ...item.content,
      // What was promised when it was filed, whatever later decisions make of such situations.
      promiseLimit: dossier.clock.promise,
      materials: materials.map((m) => ({ ...m, need: needs.get(m.key) ?? m.need })),
      steps: steps.filter((s) => outcome.steps.includes(s.key)),
    },
  }
}
