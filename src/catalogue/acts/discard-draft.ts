import type { Staff } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { heirOf, setLife, wasSubmitted } from '../life/store.ts'
import { mayChange } from '../life/under-way.ts'
import { deleteDraft, lockItem, readVersion } from '../store.ts'
import { changedFields } from '../versions/field-history.ts'
import { actorOf, type CatalogueDeps, mayEdit, streamOf } from './scene.ts'

export interface DiscardDraft {
  /** The draft as the clerk was looking at it. */
  version: number
  revision: number
}

/**
 * Throws a draft away: the version in force stays as it is. An item that never was in force ends with it, and its code is not given
 * again. Refuses `conflict` where somebody saved meanwhile, and `signed-for` what lay before those who sign or was made by a 下放: their
 * record refers to it. What was thrown away stays in the history.
 */
export async function discardDraft(
  deps: CatalogueDeps,
  staff: Staff,
  itemId: string,
  seen: DiscardDraft,
  now: Date,
): Promise<Result<{ ended: boolean }>> {
  return deps.db.transaction(async (tx) => {
    const allowed = mayEdit(staff, await lockItem(tx, itemId))
    if (!allowed.ok) return allowed
    const item = allowed.value
    const open = await mayChange(tx, item)
    if (!open.ok) return open
    const draft = item.draftVersion === null ? null : await readVersion(tx, itemId, item.draftVersion)
    if (draft === null) return refuse('no-draft', '这个事项没有草稿，不用丢。')
    if (draft.version !== seen.version || draft.revision !== seen.revision)
      return refuse('conflict', `${draft.savedBy?.name ?? '别人'}又保存过这份草稿，先看过再定丢不丢。`)
    if ((await wasSubmitted(tx, itemId, draft.version)) || (await heirOf(tx, itemId)))
      return refuse('signed-for', '这一稿提交过或者是下放来的，要留作记录，不能丢。改好再提交。')

    const ended = item.publishedVersion === null
    const before = ended ? null : await readVersion(tx, itemId, item.publishedVersion!)
    if (ended) await setLife(tx, itemId, 'cancelled', null)
    else await deleteDraft(tx, itemId, draft.version)
    const fields = before ? changedFields(draft.content, before.content) : []
    const data = { version: draft.version, revision: draft.revision, ended, fields }
    await deps.history.record(tx, streamOf(itemId), actorOf(staff), now, [
      { type: 'item.draft-discarded', data },
    ])
    return done({ ended })
  })
}
