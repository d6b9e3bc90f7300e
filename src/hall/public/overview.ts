import { type ItemHit, search } from '../../catalogue/index.ts'
import type { Db } from '../../platform/database.ts'
import { LIFE_EVENTS, type LifeEvent, OFTEN, TOPICS, type Topic } from './topics.ts'

export type Audience = 'person' | 'enterprise'

/** All that is published, as the home page, topics and filters count it. */
export interface Overview {
  items: readonly ItemHit[]
  topics: readonly (Topic & { items: readonly ItemHit[] })[]
  events: readonly (LifeEvent & { found: readonly ItemHit[] })[]
  /** Frequent wishes that find something. */
  often: typeof OFTEN
}

export const isFor = (item: ItemHit, audience: Audience): boolean =>
  audience === 'person'
    ? item.serviceObjects.includes('1')
    : item.serviceObjects.some((object) => object !== '1')

/**
 * Keeps the overview until an item changes. Reading it again is one listing of the catalogue, so it is done at the next
 * visit after a change and not at each visit.
 */
export function createOverview(db: Db) {
  let kept: Promise<Overview> | null = null
  return {
    forget(): void {
      kept = null
    },
    read(): Promise<Overview> {
      if (kept) return kept
      const reading = readOverview(db)
      kept = reading
      // What failed is not kept: the next visitor asks again.
      reading.catch(() => {
        if (kept === reading) kept = null
      })
      return reading
    },
  }
}

async function readOverview(db: Db): Promise<Overview> {
  const items = await everyHit(db, {})
  const names = new Set(items.flatMap((item) => item.topics))
  const known = TOPICS.filter((t) => names.has(t.name.zh))
  const others = [...names]
    .filter((name) => !TOPICS.some((t) => t.name.zh === name))
    .sort()
    .map((name) => ({ key: name, name: { zh: name, en: name }, about: { zh: '', en: '' } }))
  const often = []
  for (const wish of OFTEN) if ((await search(db, { q: wish.zh })).total > 0) often.push(wish)
  return {
    items,
    topics: [...known, ...others].map((topic) => ({
      ...topic,
      items: items.filter((item) => item.topics.includes(topic.name.zh)),
    })),
    events: LIFE_EVENTS.map((event) => ({ ...event, found: itemsOf(event, items) })).filter(
      (event) => event.found.length > 0,
    ),
    often,
  }
}

function itemsOf(event: LifeEvent, items: readonly ItemHit[]): ItemHit[] {
  const found = event.items.flatMap((start) => items.find((item) => item.name.startsWith(start)) ?? [])
  return [...new Set(found)]
}

/** Every hit of a query, page after page, at most `most`. */
export async function everyHit(
  db: Db,
  query: { q?: string },
  most = Number.POSITIVE_INFINITY,
): Promise<ItemHit[]> {
  const hits: ItemHit[] = []
  for (let page = 1; hits.length < most; page++) {
    const found = await search(db, { ...query, page })
    hits.push(...found.hits)
    if (found.hits.length < found.pageSize || hits.length >= found.total) break
  }
  return hits
}
