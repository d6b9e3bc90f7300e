import type { Db } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import type { ItemVersion } from '../item.ts'
import { findPublished, readVersion, replacedOn } from '../store.ts'

/**
 * Versions that were published never change, so a process reads each of them once. The newest few hundred are kept:
 * a city's whole catalogue in daily use is about that size, at some 20 kB each.
 */
const KEPT = 600
const published = new Map<string, ItemVersion>()

/**
 * An item at one version, draft or published; null where there is none. For a published version `status` says that it
 * once was published: whether it still is the one in force, `itemForGuide` tells.
 */
export async function itemVersion(db: Db, itemId: string, version: number): Promise<ItemVersion | null> {
  const key = `${itemId}@${version}`
  const kept = published.get(key)
  if (kept) return kept
  const row = await readVersion(db, itemId, version)
  if (row === null) return null
  const found: ItemVersion = {
    itemId,
    version,
    status: row.status,
    publishedAt: row.publishedAt,
    content: row.content,
  }
  if (row.status !== 'draft') {
    const oldest = published.size >= KEPT ? published.keys().next().value : undefined
    if (oldest !== undefined) published.delete(oldest)
    published.set(key, found)
  }
  return found
}

/** The version in force of an item, by its id or its 实施编码 (or 业务办理项编码); null where none is published. */
export async function itemForGuide(db: Db, itemIdOrCode: string): Promise<ItemVersion | null> {
  const found = await findPublished(db, itemIdOrCode)
  if (found === null) return null
  const item = await itemVersion(db, found.itemId, found.version)
  return item && { ...item, status: 'published' }
}

/** A version that was published once, and since which day another one holds in its place; null while it is in force. */
export interface PrintedVersion {
  item: ItemVersion
  outdatedSince: Day | null
}

/** What a print of this version is worth today; null where no such version was ever published. */
export async function printedVersion(
  db: Db,
  itemId: string,
  version: number,
): Promise<PrintedVersion | null> {
  const item = await itemVersion(db, itemId, version)
  if (item === null || item.status === 'draft') return null
  return { item, outdatedSince: await replacedOn(db, itemId, version) }
}
