import type { Db, Tx } from '../platform/database.ts'
import type { Grade } from '../regulation/index.ts'

/** What an applicant says of how a dossier was handled (评价, Art. 22). */
export interface Rating {
  dossierId: string
  accountId: string
  organId: string
  grade: Grade
  /** Chosen from the listed reasons. */
  reasons: string[]
  /** In their own words. */
  reason: string
  channel: string
  at: Date
}

/** False when this dossier was rated before. */
export async function insertRating(tx: Tx, r: Rating): Promise<boolean> {
  const rows = await tx.query(
    `insert into feedback.rating (dossier_id, account_id, organ_id, grade, reason, reasons, channel, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (dossier_id) do nothing returning 1`,
    [r.dossierId, r.accountId, r.organId, r.grade, r.reason, r.reasons, r.channel, r.at],
  )
  return rows.length > 0
}

/** The rating that this account gave to this dossier, or null. */
export async function ratingOf(db: Db, accountId: string, dossierId: string): Promise<Rating | null> {
  const [row] = await db.query<Rating>(
    `select dossier_id as "dossierId", account_id as "accountId", organ_id as "organId", grade, reason, reasons, channel, at
       from feedback.rating where dossier_id = $1 and account_id = $2`,
    [dossierId, accountId],
  )
  return row ?? null
}
