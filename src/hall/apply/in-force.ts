import { itemForGuide } from '../../catalogue/index.ts'
import type { Live } from '../../platform/live.ts'
import type { PersonalDeps } from '../personal-deps.ts'

/** A hint that was lost (a process that died) is made up for after this long. */
const KEPT_MS = 5000

type Kept = Map<string, { version: number | null; at: number }>
const caches = new WeakMap<Live, Kept>()

function keptFor(live: Live): Kept {
  const known = caches.get(live)
  if (known) return known
  const kept: Kept = new Map()
  caches.set(live, kept)
  live.subscribeAll((streamId) => {
    if (streamId === '*') kept.clear()
    else if (streamId.startsWith('item:')) kept.delete(streamId.slice('item:'.length))
  })
  return kept
}

/**
 * The version of a guide that is in force; null when the item is not offered. Every submission asks, so the answer is kept
 * until the item's own history says that something happened to it. `fresh` asks the database, for pages.
 */
export async function versionInForce(
  deps: Pick<PersonalDeps, 'db' | 'live'>,
  itemId: string,
  now: Date,
  fresh = false,
): Promise<number | null> {
  const kept = keptFor(deps.live)
  const before = kept.get(itemId)
  if (!fresh && before) {
    const age = now.getTime() - before.at
    if (age >= 0 && age < KEPT_MS) return before.version
  }
  const version = (await itemForGuide(deps.db, itemId))?.version ?? null
  kept.set(itemId, { version, at: now.getTime() })
  return version
}
