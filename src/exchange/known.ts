import type { FormField } from '../catalogue/index.ts'
import type { Account } from '../identity/index.ts'
import { isPerson } from '../regulation/index.ts'
import { bodyRecord, forgetBody } from './body-record.ts'
import { askPerson, BODIES, type ExchangeDeps, PEOPLE } from './registers.ts'
import { hiddenNumber } from './sealed-answers.ts'

export type PrefillPath = NonNullable<FormField['prefill']>

/** One thing that we know of an applicant, so that it is not asked for again (Art. 13). */
export interface Fact {
  value: string
  /** 实名认证, 人口库, 企业库 */
  source: string
  /** Moment up to which the source answers for it, ISO; null for what the sign-in proved. */
  asOf: string | null
  /** Proved beyond doubt: it is shown as text and cannot be changed in the form. */
  firm: boolean
}

export interface Known {
  facts: Partial<Record<PrefillPath, Fact>>
  /** Registers that gave no answer just now; what they know may be typed, and is compared later. */
  pending: string[]
  /** ISO */
  at: string
}

const KEPT_MS = 5 * 60_000
/** While a register is down every page would wait for it; so that it is asked only now and then. */
const KEPT_PENDING_MS = 20_000
const MOST_KEPT = 5000

const kept = new Map<string, Known>()

/** Forgets what was fetched, e.g. when an applicant says that it is wrong. */
export function forgetKnown(accountId: string): void {
  kept.delete(accountId)
  forgetBody(accountId)
}

/**
 * What is known about the applicant: proved at sign-in, and told by the population and enterprise registers. For a body the
 * `person.*` paths mean its legal representative (法定代表人). Look-ups are written to the ledger under `cause`; answers are kept for a few
 * minutes. A register that is down leaves its facts out and its name in `pending`.
 */
export async function knownAbout(
  deps: ExchangeDeps,
  account: Account,
  cause: string,
  now: Date,
): Promise<Known> {
  const before = kept.get(account.accountId)
  if (before) {
    const age = now.getTime() - new Date(before.at).getTime()
    if (age >= 0 && age < (before.pending.length > 0 ? KEPT_PENDING_MS : KEPT_MS)) return before
  }
  const known = isPerson(account.subjectKind)
    ? await aboutPerson(deps, account, cause, now)
    : await aboutBody(deps, account, cause, now)
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(account.accountId, known)
  return known
}

const PROVED = '实名认证'

const askingFor = (account: Account, cause: string) => ({
  cause,
  actor: { kind: 'applicant' as const, id: account.accountId, name: account.name },
  accountId: account.accountId,
  dossierId: null,
})

async function aboutPerson(deps: ExchangeDeps, account: Account, cause: string, now: Date): Promise<Known> {
  const asking = askingFor(account, cause)
  const number = await deps.identity.fullIdNumber(deps.db, account.accountId, asking.actor, cause)
  const phone = await deps.identity.phoneOf(account.accountId)
  const facts: Known['facts'] = {
    'person.name': { value: account.name, source: PROVED, asOf: null, firm: true },
    'person.idNumber': { value: hiddenNumber(number), source: PROVED, asOf: null, firm: true },
  }
  if (phone) facts['person.phone'] = { value: phone, source: PROVED, asOf: null, firm: false }
  const answer = await askPerson(deps, number, asking, now)
  if (!answer.ok) return { facts, pending: [PEOPLE], at: now.toISOString() }
  const { record, asOf } = answer.value
  if (record?.address)
    facts['person.address'] = { value: record.address, source: PEOPLE, asOf: asOf.toISOString(), firm: false }
  return { facts, pending: [], at: now.toISOString() }
}

async function aboutBody(deps: ExchangeDeps, account: Account, cause: string, now: Date): Promise<Known> {
  const asking = askingFor(account, cause)
  const code = await deps.identity.fullIdNumber(deps.db, account.accountId, asking.actor, cause)
  const phone = await deps.identity.phoneOf(account.accountId)
  const facts: Known['facts'] = {
    'body.name': { value: account.name, source: PROVED, asOf: null, firm: true },
    // The code of a body is public, unlike a person's number.
    'body.creditCode': { value: code, source: PROVED, asOf: null, firm: true },
  }
  if (phone) facts['person.phone'] = { value: phone, source: PROVED, asOf: null, firm: false }
  const answer = await bodyRecord(deps, code, asking, now)
  if (!answer.ok) return { facts, pending: [BODIES], at: now.toISOString() }
  const { record, asOf } = answer.value
  if (record === null) return { facts, pending: [], at: now.toISOString() }
  const from = (value: string, firm: boolean): Fact => ({
    value,
    source: BODIES,
    asOf: asOf.toISOString(),
    firm,
  })
  facts['body.legalPerson'] = from(record.legalPerson, true)
  facts['person.name'] = from(record.legalPerson, true)
  facts['person.idNumber'] = from(hiddenNumber(record.legalPersonId), true)
  facts['body.address'] = from(record.address, false)
  facts['body.scope'] = from(record.scope, false)
  if (record.capital !== null) facts['body.capital'] = from(String(record.capital), false)
  return { facts, pending: [], at: now.toISOString() }
}
