import type { Staff } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { basicElementsKept } from '../directory/basics.ts'
import { applyPatch, canonical, changedSections, newDraftFrom } from '../draft.ts'
import { gateContextOf } from '../gate/context.ts'
import type { Finding } from '../gate/finding.ts'
import { guideCounts, publishFindings } from '../gate/gate.ts'
import { type ItemContent, itemContent } from '../item.ts'
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
import { clashRefusal } from '../versions/clashes.ts'
import { changedFields } from '../versions/field-history.ts'
import { type Choose, merge } from '../versions/merge.ts'
import { keepRevision, readRevision, revisionsAfter } from '../versions/revision-store.ts'
import { actorOf, type CatalogueDeps, mayEdit, streamOf } from './scene.ts'

export interface SaveDraft {
  /** New values for parts of the content; what is not named stays. */
  patch: Record<string, unknown>
  /** The revision of the draft that the clerk was looking at; 0 where there was no draft yet. */
  revision: number
  /** The version that the clerk was looking at; left out: whatever is the draft now. */
  version?: number | undefined
  /** The clerk's page shows what it sent for that revision, without what others' saves had brought into it. */
  asSent?: boolean | undefined
  /** Which side stands at places that clashed, chosen while the draft stood at revision `over`. */
  choices?: { over: number; take: Record<string, 'theirs' | 'mine'> } | undefined
}

export interface SavedDraft {
  version: number
  revision: number
  savedAt: Date
  findings: Finding[]
  /** The draft as it is now, where it holds more than the clerk's page: what others changed meanwhile. Null: it does not. */
  merged: ItemContent | null
}

/**
 * Saves the clerk's change to the draft of an item; the first change to a published item starts the next version's
 * draft. A draft need not be complete. What others saved since the clerk's revision is kept: changes in different places are
 * put together. Refuses `conflict` only where both changed the same place (with both values, who and when), or where the
 * clerk's revision is not kept any more.
 */
export async function saveDraft(
  deps: CatalogueDeps,
  staff: Staff,
  itemId: string,
  save: SaveDraft,
  now: Date,
): Promise<Result<SavedDraft>> {
  return deps.db.transaction(async (tx) => {
    const allowed = mayEdit(staff, await lockItem(tx, itemId))
    if (!allowed.ok) return allowed
    const item = allowed.value
    const closed = await mayChange(tx, item)
    if (!closed.ok) return closed
    const current = await currentDraft(tx, item)
    const joined = await join(tx, itemId, current, save)
    if (!joined.ok) return joined
    const { content, mine } = joined.value
    const kept = basicElementsKept(current.content, content)
    if (!kept.ok) return kept
    const context = await gateContextOf(tx, item.organId, content, deps.impact?.hoursSet)
    const findings = publishFindings(content, context)
    const merged = canonical(content) === canonical(mine) ? null : content
    const { version, savedAt } = current
    if (current.revision > 0 && canonical(content) === canonical(current.content))
      return done({ version, revision: current.revision, savedAt: savedAt ?? now, findings, merged })
    const taken = await codesTaken(tx, item, content)
    if (taken) return taken

    const by = actorOf(staff)
    const next = { itemId, version, revision: current.revision + 1, content }
    if (current.revision > 0)
      await keepRevision(
        tx,
        { ...current, itemId, savedAt: savedAt ?? now, savedBy: current.savedBy ?? by },
        null,
      )
    await keepRevision(tx, { ...next, savedAt: now, savedBy: by }, merged && mine)
    await saveDraftRow(tx, { ...next, ...guideCounts(content, context) }, by, now)
    await setItemCodes(tx, itemId, content.implCode, content.handleItemCode)
    const data = {
      version,
      revision: next.revision,
      sections: changedSections(current.content, content),
      fields: changedFields(current.content, content),
      ...(merged ? { mergedFrom: save.revision } : {}),
    }
    await deps.history.record(tx, streamOf(itemId), by, now, [{ type: 'item.draft-saved', data }])
    return done({ version, revision: next.revision, savedAt: now, findings, merged })
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

/** The clerk's change on what the clerk was looking at, and together with what came in between. */
async function join(
  tx: Tx,
  itemId: string,
  current: Current,
  { patch, revision, version = current.version, asSent = false, choices }: SaveDraft,
): Promise<Result<{ mine: ItemContent; content: ItemContent }>> {
  const upToDate = version === current.version && revision === current.revision && !asSent
  const base = upToDate
    ? current.content
    : await contentAt(tx, { itemId, version, revision }, current, asSent)
  if (base === null) return movedOn(current)
  const patched = applyPatch(base, patch)
  if (!patched.ok) return patched
  const mine = patched.value
  if (upToDate) return done({ mine, content: mine })
  const choose: Choose = (path) => (choices?.over === current.revision ? (choices.take[path] ?? null) : null)
  const { value, clashes } = merge(base, current.content, mine, choose)
  if (clashes.length === 0) return done({ mine, content: itemContent.parse(value) })
  const between = await revisionsAfter(tx, { itemId, version, revision })
  return clashRefusal(clashes, { base, theirs: current.content, mine }, between, current.revision)
}

/** What stood before a page that knows of this revision. Null: of another version, or not kept. */
async function contentAt(
  tx: Tx,
  place: { itemId: string; version: number; revision: number },
  current: Current,
  asSent: boolean,
): Promise<ItemContent | null> {
  if (place.version !== current.version) return null
  if (place.revision === 0)
    return place.version === 1
      ? null
      : ((await readVersion(tx, place.itemId, place.version - 1))?.content ?? null)
  if (place.revision > current.revision) return null
  return readRevision(tx, place, asSent)
}

function movedOn(current: Current) {
  const detail = { revision: current.revision, savedBy: current.savedBy, savedAt: current.savedAt }
  if (current.revision === 0)
    return refuse('conflict', '这份草稿已经生效了，这里的修改没有保存。打开现行版本再改。', { detail })
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
    `${current.savedBy?.name ?? '别人'}在${when ?? '打开之后'}保存过这份草稿，这里看的一稿太旧，合不到一起，修改没有保存。打开最新的一稿再改。`,
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
