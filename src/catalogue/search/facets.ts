/** By what a list of items can be narrowed (筛选), and how many items each choice leaves. Pure. */
import { isOnline } from '../gate/guide-facts.ts'
import type { ItemContent } from '../item.ts'

/** 网办深度: all of it online, so many visits beside it, or only at the counter. */
export type Reach = 'whole' | 'visits' | 'counter'
/** 办理方式: 窗口, 网上, 快递. */
export type Way = 'counter' | 'online' | 'courier'
/** Also the choices in the order in which a page shows them. */
export const SUBJECTS = ['person', 'enterprise', 'organisation'] as const
export type Subject = (typeof SUBJECTS)[number]

/** 服务对象 codes of GB/T 39046 A.4. */
const SUBJECT_CODES: Record<Subject, readonly string[]> = {
  person: ['1'],
  enterprise: ['2'],
  organisation: ['3', '4', '5', '6'],
}

export const subjectsOf = (serviceObjects: readonly string[]): Subject[] =>
  SUBJECTS.filter((subject) => SUBJECT_CODES[subject].some((code) => serviceObjects.includes(code)))

/** Online is only called whole where the guide asks for no visit. */
export function reachOf(content: Pick<ItemContent, 'handlingForms' | 'visits'>): Reach {
  if (!content.handlingForms.some((form) => form === '2' || form === '3')) return 'counter'
  return content.visits === 0 ? 'whole' : 'visits'
}

export function waysOf(content: ItemContent): Way[] {
  const ways: Way[] = []
  if (isOnline(content)) ways.push('online')
  if (content.handlingForms.includes('1')) ways.push('counter')
  if (content.handlingForms.includes('4')) ways.push('courier')
  return ways
}

/** What filters look at. */
export interface Faceted {
  serviceObjects: readonly string[]
  topics: readonly string[]
  organName: string
  areaCode: string
  ways: readonly Way[]
  reach: Reach
  /** How many items are alike in all of this. */
  items: number
}

export const FILTERS = ['subject', 'topic', 'area', 'way', 'reach', 'organ'] as const
export type Filter = (typeof FILTERS)[number]
/** What was chosen; a filter that is missing or empty leaves everything. */
export type Chosen = { readonly [filter in Filter]?: string | undefined }

const VALUES: Record<Filter, (one: Faceted) => readonly string[]> = {
  subject: (one) => subjectsOf(one.serviceObjects),
  topic: (one) => one.topics,
  area: (one) => [one.areaCode],
  way: (one) => one.ways,
  reach: (one) => [one.reach],
  organ: (one) => [one.organName],
}

/** A choice as a word of the index: `area=350102`. */
export const tag = (filter: Filter, value: string): string => `${filter}=${value}`

export function tagsOf(content: ItemContent): string[] {
  const one: Faceted = { ...content, ways: waysOf(content), reach: reachOf(content), items: 1 }
  return FILTERS.flatMap((filter) => VALUES[filter](one).map((value) => tag(filter, value)))
}

export const chosenFilters = (chosen: Chosen): Filter[] => FILTERS.filter((filter) => chosen[filter])

export const passes = (one: Faceted, chosen: Chosen): boolean =>
  FILTERS.every((filter) => !chosen[filter] || VALUES[filter](one).includes(chosen[filter]))

export interface Choice {
  value: string
  /** Items that are left with this choice, while the other filters hold. */
  count: number
}
export type Choices = Record<Filter, readonly Choice[]>

export interface Tally {
  /** Items that all filters leave. */
  total: number
  choices: Choices
}

/** The census is tallied at every visit, and stays the same list until an item changes: what is alike is kept with it. */
const prepared = new WeakMap<readonly Faceted[], readonly Prepared[]>()
const unfiltered = new WeakMap<readonly Faceted[], Tally>()
type Prepared = { items: number; values: Record<Filter, readonly string[]> }

function prepare(all: readonly Faceted[]): readonly Prepared[] {
  const known = prepared.get(all)
  if (known) return known
  const rows = all.map((one) => ({
    items: one.items,
    values: Object.fromEntries(FILTERS.map((filter) => [filter, VALUES[filter](one)])) as Prepared['values'],
  }))
  prepared.set(all, rows)
  return rows
}

/** How many are left, and what each filter still offers; the most frequent first, the value that is chosen always. */
export function tally(all: readonly Faceted[], chosen: Chosen): Tally {
  const narrowing = chosenFilters(chosen)
  const known = narrowing.length === 0 ? unfiltered.get(all) : undefined
  if (known) return known
  const result = count(prepare(all), chosen, narrowing)
  if (narrowing.length === 0) unfiltered.set(all, result)
  return result
}

function count(all: readonly Prepared[], chosen: Chosen, narrowing: readonly Filter[]): Tally {
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, new Map<string, number>()])) as Record<
    Filter,
    Map<string, number>
  >
  for (const filter of narrowing) counts[filter].set(chosen[filter]!, 0)
  const add = ({ items, values }: Prepared, filter: Filter) => {
    const of = counts[filter]
    for (const value of values[filter]) of.set(value, (of.get(value) ?? 0) + items)
  }
  let total = 0
  for (const one of all) {
    let against: Filter | null = null
    let many = false
    for (const filter of narrowing) {
      if (one.values[filter].includes(chosen[filter]!)) continue
      many = against !== null
      against = filter
      if (many) break
    }
    if (many) continue
    // What only one filter keeps out would be let in by another choice of that filter.
    if (against !== null) add(one, against)
    else {
      total += one.items
      for (const filter of FILTERS) add(one, filter)
    }
  }
  return { total, choices: ordered(counts) }
}

const ordered = (counts: Record<Filter, Map<string, number>>): Choices =>
  Object.fromEntries(
    FILTERS.map((filter) => [
      filter,
      [...counts[filter]]
        .map(([value, items]) => ({ value, count: items }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    ]),
  ) as unknown as Choices
