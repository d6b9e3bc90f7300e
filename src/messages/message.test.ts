import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { startSandboxProcess } from '../../test/contract/sandbox-process.ts'
import { sandboxSms } from '../adapters/sms/index.ts'
import { createVault } from '../identity/index.ts'
import { createJobs, type Jobs } from '../platform/jobs.ts'
import { busyQueues } from '../platform/queues.ts'
import { type TestDatabase, testDatabase } from '../platform/testing.ts'
import { messagesOf, unsentSms, workOnMessages, write, writeToPhone } from './index.ts'

const NOW = new Date('2026-10-13T09:30:00+08:00')
const LATER = new Date('2026-10-14T09:30:00+08:00')

const vault = createVault({ encryptionKey: randomBytes(32), blindKey: randomBytes(32) })
let database: TestDatabase
let jobs: Jobs
let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
/** The phones on file, by account. */
const phones = new Map<string, string>()

before(async () => {
  database = await testDatabase()
  sandbox = await startSandboxProcess()
  jobs = createJobs(database.appUrl, () => {}, 0.5)
  const identity = { phoneOf: async (accountId: string) => phones.get(accountId) ?? null, vault }
  workOnMessages({ db: database.db, jobs, identity, sms: sandboxSms(sandbox.signed) }, () => NOW)
  await jobs.start()
})
after(async () => {
  await jobs.stop()
  await sandbox.stop()
  await database.close()
})

/** Writes about a dossier of the account's own (it has the account's id) and waits until the SMS is done with. */
async function written(accountId: string, text: string, at = NOW) {
  const to = { accountId, dossierId: accountId, phoneMasked: '' }
  await database.db.transaction((tx) => write({ jobs }, tx, to, `test:${randomUUID()}`, text, at))
  while ((await busyQueues(database.db)).length > 0) await new Promise((look) => setTimeout(look, 50))
  const [newest] = await messagesOf(database.db, accountId)
  assert.equal(newest?.text, text)
  return newest
}

test('an SMS that the gateway refuses is noted as not sent; the message stays in the person’s own space', async () => {
  const accountId = randomUUID()
  phones.set(accountId, '059187654321')
  const message = await written(accountId, '有 1 份材料要补正。')
  assert.deepEqual([message.sentAt, message.refusedAt], [null, NOW])
  assert.deepEqual(await unsentSms(database.db, accountId), { writtenAt: NOW, refusal: 'number' })
})

test('a person without a phone number is known not to be reached by SMS', async () => {
  const accountId = randomUUID()
  const message = await written(accountId, '已受理。')
  assert.deepEqual([message.sentAt, message.refusedAt], [null, NOW])
  assert.deepEqual(await unsentSms(database.db, accountId), { writtenAt: NOW, refusal: 'no-phone' })
})

test('once a later SMS has arrived, nobody need be told in another way', async () => {
  const accountId = randomUUID()
  await written(accountId, '已收到。')
  assert.notEqual(await unsentSms(database.db, accountId), null)
  phones.set(accountId, '19900000001')
  const message = await written(accountId, '已受理。', LATER)
  assert.deepEqual([message.sentAt, message.refusedAt], [NOW, null])
  assert.equal(await unsentSms(database.db, accountId), null)
})

test('a message to a number that was left for it goes there once, and the number is not kept beyond it', async () => {
  const to = { phone: '15400000108', phoneMasked: '154****0108' }
  const cause = `test:${randomUUID()}`
  for (let i = 0; i < 2; i++)
    await database.db.transaction((tx) =>
      writeToPhone({ jobs, vault }, tx, to, cause, '您的咨询已答复。', NOW),
    )
  while ((await busyQueues(database.db)).length > 0) await new Promise((look) => setTimeout(look, 50))
  const rows = await database.db.query(
    'select account_id, phone_masked, phone_cipher, sent_at, refused_at from messages.message where cause = $1',
    [cause],
  )
  assert.deepEqual(rows, [
    { account_id: null, phone_masked: '154****0108', phone_cipher: null, sent_at: NOW, refused_at: null },
  ])
})
