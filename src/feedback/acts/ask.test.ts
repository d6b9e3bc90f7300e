import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import { codeOf, phonePlace, streamOf } from '../enquiry.ts'
import { readEntries } from '../enquiry-store.ts'
import { enquiryWorld, examiner, MONDAY, ORGAN, OTHER_ORGAN, SERVICE } from '../testing.ts'
import { enquiryByCode, ownEnquiry } from '../views/own.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { followUp, MOST_FOLLOW_UPS } from './follow-up.ts'

let world: Awaited<ReturnType<typeof enquiryWorld>>
before(async () => {
  world = await enquiryWorld()
})
after(() => world.close())

const asked = async (changes = {}) => {
  const done = await ask(world.deps, world.question(changes), MONDAY)
  assert.ok(done.ok)
  return done.value
}
const person = () => ({ kind: 'applicant' as const, id: randomUUID(), name: '陈榕生' })
let key = 0
const answered = async (enquiryId: string, version: number) => {
  const command = { key: `k${key++}`, version, text: '可以，现场核查以前装好就行。', publish: null }
  const done = await answer(world.deps, examiner, enquiryId, command, MONDAY)
  assert.ok(done.ok)
  return done.value.version
}

test('[Art. 8.1(1)] anybody asks without a sign-in, and the department of the item gets the question', async () => {
  const enquiry = await asked()
  assert.match(enquiry.number, /^ZX20261123\d{4}$/)
  assert.deepEqual([enquiry.organId, enquiry.accountId, enquiry.itemVersion], [ORGAN.organId, null, 1])
})

test('[Art. 9.1] asking starts the clock, and the history says by when, but not what was asked', async () => {
  const enquiry = await asked()
  const [event] = await readStream(world.db, streamOf(enquiry.enquiryId))
  assert.equal(event?.type, 'enquiry.asked')
  assert.equal((event.data['ruling'] as { facts: { dueDay: string } }).facts.dueDay, '2026-11-25')
  assert.doesNotMatch(JSON.stringify(event), /装修/)
})

test('the same form sent twice, even at the same moment, is one question', async () => {
  const question = world.question()
  const both = await Promise.all([ask(world.deps, question, MONDAY), ask(world.deps, question, MONDAY)])
  const again = await ask(world.deps, question, MONDAY)
  const numbers = [...both, again].map((done) => done.ok && done.value.number)
  assert.equal(new Set(numbers).size, 1)
  assert.equal((await readEntries(world.db, question.enquiryId)).length, 1)
})

test('a form that was sent is not changed by sending it again, and never shows itself to somebody else', async () => {
  const question = world.question()
  await ask(world.deps, question, MONDAY)
  for (const other of [{ text: '换一个问题' }, { asker: person() }]) {
    const again = await ask(world.deps, { ...question, ...other }, MONDAY)
    assert.equal(again.ok ? '' : again.refusal.name, 'asked-before')
  }
})

test('a question about no item goes to the department chosen; who does not know whom to ask reaches the service authority', async () => {
  const chosen = await asked({ itemId: null, organId: OTHER_ORGAN.organId })
  assert.equal(chosen.organId, OTHER_ORGAN.organId)
  const unknown = await asked({ itemId: null, organId: null })
  assert.equal(unknown.organId, SERVICE.organId)
})

test('a department in which nobody may answer yet is spared: the service authority gets the question', async () => {
  await world.db.query(
    `insert into identity.organ (organ_id, name, short_name, credit_code, area_code, area_name, kind, sample)
     values ('test-empty', '示例市空缺局', '示例空缺', '', '350100', '示例市', 'department', true)`,
  )
  assert.equal((await asked({ itemId: null, organId: 'test-empty' })).organId, SERVICE.organId)
})

test('an empty question, one too long and a wrong phone number are refused at their field', async () => {
  const refused = async (changes: object) => {
    const no = await ask(world.deps, world.question(changes), MONDAY)
    return no.ok ? null : [no.refusal.name, no.refusal.field]
  }
  assert.deepEqual(await refused({ text: ' 。 ' }), ['text-needed', 'text'])
  assert.deepEqual(await refused({ text: '问'.repeat(1001) }), ['too-long', 'text'])
  assert.equal((await refused({ phone: '1540000' }))?.[1], 'phone')
  assert.deepEqual(await refused({ itemId: randomUUID() }), ['item-gone', 'about'])
})

test('a number that was left is sealed for its own question', async () => {
  const enquiry = await asked({ phone: '154 0000 0108' })
  assert.equal(enquiry.phoneMasked, '154****0108')
  const [row] = await world.db.query<{ phone_cipher: Buffer }>(
    'select phone_cipher from feedback.enquiry where enquiry_id = $1',
    [enquiry.enquiryId],
  )
  assert.ok(!row!.phone_cipher.includes('15400000108'))
  assert.equal(world.vault.open(row!.phone_cipher, phonePlace(enquiry.enquiryId)), '15400000108')
  assert.throws(() => world.vault.open(row!.phone_cipher, phonePlace(randomUUID())))
})

test('what an account asked only that account reads; neither another account nor number and code open it', async () => {
  const asker = person()
  const enquiry = await asked({ asker })
  assert.ok(await ownEnquiry(world.db, asker.id, enquiry.enquiryId))
  assert.equal(await ownEnquiry(world.db, randomUUID(), enquiry.enquiryId), null)
  const code = codeOf(world.deps.queryCodeKey, enquiry.enquiryId)
  assert.equal(await enquiryByCode(world.db, world.deps.queryCodeKey, { number: enquiry.number, code }), null)
})

test('what a visitor asked opens to its number with its own code, to no account and to no other code', async () => {
  const [enquiry, other] = [await asked(), await asked()]
  const { db } = world
  const { queryCodeKey } = world.deps
  const code = codeOf(queryCodeKey, enquiry.enquiryId)
  const spaced = { number: enquiry.number.replace(/(\d{4})$/, ' $1'), code: code.toLowerCase() }
  assert.equal((await enquiryByCode(db, queryCodeKey, spaced))?.enquiry.enquiryId, enquiry.enquiryId)
  assert.equal(await enquiryByCode(db, queryCodeKey, { number: other.number, code }), null)
  assert.equal(await enquiryByCode(db, queryCodeKey, { number: 'ZX209901010001', code }), null)
  assert.equal(await ownEnquiry(db, randomUUID(), enquiry.enquiryId), null)
})

test('the asker asks on once there is an answer, which starts a new clock; nobody else can', async () => {
  const asker = person()
  const enquiry = await asked({ asker })
  const on = (
    who: { accountId: string },
    given = { key: 'f1', text: '那营业执照要先办吗？' },
    now = MONDAY,
  ) => followUp(world.deps, who, enquiry.enquiryId, given, asker, now)
  const early = await on({ accountId: asker.id })
  assert.equal(early.ok ? '' : early.refusal.name, 'not-answered')
  await answered(enquiry.enquiryId, 1)
  const stranger = await on({ accountId: randomUUID() })
  assert.equal(stranger.ok ? '' : stranger.refusal.name, 'not-found')
  const friday = new Date('2026-11-27T10:00:00+08:00')
  for (let i = 0; i < 2; i++) {
    const done = await on({ accountId: asker.id }, undefined, friday)
    assert.ok(done.ok && done.value.status === 'open')
    assert.deepEqual(done.value.askedAt, friday)
  }
  const kinds = (await readEntries(world.db, enquiry.enquiryId)).map((e) => e.kind)
  assert.deepEqual(kinds, ['question', 'answer', 'follow-up'])
})

test('a visitor asks on by number and code, so often and not more', async () => {
  const enquiry = await asked()
  const by = { number: enquiry.number, code: codeOf(world.deps.queryCodeKey, enquiry.enquiryId) }
  let version = 1
  for (let i = 0; i < MOST_FOLLOW_UPS; i++) {
    version = await answered(enquiry.enquiryId, version)
    const given = { key: `f${i}`, text: `再问第 ${i + 1} 次` }
    const on = await followUp(world.deps, by, enquiry.enquiryId, given, null, MONDAY)
    assert.ok(on.ok)
    version = on.value.version
  }
  await answered(enquiry.enquiryId, version)
  const last = await followUp(world.deps, by, enquiry.enquiryId, { key: 'x', text: '还问' }, null, MONDAY)
  assert.equal(last.ok ? '' : last.refusal.name, 'asked-often')
  const wrong = { ...by, code: 'AAAA2222' }
  const no = await followUp(world.deps, wrong, enquiry.enquiryId, { key: 'y', text: '还问' }, null, MONDAY)
  assert.equal(no.ok ? '' : no.refusal.name, 'not-found')
})
