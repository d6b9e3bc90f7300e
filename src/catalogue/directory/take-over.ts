import type { Staff } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { actorOf, type CatalogueDeps, mayEdit, streamOf } from '../acts/scene.ts'
import { newDraftFrom } from '../draft.ts'
import { gateContextOf } from '../gate/context.ts'
import { basicDifferences } from '../gate/directory.ts'
import { guideCounts } from '../gate/gate.ts'
import type { ItemContent } from '../item.ts'
import { mayChange } from '../life/under-way.ts'
import { lockItem, readVersion, saveDraftRow } from '../store.ts'
import { changedFields } from '../versions/field-history.ts'
import { type DirectoryBasics, directoryBasics } from './basics.ts'

export interface TakeOver {
  /** The revision of the draft that the clerk was looking at; 0 where there was no draft yet. */
  revision: number
}

/** The content with the basic elements as the directory's entry has them now, bound to that version. */
export const withBasics = (content: ItemContent, entry: DirectoryBasics): ItemContent => ({
  ...content,
  directoryVersion: entry.version,
  directoryName: entry.name,
  itemType: entry.itemType,
  legalBasis: entry.legalBasis,
  // An item that carries the entry's name goes on carrying it; a variant's narrower name is the clerk's.
  name: content.name === content.directoryName ? entry.name : content.name,
})

/**
 * The clerk has reviewed what the directory changed and copies it into the draft; on a published item this begins the
 * next version. It also binds an item that came from elsewhere. Refuses `nothing-new` where the draft reads so already.
 */
export async function takeOverBasics(
  deps: CatalogueDeps,
  staff: Staff,
  itemId: string,
  { revision }: TakeOver,
  now: Date,
): Promise<Result<{ version: number; revision: number }>> {
  return deps.db.transaction(async (tx) => {
    const allowed = mayEdit(staff, await lockItem(tx, itemId))
    if (!allowed.ok) return allowed
    const item = allowed.value
    const open = await mayChange(tx, item)
    if (!open.ok) return open
    const newest = (await readVersion(tx, itemId, (item.draftVersion ?? item.publishedVersion)!))!
    const isDraft = newest.status === 'draft'
    if ((isDraft ? newest.revision : 0) !== revision)
      return refuse('conflict', '草稿在打开之后又保存过，没有照目录更新。看过最新的一稿再更新。', {
        detail: { revision: newest.revision, savedBy: newest.savedBy, savedAt: newest.savedAt },
      })
    const before = isDraft ? newest.content : newDraftFrom(newest.content)
    const entry = before.basicCode === '' ? null : await directoryBasics(tx, before.basicCode)
    if (entry === null)
      return refuse('not-found', '目录里没有这个基本编码，没有可以照着更新的。', { field: 'basicCode' })
    if (before.directoryVersion === entry.version)
      return refuse('nothing-new', `草稿已经和目录第 ${entry.version} 版一致。`)
    const content = withBasics(before, entry)
    const version = isDraft ? newest.version : newest.version + 1
    const draft = { itemId, version, revision: revision + 1, content }
    const context = await gateContextOf(tx, item.organId, content)
    await saveDraftRow(tx, { ...draft, ...guideCounts(content, context) }, actorOf(staff), now)
    const data = {
      version,
      directoryVersion: entry.version,
      before: before.directoryVersion,
      differences: basicDifferences(before, entry),
      fields: changedFields(before, content),
    }
    await deps.history.record(tx, streamOf(itemId), actorOf(staff), now, [
      { type: 'item.basics-taken-over', data },
    ])
    return done({ version, revision: revision + 1 })
  })
}
