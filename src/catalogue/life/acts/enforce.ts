import { SYSTEM } from '../../../history/index.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Refusal, Result } from '../../../platform/refusal.ts'
import { dayOf } from '../../../regulation/index.ts'
import type { CatalogueDeps } from '../../acts/scene.ts'
import { handDownBodies } from '../../directory/bodies.ts'
import { blocking, type Finding } from '../../gate/finding.ts'
import { dropSearchEntry, markSuspended } from '../../search/entry.ts'
import { enterChange, type ItemRow, lockItem, readVersion, type VersionRow } from '../../store.ts'
import type { Change, ChangeKind } from '../change.ts'
import { askGate, putInForce } from '../put-in-force.ts'
import {
  dueChanges,
  dueResumptions,
  findChange,
  lineageOf,
  lineageTo,
  lockChange,
  scheduledChange,
  setLife,
  turnsOf,
  writeLineage,
} from '../store.ts'
import { planResumption } from './planned-resumption.ts'
import { turnChange } from './turn.ts'

/**
 * Brings into force what has all its signatures and whose day has come; leaves everything else as it is. The gate is asked
 * again: what it blocks by now goes back to its department with the findings. Safe to run at any time and any number of
 * times; the sweep and the last signature both end here.
 */
export async function enforce(deps: CatalogueDeps, changeId: string, now: Date): Promise<void> {
  const found = await findChange(deps.db, changeId)
  if (found?.state !== 'scheduled') return
  const rest = await deps.db.transaction(async (tx): Promise<string | null> => {
    const item = (await lockItem(tx, found.itemId))!
    const change = (await lockChange(tx, changeId))!
    if (change.state !== 'scheduled') return null
    const origin = change.kind === 'new' ? await originOf(tx, change) : 'none'
    if (origin === 'gone') {
      const words = '下放已经撤回，这个事项要单独报审改机构决定。要继续办就重新提交。'
      await sendBack(tx, deps, change, words, now)
      return null
    }
    // Part of a 下放: all its districts come into force together with the end of the old item, or none.
    if (origin !== 'none') return origin
    if (change.effectiveOn > dayOf(now)) return null
    if (change.kind === 'devolve') await handDown(tx, deps, item, change, now)
    else if (change.kind === 'new' || change.kind === 'change') await bringDraft(tx, deps, item, change, now)
    else await changeLife(tx, deps, item, change, now)
    return null
  })
  if (rest !== null) await enforce(deps, rest, now)
}

/**
 * What is due: suspensions whose planned end has come are resumed, and all that waits for its day comes into force. 下放 first, so that
 * its districts are not met half. One change that fails stops none of the others.
 */
export async function sweepChanges(deps: CatalogueDeps, now: Date): Promise<number> {
  const failed: Error[] = []
  for (const itemId of await dueResumptions(deps.db, dayOf(now)))
    await planResumption(deps, itemId, now).catch((e: Error) => failed.push(e))
  const due = await dueChanges(deps.db, dayOf(now))
  for (const changeId of due) await enforce(deps, changeId, now).catch((e: Error) => failed.push(e))
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} changes: ${failed[0]!.message}`)
  return due.length
}

/** The 下放 that a district's new item is part of, `gone` where that was given up, `none` where there is none to wait for. */
async function originOf(tx: Tx, change: Change): Promise<string> {
  const [origin] = await lineageTo(tx, change.itemId)
  const parent = origin && (await findChange(tx, origin.changeId))
  if (!parent) return 'none'
  if (parent.state === 'scheduled') return parent.changeId
  const decided = (await turnsOf(tx, change.changeId)).some((t) => t.act === 'decide')
  return decided || parent.state === 'in-force' ? 'none' : 'gone'
}

const sendBack = (tx: Tx, deps: CatalogueDeps, change: Change, words: string, now: Date) =>
  turnChange(tx, deps.history, change, { act: 'send-back', state: 'sent-back', words }, SYSTEM, now)

const inForce = (tx: Tx, deps: CatalogueDeps, change: Change, now: Date) =>
  turnChange(tx, deps.history, change, { act: 'enforce', state: 'in-force', words: '' }, SYSTEM, now)

async function filedOn(tx: Tx, change: Change): Promise<string | null> {
  const taken = (await turnsOf(tx, change.changeId)).find((t) => t.act === 'take')
  return taken ? dayOf(taken.at) : null
}

const reasonsOf = (refusal: Refusal): string => {
  const { findings } = refusal.detail as { findings: Finding[] }
  const sentences = blocking(findings).map((f) => `${f.sentence}`)
  return `到了生效日期再检查，发布检查拦住 ${sentences.length} 处：\n${sentences.join('\n')}`
}

/** The version, or the change sent back with what the gate says by now. Answers whether it is in force. */
async function bringDraft(
  tx: Tx,
  deps: CatalogueDeps,
  item: ItemRow,
  change: Change,
  now: Date,
): Promise<boolean> {
  const draft = await draftOf(tx, change)
  const terms = { filedOn: await filedOn(tx, change), reason: change.reason }
  const result = await putInForce(tx, deps.history, item, draft, terms, SYSTEM, now)
  if (result.ok) {
    await inForce(tx, deps, change, now)
    return true
  }
  if (result.refusal.name !== 'guide-incomplete')
    throw new Error(`change ${change.changeId}: ${result.refusal.name}`)
  await sendBack(tx, deps, change, reasonsOf(result.refusal), now)
  return false
}

async function draftOf(tx: Tx, change: Change): Promise<VersionRow> {
  const draft = change.version === null ? null : await readVersion(tx, change.itemId, change.version)
  if (draft === null) throw new Error(`change ${change.changeId} has no draft`)
  return draft
}

const LIFE: Record<Exclude<ChangeKind, 'new' | 'change'>, ItemRow['life']> = {
  suspend: 'suspended',
  resume: 'active',
  cancel: 'cancelled',
  devolve: 'devolved',
}

/** 暂停, 恢复, 取消, and the end of what was handed down: open dossiers stay with their version, nothing new begins. */
async function changeLife(
  tx: Tx,
  deps: CatalogueDeps,
  item: ItemRow,
  change: Change,
  now: Date,
): Promise<void> {
  const { kind } = change
  if (kind === 'new' || kind === 'change') throw new Error(`${kind} brings a draft`)
  const life = LIFE[kind]
  const { content, version } = (await readVersion(tx, item.itemId, item.publishedVersion!))!
  const { itemId, reason } = change
  if (kind === 'resume') {
    // Directory, posts and limits went on while it was suspended.
    const gate: Result<unknown> = await askGate(tx, item, content)
    if (!gate.ok) {
      // A plan that came to nothing is not shown any longer, and not tried again by itself.
      await setLife(tx, itemId, 'suspended', null)
      await markSuspended(tx, itemId, true, null)
      await sendBack(tx, deps, change, reasonsOf(gate.refusal), now)
      return
    }
  }
  await setLife(tx, itemId, life, change.resumeOn)
  if (life === 'cancelled' || life === 'devolved') await dropSearchEntry(tx, itemId)
  else await markSuspended(tx, itemId, life === 'suspended', change.resumeOn)
  const entry = { itemId, version, kind, content, sections: [], reason, effectiveOn: dayOf(now) }
  await enterChange(tx, entry, now)
  await inForce(tx, deps, change, now)
}

/** The districts' items and the end of the old one, together; nothing while one of them is not ready. */
async function handDown(tx: Tx, deps: CatalogueDeps, old: ItemRow, change: Change, now: Date): Promise<void> {
  const ready = await readyOnes(tx, change, now)
  if (ready === null) return
  let stopped = false
  for (const { item, own } of ready) {
    const gate: Result<unknown> = await askGate(tx, item, (await draftOf(tx, own)).content)
    if (gate.ok) continue
    await sendBack(tx, deps, own, reasonsOf(gate.refusal), now)
    stopped = true
  }
  if (stopped) return
  for (const { item, own, fromCode } of ready) {
    await bringDraft(tx, deps, item, own, now)
    const { content } = await draftOf(tx, own)
    const toCode = content.handleItemCode || content.implCode
    const { changeId } = change
    await writeLineage(tx, { fromItem: old.itemId, toItem: item.itemId, fromCode, toCode, changeId })
  }
  await changeLife(tx, deps, old, change, now)
  const to = ready.map(({ item }) => item.organId)
  await handDownBodies(tx, deps.history, { basicCode: old.implCode.slice(-12), from: old.organId, to }, now)
}

/** Items are locked in the order of their ids, after the one that they came from. */
async function readyOnes(tx: Tx, change: Change, now: Date) {
  const ready: { item: ItemRow; own: Change; fromCode: string }[] = []
  for (const { toItem, fromCode } of await lineageOf(tx, change.changeId)) {
    const item = (await lockItem(tx, toItem))!
    const waiting = await scheduledChange(tx, toItem)
    if (waiting === null || waiting.effectiveOn > dayOf(now)) return null
    const own = (await lockChange(tx, waiting.changeId))!
    ready.push({ item, own, fromCode })
  }
  return ready
}
