import type { Db, Tx } from '../platform/database.ts'
import type { Enquiry, Entry, Times } from './enquiry.ts'

const COLUMNS = `enquiry_id as "enquiryId", number, account_id as "accountId", item_id as "itemId", item_version as "itemVersion",
  item_name as "itemName", organ_id as "organId", organ_name as "organName", phone_cipher as "phoneCipher", phone_masked as "phoneMasked",
  status, first_asked_at as "firstAskedAt", asked_at as "askedAt", extension, answered_at as "answeredAt", version, sample`

/** The next serial of a day. Outside the act's transaction: a gap does no harm, a waiting queue would. */
export async function drawSerial(db: Db, day: string): Promise<number> {
  const [row] = await db.query<{ last_number: number }>(
    `insert into feedback.enquiry_day (day, last_number) values ($1, 1)
     on conflict (day) do update set last_number = feedback.enquiry_day.last_number + 1 returning last_number`,
    [day],
  )
  return row!.last_number
}

/** False when this enquiry was there before. */
export async function insertEnquiry(tx: Tx, e: Enquiry, times: Times): Promise<boolean> {
  const rows = await tx.query(
    `insert into feedback.enquiry (enquiry_id, number, account_id, item_id, item_version, item_name, organ_id, organ_name, phone_cipher,
       phone_masked, status, first_asked_at, asked_at, due_at, yellow_at, red_at, version, sample)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict (enquiry_id) do nothing returning 1`,
    [
      e.enquiryId,
      e.number,
      e.accountId,
      e.itemId,
      e.itemVersion,
      e.itemName,
      e.organId,
      e.organName,
      e.phoneCipher,
      e.phoneMasked,
      e.status,
      e.firstAskedAt,
      e.askedAt,
      times.dueAt,
      times.yellowAt,
      times.redAt,
      e.version,
      e.sample,
    ],
  )
  return rows.length > 0
}

/** Saves what an act changed. Number, asker, item and phone never change. */
export async function saveEnquiry(tx: Tx, e: Enquiry, times: Times): Promise<void> {
  await tx.query(
    `update feedback.enquiry set organ_id = $2, organ_name = $3, status = $4, asked_at = $5, extension = $6, answered_at = $7,
       due_at = $8, yellow_at = $9, red_at = $10, version = $11 where enquiry_id = $1`,
    [
      e.enquiryId,
      e.organId,
      e.organName,
      e.status,
      e.askedAt,
      e.extension === null ? null : JSON.stringify(e.extension),
      e.answeredAt,
      times.dueAt,
      times.yellowAt,
      times.redAt,
      e.version,
    ],
  )
}

export async function readEnquiry(db: Db, enquiryId: string): Promise<Enquiry | null> {
  const [row] = await db.query<Enquiry>(`select ${COLUMNS} from feedback.enquiry where enquiry_id = $1`, [
    enquiryId,
  ])
  return row ?? null
}

export async function lockEnquiry(tx: Tx, enquiryId: string): Promise<Enquiry | null> {
  const [row] = await tx.query<Enquiry>(
    `select ${COLUMNS} from feedback.enquiry where enquiry_id = $1 for update`,
    [enquiryId],
  )
  return row ?? null
}

export async function findByNumber(db: Db, number: string): Promise<Enquiry | null> {
  const [row] = await db.query<Enquiry>(`select ${COLUMNS} from feedback.enquiry where number = $1`, [number])
  return row ?? null
}

/** An account's questions with the words of the first one, those last asked first. */
export async function enquiriesOf(db: Db, accountId: string): Promise<(Enquiry & { words: string })[]> {
  return db.query(
    `select ${COLUMNS}, (select left(text, 120) from feedback.enquiry_entry n where n.enquiry_id = e.enquiry_id and no = 1) as words
       from feedback.enquiry e where account_id = $1 order by asked_at desc limit 200`,
    [accountId],
  )
}

const ENTRY = `no, key, kind, text, by, organ_name as "organName", to_organ_name as "toOrganName", at`

/** What was said, in its order. */
export async function readEntries(db: Db, enquiryId: string): Promise<Entry[]> {
  return db.query<Entry>(`select ${ENTRY} from feedback.enquiry_entry where enquiry_id = $1 order by no`, [
    enquiryId,
  ])
}

/** Adds the next entry; the caller holds the lock on its enquiry. Gives its number. */
export async function addEntry(tx: Tx, enquiryId: string, e: Omit<Entry, 'no'>): Promise<number> {
  const [row] = await tx.query<{ no: number }>(
    `insert into feedback.enquiry_entry (enquiry_id, no, key, kind, text, by, organ_name, to_organ_name, at)
     select $1::uuid, coalesce(max(no), 0) + 1, $2::text, $3::text, $4::text, $5::jsonb, $6::text, $7::text, $8::timestamptz
       from feedback.enquiry_entry where enquiry_id = $1 returning no`,
    [enquiryId, e.key, e.kind, e.text, JSON.stringify(e.by), e.organName, e.toOrganName, e.at],
  )
  return row!.no
}

/** Erases the sealed numbers of questions that were answered before that moment; returns how many. */
export async function erasePhones(db: Db, answeredBefore: Date): Promise<number> {
  const rows = await db.query(
    `update feedback.enquiry set phone_cipher = null where phone_cipher is not null and answered_at < $1 returning 1`,
    [answeredBefore],
  )
  return rows.length
}
