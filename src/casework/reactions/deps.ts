import type { ArchivePort } from '../../adapters/archive/port.ts'
import type { LicencePlatformPort } from '../../adapters/licence-platform/port.ts'
import type { RegisterPort } from '../../adapters/register/port.ts'
import type { ItemVersion } from '../../catalogue/index.ts'
import type { Documents } from '../../documents/index.ts'
import { type Actor, type EventNote, readStream, type StoredEvent, SYSTEM } from '../../history/index.ts'
import { type Identity, type Organ, organById } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { CaseworkDeps } from '../acts/act.ts'
import type { Dossier } from '../dossier.ts'
import { itemOfDossier } from '../dossier-item.ts'
import { lockDossier, readDossier, streamOf, takeActKey } from '../store.ts'

/** What the work that follows an act needs: papers, registers, licences, messages, the archive. */
export interface ReactionDeps extends CaseworkDeps {
  identity: Identity
  documents: Documents
  register: RegisterPort
  licencePlatform: LicencePlatformPort
  archivePort: ArchivePort
  publicUrl: string
  now: () => Date
}

/** The dossier as it is now, with its item version and its organ, for a reaction to an event. */
export interface Scene {
  dossier: Dossier
  item: ItemVersion
  organ: Organ
  event: StoredEvent
}

export async function sceneOf(deps: ReactionDeps, note: EventNote): Promise<Scene> {
  const dossierId = note.streamId.replace(/^dossier:/, '')
  const dossier = await readDossier(deps.db, dossierId)
  if (!dossier) throw new Error(`event ${note.type} of a missing dossier ${dossierId}`)
  const item = await itemOfDossier(deps.db, dossier)
  const organ = await organById(deps.db, dossier.organId)
  if (!organ) throw new Error(`dossier ${dossierId} belongs to an unknown organ`)
  const event = (await readStream(deps.db, note.streamId)).find((e) => e.seq === note.seq)
  if (!event) throw new Error(`${note.streamId} has no event ${note.seq}`)
  return { dossier, item, organ, event }
}

/**
 * Records that something was done for a dossier without changing its state, once under its key. `also` writes what
 * belongs to it in the same transaction. The version does not rise: an officer who is reading is not disturbed.
 */
export async function note(
  deps: ReactionDeps,
  dossierId: string,
  key: string,
  type: string,
  data: Record<string, unknown>,
  also: (tx: Tx) => Promise<void> = async () => {},
  actor: Actor = SYSTEM,
): Promise<boolean> {
  const now = deps.now()
  return deps.db.transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    if (!(await takeActKey(tx, dossierId, key, type, now))) return false
    await also(tx)
    await deps.history.record(tx, streamOf(dossierId), actor, now, [{ type, data }])
    return true
  })
}
