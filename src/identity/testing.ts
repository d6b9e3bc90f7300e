/** Rows as a sign-in leaves them, for tests and measures that begin after it. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { SampleAccount } from '../../sandbox/register/people.ts'
import type { Database } from '../platform/database.ts'
import type { AssuranceLevel } from '../regulation/index.ts'
import type { Account, IdKind } from './account.ts'
import { insertAccount, readAccount } from './account-store.ts'
import { maskNumber, maskPhone } from './mask.ts'
import { COOKIES, type Door, newToken, timesFrom } from './session.ts'
import { insertSession } from './store.ts'
import type { Vault } from './vault.ts'

async function cookie(
  db: Database,
  door: Door,
  who: { accountId: string | null; staffId: string | null },
  level: AssuranceLevel,
  now: Date,
): Promise<string> {
  const { token, tokenHash } = newToken()
  await db.transaction((tx) => insertSession(tx, { ...timesFrom(now), tokenHash, kind: door, ...who, level }))
  return `${COOKIES[door]}=${token}`
}

/** What the browser of an applicant who has signed in sends. */
export const hallCookie = (db: Database, accountId: string, level: AssuranceLevel, now: Date) =>
  cookie(db, 'hall', { accountId, staffId: null }, level, now)

/** What the browser of an officer who has signed in sends; `subject` e.g. `staff-gl-scjg-window`. */
export async function deskCookie(db: Database, subject: string, now: Date): Promise<string> {
  return cookie(db, 'desk', { accountId: null, staffId: await staffIdOf(db, subject) }, 3, now)
}

export async function staffIdOf(db: Database, subject: string): Promise<string> {
  const [row] = await db.query<{ staff_id: string }>(
    'select staff_id from identity.staff where subject = $1',
    [subject],
  )
  assert.ok(row, `no officer ${subject}`)
  return row.staff_id
}

/** The account of somebody of the sample world; it is made when they have none yet. */
export async function accountOf(
  db: Database,
  vault: Vault,
  known: SampleAccount,
  level: AssuranceLevel,
  now: Date,
): Promise<Account> {
  const accountId = randomUUID()
  const account = {
    accountId,
    subject: known.sub,
    subjectKind: known.kind as Account['subjectKind'],
    name: known.name,
    idKind: known.idKind as IdKind,
    idCipher: vault.seal(known.idNumber, `account-id:${accountId}`),
    idBlind: vault.blind(known.idKind as IdKind, known.idNumber),
    idMasked: maskNumber(known.idNumber),
    phoneCipher: vault.seal(known.phone, `account-phone:${accountId}`),
    phoneMasked: maskPhone(known.phone),
    level,
  }
  await db.transaction((tx) => insertAccount(tx, account, now))
  const [row] = await db.query<{ account_id: string }>(
    'select account_id from identity.account where subject = $1',
    [known.sub],
  )
  return (await readAccount(db, row!.account_id))!
}
