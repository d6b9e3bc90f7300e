import { itemForGuide } from '../../../catalogue/index.ts'
import type { Db } from '../../../platform/database.ts'
import type { Overview } from '../overview.ts'
import type { Counter } from './shell.tsx'

/** The counter of each department, as the guide of its first item names it. */
export async function countersOf(db: Db, overview: Overview): Promise<Counter[]> {
  const counters: Counter[] = []
  for (const [organ, items] of Map.groupBy(overview.items, (item) => item.organName)) {
    const guide = await itemForGuide(db, items[0]!.itemId)
    const place = guide?.content.place
    if (!guide || !place) continue
    counters.push({
      organ,
      name: place.name,
      address: place.address,
      hours: place.hours,
      phone: guide.content.consultPhone,
    })
  }
  return counters.sort((a, b) => a.organ.localeCompare(b.organ, 'zh'))
}
