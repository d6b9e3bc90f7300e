import type { Db, Tx } from '../platform/database.ts'
import type { AssuranceLevel, SubjectKind } from '../regulation/index.ts'
import type { Account, IdKind } from './account.ts'

/** The SQL of accounts. */

export const ACCOUNT =
  'a.account_id, a.subject, a.subject_kind, a.name, a.id_kind, a.id_masked, a.phone_masked, a.level'

export interface AccountRow {
  account_id: string
  subject: string
  subject_kind: SubjectKind
  name: string
  id_kind: IdKind
  id_masked: string
  phone_masked: string
  level: AssuranceLevel
}

export const toAccount = (row: AccountRow): Account => ({
  accountId: row.account_id,
  subject: row.subject,
  subjectKind: row.subject_kind,
  name: row.name,
  idKind: row.id_kind,
  idMasked: row.id_masked,
  phoneMasked: row.phone_masked,
  level: row.level,
})

/** The accounts that bear this subject or this number, locked. Two of them are a contradiction for a person to solve. */
export async function lockAccounts(
  tx: Tx,
  subject: string,
  idKind: IdKind,
  idBlind: Buffer,
): Promise<Account[]> {
  const rows = await tx.query<AccountRow>(
    `select ${ACCOUNT} from identity.account a
      where a.subject = $1 or (a.id_kind = $2 and a.id_blind = $3) order by a.account_id for update`,
    [subject, idKind, idBlind],
  )
  return rows.map(toAccount)
}

export interface AccountToSave extends Account {
  idCipher: Buffer
  idBlind: Buffer
  phoneCipher: Buffer | null
}

const VALUES = (a: AccountToSave, now: Date) => [
  a.accountId,
  a.subject,
  a.subjectKind,
  a.name,
  a.idKind,
  a.idCipher,
  a.idBlind,
  a.idMasked,
  a.phoneCipher,
  a.phoneMasked,
  a.level,
  now,
]

/** False when another sign-in of the same person was a moment earlier; look again. */
export async function insertAccount(tx: Tx, account: AccountToSave, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `insert into identity.account (account_id, subject, subject_kind, name, id_kind, id_cipher, id_blind, id_masked,
       phone_cipher, phone_masked, level, created_at, last_seen_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) on conflict do nothing returning account_id`,
    VALUES(account, now),
  )
  return rows.length === 1
}

export async function updateAccount(tx: Tx, account: AccountToSave, now: Date): Promise<void> {
  await tx.query(
    `update identity.account set subject = $2, subject_kind = $3, name = $4, id_kind = $5, id_cipher = $6, id_blind = $7,
       id_masked = $8, phone_cipher = $9, phone_masked = $10, level = $11, last_seen_at = $12 where account_id = $1`,
    VALUES(account, now),
  )
}

export async function readAccount(db: Db, accountId: string): Promise<Account | null> {
  const [row] = await db.prepared<AccountRow>(
    'identity-account',
    `select ${ACCOUNT} from identity.account a where a.account_id = $1`,
    [accountId],
  )
  return row ? toAccount(row) : null
}

export async function readAccountByBlind(db: Db, idKind: IdKind, idBlind: Buffer): Promise<Account | null> {
  const [row] = await db.query<AccountRow>(
    `select ${ACCOUNT} from identity.account a where a.id_kind = $1 and a.id_blind = $2`,
    [idKind, idBlind],
  )
  return row ? toAccount(row) : null
}

/** Locks the account, because its stream of history is written next. */
export async function lockIdCipher(tx: Tx, accountId: string): Promise<Buffer | null> {
  const [row] = await tx.query<{ id_cipher: Buffer }>(
    'select id_cipher from identity.account where account_id = $1 for update',
    [accountId],
  )
  return row?.id_cipher ?? null
}

export async function readPhoneCipher(db: Db, accountId: string): Promise<Buffer | null> {
  const [row] = await db.query<{ phone_cipher: Buffer | null }>(
    'select phone_cipher from identity.account where account_id = $1',
    [accountId],
  )
  return row?.phone_cipher ?? null
}

/** One sealed number, whichever, to try the keys on. */
export async function readAnyIdCipher(db: Db): Promise<{ accountId: string; idCipher: Buffer } | null> {
  const [row] = await db.query<{ account_id: string; id_cipher: Buffer }>(
    'select account_id, id_cipher from identity.account limit 1',
  )
  return row ? { accountId: row.account_id, idCipher: row.id_cipher } : null
}
