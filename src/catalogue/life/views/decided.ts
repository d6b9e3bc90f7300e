import type { Db } from '../../../platform/database.ts'
import type { Day } from '../../../regulation/index.ts'
import type { ItemVersion } from '../../item.ts'
import { itemVersion } from '../../views/guide.ts'
import type { ChangeKind } from '../change.ts'
import { findChange, scheduledChange } from '../store.ts'

/** What is decided on an item and waits for its day: who plans for a later day reads it before. */
export interface DecidedChange {
  kind: ChangeKind
  effectiveOn: Day
  reason: string
  instead: string
  /** The guide as it will be; null where the change brings no text. */
  item: ItemVersion | null
}

/** Null where nothing is decided. A district's new item that is part of a 下放 is decided with it. */
export async function decidedChange(db: Db, itemId: string): Promise<DecidedChange | null> {
  const waiting = await scheduledChange(db, itemId)
  const change = waiting && (await findChange(db, waiting.changeId))
  if (!change) return null
  const { kind, version, effectiveOn, reason, instead } = change
  return {
    kind,
    effectiveOn,
    reason,
    instead,
    item: version === null ? null : await itemVersion(db, itemId, version),
  }
}
