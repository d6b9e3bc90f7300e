import type { Db } from '../platform/database.ts'

/** So many days after the last answer the number that a visitor left is still needed, should they ask on. */
export const PHONES_KEPT_DAYS = 90

/** Forgets the numbers of questions that were answered before that moment; the masked form stays, so that it can be said where to. */
export async function forgetPhones(db: Db, answeredBefore: Date): Promise<number> {
  const rows = await db.query(
    `update feedback.enquiry set phone_cipher = null where phone_cipher is not null and answered_at < $1 returning 1`,
    [answeredBefore],
  )
  return rows.length
}
