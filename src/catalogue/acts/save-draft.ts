import type { Staff } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { basicElementsKept } from '../directory/basics.ts'
import { applyPatch, canonical, changedSections, newDraftFrom } from '../draft.ts'
import type { Finding } from '../finding.ts'
import { guideCounts, publishFindings } from '../gate.ts'
import { gateContextOf } from '../gate-context.ts'
import type { ItemContent } from '../item.ts'
import { mayChange } from '../life/under-way.ts'
import {
  findItemByCodes,
  type ItemRow,
  lockItem,
  readVersion,
  saveDraftRow,
  setItemCodes,
  type VersionRow,
} from '../store.ts'
import { actorOf, type CatalogueDeps, mayEdit, streamOf } from './scene.ts'

export interface SaveDraft {
  /** New values for parts of the content; what is not named stays. */
  patch: Record<string, unknown>
  /** The revision of the draft that the clerk was looking at; 0 where there was no draft yet. */
  revision: number
}

export interface SavedDraft {
  version: number
  revision: number
  savedAt: Date
  findings: Finding[]
}

/**
 * Saves the clerk's change to the draft of an item; the first change to a published item starts the next version's
 * draft. A draft need not be complete. Refuses `conflict` when somebody saved in between, naming who and when.
 */
export async function saveDraft(
  deps: CatalogueDeps,
  staff: Staff,
  itemId: string,
  { patch, revision }: SaveDraft,
  now: Date,
): Promise<Result<SavedDraft>> {
  return deps.db.transaction(async (tx) => {
    const allowed = mayEdit(staff, await lockItem(tx, itemId))
    if (!allowed.ok) return allowed
    const item = allowed.value
    const closed = await mayChange(tx, item)
    if (!closed.ok) return closed
    const current = await currentDraft(tx, item)
    if (current.revision !== revision) return movedOn(current)
    const patched = applyPatch(current.content, patch)
    if (!patched.ok) return patched
    const kept = basicElementsKept(current.content, patched.value)
    if (!kept.ok) return kept
    const content = kept.value
    const context = await gateContextOf(tx, item.organId, content)
    const findings = publishFindings(content, context)
    if (current.revision > 0 && canonical(content) === canonical(current.content))
      return done({ version: current.version, revision, savedAt: current.savedAt ?? now, findings })
    const taken = await codesTaken(tx, item, content)
    if (taken) return taken

    const next = { itemId, version: current.version, revision: revision + 1, content }
    const by = actorOf(staff)
    await saveDraftRow(tx, { ...next, ...guideCounts(content, context) }, by, now)
    await setItemCodes(tx, itemId, content.implCode, content.handleItemCode)
    const data = {
      version: next.version,
      revision: next.revision,
      sections: changedSections(current.content, content),
    }
    await deps.history.record(tx, streamOf(itemId), by, now, [{ type: 'item.draft-saved', data }])
    return done({ version: next.version, revision: next.revision, savedAt: now, findings })
  })
}

type Current = Pick<VersionRow, 'version' | 'revision' | 'content' | 'savedAt' | 'savedBy'>

async function currentDraft(tx: Tx, item: ItemRow): Promise<Current> {
  const version = item.draftVersion ?? item.publishedVersion
  const row = version === null ? null : await readVersion(tx, item.itemId, version)
  if (row === null) throw new Error(`item ${item.itemId} has neither a draft nor a published version`)
  if (row.status === 'draft') return row
  const content = newDraftFrom(row.content)
  return { version: row.version + 1, revision: 0, content, savedAt: null, savedBy: null }
}

function movedOn(current: Current) {
  const detail = { revision: current.revision, savedBy: current.savedBy, savedAt: current.savedAt }
  if (current.revision === 0)
    return refuse('conflict', '这份草稿已经发布了，您的修改没有保存。请打开现行版本再改。', { detail })
  const when = current.savedAt?.toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return refuse(
    'conflict',
    `${current.savedBy?.name ?? '别人'}在${when ?? '您打开之后'}保存过这份草稿，您的修改没有保存。请打开最新的一稿再改。`,
    { detail },
  )
}

async function codesTaken(tx: Tx, item: ItemRow, content: ItemContent) {
  if (content.implCode === '') return null
  const other = await findItemByCodes(tx, content.implCode, content.handleItemCode)
  if (other === null || other.itemId === item.itemId) return null
  return refuse('code-taken', '另一个事项已经用了这个实施编码和业务办理项编码。请核对后再保存。', {
    field: 'implCode',
  })
}
