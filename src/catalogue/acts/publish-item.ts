import type { Actor, History } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import { changedSections } from '../draft.ts'
import { blocking, type Finding } from '../finding.ts'
import { publishFindings } from '../gate.ts'
import { gateContextOf } from '../gate-context.ts'
import { writeSearchEntry } from '../search/entry.ts'
import {
  enterChange,
  type ItemRow,
  insertFiling,
  lockItem,
  publishRow,
  readVersion,
  type VersionRow,
} from '../store.ts'
import { actorOf, type CatalogueDeps, mayEdit, streamOf } from './scene.ts'

export interface PublishedItem {
  version: number
  publishedAt: Date
  /** What the clerk let stand. */
  warnings: Finding[]
}

/**
 * Puts the draft of an item in force. Refuses `guide-incomplete` while anything blocks (Art. 7, 15, 23, 27), with the
 * findings; refuses `conflict` where the draft is not the one that the clerk read. Every version is filed with the
 * 行政服务管理机构 in the same transaction (Art. 5.1(3)), so none takes effect unfiled.
 */
export async function publishItem(
  deps: CatalogueDeps,
  staff: Staff,
  itemId: string,
  { revision }: { revision: number },
  now: Date,
): Promise<Result<PublishedItem>> {
  return deps.db.transaction(async (tx) => {
    const allowed = mayEdit(staff, await lockItem(tx, itemId))
    if (!allowed.ok) return allowed
    const item = allowed.value
    const draft = item.draftVersion === null ? null : await readVersion(tx, itemId, item.draftVersion)
    if (draft === null) return refuse('no-draft', '这个事项没有未发布的修改。')
    if (draft.revision !== revision)
      return refuse(
        'conflict',
        `${draft.savedBy?.name ?? '别人'}又改过这份草稿，没有发布。请看过最新的一稿再发布。`,
        {
          detail: { revision: draft.revision, savedBy: draft.savedBy, savedAt: draft.savedAt },
        },
      )
    return putInForce(tx, deps.history, item, draft, actorOf(staff), now)
  })
}

/** The one way in which any version takes effect, the sample world's included. The caller holds the lock on the item. */
export async function putInForce(
  tx: Tx,
  history: History,
  item: ItemRow,
  draft: Pick<VersionRow, 'version' | 'content'>,
  by: Actor,
  now: Date,
): Promise<Result<PublishedItem>> {
  const { itemId } = item
  const { version, content } = draft
  const findings = publishFindings(content, await gateContextOf(tx, item.organId, content))
  const blocked = blocking(findings)
  if (blocked.length > 0)
    return refuse(
      'guide-incomplete',
      `办事指南还差 ${blocked.length} 处，不能发布。${blocked[0]!.sentence}`,
      {
        detail: { findings },
      },
    )
  const before = item.publishedVersion === null ? null : await readVersion(tx, itemId, item.publishedVersion)
  const sections = changedSections(before?.content ?? null, content)
  const kind = before === null ? 'new' : 'change'
  await publishRow(tx, { itemId, version, replaces: item.publishedVersion }, by, now)
  await writeSearchEntry(tx, itemId, content)
  await enterChange(
    tx,
    { itemId, version, kind, content, sections, reason: '', effectiveOn: dayOf(now) },
    now,
  )
  await insertFiling(tx, { itemId, version, kind, sections, organId: item.organId }, by, now)
  await history.record(tx, streamOf(itemId), by, now, [
    {
      type: 'item.published',
      data: {
        version,
        kind,
        sections,
        name: content.name,
        implCode: content.implCode,
        organId: item.organId,
        warnings: findings.map((f) => f.id),
      },
    },
    { type: 'item.filed', data: { version, kind, sections, with: '行政服务管理机构' } },
  ])
  return done({ version, publishedAt: now, warnings: findings })
}
