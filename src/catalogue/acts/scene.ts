import type { Actor, History } from '../../history/index.ts'
import { postRuling, type Staff } from '../../identity/index.ts'
import type { Database } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import type { ImpactPort } from '../life/impact.ts'
import type { ItemRow } from '../store.ts'

export interface CatalogueDeps {
  db: Database
  history: History
  /** What a change meets outside the catalogue; without it the screens say that it was not counted. */
  impact?: ImpactPort
}

export const streamOf = (itemId: string): string => `item:${itemId}`

export const actorOf = (staff: Staff): Actor => ({ kind: 'staff', id: staff.staffId, name: staff.name })

const READS_ALL = ['supervisor', 'registrar', 'reformer'] as const

/** Who looks at the items of all organs: those who supervise, take filings, or decide on the directory. */
export const readsAll = (staff: Staff): boolean =>
  READS_ALL.some((post) => postRuling(staff, post).outcome === 'met')

/** Items of other organs are not there for an officer, except for those who look at all of them. */
export function mayRead(staff: Staff, item: ItemRow): boolean {
  return item.organId === staff.organId || readsAll(staff)
}

export const NO_ITEM = refuse('not-found', '没有这个事项，或者它不归您的部门管。')

/** Guides are written by the organ's own clerk (Art. 5.1(4)), after training (Art. 5.1(1)). */
export function mayEdit(staff: Staff, item: ItemRow | null): Result<ItemRow> {
  if (item === null || !mayRead(staff, item)) return NO_ITEM
  const ruling = postRuling(staff, 'clerk')
  if (item.organId !== staff.organId) return refuse('not-allowed', '这是别的部门的事项，只能看，不能改。')
  if (ruling.outcome !== 'met') return refuse('not-allowed', ruling.sentence.zh, { detail: { ruling } })
  return done(item)
}
