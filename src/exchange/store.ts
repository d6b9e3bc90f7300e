import type { Actor } from '../history/index.ts'
import type { Db } from '../platform/database.ts'

/** One look into shared data: who asked which register about whom, why, and whether an answer came. */
export interface LookUp {
  lookUpId: string
  at: Date
  register: string
  subjectBlind: Buffer
  cause: string
  actor: Actor
  /** Whose data were asked for in whose own affair; the person sees it in their space. */
  accountId: string | null
  dossierId: string | null
  outcome: 'found' | 'not-found' | 'compared' | 'no-answer'
}

export async function insertLookUp(db: Db, l: LookUp): Promise<void> {
  await db.query(
    `insert into exchange.look_up (look_up_id, at, register, subject_blind, cause, actor, account_id, dossier_id, outcome)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [l.lookUpId, l.at, l.register, l.subjectBlind, l.cause, l.actor, l.accountId, l.dossierId, l.outcome],
  )
}

export type SeenLookUp = Pick<LookUp, 'at' | 'register' | 'cause' | 'actor' | 'dossierId' | 'outcome'>

const COLUMNS = `at, register, cause, actor, dossier_id as "dossierId", outcome`

/** Look-ups about a person's own affairs, newest first: they may see who asked for what. */
export async function lookUpsOfAccount(db: Db, accountId: string, most = 100): Promise<SeenLookUp[]> {
  return db.query<SeenLookUp>(
    `select ${COLUMNS} from exchange.look_up where account_id = $1 order by at desc limit $2`,
    [accountId, most],
  )
}

/** Look-ups for one dossier of this account, newest first. */
export async function lookUpsOfDossier(db: Db, accountId: string, dossierId: string): Promise<SeenLookUp[]> {
  return db.query<SeenLookUp>(
    `select ${COLUMNS} from exchange.look_up where account_id = $1 and dossier_id = $2 order by at desc limit 100`,
    [accountId, dossierId],
  )
}
