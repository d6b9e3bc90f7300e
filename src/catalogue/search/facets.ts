/** By what a list of items can be narrowed (筛选), and how many items each choice leaves. Pure. */
import { isOnline } from '../guide-facts.ts'
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

export const passes = (one: Faceted, chosen: Chosen, except?: Filter): boolean =>
  FILTERS.every(
    (filter) => filter === except || !chosen[filter] || VALUES[filter](one).includes(chosen[filter]),
  )

export interface Choice {
  value: string
  /** Items that are left with this choice, while the other filters hold. */
  count: number
}
export type Choices = Record<Filter, readonly Choice[]>

/** What each filter still offers; the most frequent first, the value that is chosen always. */
export function choicesOf(all: readonly Faceted[], chosen: Chosen): Choices {
  const of = (filter: Filter): Choice[] => {
    const counts = new Map<string, number>()
    const value = chosen[filter]
    if (value) counts.set(value, 0)
    for (const one of all)
      if (passes(one, chosen, filter))
        for (const each of VALUES[filter](one)) counts.set(each, (counts.get(each) ?? 0) + one.items)
    return [...counts]
      .map(([one, count]) => ({ value: one, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }
  return {
    subject: of('subject'),
    topic: of('topic'),
    area: of('area'),
    way: of('way'),
    reach: of('reach'),
    organ: of('organ'),
  }
}
