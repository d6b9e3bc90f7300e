import type { Actor } from '../../../history/index.ts'
import type { Staff } from '../../../identity/index.ts'
import type { Db, Tx } from '../../../platform/database.ts'
import { done, orRefusal, Refused, type Result, refuse } from '../../../platform/refusal.ts'
import { saysNothing } from '../../../regulation/index.ts'
import { actorOf, type CatalogueDeps, mayRead } from '../../acts/scene.ts'
import { cleanText } from '../../draft.ts'
import { type ItemRow, insertFiling, lockItem } from '../../store.ts'
import { whoSaved } from '../../versions/revision-store.ts'
import type { Change, OpenState } from '../change.ts'
import { makeDistrictItems } from '../hand-down.ts'
import {
  findChange,
  lineageOf,
  lineageTo,
  lockChange,
  scheduledChange,
  type Turn,
  turnsOf,
} from '../store.ts'
import { type Hands, maySign, nextState, type SignAct } from '../transitions.ts'
import { enforce } from './enforce.ts'
import { turnChange } from './turn.ts'

export interface SignChange {
  /** The turn that the officer saw. */
  turn: number
  /** Reasons for sending back, the 文号 of the decision, or a note. */
  words: string
}

export const NO_CHANGE = refuse('not-found', '没有这次变更，或者它不归你的部门管。')

/**
 * One act of an officer on a change: pass, take the filing, decide, send back, withdraw. Refuses `conflict` where somebody
 * was there first, naming who; what {@link maySign} refuses; `reason-needed` and `document-needed`. The same act of the
 * same officer again changes nothing. What is ready and whose day has come takes effect at once.
 */
export async function signChange(
  deps: CatalogueDeps,
  act: SignAct,
  staff: Staff,
  changeId: string,
  asked: SignChange,
  now: Date,
): Promise<Result<Change>> {
  const words = cleanText(asked.words).trim()
  const by = actorOf(staff)
  const signed = await orRefusal(
    deps.db.transaction(async (tx) => {
      const found = await findChange(tx, changeId)
      const item = found && (await lockItem(tx, found.itemId))
      if (!item || !mayRead(staff, item)) return NO_CHANGE
      const change = (await lockChange(tx, changeId))!
      const turns = await turnsOf(tx, changeId)
      const last = turns.find((t) => t.turn === asked.turn + 1)
      if (last?.act === act && last.by.id === staff.staffId) return done(change)
      if (change.turn !== asked.turn) return movedOn(turns.at(-1)!)
      const allowed = await maySign(tx, act, change, await handsOf(tx, change, turns), staff)
      if (!allowed.ok) return allowed
      return work(tx, deps, act, item, change as Change & { state: OpenState }, words, by, now)
    }),
  )
  if (!signed.ok) return signed
  await enforce(deps, changeId, now)
  if (act === 'withdraw' && signed.value.kind === 'devolve')
    for (const { toItem } of await lineageOf(deps.db, changeId)) await leaveBehind(deps, toItem, now)
  return done((await findChange(deps.db, changeId))!)
}

async function work(
  tx: Tx,
  deps: CatalogueDeps,
  act: SignAct,
  item: ItemRow,
  change: Change & { state: OpenState },
  words: string,
  by: Actor,
  now: Date,
): Promise<Result<Change>> {
  if (act === 'send-back' && saysNothing(words))
    return refuse('reason-needed', '写明退回的原因，要让人知道改什么。', { field: 'words' })
  if (act === 'decide' && saysNothing(words))
    return refuse('document-needed', '写明作出决定的文件名称和文号。', { field: 'words' })
  if (act === 'send-back')
    return done(await turnChange(tx, deps.history, change, { act, state: 'sent-back', words }, by, now))
  if (act === 'withdraw')
    return done(await turnChange(tx, deps.history, change, { act, state: 'withdrawn', words }, by, now))

  if (act === 'take') {
    const { itemId, version, kind, sections, organId, changeId } = change
    await insertFiling(tx, { itemId, version, kind, sections, organId, changeId }, by, now)
  }
  if (act === 'decide' && change.kind === 'devolve') {
    const made = await makeDistrictItems(tx, deps.history, item, change, words, by, now)
    if (!made.ok) throw new Refused(made.refusal)
  }
  const state = nextState(change.state, change.kind, await decidedWithItsOrigin(tx, change))
  const document = act === 'decide' ? words : change.document
  return done(await turnChange(tx, deps.history, change, { act, state, words, document }, by, now))
}

/** A district's new item was decided on with the 下放 that made it, as long as that stands. */
async function decidedWithItsOrigin(tx: Tx, change: Change): Promise<boolean> {
  if (change.kind !== 'new') return false
  const [origin] = await lineageTo(tx, change.itemId)
  const parent = origin && (await findChange(tx, origin.changeId))
  return parent?.state === 'scheduled' || parent?.state === 'in-force'
}

/** An item whose 下放 was withdrawn: what its department had ready goes back to it at once. */
async function leaveBehind(deps: CatalogueDeps, itemId: string, now: Date): Promise<void> {
  const waiting = await scheduledChange(deps.db, itemId)
  if (waiting) await enforce(deps, waiting.changeId, now)
}

export async function handsOf(
  db: Db,
  { itemId, version, submittedBy }: Change,
  turns: Turn[],
): Promise<Hands> {
  const signedBy = turns.filter((t) => t.act === 'pass' || t.act === 'take').map((t) => t.by.id)
  return { submittedBy, savedBy: version === null ? [] : await whoSaved(db, itemId, version), signedBy }
}

const DID: Record<Turn['act'], string> = {
  submit: '提交了',
  pass: '审核通过了',
  take: '接收备案了',
  decide: '作出决定了',
  'send-back': '退回了',
  withdraw: '撤回了',
  enforce: '使它生效了',
}

function movedOn(last: Turn) {
  const time = last.at.toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })
  return refuse(
    'conflict',
    `${last.by.name} ${time} 已经把这次变更${DID[last.act]}，写的内容还在，看过新情况再办。`,
    {
      detail: { turn: last.turn, act: last.act, by: last.by.name },
    },
  )
}
