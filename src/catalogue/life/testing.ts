import { randomUUID } from 'node:crypto'
import type { Staff } from '../../identity/index.ts'
import { done, type Result } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import type { CatalogueDeps } from '../acts/scene.ts'
import { checker, reformer, registrar } from '../testing.ts'
import { signChange } from './acts/sign.ts'
import { type SubmitChange, submitChange } from './acts/submit.ts'
import type { Change } from './change.ts'
import type { SignAct } from './transitions.ts'

/** The way of a change for tests: whole, or up to a place on it. */

export const asked = (now: Date, command: Partial<SubmitChange> = {}): SubmitChange => ({
  changeId: randomUUID(),
  kind: 'text',
  revision: 1,
  effectiveOn: dayOf(now),
  reason: '',
  instead: '',
  document: '',
  note: '',
  targets: [],
  ...command,
})

const DOCUMENT = '示审改〔2026〕1 号（示例）'

/** The signatures that a change still needs, one after the other, each by whoever has it in hand. */
export async function signAll(
  deps: CatalogueDeps,
  change: Change,
  now: Date,
  itsChecker: Staff = checker,
): Promise<Result<Change>> {
  const hands: Partial<Record<Change['state'], [SignAct, Staff, string]>> = {
    checking: ['pass', itsChecker, ''],
    filing: ['take', registrar, ''],
    deciding: ['decide', reformer, DOCUMENT],
  }
  let current = change
  for (let next = hands[current.state]; next; next = hands[current.state]) {
    const [act, staff, words] = next
    const { changeId, turn } = current
    const signed = await signChange(deps, act, staff, changeId, { turn, words }, now)
    if (!signed.ok) return signed
    current = signed.value
  }
  return done(current)
}

/** Submits the draft and brings it through all hands, to take effect at once. */
export async function publish(
  deps: CatalogueDeps,
  clerk: Staff,
  itemId: string,
  { revision }: { revision: number },
  now: Date,
): Promise<Result<Change>> {
  const submitted = await submitChange(deps, clerk, itemId, asked(now, { revision }), now)
  return submitted.ok ? signAll(deps, submitted.value, now) : submitted
}
