import { changesAfter, registerSize } from '../../catalogue/index.ts'
import type { Database } from '../../platform/database.ts'
import type { Live } from '../../platform/live.ts'

const EVERYTHING = { organId: '', areaCode: '', kind: '', month: '' } as const
const AT_ONCE = 1000

/**
 * Tells which items have a public change, `*` when that is not known. A clerk's every save comes over the same line as a new
 * version: the register says which of them the public can see, so that no screen redraws, and none shows, that something is
 * being written.
 */
export function listenInForce(db: Database, live: Pick<Live, 'subscribeAll'>) {
  const listeners = new Set<(itemId: string) => void>()
  const tell = (itemId: string) => {
    for (const listener of listeners) listener(itemId)
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
      for (const itemId of new Set(changes.map((c) => c.itemId))) tell(itemId)
      return changes.at(-1)?.seq ?? after
    } catch {
      tell('*')
      return null
    }
  }
  const stop = live.subscribeAll((streamId) => {
    if (streamId === '*') return tell('*')
    if (!streamId.startsWith('item:') || asked) return
    asked = true
    last = last.then(look)
  })
  return {
    listen(listener: (itemId: string) => void): () => void {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    stop,
  }
}
