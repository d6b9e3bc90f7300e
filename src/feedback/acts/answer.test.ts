import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import { publicStreamOf, streamOf } from '../enquiry.ts'
import { readEnquiry, readEntries } from '../enquiry-store.ts'
import { forgetPhones } from '../forget.ts'
import { publicAnswersOf } from '../public-answer-store.ts'
import {
  enquiryWorld,
  examiner,
  MONDAY,
  newClerk,
  ORGAN,
  OTHER_ORGAN,
  otherClerk,
  registrar,
} from '../testing.ts'
import { enquiryCounts, enquiryPage } from '../views/desk-list.ts'
import { enquiryRecord } from '../views/desk-record.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { extend } from './extend.ts'
import { passOn } from './pass-on.ts'
import { publish, takeDown } from './publish.ts'

let world: Awaited<ReturnType<typeof enquiryWorld>>
before(async () => {
  world = await enquiryWorld()
})
after(() => world.close())

const asked = async (changes = {}, now = MONDAY) => {
  const done = await ask(world.deps, world.question(changes), now)
  assert.ok(done.ok)
  return done.value
}
const TUESDAY = new Date('2026-11-24T10:00:00+08:00')
const THURSDAY = new Date('2026-11-26T10:00:00+08:00')
const TEXT = '可以先申请，现场核查以前装好就行。'
const command = (version = 1) => ({ key: randomUUID(), version, text: TEXT, publish: null })
const nameOf = (done: { ok: true } | { ok: false; refusal: { name: string } }) =>
  done.ok ? 'done' : done.refusal.name

test('[Art. 9.1] a trained officer of the department answers, and the history says whether in time', async () => {
  const [inTime, late] = [await asked(), await asked()]
  assert.equal(nameOf(await answer(world.deps, examiner, inTime.enquiryId, command(), TUESDAY)), 'done')
  assert.equal(nameOf(await answer(world.deps, examiner, late.enquiryId, command(), THURSDAY)), 'done')
  const outcome = async (id: string) => {
    const event = (await readStream(world.db, streamOf(id))).find((e) => e.type === 'enquiry.answered')!
    return (event.data['ruling'] as { outcome: string }).outcome
  }
  assert.equal(await outcome(inTime.enquiryId), 'met')
  assert.equal(await outcome(late.enquiryId), 'not-met')
  assert.ok(world.told.some((one) => one.enquiry.enquiryId === inTime.enquiryId))
})

test('[Art. 5.1(1)] who is not trained yet does not answer, and who supervises does not either', async () => {
  const own = await asked()
  const untrained = await answer(world.deps, newClerk, own.enquiryId, command(), TUESDAY)
  assert.equal(nameOf(untrained), 'not-allowed')
  assert.match(untrained.ok ? '' : untrained.refusal.sentence, /先培训再上岗/)
  const watching = { ...examiner, posts: [{ post: 'supervisor' as const, trainedOn: '2026-03-02' }] }
  assert.equal(nameOf(await answer(world.deps, watching, own.enquiryId, command(), TUESDAY)), 'not-allowed')
})

test('another department neither answers nor reads a question, and its lists do not count it', async () => {
  const enquiry = await asked()
  const before = await enquiryCounts(world.db, OTHER_ORGAN.organId, TUESDAY)
  assert.equal(
    nameOf(await answer(world.deps, otherClerk, enquiry.enquiryId, command(), TUESDAY)),
    'not-found',
  )
  const { calendar } = world.deps
  assert.equal(await enquiryRecord(world.db, otherClerk, enquiry.enquiryId, TUESDAY, calendar), null)
  assert.deepEqual(await enquiryCounts(world.db, OTHER_ORGAN.organId, TUESDAY), before)
})

test('of two officers at once one answers, and the other gets a conflict that names the first', async () => {
  const enquiry = await asked()
  const colleague = { ...examiner, staffId: 't7', name: '郑窗' }
  const both = await Promise.all(
    [examiner, colleague].map((staff) => answer(world.deps, staff, enquiry.enquiryId, command(), TUESDAY)),
  )
  assert.deepEqual(both.map(nameOf).toSorted(), ['conflict', 'done'])
  const no = both.find((one) => !one.ok)
  assert.match(no && !no.ok ? no.refusal.sentence : '', /(林审|郑窗) 10:00 已经答复了/)
  assert.equal((await readEntries(world.db, enquiry.enquiryId)).length, 2)
})

test('the same press twice answers once', async () => {
  const enquiry = await asked()
  const press = command()
  for (let i = 0; i < 2; i++) {
    const done = await answer(world.deps, examiner, enquiry.enquiryId, press, TUESDAY)
    assert.deepEqual(done, { ok: true, value: { version: 2 } })
  }
  assert.equal((await readEntries(world.db, enquiry.enquiryId)).length, 2)
})

test('[Art. 9.1] a mere receipt is refused as an answer', async () => {
  const enquiry = await asked()
  const receipt = { ...command(), text: '您好，您的问题已收到，请耐心等待。' }
  assert.equal(
    nameOf(await answer(world.deps, examiner, enquiry.enquiryId, receipt, TUESDAY)),
    'answer-needed',
  )
})

test('an answer is supplemented without touching its time', async () => {
  const enquiry = await asked()
  await answer(world.deps, examiner, enquiry.enquiryId, command(), TUESDAY)
  const more = { ...command(2), text: '更正：装修图纸要一起交。' }
  assert.equal(nameOf(await answer(world.deps, examiner, enquiry.enquiryId, more, THURSDAY)), 'done')
  const kept = await readEnquiry(world.db, enquiry.enquiryId)
  assert.deepEqual([kept?.status, kept?.answeredAt], ['answered', TUESDAY])
})

test('[Art. 9.1] passed on, a question keeps its clock and is out of reach of who passed it on', async () => {
  const enquiry = await asked()
  const pass = { key: 'p', version: 1, organId: OTHER_ORGAN.organId, reason: '健康证归卫生健康部门管。' }
  assert.equal(nameOf(await passOn(world.deps, examiner, enquiry.enquiryId, pass, TUESDAY)), 'done')
  const passed = await readEnquiry(world.db, enquiry.enquiryId)
  assert.deepEqual([passed?.organId, passed?.askedAt], [OTHER_ORGAN.organId, MONDAY])
  assert.equal(
    nameOf(await answer(world.deps, examiner, enquiry.enquiryId, command(2), TUESDAY)),
    'not-found',
  )
  const page = await enquiryPage(world.db, OTHER_ORGAN.organId, 'open', 1, TUESDAY, world.deps.calendar)
  const row = page.rows.find((one) => one.enquiryId === enquiry.enquiryId)
  assert.equal(row?.passedOnFrom, ORGAN.name)
  assert.equal(row?.lit.dueAt, '2026-11-25T09:30:00.000Z')
  assert.equal(nameOf(await answer(world.deps, otherClerk, enquiry.enquiryId, command(2), TUESDAY)), 'done')
})

test('passing on wants a reason, another body, and one that answers', async () => {
  const enquiry = await asked({ itemId: null, organId: null })
  const pass = { key: 'p', version: 1, organId: ORGAN.organId, reason: '归市场监管部门管。' }
  const tried = async (changes: object) =>
    nameOf(
      await passOn(
        world.deps,
        registrar,
        enquiry.enquiryId,
        { ...pass, key: randomUUID(), ...changes },
        TUESDAY,
      ),
    )
  assert.equal(await tried({ reason: '' }), 'reason-needed')
  assert.equal(await tried({ organId: registrar.organId }), 'own-body')
  assert.equal(await tried({ organId: 'test-reform' }), 'no-receiver')
  assert.equal(await tried({}), 'done')
})

test('[Art. 9.1] the time is extended once, with its reason in the thread', async () => {
  const enquiry = await asked()
  const more = { key: 'e', version: 1, reason: '要查十年前的档案。' }
  assert.equal(nameOf(await extend(world.deps, examiner, enquiry.enquiryId, more, TUESDAY)), 'done')
  const { calendar } = world.deps
  const record = await enquiryRecord(world.db, examiner, enquiry.enquiryId, TUESDAY, calendar)
  assert.equal(record?.lit.limitDays, 7)
  assert.equal(record.entries.at(-1)?.text, more.reason)
  const again = { key: 'e2', version: 2, reason: '还要查。' }
  assert.equal(nameOf(await extend(world.deps, examiner, enquiry.enquiryId, again, TUESDAY)), 'no-extension')
})

test('overdue questions are counted and listed as such from the first moment after the limit', async () => {
  const organ = 'test-east'
  const clock = new Date('2026-11-25T17:30:00.001+08:00')
  await asked({ itemId: null, organId: organ })
  const just = new Date(clock.getTime() - 1)
  assert.equal((await enquiryCounts(world.db, organ, just)).overdue, 0)
  assert.equal((await enquiryCounts(world.db, organ, clock)).overdue, 1)
  const { rows } = await enquiryPage(world.db, organ, 'overdue', 1, clock, world.deps.calendar)
  assert.deepEqual(
    rows.map((r) => r.lit.light),
    ['red'],
  )
})

test('question and answer are made public in words of their own, and taken down again', async () => {
  const enquiry = await asked({ text: '我叫陈榕生，电话 15400000108，店没装好能申请吗？' })
  const words = { question: '店面没装修好，可以先申请吗？', answer: TEXT }
  const done = await answer(
    world.deps,
    examiner,
    enquiry.enquiryId,
    { ...command(), publish: words },
    TUESDAY,
  )
  assert.equal(nameOf(done), 'done')
  const [shown] = await publicAnswersOf(world.db, world.itemId)
  assert.deepEqual(
    [shown?.question, shown?.answer, shown?.answeredOn, shown?.itemVersion],
    [words.question, words.answer, '2026-11-24', 1],
  )
  const down = await takeDown(world.deps, examiner, enquiry.enquiryId, { no: 2 }, TUESDAY)
  assert.equal(nameOf(down), 'done')
  assert.deepEqual(await publicAnswersOf(world.db, world.itemId), [])
  assert.equal(nameOf(await publish(world.deps, examiner, enquiry.enquiryId, words, TUESDAY)), 'done')
  const types = (await readStream(world.db, publicStreamOf(world.itemId))).map((e) => e.type)
  assert.deepEqual(types, ['answer.published', 'answer.taken-down', 'answer.published'])
})

test('words for everybody are refused while a number of a person stands in them', async () => {
  const enquiry = await asked()
  for (const question of [
    '打 154-0000-0108 找我',
    '身份证 999999 19900101 0010 能办吗？',
    '发到 chen@example.com 可以吗？',
  ]) {
    const publishing = { ...command(), publish: { question, answer: TEXT } }
    const no = await answer(world.deps, examiner, enquiry.enquiryId, publishing, TUESDAY)
    assert.equal(nameOf(no), 'personal-number', question)
  }
  assert.equal((await readEnquiry(world.db, enquiry.enquiryId))?.status, 'open')
})

test('only the department of the guide makes an answer public on it', async () => {
  const enquiry = await asked()
  const pass = { key: 'p', version: 1, organId: OTHER_ORGAN.organId, reason: '归卫生健康部门管。' }
  await passOn(world.deps, examiner, enquiry.enquiryId, pass, TUESDAY)
  const publishing = { ...command(2), publish: { question: '能办吗？', answer: TEXT } }
  const no = await answer(world.deps, otherClerk, enquiry.enquiryId, publishing, TUESDAY)
  assert.equal(nameOf(no), 'foreign-guide')
})

test('who answers does not read who asked', async () => {
  const asker = { kind: 'applicant' as const, id: randomUUID(), name: '陈榕生' }
  const enquiry = await asked({ asker })
  const record = await enquiryRecord(world.db, examiner, enquiry.enquiryId, TUESDAY, world.deps.calendar)
  assert.equal(record?.signedIn, true)
  assert.doesNotMatch(JSON.stringify(record), new RegExp(`${asker.name}|${asker.id}`))
})

test('a number that was left is forgotten some time after the last answer, and not while a question waits', async () => {
  const [done, open] = [await asked({ phone: '15400000108' }), await asked({ phone: '15400000108' })]
  await answer(world.deps, examiner, done.enquiryId, command(), TUESDAY)
  assert.equal(await forgetPhones(world.db, TUESDAY), 0)
  assert.equal(await forgetPhones(world.db, THURSDAY), 1)
  assert.equal((await readEnquiry(world.db, done.enquiryId))?.phoneCipher, null)
  assert.ok((await readEnquiry(world.db, open.enquiryId))?.phoneCipher)
})
