import type { Db, Tx } from '../platform/database.ts'

/** A question and its answer as everybody may read them under the frequent questions of an item. */
export interface PublicAnswer {
  enquiryId: string
  /** The entry that it was made from. */
  no: number
  itemId: string
  /** The version of the guide at which it was answered. */
  itemVersion: number
  organName: string
  question: string
  answer: string
  /** 'YYYY-MM-DD' */
  answeredOn: string
  sample: boolean
}

const COLUMNS = `enquiry_id as "enquiryId", no, item_id as "itemId", item_version as "itemVersion", organ_name as "organName", question,
  answer, answered_on as "answeredOn", sample`

/** What is public of an item's questions is one thing with one history: whoever changes it holds this lock. */
export async function lockPublicAnswers(tx: Tx, itemId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`answers:${itemId}`])
}

/** Makes it public, in other words than before if it was public before. */
export async function putPublicAnswer(tx: Tx, a: PublicAnswer, now: Date): Promise<void> {
  await tx.query(
    `insert into feedback.public_answer (enquiry_id, no, item_id, item_version, organ_name, question, answer, answered_on, published_at, sample)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (enquiry_id, no) do update set question = $6, answer = $7, published_at = $9, taken_down_at = null`,
    [
      a.enquiryId,
      a.no,
      a.itemId,
      a.itemVersion,
      a.organName,
      a.question,
      a.answer,
      a.answeredOn,
      now,
      a.sample,
    ],
  )
}

/** False when there was nothing public to take down. */
export async function takeDownPublicAnswer(
  tx: Tx,
  enquiryId: string,
  no: number,
  now: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `update feedback.public_answer set taken_down_at = $3 where enquiry_id = $1 and no = $2 and taken_down_at is null returning 1`,
    [enquiryId, no, now],
  )
  return rows.length > 0
}

/** What is public under an item, the newest first; a guide shows no more than so many. */
export async function publicAnswersOf(db: Db, itemId: string): Promise<PublicAnswer[]> {
  return db.query<PublicAnswer>(
    `select ${COLUMNS} from feedback.public_answer where item_id = $1 and taken_down_at is null
      order by answered_on desc, published_at desc limit 20`,
    [itemId],
  )
}

/** What of this enquiry is public. */
export async function publicOfEnquiry(db: Db, enquiryId: string): Promise<PublicAnswer[]> {
  return db.query<PublicAnswer>(
    `select ${COLUMNS} from feedback.public_answer where enquiry_id = $1 and taken_down_at is null order by no`,
    [enquiryId],
  )
}
