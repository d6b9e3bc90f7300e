import type { Actor, History } from '../../../history/index.ts'
import type { Tx } from '../../../platform/database.ts'
import { streamOf } from '../../acts/scene.ts'
import { type Change, type ChangeAct, KIND_NAMES } from '../change.ts'
import { insertTurn, saveChange } from '../store.ts'

/** What the history calls each turn. The taking of a filing keeps the name that filings have had from the beginning. */
const EVENTS: Record<ChangeAct, string> = {
  submit: 'change.submitted',
  pass: 'change.checked',
  take: 'item.filed',
  decide: 'change.decided',
  'send-back': 'change.sent-back',
  withdraw: 'change.withdrawn',
  enforce: 'change.in-force',
}

/** Writes one turn of a change: who did what, where it lies now, and the same into the item's history. */
export async function turnChange(
  tx: Tx,
  history: History,
  change: Change,
  turn: { act: ChangeAct; state: Change['state']; words: string; document?: string },
  by: Actor,
  now: Date,
): Promise<Change> {
  const next: Change = {
    ...change,
    state: turn.state,
    turn: change.turn + 1,
    since: now,
    document: turn.document ?? change.document,
  }
  await saveChange(tx, next)
  await insertTurn(tx, change.changeId, { turn: next.turn, act: turn.act, by, at: now, words: turn.words })
  await tellHistory(tx, history, next, turn.act, turn.words, by, now)
  return next
}

export async function tellHistory(
  tx: Tx,
  history: History,
  change: Change,
  act: ChangeAct,
  words: string,
  by: Actor,
  now: Date,
): Promise<void> {
  const { changeId, kind, version, effectiveOn, sections, document, targets } = change
  const data = {
    changeId,
    kind,
    kindName: KIND_NAMES[kind],
    version,
    effectiveOn,
    sections,
    document,
    targets,
    words,
  }
  await history.record(tx, streamOf(change.itemId), by, now, [{ type: EVENTS[act], data }])
}
