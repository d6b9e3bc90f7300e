import { randomUUID } from 'node:crypto'
import type { SmsPort } from '../adapters/sms/port.ts'
import type { Identity, Vault } from '../identity/index.ts'
import type { Database, Db, Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'

/** A message to a person: in their space at once (站内信), and by SMS as soon as the gateway takes it (Art. 20). */
export interface Message {
  messageId: string
  text: string
  dossierId: string | null
  /** The question (咨询) that it is about, or null. */
  enquiryId: string | null
  /** The booked visit that it is about. */
  bookingId: string | null
  /** False: it only waits in the person's space. */
  bySms: boolean
  phoneMasked: string
  writtenAt: Date
  sentAt: Date | null
  /** When it became certain that no SMS of this message can be sent; see {@link SmsRefusal}. */
  refusedAt: Date | null
  readAt: Date | null
}

/** Why an SMS can never be sent: the person left no number, or the gateway's own word, e.g. `number`. */
export type SmsRefusal = 'no-phone' | (string & {})

export interface MessagesDeps {
  db: Database
  jobs: Jobs
  identity: Pick<Identity, 'phoneOf'> & { vault: Pick<Vault, 'open'> }
  sms: SmsPort
}

const QUEUE = 'sms'

/** Declares the worker that hands messages to the gateway. */
export function workOnMessages(deps: MessagesDeps, now: () => Date): void {
  deps.jobs.work(QUEUE, ({ messageId }) => hand(deps, String(messageId), now))
}

interface Recipient {
  accountId: string
  phoneMasked: string
  dossierId: string | null
}

/** Writes a message and asks for its SMS. `cause` (e.g. `dossier:…:3`) makes writing the same message twice harmless. */
export async function write(
  deps: Pick<MessagesDeps, 'jobs'>,
  tx: Tx,
  to: Recipient,
  cause: string,
  text: string,
  now: Date,
): Promise<void> {
  const messageId = await insert(tx, to, cause, text, now, true)
  if (messageId) await deps.jobs.enqueue(tx, [{ queue: QUEUE, data: { messageId } }])
}

/** Writes a message that only waits in the person's space, because there is nothing that they must do. */
export async function writeQuietly(
  tx: Tx,
  to: Recipient,
  cause: string,
  text: string,
  now: Date,
): Promise<void> {
  await insert(tx, to, cause, text, now, false)
}

/** Writes to somebody without an account, to the number that they left for it; sealed here until it is sent. */
export async function writeToPhone(
  deps: Pick<MessagesDeps, 'jobs'> & { vault: Pick<Vault, 'seal'> },
  tx: Tx,
  to: { phone: string; phoneMasked: string },
  cause: string,
  text: string,
  now: Date,
): Promise<void> {
  const nobody = { accountId: null, dossierId: null, phoneMasked: to.phoneMasked }
  const messageId = await insert(tx, nobody, cause, text, now, true)
  if (!messageId) return
  const cipher = deps.vault.seal(to.phone, phonePlace(messageId))
  await tx.query('update messages.message set phone_cipher = $2 where message_id = $1', [messageId, cipher])
  await deps.jobs.enqueue(tx, [{ queue: QUEUE, data: { messageId } }])
}

const phonePlace = (messageId: string): string => `message-phone:${messageId}`

/** Null: it was written before. */
async function insert(
  tx: Tx,
  to: Omit<Recipient, 'accountId'> & { accountId: string | null },
  cause: string,
  text: string,
  now: Date,
  bySms: boolean,
): Promise<string | null> {
  const messageId = randomUUID()
  const rows = await tx.query(
    `insert into messages.message (message_id, cause, account_id, dossier_id, phone_masked, text, written_at, by_sms)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (cause) do nothing returning 1`,
    [messageId, cause, to.accountId, to.dossierId, to.phoneMasked, text, now, bySms],
  )
  return rows.length > 0 ? messageId : null
}

/**
 * Hands one message over; throws while the gateway is down, so that the job is tried again. Sent once by its id. What can never be
 * sent is noted: the message stays in the person's own space, and who counts on it must hear that it did not arrive.
 */
async function hand(deps: MessagesDeps, messageId: string, now: () => Date): Promise<void> {
  const [row] = await deps.db.query<{
    account_id: string | null
    phone_cipher: Buffer | null
    text: string
  }>(
    'select account_id, phone_cipher, text from messages.message where message_id = $1 and sent_at is null and refused_at is null',
    [messageId],
  )
  if (!row) return
  const phone = row.account_id
    ? await deps.identity.phoneOf(row.account_id)
    : row.phone_cipher && deps.identity.vault.open(row.phone_cipher, phonePlace(messageId))
  if (!phone) return noteRefused(deps.db, messageId, 'no-phone', now())
  const answer = await deps.sms.send({ id: messageId, to: phone, text: row.text, sign: '榕办' })
  if (!answer.ok) {
    if (answer.failure.kind !== 'refused') throw new Error(`sms: ${answer.failure.technical}`)
    return noteRefused(deps.db, messageId, answer.failure.name, now())
  }
  // A number that was left for this one message is not kept beyond it.
  await deps.db.query(
    'update messages.message set sent_at = $2, phone_cipher = null where message_id = $1 and sent_at is null',
    [messageId, now()],
  )
}

async function noteRefused(db: Db, messageId: string, refusal: SmsRefusal, now: Date): Promise<void> {
  await db.query(
    `update messages.message set refused_at = $2, refusal = $3, phone_cipher = null
      where message_id = $1 and sent_at is null and refused_at is null`,
    [messageId, now, refusal],
  )
}

/** The newest SMS about a dossier that could not be sent, or null where none was or a later one arrived. */
export async function unsentSms(
  db: Db,
  dossierId: string,
): Promise<{ writtenAt: Date; refusal: SmsRefusal } | null> {
  const [newest] = await db.query<{ writtenAt: Date; refusal: SmsRefusal | null }>(
    `select written_at as "writtenAt", refusal from messages.message
      where dossier_id = $1 and by_sms and (sent_at is not null or refused_at is not null)
      order by written_at desc limit 1`,
    [dossierId],
  )
  return newest?.refusal ? { writtenAt: newest.writtenAt, refusal: newest.refusal } : null
}

/** A person's messages, newest first. */
export async function messagesOf(db: Db, accountId: string): Promise<Message[]> {
  return db.query<Message>(
    `select message_id as "messageId", text, dossier_id as "dossierId",
            substring(cause from '^enquiry:([0-9a-f-]{36}):') as "enquiryId",
            substring(cause from '^booking:([0-9a-f-]{36}):') as "bookingId", by_sms as "bySms", phone_masked as "phoneMasked", written_at as "writtenAt",
            sent_at as "sentAt", refused_at as "refusedAt", read_at as "readAt"
       from messages.message where account_id = $1 order by written_at desc limit 200`,
    [accountId],
  )
}

/** Marks a person's messages as read when they have been shown. */
export async function markRead(db: Db, accountId: string, now: Date): Promise<void> {
  await db.query('update messages.message set read_at = $2 where account_id = $1 and read_at is null', [
    accountId,
    now,
  ])
}
