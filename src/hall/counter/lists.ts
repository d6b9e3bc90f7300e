import { type Centre, type CounterItem, itemsAtCentre, listCentres, search } from '../../catalogue/index.ts'
import type { Database } from '../../platform/database.ts'
import type { Narrowed } from './addresses.ts'

/** What one centre handles. */
export interface CentreList {
  centre: Centre
  items: CounterItem[]
}

/** What a screen shows of it. */
export interface Shown {
  items: CounterItem[]
  /** With words: in the order of how well they answer. */
  found: boolean
}

/** Pages of a search that are looked through for items of one centre. */
const PAGES = 3

/** The lists of all centres, each kept until an item changes. Null for a centre that there is not. */
export function createCentreLists(db: Database) {
  const kept = new Map<string, Promise<CentreList | null>>()

  async function read(centreId: string): Promise<CentreList | null> {
    const centre = (await listCentres(db)).find((one) => one.centreId === centreId)
    return centre ? { centre, items: await itemsAtCentre(db, centreId) } : null
  }

  return {
    forget: (): void => kept.clear(),
    read(centreId: string): Promise<CentreList | null> {
      const known = kept.get(centreId)
      if (known !== undefined) return known
      const reading = read(centreId)
      kept.set(centreId, reading)
      // Unknown addresses must not fill the memory, and what failed is asked again.
      const drop = () => kept.get(centreId) === reading && kept.delete(centreId)
      reading.then((list) => list === null && drop(), drop)
      return reading
    },
  }
}

/** The items of a centre that answer the words, stand at the window, belong to the department; all without any of these. */
export async function narrow(db: Database, list: CentreList, { q, organ, window }: Narrowed): Promise<Shown> {
  const items = list.items.filter(
    (one) => (!organ || one.organName === organ) && (!window || one.windows.includes(window)),
  )
  if (!q?.trim()) return { items, found: false }
  const here = new Map(items.map((one) => [one.itemId, one]))
  const found = new Map<string, CounterItem>()
  for (const area of new Set(items.map((one) => one.areaCode)))
    for (let page = 1; page <= PAGES; page++) {
      const { hits, pages } = await search(db, { q, area, page })
      for (const { itemId } of hits) {
        const item = here.get(itemId)
        if (item) found.set(itemId, item)
      }
      if (page >= pages) break
    }
  return { items: [...found.values()], found: true }
}

export interface Heap {
  name: string
  windows: string[]
  items: CounterItem[]
}

/** The items of each department with its windows, the department with most items first. */
export function byOrgan(items: readonly CounterItem[]): Heap[] {
  const heaps = new Map<string, CounterItem[]>()
  for (const item of items) heaps.set(item.organName, [...(heaps.get(item.organName) ?? []), item])
  return [...heaps]
    .map(([name, own]) => ({ name, items: own, windows: windowsIn(own) }))
    .sort((a, b) => b.items.length - a.items.length || a.name.localeCompare(b.name, 'zh'))
}

const byNumber = new Intl.Collator('zh', { numeric: true })

/** The windows of these items in the order of their numbers. */
export const windowsIn = (items: readonly CounterItem[]): string[] =>
  [...new Set(items.flatMap((one) => one.windows))].sort(byNumber.compare)
