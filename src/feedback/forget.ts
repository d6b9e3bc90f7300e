import type { Db } from '../platform/database.ts'
import { erasePhones } from './enquiry-store.ts'

/** So many days after the last answer the number that a visitor left is still needed, should they ask on. */
export const PHONES_KEPT_DAYS = 90

/** Forgets the numbers of questions that were answered before that moment; the masked form stays, so that it can be said where to. */
export function forgetPhones(db: Db, answeredBefore: Date): Promise<number> {
  return erasePhones(db, answeredBefore)
}
