import type { Filter, Sort } from '../../src/casework/api/worklist-contract.ts'

/** The saved filters as tabs, in the order of their number keys. */
export const TABS: { filter: Filter; label: string }[] = [
  { filter: 'all', label: '全部待我办' },
  { filter: 'red-yellow', label: '红黄灯' },
  { filter: 'today', label: '今天到期' },
  { filter: 'corrections-back', label: '补正已回' },
  { filter: 'to-decide', label: '待我决定' },
  { filter: 'paused', label: '暂停中' },
]

export const SORTS: { sort: Sort; label: string }[] = [
  { sort: 'due', label: '先到期的在前' },
  { sort: 'received', label: '先收的在前' },
  { sort: 'received-desc', label: '后收的在前' },
]

/** What the list shows; all of it lives in the address. */
export interface View {
  filter: Filter
  q: string
  sort: Sort
  page: number
  preview: boolean
}

/** The lists that are pages of the navigation, not tabs of one's own to-dos. */
export const TITLES: Partial<Record<Filter, string>> = { organ: '部门在办', done: '已办结' }

const FILTERS: Filter[] = [...TABS.map((t) => t.filter), 'organ', 'done']

export function viewOf(params: URLSearchParams): View {
  const filter = FILTERS.find((f) => f === params.get('filter')) ?? 'all'
  const sort = SORTS.find((s) => s.sort === params.get('sort'))?.sort ?? 'due'
  const page = Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1)
  return { filter, sort, page, q: params.get('q') ?? '', preview: params.get('preview') !== 'off' }
}

/** The address of a view: what is usual is left out. */
export function addressOf(view: View): string {
  const params = new URLSearchParams()
  if (view.filter !== 'all') params.set('filter', view.filter)
  if (view.q) params.set('q', view.q)
  if (view.sort !== 'due') params.set('sort', view.sort)
  if (view.page > 1) params.set('page', String(view.page))
  if (!view.preview) params.set('preview', 'off')
  const text = params.toString()
  return text ? `/worklist?${text}` : '/worklist'
}

export const queryOf = (view: View): string =>
  new URLSearchParams({ filter: view.filter, q: view.q, sort: view.sort, page: String(view.page) }).toString()

const LIST = 'desk.list'
/** The list that an officer came from, so that J and K in a record go to its neighbours. */
export function rememberList(address: string, ids: string[]): void {
  sessionStorage.setItem(LIST, JSON.stringify({ address, ids }))
}
export function rememberedList(): { address: string; ids: string[] } {
  try {
    return JSON.parse(sessionStorage.getItem(LIST) ?? '') as { address: string; ids: string[] }
  } catch {
    return { address: '/worklist', ids: [] }
  }
}
