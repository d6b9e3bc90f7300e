import { createHash, randomUUID } from 'node:crypto'
import { type History, SYSTEM } from '../history/index.ts'
import type { Database } from '../platform/database.ts'
import { dayOf } from '../regulation/index.ts'
import { streamOf } from './acts/scene.ts'
import { directoryBasics } from './directory/basics.ts'
import { canonical, newDraftFrom } from './draft.ts'
import { gateContextOf } from './gate/context.ts'
import { basicDifferences } from './gate/directory.ts'
import { guideCounts } from './gate/gate.ts'
import { type ItemContent, itemContent } from './item.ts'
import { putInForce } from './life/put-in-force.ts'
import {
  insertFiling,
  insertItem,
  lockItem,
  readImportRecord,
  readVersion,
  saveDraftRow,
  writeImportRecord,
} from './store.ts'

export const contentHash = (content: ItemContent): string =>
  createHash('sha256').update(canonical(content)).digest('hex')

/**
 * Publishes the shipped sample items (示例) through the same gate as everybody's. An item whose content was loaded before
 * is left alone, whatever its clerk made of it since; a changed one becomes its next version, unless its clerk changed
 * it too. Throws for an item that the gate would not let through. The organs and their staff must be there already.
 */
export async function loadSampleItems(
  db: Database,
  history: History,
  items: ItemContent[],
  now: Date,
): Promise<{ published: number; unchanged: number }> {
  let published = 0
  for (const item of items)
    if (await loadSampleItem(db, history, itemContent.parse(item), now)) published += 1
  return { published, unchanged: items.length - published }
}

function loadSampleItem(db: Database, history: History, content: ItemContent, now: Date): Promise<boolean> {
  const sourceKey = `sample:${content.handleItemCode || content.implCode}`
  const sourceHash = contentHash(content)
  return db.transaction(async (tx) => {
    const known = await readImportRecord(tx, sourceKey)
    if (known?.sourceHash === sourceHash) return false
    // Where the directory was changed here since, the copy is its clerk's to review, not the loader's.
    const entry = await directoryBasics(tx, content.basicCode)
    if (entry && (entry.state !== 'in-force' || basicDifferences(content, entry).length > 0)) return false
    const itemId = known?.itemId ?? randomUUID()
    if (!known) {
      const { implCode, handleItemCode, organId } = content
      await insertItem(tx, { itemId, implCode, handleItemCode, organId })
    }
    const item = (await lockItem(tx, itemId))!
    const touched = item.draftVersion !== null || item.life !== 'active'
    if (known && (touched || item.publishedVersion !== known.version)) return false

    const version = (item.publishedVersion ?? 0) + 1
    const draft = { itemId, version, revision: 1, content: newDraftFrom(content) }
    const counted = guideCounts(content, await gateContextOf(tx, item.organId, content))
    await saveDraftRow(tx, { ...draft, ...counted }, SYSTEM, now)
    await history.record(tx, streamOf(itemId), SYSTEM, now, [
      { type: 'item.sample-loaded', data: { version } },
    ])
    const row = (await readVersion(tx, itemId, version))!
    const kind = item.publishedVersion === null ? 'new' : 'change'
    const { organId } = item
    await insertFiling(tx, { itemId, version, kind, sections: [], organId, changeId: null }, SYSTEM, now)
    const terms = { filedOn: dayOf(now), reason: '' }
    const result = await putInForce(tx, history, item, row, terms, SYSTEM, now)
    if (!result.ok) throw new Error(`sample item ${content.name}: ${result.refusal.sentence}`)
    await writeImportRecord(tx, { sourceKey, itemId, sourceHash, version, revision: 1 }, now)
    return true
  })
}
