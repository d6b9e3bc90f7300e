import type { Db } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import type { ItemRow } from '../store.ts'
import { type ChangeKind, KIND_NAMES, OPEN_STATES, type OpenState } from './change.ts'

export interface UnderWay {
  changeId: string
  kind: ChangeKind
  state: OpenState
}

/** The change of this item that is under way, or null: there is at most one. Asked by an act, the item is locked. */
export async function changeUnderWay(db: Db, itemId: string): Promise<UnderWay | null> {
  const [row] = await db.query<UnderWay>(
    `select change_id as "changeId", kind, state from catalogue.change where item_id = $1 and state = any($2)`,
    [itemId, OPEN_STATES],
  )
  return row ?? null
}

/** Where a change lies, to be told whoever meets it. */
const LIES: Record<OpenState, string> = {
  checking: '在本部门审核岗手里',
  filing: '已报备案，在行政服务管理机构',
  deciding: '已备案，在审改机构等决定',
  scheduled: '已办完手续，等生效日期',
}

/** What a change that is under way does not let happen: its text stays as those who sign it have read it. */
export const underWay = (change: UnderWay) =>
  refuse('under-way', `${KIND_NAMES[change.kind]}${LIES[change.state]}。要再改，先撤回这次变更。`, {
    detail: change,
  })

/** The item may be changed: nothing is under way, and it has not ended. Asked with the item locked. */
export async function mayChange(db: Db, item: ItemRow): Promise<Result<ItemRow>> {
  if (item.life === 'cancelled' || item.life === 'devolved')
    return refuse('ended', `这个事项已经${item.life === 'cancelled' ? '取消' : '下放'}，不能再改。`)
  const change = await changeUnderWay(db, item.itemId)
  return change === null ? done(item) : underWay(change)
}
