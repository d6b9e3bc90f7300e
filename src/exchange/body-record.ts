import type { Answer } from '../adapters/neighbour.ts'
import type { Registered, RegisteredBody } from '../adapters/register/port.ts'
import { type Asking, askBody, type ExchangeDeps } from './registers.ts'

type Record = Answer<Registered<RegisteredBody>>

const KEPT_MS = 5 * 60_000
const KEPT_PENDING_MS = 20_000
const MOST_KEPT = 5000
const kept = new Map<string, { at: number; answer: Promise<Record>; ok: boolean }>()

export const forgetBody = (accountId: string): void => void kept.delete(accountId)

/**
 * The register entry of a body for its own application. What is known of it and which licences it holds are asked at the
 * same moment and both need it: the register is asked once.
 */
export function bodyRecord(deps: ExchangeDeps, code: string, asking: Asking, now: Date): Promise<Record> {
  const before = kept.get(asking.accountId)
  const age = before ? now.getTime() - before.at : 0
  if (before && age >= 0 && age < (before.ok ? KEPT_MS : KEPT_PENDING_MS)) return before.answer
  const entry = { at: now.getTime(), answer: askBody(deps, code, asking, now), ok: true }
  entry.answer.then(
    (answer) => {
      entry.ok = answer.ok
    },
    () => kept.delete(asking.accountId),
  )
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(asking.accountId, entry)
  return entry.answer
}
