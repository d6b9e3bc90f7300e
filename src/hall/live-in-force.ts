import { changesAfter, registerSize } from '../catalogue/index.ts'
import type { Database } from '../platform/database.ts'
import type { Live } from '../platform/live.ts'

const EVERYTHING = { organId: '', areaCode: '', kind: '', month: '' } as const
const AT_ONCE = 1000

/**
 * The live line as the hall's caches and screens hear it: of an item only what the public can see. A clerk's every save comes over
 * the line like a new version; the register of changes says which is which, so that nothing is drawn anew, and nobody can tell,
 * because something is being written. `*` where that is not known.
 */
export function liveInForce(db: Database, live: Live): Live & { stop(): void } {
  const listeners = new Set<(streamId: string) => void>()
  const tell = (streamId: string) => {
    for (const listener of listeners) listener(streamId)
  }
  let last: Promise<number | null> = registerSize(db, EVERYTHING).then(
    (size) => size.newest,
    () => null,
  )
  let asked = false

  async function look(after: number | null): Promise<number | null> {
    asked = false
    try {
      if (after === null) {
        const { newest } = await registerSize(db, EVERYTHING)
        tell('*')
        return newest
      }
      const changes = await changesAfter(db, after, AT_ONCE)
      if (changes.length === AT_ONCE) tell('*')
      else for (const itemId of new Set(changes.map((c) => c.itemId))) tell(`item:${itemId}`)
      return changes.length === AT_ONCE ? null : (changes.at(-1)?.seq ?? after)
    } catch {
      tell('*')
      return null
    }
  }
  const stop = live.subscribeAll((streamId) => {
    if (!streamId.startsWith('item:')) return tell(streamId)
    if (asked) return
    asked = true
    last = last.then(look)
  })
  return {
    ...live,
    subscribeAll(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    stop,
  }
}
