import type { Staff } from '../../../identity/index.ts'
import type { Tx } from '../../../platform/database.ts'
import { done, orRefusal, Refused, type Result, refuse } from '../../../platform/refusal.ts'
import { type Day, dayOf, saysNothing } from '../../../regulation/index.ts'
import { actorOf, type CatalogueDeps, mayEdit } from '../../acts/scene.ts'
import { changedSections, cleanText } from '../../draft.ts'
import { type ItemRow, lockItem, readVersion } from '../../store.ts'
import { type Change, type ChangeKind, KIND_NAMES } from '../change.ts'
import { mayHandDown } from '../hand-down.ts'
import { askGate } from '../put-in-force.ts'
import { findChange, insertChange, insertTurn, lastInForce } from '../store.ts'
import { mayChange } from '../under-way.ts'
import { tellHistory } from './turn.ts'

export interface SubmitChange {
  /** Made by the client: the same id again is the same change, so that a repeated press submits once. */
  changeId: string
  /** `text` brings the draft into force: 新增 where the item never was in force, 变更 where it is. */
  kind: 'text' | 'suspend' | 'resume' | 'cancel' | 'devolve'
  /** Of the draft that the clerk was looking at; for `text`. */
  revision: number
  effectiveOn: Day
  /** For the public register; needed for all kinds but `text`. */
  reason: string
  /** Where applicants go instead. */
  instead: string
  document: string
  /** To the checker. */
  note: string
  /** 下放: ids of the bodies of the districts. */
  targets: string[]
  /** 暂停: when it is planned to be offered again; that day it is, if the gate lets it. Left out: open. */
  resumeOn?: Day | null
}

/**
 * The department's clerk hands a change in to be checked. From here on the draft stays as it is. Refuses: `under-way`
 * (one change at a time), `ended`, `date-past`, `guide-incomplete` with the findings, `conflict` where the draft is not
 * the one that the clerk read, `reason-needed`, and what the kind does not allow for this item. A suspension of what is
 * suspended moves its planned end.
 */
export async function submitChange(
  deps: CatalogueDeps,
  staff: Staff,
  itemId: string,
  asked: SubmitChange,
  now: Date,
): Promise<Result<Change>> {
  const command = {
    ...asked,
    reason: cleanText(asked.reason).trim(),
    instead: cleanText(asked.instead).trim(),
    document: cleanText(asked.document).trim(),
    note: cleanText(asked.note).trim(),
  }
  const by = actorOf(staff)
  return orRefusal(
    deps.db.transaction(async (tx) => {
      const allowed = mayEdit(staff, await lockItem(tx, itemId))
      if (!allowed.ok) return allowed
      const item = allowed.value
      const before = await findChange(tx, command.changeId)
      if (before) return again(before, itemId, staff)
      const closed = await mayChange(tx, item)
      if (!closed.ok) return closed
      if (command.effectiveOn < dayOf(now))
        return refuse('date-past', '生效日期不能早于今天。', { field: 'effectiveOn' })
      const brought =
        command.kind === 'text'
          ? await ofDraft(tx, item, command.revision)
          : await ofLife(tx, item, command.kind, command)
      if (!brought.ok) throw new Refused(brought.refusal)
      const change: Change = {
        changeId: command.changeId,
        itemId,
        organId: item.organId,
        ...brought.value,
        state: 'checking',
        turn: 1,
        since: now,
        effectiveOn: command.effectiveOn,
        reason: command.reason,
        instead: command.instead,
        document: command.document,
        resumeOn: command.kind === 'suspend' ? (command.resumeOn ?? null) : null,
        targets: command.kind === 'devolve' ? [...new Set(command.targets)].sort() : [],
        submittedBy: staff.staffId,
      }
      await insertChange(tx, change)
      await insertTurn(tx, change.changeId, { turn: 1, act: 'submit', by, at: now, words: command.note })
      await tellHistory(tx, deps.history, change, 'submit', command.note, by, now)
      return done(change)
    }),
  )
}

/** The press that came twice answers as the first did; an id that belongs to something else is nobody's. */
function again(before: Change, itemId: string, staff: Staff): Result<Change> {
  if (before.itemId === itemId && before.submittedBy === staff.staffId) return done(before)
  return refuse('conflict', '这个编号的变更已经有了，换一个编号再提交。')
}

type Brought = Pick<Change, 'kind' | 'version' | 'sections'>

async function ofDraft(tx: Tx, item: ItemRow, revision: number): Promise<Result<Brought>> {
  const read = (version: number | null) => (version === null ? null : readVersion(tx, item.itemId, version))
  const draft = await read(item.draftVersion)
  if (draft === null) return refuse('no-draft', '这个事项没有改动，没有可以提交的。')
  if (draft.revision !== revision)
    return refuse(
      'conflict',
      `${draft.savedBy?.name ?? '别人'}又改过这份草稿，没有提交。看过最新的一稿再提交。`,
      {
        detail: { revision: draft.revision, savedBy: draft.savedBy, savedAt: draft.savedAt },
      },
    )
  const gate = await askGate(tx, item, draft.content)
  if (!gate.ok) return gate
  const published = await read(item.publishedVersion)
  const sections = changedSections(published?.content ?? null, draft.content)
  if (sections.length === 0) return refuse('no-draft', '草稿和现行版本一样，没有可以提交的。')
  return done({ kind: published === null ? 'new' : 'change', version: draft.version, sections })
}

async function ofLife(
  tx: Tx,
  item: ItemRow,
  kind: Exclude<ChangeKind, 'new' | 'change'>,
  { reason, targets, effectiveOn, resumeOn = null }: SubmitChange,
): Promise<Result<Brought>> {
  if (item.publishedVersion === null)
    return refuse('not-possible-now', `这个事项还没有生效过，不能${KIND_NAMES[kind]}。`)
  if (kind === 'resume' && item.life !== 'suspended')
    return refuse('not-possible-now', '这个事项没有暂停，不用恢复。')
  if (kind === 'suspend') {
    const running = item.life === 'suspended' ? await lastInForce(tx, item.itemId, 'suspend') : null
    if (running && running.resumeOn === resumeOn)
      return refuse('not-possible-now', '这个事项已经暂停，计划恢复的日子也没有改。', { field: 'resumeOn' })
    if (resumeOn !== null && resumeOn <= effectiveOn)
      return refuse('invalid', '计划恢复的日子要在暂停生效以后。', { field: 'resumeOn' })
  }
  if (saysNothing(reason))
    return refuse('reason-needed', `写明${KIND_NAMES[kind]}的原因，原因会公开。`, { field: 'reason' })
  if (kind === 'devolve') {
    const fits = await mayHandDown(tx, item, targets)
    if (!fits.ok) return fits
  }
  if (kind === 'resume') {
    const { content } = (await readVersion(tx, item.itemId, item.publishedVersion))!
    const gate = await askGate(tx, item, content, '恢复')
    if (!gate.ok) return gate
  }
  return done({ kind, version: null, sections: [] })
}
