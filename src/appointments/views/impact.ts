import { type BookingsImpact, type ChangeKind, type ItemContent, itemVersion } from '../../catalogue/index.ts'
import type { Db } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import { waitingFor } from '../store.ts'
import { bringNotes, ENDED_WORDS } from '../told.ts'

/**
 * What a change would do to the bookings on or after its day of effect, by the functions that do it when the day comes. `content`:
 * the guide as it will be; null for what ends the item.
 */
export async function bookingsImpact(
  db: Db,
  itemId: string,
  change: { kind: ChangeKind; content: ItemContent | null; from: Day },
): Promise<BookingsImpact> {
  const bookings = await waitingFor(db, itemId, change.from)
  const days = [...Map.groupBy(bookings, (b) => b.day)].map(([day, its]) => ({ day, count: its.length }))
  const told = new Map<string, number>()
  const say = (sentence: string, count: number) => told.set(sentence, (told.get(sentence) ?? 0) + count)
  for (const [version, its] of Map.groupBy(bookings, (b) => b.itemVersion)) {
    if (change.kind === 'suspend' || change.kind === 'cancel' || change.kind === 'devolve')
      say(`事项${ENDED_WORDS[change.kind]}，约的时间取消，不用来。`, its.length)
    else if (change.content !== null) {
      const before = await itemVersion(db, itemId, version)
      if (before === null) throw new Error(`bookings of ${itemId} refer to a missing version ${version}`)
      for (const note of bringNotes(before.content, change.content)) say(note, its.length)
    }
  }
  return {
    total: bookings.length,
    days,
    told: [...told].map(([sentence, count]) => ({ count, told: sentence })),
  }
}
