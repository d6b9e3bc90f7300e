import { itemForGuide, search } from '../../../catalogue/index.ts'
import type { Db } from '../../../platform/database.ts'
import type { Overview } from '../overview.ts'
import type { Counter } from './shell.tsx'

/** The counter of each department, as the guide of its first item names it. */
export async function countersOf(db: Db, overview: Overview): Promise<Counter[]> {
  const counters: Counter[] = []
  for (const organ of new Set(overview.census.map((one) => one.organName))) {
    const { hits } = await search(db, { organ }, overview.census)
    const guide = hits[0] && (await itemForGuide(db, hits[0].itemId))
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
