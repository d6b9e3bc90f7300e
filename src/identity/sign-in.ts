import { randomUUID } from 'node:crypto'
import type { FinishedLogin, IdentityPort, LoginChecks } from '../adapters/identity/port.ts'
import type { Actor, History, NewEvent } from '../history/index.ts'
import type { Database, Tx } from '../platform/database.ts'
import type { AssuranceLevel } from '../regulation/index.ts'
import type { Account, IdKind } from './account.ts'
import { type AccountToSave, insertAccount, lockAccounts, updateAccount } from './account-store.ts'
import { maskNumber, maskPhone } from './mask.ts'
import { type Door, hashOf, newToken, timesFrom } from './session.ts'
import { deleteSession, insertSession, insertSignIn, lockStaffBySubject, takeSignIn } from './store.ts'
import { bareNumber, type Vault } from './vault.ts'

/** A sign-in that was begun and not finished is forgotten after this long; the provider's own page lasts as long. */
export const SIGN_IN_MS = 60 * 60_000

/** Why a sign-in did not come about. Each has its sentence in `problems.ts`. */
export type Problem =
  | 'cancelled'
  | 'stale'
  | 'down'
  | 'wrong'
  | 'staff-account'
  | 'contradiction'
  | 'not-staff'
  | 'inactive'

export type Language = 'zh' | 'en'

export interface SignInParts {
  db: Database
  history: History
  vault: Vault
  provider: (door: Door) => IdentityPort
}

interface KeptChecks {
  provider: LoginChecks
  /** Hash of the browser's own key: a return in another browser is somebody else's (login forgery). */
  browser: string
  language: Language
}

export interface Begin {
  door: Door
  level: 1 | 2 | 3
  returnTo: string
  language: Language
  browserKey: string
}

type Begun = { ok: true; url: string } | { ok: false; problem: Problem }

export async function beginSignIn(parts: SignInParts, begin: Begin, now: Date): Promise<Begun> {
  const { door, level, returnTo, language } = begin
  const begun = await parts.provider(door).beginLogin({ level, language })
  if (!begun.ok) return { ok: false, problem: begun.failure.kind }
  const { url, checks } = begun.value
  const kept: KeptChecks = { provider: checks, browser: hashOf(begin.browserKey).toString('hex'), language }
  await insertSignIn(parts.db, {
    state: checks.state,
    kind: door,
    checks: kept,
    returnTo,
    wantedLevel: level,
    createdAt: now,
  })
  return { ok: true, url }
}

export interface Return {
  door: Door
  state: string
  callbackUrl: string
  browserKey: string
  /** The session that this browser had before; it ends, so that a token never outlives a sign-in. */
  oldToken: string | null
}

type Finished =
  | { ok: true; token: string; returnTo: string; language: Language; idToken: string }
  | { ok: false; problem: Problem; returnTo: string | null; language: Language | null }

export async function finishSignIn(parts: SignInParts, back: Return, now: Date): Promise<Finished> {
  const row = await takeSignIn(parts.db, back.state, back.door)
  if (row === null) return { ok: false, problem: 'stale', returnTo: null, language: null }
  const kept = row.checks as KeptChecks
  const { returnTo } = row
  const { language } = kept
  const no = (problem: Problem) => ({ ok: false, problem, returnTo, language }) as const
  if (now.getTime() - row.createdAt.getTime() > SIGN_IN_MS) return no('stale')
  if (hashOf(back.browserKey).toString('hex') !== kept.browser) return no('stale')
  const login = await parts.provider(back.door).finishLogin(back.callbackUrl, kept.provider)
  if (!login.ok) return no(login.failure.kind)
  const { token, tokenHash } = newToken()
  const problem = await parts.db.transaction(async (tx) => {
    const holder =
      back.door === 'hall'
        ? await applicant(parts, tx, login.value, now)
        : await officer(parts, tx, login.value, now)
    if (typeof holder === 'string') return holder
    if (back.oldToken !== null) await deleteSession(tx, hashOf(back.oldToken), back.door)
    const level = login.value.level
    await insertSession(tx, { tokenHash, kind: back.door, ...holder, level, ...timesFrom(now) })
    return null
  })
  if (problem !== null) return no(problem)
  return { ok: true, token, returnTo, language, idToken: login.value.idToken }
}

interface Holder {
  accountId: string | null
  staffId: string | null
}

async function officer(
  { history }: SignInParts,
  tx: Tx,
  login: FinishedLogin,
  now: Date,
): Promise<Holder | Problem> {
  const found = await lockStaffBySubject(tx, login.sub)
  if (found === null) return 'not-staff'
  if (!found.active) return 'inactive'
  const { staffId, name } = found.staff
  const actor: Actor = { kind: 'staff', id: staffId, name }
  await history.record(tx, `staff:${staffId}`, actor, now, [{ type: 'staff.signed-in', data: {} }])
  return { accountId: null, staffId }
}

async function applicant(
  parts: SignInParts,
  tx: Tx,
  login: FinishedLogin,
  now: Date,
): Promise<Holder | Problem> {
  const { subjectKind, idKind } = login.identity
  if (subjectKind === 'staff' || idKind === 'staff-number') return 'staff-account'
  const idBlind = parts.vault.blind(idKind, login.identity.idNumber)
  for (;;) {
    const [known, another] = await lockAccounts(tx, login.sub, idKind, idBlind)
    if (another) return 'contradiction'
    const level = Math.max(known?.level ?? 0, login.level) as AssuranceLevel
    const proved = { ...login.identity, subjectKind, idKind, subject: login.sub, level }
    const account = toSave(parts.vault, known?.accountId ?? randomUUID(), proved, idBlind)
    if (known) await updateAccount(tx, account, now)
    else if (!(await insertAccount(tx, account, now))) continue
    const actor: Actor = { kind: 'applicant', id: account.accountId, name: account.name }
    const events = eventsOf(known ?? null, account, login.level)
    await parts.history.record(tx, `account:${account.accountId}`, actor, now, events)
    return { accountId: account.accountId, staffId: null }
  }
}

function toSave(
  vault: Vault,
  accountId: string,
  proved: Pick<Account, 'subject' | 'subjectKind' | 'name' | 'level'> & {
    idKind: IdKind
    idNumber: string
    phone: string
  },
  idBlind: Buffer,
): AccountToSave {
  const { idNumber, phone, ...open } = proved
  const number = bareNumber(idNumber)
  return {
    ...open,
    accountId,
    idMasked: maskNumber(number),
    phoneMasked: maskPhone(phone),
    idCipher: vault.seal(number, `account-id:${accountId}`),
    idBlind,
    phoneCipher: phone === '' ? null : vault.seal(phone, `account-phone:${accountId}`),
  }
}

/** What a sign-in leaves in the account's own history: no full number, ever. */
function eventsOf(before: Account | null, after: AccountToSave, provedLevel: AssuranceLevel): NewEvent[] {
  const events: NewEvent[] = []
  if (before === null)
    events.push({
      type: 'account.opened',
      data: { subjectKind: after.subjectKind, idKind: after.idKind, idMasked: after.idMasked },
    })
  const changed = (['subject', 'name', 'idMasked', 'phoneMasked'] as const).filter(
    (field) => before !== null && before[field] !== after[field],
  )
  if (changed.length > 0) events.push({ type: 'account.details-changed', data: { changed } })
  if (before !== null && after.level > before.level)
    events.push({ type: 'account.level-raised', data: { from: before.level, to: after.level } })
  events.push({ type: 'account.signed-in', data: { level: provedLevel } })
  return events
}
