import { heldLicences } from '../../exchange/index.ts'
import { SYSTEM } from '../../history/index.ts'
import { latestMaterials } from '../material-store.ts'
import { note, type ReactionDeps, type Scene } from './deps.ts'

/**
 * Art. 13: the licence platform was away when the application was filed, so the applicant was told that we fetch the licences
 * once it is back. Throws while it is away, so that the job comes again; what is not held then is left for the
 * officer, who may ask for it.
 */
export async function fetchPendingLicences(deps: ReactionDeps, { dossier, item }: Scene): Promise<void> {
  const { dossierId } = dossier
  const waiting = (await latestMaterials(deps.db, dossierId)).filter(
    (m) => m.source === 'licence' && m.licence?.['pending'] === true,
  )
  if (waiting.length === 0) return
  const account = await deps.identity.account(dossier.accountId)
  if (!account) throw new Error(`dossier ${dossierId} belongs to no account`)
  const kindOf = (key: string) => item.content.materials.find((m) => m.key === key)?.licenceKind ?? ''
  const held = await heldLicences(
    deps,
    account,
    waiting.map((m) => kindOf(m.materialKey)),
    `办件 ${dossier.number}，调用电子证照`,
    deps.now(),
    { actor: SYSTEM, dossierId },
  )
  for (const material of waiting) {
    const kind = kindOf(material.materialKey)
    const found = held.licences.find((l) => l.kind === kind)
    if (!found && held.pending) continue
    const licence = found ?? { kind, name: '电子证照平台没有查到', missing: true }
    await note(
      deps,
      dossierId,
      `licence-fetched:${material.materialKey}:${material.revision}`,
      found ? 'dossier.licence-fetched' : 'dossier.licence-not-held',
      { material: material.materialKey, name: material.name },
      async (tx) => {
        await tx.query(
          `update casework.dossier_material set licence = $4 where dossier_id = $1 and material_key = $2 and revision = $3`,
          [dossierId, material.materialKey, material.revision, JSON.stringify(licence)],
        )
      },
    )
  }
  if (held.pending) throw new Error('the licence platform did not answer; the licences are fetched later')
}
