import { randomUUID } from 'node:crypto'
import type { SmsPort } from '../adapters/sms/port.ts'
import type { Identity } from '../identity/index.ts'
import type { Database, Db, Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'

/** A message to a person: in their space at once (站内信), and by SMS as soon as the gateway takes it (Art. 20). */
export interface Message {
  messageId: string
  text: string
  dossierId: string | null
  /** False: it only waits in the person's space. */
  bySms: boolean
  phoneMasked: string
  writtenAt: Date
  sentAt: Date | null
  readAt: Date | null
}

export interface MessagesDeps {
  db: Database
  jobs: Jobs
  identity: Pick<Identity, 'phoneOf'>
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

/** Null: it was written before. */
async function insert(
  tx: Tx,
  to: Recipient,
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

/** Hands one message over; throws while the gateway is down, so that the job is tried again. Sent once by its id. */
async function hand(deps: MessagesDeps, messageId: string, now: () => Date): Promise<void> {
  const [row] = await deps.db.query<{ account_id: string; text: string; sent_at: Date | null }>(
    'select account_id, text, sent_at from messages.message where message_id = $1',
    [messageId],
  )
  if (!row || row.sent_at) return
  const phone = await deps.identity.phoneOf(row.account_id)
  // No phone on file: the message stays in the person's own space.
  if (!phone) return
  const answer = await deps.sms.send({ id: messageId, to: phone, text: row.text, sign: '榕办' })
  if (!answer.ok && answer.failure.kind !== 'refused') throw new Error(`sms: ${answer.failure.technical}`)
  if (!answer.ok) return
  await deps.db.query('update messages.message set sent_at = $2 where message_id = $1 and sent_at is null', [
    messageId,
    now(),
  ])
}

/** A person's messages, newest first. */
export async function messagesOf(db: Db, accountId: string): Promise<Message[]> {
  return db.query<Message>(
    `select message_id as "messageId", text, dossier_id as "dossierId", by_sms as "bySms", phone_masked as "phoneMasked", written_at as "writtenAt",
            sent_at as "sentAt", read_at as "readAt"
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
