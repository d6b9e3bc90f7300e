import type { Actor, History } from '../../history/index.ts'
import type { Tx } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { type Day, dayOf, filedInTime } from '../../regulation/index.ts'
import { streamOf } from '../acts/scene.ts'
import { changedSections } from '../draft.ts'
import { gateContextOf } from '../gate/context.ts'
import { blocking, type Finding } from '../gate/finding.ts'
import { publishFindings } from '../gate/gate.ts'
import type { ItemContent } from '../item.ts'
import { writeSearchEntry } from '../search/entry.ts'
import { enterChange, type ItemRow, publishRow, readVersion, type VersionRow } from '../store.ts'
import { KIND_NAMES } from './change.ts'

export interface PublishedItem {
  version: number
  publishedAt: Date
  /** What the clerk let stand. */
  warnings: Finding[]
}

/** What the publish gate says of a content of this item now; an item whose content it blocks does not take effect. */
export async function askGate(
  tx: Tx,
  item: ItemRow,
  content: ItemContent,
  to: '发布' | '恢复' = '发布',
): Promise<Result<{ findings: Finding[] }>> {
  const findings = publishFindings(content, await gateContextOf(tx, item.organId, content))
  const blocked = blocking(findings)
  if (blocked.length === 0) return done({ findings })
  const sentence = `办事指南还差 ${blocked.length} 处，不能${to}。${blocked[0]!.sentence}`
  return refuse('guide-incomplete', sentence, { detail: { findings } })
}

/**
 * The one way in which any version takes effect, the sample world's included. The caller holds the lock on the item.
 * Refuses `guide-incomplete` while anything blocks (Art. 7, 15, 23, 27), with the findings, and `not-filed` where the
 * 行政服务管理机构 has not taken the filing (Art. 5.1(3)). The version holds from today, however long its day has passed.
 */
export async function putInForce(
  tx: Tx,
  history: History,
  item: ItemRow,
  draft: Pick<VersionRow, 'version' | 'content'>,
  { filedOn, reason }: { filedOn: Day | null; reason: string },
  by: Actor,
  now: Date,
): Promise<Result<PublishedItem>> {
  const { itemId } = item
  const { version, content } = draft
  const gate = await askGate(tx, item, content)
  if (!gate.ok) return gate
  const { findings } = gate.value
  const before = item.publishedVersion === null ? null : await readVersion(tx, itemId, item.publishedVersion)
  const sections = changedSections(before?.content ?? null, content)
  const kind = before === null ? 'new' : 'change'
  const effectiveOn = dayOf(now)
  const filing = filedInTime({ change: KIND_NAMES[kind], filedOn, effectiveOn })
  if (filing.outcome !== 'met') return refuse('not-filed', filing.sentence.zh, { detail: filing })
  await publishRow(tx, { itemId, version, replaces: item.publishedVersion, effectiveOn }, by, now)
  await writeSearchEntry(tx, itemId, content)
  await enterChange(tx, { itemId, version, kind, content, sections, reason, effectiveOn }, now)
  const data = {
    version,
    kind,
    sections,
    name: content.name,
    implCode: content.implCode,
    organId: item.organId,
    warnings: findings.map((f) => f.id),
    ruling: filing,
  }
  await history.record(tx, streamOf(itemId), by, now, [{ type: 'item.published', data }])
  return done({ version, publishedAt: now, warnings: findings })
}
