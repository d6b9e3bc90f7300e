import {
  type Faceted,
  type ItemHit,
  type Subject,
  search,
  subjectsOf,
  takeCensus,
} from '../../catalogue/index.ts'
import type { Db } from '../../platform/database.ts'
import { LIFE_EVENTS, type LifeEvent, OFTEN, TOPICS, type Topic } from './topics.ts'

export type Audience = Subject

/** All that is published, as the home page, topics and filters count it. */
export interface Overview {
  census: readonly Faceted[]
  topics: readonly (Topic & { all: number; count: Record<Audience, number> })[]
  events: readonly (LifeEvent & { found: readonly ItemHit[] })[]
  /** Frequent wishes that find something. */
  often: typeof OFTEN
  /** What old people come for most. */
  forElders: readonly ItemHit[]
}

export const howMany = (census: readonly Faceted[], which: (one: Faceted) => boolean = () => true): number =>
  census.reduce((sum, one) => sum + (which(one) ? one.items : 0), 0)

export const howManyFor = (census: readonly Faceted[], audience: Audience): number =>
  howMany(census, (one) => subjectsOf(one.serviceObjects).includes(audience))

/**
 * Keeps the overview until an item changes. Reading it again is one count of the catalogue, so it is done at the next
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

const ELDERS = ['老年人', '社会保险', '就业登记']

async function readOverview(db: Db): Promise<Overview> {
  const census = await takeCensus(db)
  const names = new Set(census.flatMap((one) => one.topics))
  const known = TOPICS.filter((t) => names.has(t.name.zh))
  const others = [...names]
    .filter((name) => !TOPICS.some((t) => t.name.zh === name))
    .sort()
    .map((name) => ({ key: name, name: { zh: name, en: name }, about: { zh: '', en: '' } }))
  const often = []
  for (const wish of OFTEN) if ((await search(db, { q: wish.zh })).total > 0) often.push(wish)
  const events = []
  for (const event of LIFE_EVENTS) {
    const found = await namedSo(db, event.items)
    if (found.length > 0) events.push({ ...event, found })
  }
  return {
    census,
    topics: [...known, ...others].map((topic) => {
      const its = census.filter((one) => one.topics.includes(topic.name.zh))
      return {
        ...topic,
        all: howMany(its),
        count: {
          person: howManyFor(its, 'person'),
          enterprise: howManyFor(its, 'enterprise'),
          organisation: howManyFor(its, 'organisation'),
        },
      }
    }),
    events,
    often,
    forElders: await namedSo(db, ELDERS),
  }
}

/** The first item whose name begins so, for each beginning that there is. */
async function namedSo(db: Db, beginnings: readonly string[]): Promise<ItemHit[]> {
  const found: ItemHit[] = []
  for (const start of beginnings) {
    const { hits } = await search(db, { q: start })
    const hit = hits.find((one) => one.name.startsWith(start) && !found.some((f) => f.itemId === one.itemId))
    if (hit) found.push(hit)
  }
  return found
}
