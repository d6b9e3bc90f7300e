import type { Db } from '../../platform/database.ts'
import { type Asker, cleanNumber, codeFits, type Enquiry, type Entry } from '../enquiry.ts'
import { findByNumber, readEnquiry, readEntries } from '../enquiry-store.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * May this asker read it? A question asked by an account is the account's alone; one asked without signing in opens to number and code.
 * The code is compared in any case, so that the time taken does not tell whether the number exists.
 */
export function openedBy(enquiry: Enquiry | null, asker: Asker, queryCodeKey: Buffer): enquiry is Enquiry {
  if ('accountId' in asker) return enquiry !== null && enquiry.accountId === asker.accountId
  const fits = codeFits(queryCodeKey, enquiry?.enquiryId ?? NOBODY, asker.code)
  return (
    fits && enquiry !== null && enquiry.accountId === null && enquiry.number === cleanNumber(asker.number)
  )
}

export interface OwnEnquiry {
  enquiry: Enquiry
  entries: Entry[]
}

/** A question of an account; null where it is not theirs. */
export async function ownEnquiry(db: Db, accountId: string, enquiryId: string): Promise<OwnEnquiry | null> {
  const enquiry = await readEnquiry(db, enquiryId)
  if (enquiry?.accountId !== accountId) return null
  return { enquiry, entries: await readEntries(db, enquiryId) }
}

/** A question asked without signing in, by number and code; null for a wrong number as for a wrong code. */
export async function enquiryByCode(
  db: Db,
  queryCodeKey: Buffer,
  asker: { number: string; code: string },
): Promise<OwnEnquiry | null> {
  const enquiry = await findByNumber(db, cleanNumber(asker.number))
  if (!openedBy(enquiry, asker, queryCodeKey)) return null
  return { enquiry, entries: await readEntries(db, enquiry.enquiryId) }
}
