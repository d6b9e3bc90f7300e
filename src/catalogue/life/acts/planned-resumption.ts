import { randomUUID } from 'node:crypto'
import { SYSTEM } from '../../../history/index.ts'
import { dayOf } from '../../../regulation/index.ts'
import type { CatalogueDeps } from '../../acts/scene.ts'
import { lockItem } from '../../store.ts'
import type { Change } from '../change.ts'
import { dueResumptions, insertChange, insertTurn, lastInForce } from '../store.ts'
import { tellHistory } from './turn.ts'

/**
 * The planned end of a suspension has come: a resumption that needs no more signatures, because the suspension was checked and
 * filed with its end. It waits for nothing but the gate; what that blocks goes back to the clerk who had suspended the item.
 */
export async function planResumption(
  { db, history }: CatalogueDeps,
  itemId: string,
  now: Date,
): Promise<void> {
  const today = dayOf(now)
  await db.transaction(async (tx) => {
    const item = (await lockItem(tx, itemId))!
    if (!(await dueResumptions(tx, today)).includes(itemId)) return
    const suspension = (await lastInForce(tx, itemId, 'suspend'))!
    const words = `照暂停时的计划，${suspension.resumeOn} 恢复办理。`
    const change: Change = {
      ...suspension,
      changeId: randomUUID(),
      organId: item.organId,
      kind: 'resume',
      state: 'scheduled',
      turn: 1,
      since: now,
      effectiveOn: today,
      reason: words,
      instead: '',
      resumeOn: null,
    }
    await insertChange(tx, change)
    await insertTurn(tx, change.changeId, { turn: 1, act: 'submit', by: SYSTEM, at: now, words: '' })
    await tellHistory(tx, history, change, 'submit', words, SYSTEM, now)
  })
}
