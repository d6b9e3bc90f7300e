import { type ItemHit, search } from '../../catalogue/index.ts'
import type { Db } from '../../platform/database.ts'
import { everyHit, isFor } from './overview.ts'

/** What the address of a search asks for; unknown values are as good as none. */
export interface Wanted {
  q: string
  subject: '' | 'person' | 'enterprise'
  organ: string
  area: string
  online: '' | 'yes' | 'no'
  page: number
}

export interface Facet {
  value: string
  count: number
}

export interface Found {
  hits: readonly ItemHit[]
  total: number
  pages: number
  near: readonly ItemHit[]
  /** Values that are left when the other filters hold, with how many items each leaves. */
  facets: Record<'subject' | 'organ' | 'area' | 'online', readonly Facet[]>
  /** More matched than we looked at: the counts are then of the best ones. */
  capped: boolean
}

export const PAGE_SIZE = 20
/** Nobody pages through more than this; sharper words do better. */
const MOST = 400

export function wantedFrom(query: Record<string, unknown>): Wanted {
  const one = (name: string): string => {
    const value = query[name]
    return typeof value === 'string' ? value.trim().slice(0, 60) : ''
  }
  const subject = one('subject')
  const online = one('online')
  const page = Number(one('page'))
  return {
    q: one('q'),
    subject: subject === 'person' || subject === 'enterprise' ? subject : '',
    organ: one('organ'),
    area: one('area'),
    online: online === 'yes' || online === 'no' ? online : '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

const TESTS = {
  subject: (item: ItemHit, value: string) => isFor(item, value as 'person' | 'enterprise'),
  organ: (item: ItemHit, value: string) => item.organName === value,
  area: (item: ItemHit, value: string) => item.areaCode === value,
  online: (item: ItemHit, value: string) => item.online === (value === 'yes'),
} as const
type Filter = keyof typeof TESTS
const FILTERS = Object.keys(TESTS) as Filter[]

/**
 * Searches once without the filters and applies them here: so each filter can say how many items it would leave, and a
 * link that leads to nothing is never offered.
 */
export async function find(db: Db, wanted: Wanted, all: readonly ItemHit[]): Promise<Found> {
  const matched = wanted.q === '' ? all : await everyHit(db, { q: wanted.q }, MOST)
  const passes = (item: ItemHit, except?: Filter) =>
    FILTERS.every(
      (filter) => filter === except || wanted[filter] === '' || TESTS[filter](item, wanted[filter]),
    )
  const left = matched.filter((item) => passes(item))
  const near = matched.length === 0 && wanted.q !== '' ? (await search(db, { q: wanted.q })).near : []
  const facet = (filter: Filter, values: readonly string[]): Facet[] => {
    const others = matched.filter((item) => passes(item, filter))
    return values
      .map((value) => ({ value, count: others.filter((item) => TESTS[filter](item, value)).length }))
      .filter(({ value, count }) => count > 0 || wanted[filter] === value)
  }
  const valuesOf = (name: 'organName' | 'areaCode') => [...new Set(matched.map((item) => item[name]))].sort()
  return {
    hits: left.slice((wanted.page - 1) * PAGE_SIZE, wanted.page * PAGE_SIZE),
    total: left.length,
    pages: Math.max(1, Math.ceil(left.length / PAGE_SIZE)),
    near,
    facets: {
      subject: facet('subject', ['person', 'enterprise']),
      organ: facet('organ', valuesOf('organName')),
      area: facet('area', valuesOf('areaCode')),
      online: facet('online', ['yes', 'no']),
    },
    capped: wanted.q !== '' && matched.length >= MOST,
  }
}
