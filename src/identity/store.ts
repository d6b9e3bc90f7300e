import type { Db, Tx } from '../platform/database.ts'
import type { AssuranceLevel } from '../regulation/index.ts'
import { ACCOUNT, type AccountRow, toAccount } from './account-store.ts'
import type { Organ } from './organs.ts'
import { type Holding, mayGive, type Post, type Staff } from './staff.ts'

/** The SQL of sessions, sign-ins under way and staff. Nobody but this module touches the tables of schema `identity`. */

export interface SessionTimes {
  lastSeenAt: Date
  expiresAt: Date
}

interface TimesRow {
  last_seen_at: Date
  expires_at: Date
}

const toTimes = (row: TimesRow): SessionTimes => ({ lastSeenAt: row.last_seen_at, expiresAt: row.expires_at })

export async function readHallSession(db: Db, tokenHash: Buffer) {
  const [row] = await db.prepared<AccountRow & TimesRow & { session_level: AssuranceLevel }>(
    'identity-hall-session',
    `select ${ACCOUNT}, s.level as session_level, s.last_seen_at, s.expires_at
       from identity.session s join identity.account a using (account_id)
      where s.token_hash = $1 and s.kind = 'hall'`,
    [tokenHash],
  )
  return row ? { account: toAccount(row), level: row.session_level, ...toTimes(row) } : null
}

const STAFF = `st.staff_id, st.name, st.organ_id, o.name as organ_name, o.kind as organ_kind, st.active,
  (select coalesce(jsonb_agg(jsonb_build_object('post', p.post, 'trainedOn', p.trained_on) order by p.post), '[]')
     from identity.post_holding p where p.staff_id = st.staff_id) as posts`

interface StaffRow {
  staff_id: string
  name: string
  organ_id: string
  organ_name: string
  organ_kind: Organ['kind']
  active: boolean
  posts: Holding[]
}

const toStaff = (row: StaffRow): Staff => ({
  staffId: row.staff_id,
  name: row.name,
  organId: row.organ_id,
  organName: row.organ_name,
  // What an organ cannot give, nobody holds, whoever wrote it down.
  posts: row.posts.filter((p) => mayGive(row.organ_kind, p.post)),
})

/** Only officers who are still active: ending somebody's work ends their sessions at once. */
export async function readDeskSession(db: Db, tokenHash: Buffer) {
  const [row] = await db.prepared<StaffRow & TimesRow>(
    'identity-desk-session',
    `select ${STAFF}, s.last_seen_at, s.expires_at
       from identity.session s join identity.staff st using (staff_id) join identity.organ o using (organ_id)
      where s.token_hash = $1 and s.kind = 'desk' and st.active`,
    [tokenHash],
  )
  return row ? { staff: toStaff(row), ...toTimes(row) } : null
}

/** Locks the officer's row: their stream of history is written next. */
export async function lockStaffBySubject(tx: Tx, subject: string) {
  const [row] = await tx.query<StaffRow>(
    `select ${STAFF} from identity.staff st join identity.organ o using (organ_id)
      where st.subject = $1 for update of st`,
    [subject],
  )
  return row ? { staff: toStaff(row), active: row.active } : null
}

/** False when this officer is known already. */
export async function insertStaff(
  tx: Tx,
  entry: { staffId: string; subject: string; name: string; organId: string; sample?: boolean },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into identity.staff (staff_id, subject, name, organ_id, sample) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning staff_id`,
    [entry.staffId, entry.subject, entry.name, entry.organId, entry.sample ?? false],
  )
  return rows.length === 1
}

export async function insertHolding(
  tx: Tx,
  staffId: string,
  post: Post,
  trainedOn: string | null,
): Promise<void> {
  await tx.query('insert into identity.post_holding (staff_id, post, trained_on) values ($1, $2, $3)', [
    staffId,
    post,
    trainedOn,
  ])
}

export async function insertSession(
  tx: Tx,
  session: SessionTimes & {
    tokenHash: Buffer
    kind: 'hall' | 'desk'
    accountId: string | null
    staffId: string | null
    level: AssuranceLevel
  },
): Promise<void> {
  await tx.query(
    `insert into identity.session (token_hash, kind, account_id, staff_id, level, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [
      session.tokenHash,
      session.kind,
      session.accountId,
      session.staffId,
      session.level,
      session.lastSeenAt,
      session.expiresAt,
    ],
  )
}

export async function touchSession(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db.prepared(
    'identity-touch-session',
    'update identity.session set last_seen_at = $2 where token_hash = $1 and last_seen_at < $2',
    [tokenHash, now],
  )
}

export async function deleteSession(db: Db, tokenHash: Buffer, kind: 'hall' | 'desk'): Promise<void> {
  await db.query('delete from identity.session where token_hash = $1 and kind = $2', [tokenHash, kind])
}

/** Removes sessions and sign-ins that can no longer be used. */
export async function sweep(db: Db, now: Date, idleSince: Date, begunBefore: Date): Promise<void> {
  await db.query('delete from identity.session where expires_at <= $1 or last_seen_at <= $2', [
    now,
    idleSince,
  ])
  await db.query('delete from identity.sign_in where created_at <= $1', [begunBefore])
}

export interface SignInRow {
  state: string
  kind: 'hall' | 'desk'
  /** What the provider's answer and the browser are checked against. */
  checks: object
  returnTo: string
  wantedLevel: AssuranceLevel
  createdAt: Date
}

export async function insertSignIn(db: Db, row: SignInRow): Promise<void> {
  await db.query(
    `insert into identity.sign_in (state, kind, checks, return_to, wanted_level, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [row.state, row.kind, JSON.stringify(row.checks), row.returnTo, row.wantedLevel, row.createdAt],
  )
}

/** Takes a sign-in under way out of the table: it can be finished once. */
export async function takeSignIn(db: Db, state: string, kind: 'hall' | 'desk'): Promise<SignInRow | null> {
  const [row] = await db.query<{
    checks: object
    return_to: string
    wanted_level: AssuranceLevel
    created_at: Date
  }>(
    'delete from identity.sign_in where state = $1 and kind = $2 returning checks, return_to, wanted_level, created_at',
    [state, kind],
  )
  if (!row) return null
  return {
    state,
    kind,
    checks: row.checks,
    returnTo: row.return_to,
    wantedLevel: row.wanted_level,
    createdAt: row.created_at,
  }
}
