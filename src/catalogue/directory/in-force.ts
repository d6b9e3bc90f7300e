import { type Actor, type History, SYSTEM } from '../../history/index.ts'
import type { Tx } from '../../platform/database.ts'
import { dayOf } from '../../regulation/index.ts'
import type { CatalogueDeps } from '../acts/scene.ts'
import { directoryStream, type EntryVersion } from './entry.ts'
import { dueVersions, setInForce } from './store.ts'

/** The one way in which a version of an entry takes effect. Implementation lists that differ from it are due for review. */
export async function putInForce(
  tx: Tx,
  history: History,
  versions: Omit<EntryVersion, 'inForceAt'>[],
  by: Actor,
  now: Date,
): Promise<void> {
  for (const v of versions) {
    await setInForce(tx, v, now)
    const { version, operation, state, document, effectiveOn, proposalId } = v
    await history.record(tx, directoryStream(v.basicCode), by, now, [
      {
        type: 'directory.entry-in-force',
        data: { version, operation, state, document, effectiveOn, proposalId, name: v.elements.name },
      },
    ])
  }
}

/** Agreed versions whose day has come take effect. Returns how many. */
export async function sweepDirectory(deps: CatalogueDeps, now: Date): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const due = await dueVersions(tx, dayOf(now))
    await putInForce(tx, deps.history, due, SYSTEM, now)
    return due.length
  })
}
