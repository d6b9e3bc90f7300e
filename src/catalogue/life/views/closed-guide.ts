import type { Db } from '../../../platform/database.ts'
import type { Day } from '../../../regulation/index.ts'
import type { ItemVersion } from '../../item.ts'
import { findItem, findOnceInForce, readVersion } from '../../store.ts'
import { itemVersion } from '../../views/guide.ts'
import { findChange, lastInForce, lineageOf, lineageTo, suspendedSince } from '../store.ts'

/** Where an item that was handed down is handled now. */
export interface Successor {
  itemId: string
  name: string
  organName: string
  areaCode: string
  code: string
}

/** What a citizen reads of an item that is not offered any more, or not now. */
export interface ClosedGuide {
  item: ItemVersion
  life: 'suspended' | 'cancelled' | 'devolved'
  reason: string
  /** 文号; empty where none was named. */
  document: string
  instead: string
  since: Day
  /** 暂停: when it is planned to be offered again; null where nothing is planned. */
  resumesOn: Day | null
  successors: Successor[]
}

/** By item id or code, like a guide; null for what is offered or never was in force. */
export async function closedGuide(db: Db, key: string): Promise<ClosedGuide | null> {
  const found = await findOnceInForce(db, key)
  if (found === null || found.life === 'active') return null
  const item = await itemVersion(db, found.itemId, found.version)
  const change = await lastInForce(db, found.itemId, KIND_OF[found.life])
  if (item === null || change === null)
    throw new Error(`item ${found.itemId} is ${found.life} without a change`)
  const successors: Successor[] = []
  for (const { toItem, toCode } of await lineageOf(db, change.changeId)) {
    const heir = await findItem(db, toItem)
    if (heir?.publishedVersion == null || heir.life !== 'active') continue
    const { content } = (await readVersion(db, toItem, heir.publishedVersion))!
    const { name, organName, areaCode } = content
    successors.push({ itemId: toItem, name, organName, areaCode, code: toCode })
  }
  successors.sort((a, b) => a.areaCode.localeCompare(b.areaCode))
  const { reason, document, instead, enforcedOn } = change
  const since = (found.life === 'suspended' && (await suspendedSince(db, found.itemId))) || enforcedOn
  const { life, resumesOn } = found
  return { item, life, reason, document, instead, since, resumesOn, successors }
}

const KIND_OF = { suspended: 'suspend', cancelled: 'cancel', devolved: 'devolve' } as const

/** Whose item it was before it was handed down, under which code, and by which decision. */
export interface GuideOrigin {
  itemId: string
  organName: string
  code: string
  document: string
}

/** Where an item came from by 下放, for its guide; null where it did not. */
export async function guideOrigin(db: Db, itemId: string): Promise<GuideOrigin | null> {
  const [origin] = await lineageTo(db, itemId)
  const old = origin && (await findItem(db, origin.fromItem))
  const change = origin && (await findChange(db, origin.changeId))
  if (!old || change?.state !== 'in-force') return null
  const { content } = (await readVersion(db, old.itemId, old.publishedVersion!))!
  return {
    itemId: old.itemId,
    organName: content.organName,
    code: origin.fromCode,
    document: change.document,
  }
}
