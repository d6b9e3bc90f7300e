import { randomUUID } from 'node:crypto'
import type { Staff } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf, type ExceptionFacts, exceptionIsApproved, saysNothing } from '../../regulation/index.ts'
import { actorOf, type CatalogueDeps, readsAll } from '../acts/scene.ts'
import { cleanText } from '../draft.ts'
import { directoryStream } from './entry.ts'
import {
  type Exception,
  endExceptionRow,
  insertException,
  listExceptions,
  type RecordException,
} from './exception-store.ts'
import { mayRecordExceptions } from './rights.ts'
import { lockEntries } from './store.ts'

/**
 * Records what the government of the body's own level approved (Art. 5.1(2)). Refuses an exception without reason,
 * government, document or day, one for a body that does not implement the entry, and a second one.
 */
export async function recordException(
  deps: CatalogueDeps,
  staff: Staff,
  command: RecordException,
  now: Date,
): Promise<Result<{ exceptionId: string }>> {
  const allowed = await mayRecordExceptions(deps.db, staff)
  if (!allowed.ok) return allowed
  const { basicCode, organId, kind, approvedOn } = command
  const facts: ExceptionFacts = {
    kind,
    reason: cleanText(command.reason).trim(),
    government: cleanText(command.government).trim(),
    document: cleanText(command.document).trim(),
    approvedOn,
  }
  const { field, ...ruling } = exceptionIsApproved(facts, dayOf(now))
  if (ruling.outcome !== 'met')
    return refuse('invalid', ruling.sentence.zh, { ...(field ? { field } : {}), detail: { ruling } })
  return deps.db.transaction(async (tx) => {
    const [entry] = await lockEntries(tx, [basicCode])
    if (!entry) return refuse('not-found', '目录里没有这个基本编码。', { field: 'basicCode' })
    if (!entry.bodies.includes(organId))
      return refuse('invalid', `“${entry.elements.name}”不由这个部门实施，不用登记例外。`, {
        field: 'organId',
      })
    const [known] = await listExceptions(tx, { basicCode, organId })
    if (known)
      return refuse('exists', `这个部门已经有一条例外（${known.document}）。要换成新的批准，先终止旧的。`, {
        field: 'organId',
      })
    const exceptionId = randomUUID()
    await insertException(tx, { exceptionId, basicCode, organId, ...facts }, actorOf(staff), now)
    await deps.history.record(tx, directoryStream(basicCode), actorOf(staff), now, [
      { type: 'directory.exception-recorded', data: { exceptionId, organId, ruling } },
    ])
    return done({ exceptionId })
  })
}

/** Ends an exception, with the reason; from then on the body is missing until its item is in a service centre. */
export async function endException(
  deps: CatalogueDeps,
  staff: Staff,
  exceptionId: string,
  { reason }: { reason: string },
  now: Date,
): Promise<Result<{ exceptionId: string }>> {
  const allowed = await mayRecordExceptions(deps.db, staff)
  if (!allowed.ok) return allowed
  if (saysNothing(reason)) return refuse('invalid', '写明终止的原因。', { field: 'reason' })
  return deps.db.transaction(async (tx) => {
    const ended = await endExceptionRow(tx, exceptionId, actorOf(staff), cleanText(reason).trim(), now)
    if (!ended) return refuse('not-found', '没有这条例外，或者已经终止。')
    await deps.history.record(tx, directoryStream(ended.basicCode), actorOf(staff), now, [
      { type: 'directory.exception-ended', data: { exceptionId, organId: ended.organId, reason } },
    ])
    return done({ exceptionId })
  })
}

/** What a state secret's exception says is for the body itself and for those who look at all; others see that it is there. */
export const mayReadException = (staff: Staff, e: Exception): boolean =>
  e.kind !== 'state-secret' || e.organId === staff.organId || readsAll(staff)
