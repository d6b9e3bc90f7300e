import type { Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { awaitedHeir, setLife, wasSubmitted } from '../life/store.ts'
import { mayChange } from '../life/under-way.ts'
import { deleteDraft, type ItemRow, lockItem, readVersion } from '../store.ts'
import { changedFields } from '../versions/field-history.ts'
import { actorOf, type CatalogueDeps, mayEdit, streamOf } from './scene.ts'

export interface DiscardDraft {
  /** The draft as the clerk was looking at it. */
  version: number
  revision: number
}

/**
 * Whether a draft is the department's own to throw away. Not what lay before those who sign a change of an item in force: their record
 * refers to that version. An item that never was in force keeps its text when it ends, so it may have lain before them; but a 下放
 * that still stands waits for its heirs.
 */
export async function mayDiscard(
  db: Db,
  item: Pick<ItemRow, 'itemId' | 'publishedVersion'>,
  version: number,
): Promise<Result<null>> {
  if (item.publishedVersion !== null)
    return (await wasSubmitted(db, item.itemId, version))
      ? refuse(
          'signed-for',
          `草稿第 ${version} 版提交过，手续里记着它，不能丢。改好可以再提交；不改了就留着，不影响现行第 ${item.publishedVersion} 版。`,
        )
      : done(null)
  return (await awaitedHeir(db, item.itemId))
    ? refuse(
        'signed-for',
        '这件事是上级部门下放来的，下放等着它生效，草稿不能丢。接不了的，请上级部门撤回下放。',
      )
    : done(null)
}

/**
 * Throws a draft away: the version in force stays as it is. An item that never was in force ends with it, and its code is not given
 * again. Refuses `conflict` where somebody saved meanwhile, and `signed-for` what {@link mayDiscard} keeps. What was thrown away stays in
 * the history.
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
    const own = await mayDiscard(tx, item, draft.version)
    if (!own.ok) return own

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
