import { type ChangeKind, type ItemContent, itemVersion } from '../../catalogue/index.ts'
import type { Db } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import { waitingByDay, waitingFor } from '../store.ts'
import { bringNotes, ENDED_WORDS } from '../told.ts'

/** What a change would do to the bookings on or after its day of effect. */
export interface BookingsImpact {
  total: number
  days: { day: Day; count: number }[]
  /** What their applicants will be told: each sentence with the number of bookings. One booking may have several. */
  told: { count: number; told: string }[]
}

/** By the functions that do it when the day comes. `content`: the guide as it will be; null for what ends the item. */
export async function bookingsImpact(
  db: Db,
  itemId: string,
  change: { kind: ChangeKind; content: ItemContent | null; from: Day },
): Promise<BookingsImpact> {
  const days = await waitingByDay(db, itemId, change.from)
  const total = days.reduce((n, d) => n + d.count, 0)
  const told = new Map<string, number>()
  const say = (sentence: string) => told.set(sentence, (told.get(sentence) ?? 0) + 1)
  for (const booking of total === 0 ? [] : await waitingFor(db, itemId, change.from)) {
    if (change.kind === 'suspend' || change.kind === 'cancel' || change.kind === 'devolve')
      say(`事项${ENDED_WORDS[change.kind]}，约的时间取消，不用来。`)
    else if (change.content !== null) {
      const before = await itemVersion(db, itemId, booking.itemVersion)
      if (before) for (const note of bringNotes(before.content, change.content)) say(note)
    }
  }
  return { total, days, told: [...told].map(([sentence, count]) => ({ count, told: sentence })) }
}
