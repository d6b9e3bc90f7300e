/** What somebody tries at questions and answers who knows the other end: the officer who would know the asker, the crowd at one moment. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { answer } from '../../src/feedback/acts/answer.ts'
import { ask } from '../../src/feedback/acts/ask.ts'
import { followUp } from '../../src/feedback/acts/follow-up.ts'
import { passOn } from '../../src/feedback/acts/pass-on.ts'
import { publish } from '../../src/feedback/acts/publish.ts'
import { codeOf } from '../../src/feedback/enquiry.ts'
import { readEntries } from '../../src/feedback/enquiry-store.ts'
import { publicAnswersOf } from '../../src/feedback/public-answer-store.ts'
import { enquiryWorld, examiner, MONDAY, OTHER_ORGAN, otherClerk } from '../../src/feedback/testing.ts'
import { verifyAll } from '../../src/history/index.ts'
import { openDatabase } from '../../src/platform/database.ts'

let world: Awaited<ReturnType<typeof enquiryWorld>>
before(async () => {
  world = await enquiryWorld()
})
after(() => world.close())

const LATER = new Date('2026-11-24T10:00:00+08:00')
const NAME = '林不留名'
const PHONE = '15400000002'
const TEXT = '可以先申请，核查以前装好就行。'
const someone = { kind: 'applicant' as const, id: randomUUID(), name: NAME }

const asked = async (changes = {}) => {
  const done = await ask(world.deps, world.question(changes), MONDAY)
  assert.ok(done.ok, JSON.stringify(done))
  return done.value
}
const command = (version = 1, changes = {}) => ({
  key: randomUUID(),
  version,
  text: TEXT,
  publish: null,
  ...changes,
})
const nameOf = (done: { ok: boolean; refusal?: { name: string } }) => done.refusal?.name ?? 'done'

test('an officer who looks at another state than there is does not learn who asked', async () => {
  const { enquiryId } = await asked({ asker: someone })
  const first = await answer(world.deps, examiner, enquiryId, command(7), LATER)
  assert.equal(nameOf(first), 'conflict')
  assert.equal(nameOf(await answer(world.deps, examiner, enquiryId, command(), LATER)), 'done')
  const on = { key: randomUUID(), text: '装到一半也行吗？' }
  assert.ok((await followUp(world.deps, { accountId: someone.id }, enquiryId, on, someone, LATER)).ok)
  const second = await answer(world.deps, examiner, enquiryId, command(2), LATER)
  assert.equal(nameOf(second), 'conflict')
  for (const told of [first, second]) {
    assert.ok(!JSON.stringify(told).includes(NAME), JSON.stringify(told))
    assert.ok(!JSON.stringify(told).includes(someone.id))
    assert.match(told.ok ? '' : told.refusal.sentence, /提问人/)
  }
})

test('acts on questions ask for no second connection while they hold one: a crowd cannot stand in its own way', async () => {
  const one = openDatabase(world.db.pool.options.connectionString!, { max: 1 })
  const deps = { ...world.deps, db: one }
  try {
    const form = world.question()
    const crowd = await Promise.all(Array.from({ length: 20 }, () => ask(deps, form, MONDAY)))
    assert.deepEqual(new Set(crowd.map(nameOf)), new Set(['done']))
    assert.equal((await readEntries(world.db, form.enquiryId)).length, 1)
    const publicly = { question: '没装修好能先申请吗？', answer: TEXT }
    const said = await Promise.all(
      Array.from({ length: 20 }, () =>
        answer(deps, examiner, form.enquiryId, command(1, { publish: publicly }), LATER),
      ),
    )
    assert.deepEqual(said.map(nameOf).sort(), [...Array(19).fill('conflict'), 'done'])
    const own = { number: crowd[0]!.ok ? crowd[0]!.value.number : '', code: '' }
    const asker = { ...own, code: codeOf(deps.queryCodeKey, form.enquiryId) }
    const on = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        followUp(deps, asker, form.enquiryId, { key: `${i}`, text: `再问 ${i}` }, null, LATER),
      ),
    )
    assert.deepEqual(on.map(nameOf).sort(), ['done', ...Array(19).fill('not-answered')])
    const to = { key: randomUUID(), version: 3, organId: OTHER_ORGAN.organId, reason: '归它管' }
    const crossing = await Promise.all([
      passOn(deps, examiner, form.enquiryId, to, LATER),
      answer(deps, examiner, form.enquiryId, command(3), LATER),
      publish(deps, examiner, form.enquiryId, publicly, LATER),
    ])
    assert.equal(crossing.slice(0, 2).filter((r) => r.ok).length, 1)
  } finally {
    await one.close()
  }
})

test('numbers of persons do not get among the public words in another writing, and no length of them holds anything up', async () => {
  const { enquiryId } = await asked()
  assert.ok((await answer(world.deps, examiner, enquiryId, command(), LATER)).ok)
  const written = [
    PHONE,
    '１５４００００００００２'.slice(0, 11),
    '154 0000 0002',
    '154-0000-0002',
    '154－0000－0002',
    '154.0000.0002',
    '154\u200b0000\u200b0002',
    '154　0000　0002',
    '1 5 4 0 0 0 0 0 0 0 2',
    `+86${PHONE}`,
    '９９９９９９19900101００１０',
    'lin@example.com',
    'lin＠example.com',
  ]
  for (const number of written)
    for (const words of [
      { question: `我是${number}，能先申请吗？`, answer: TEXT },
      { question: '能先申请吗？', answer: `打${number}。` },
    ])
      assert.equal(
        nameOf(await publish(world.deps, examiner, enquiryId, words, LATER)),
        'personal-number',
        number,
      )
  const huge = { question: 'a'.repeat(1_900_000), answer: TEXT }
  assert.equal(nameOf(await publish(world.deps, examiner, enquiryId, huge, LATER)), 'too-long')
  for (const fine of ['打 0591-87654321 或者 12345', '2026年11月23日 9:00–11:30', '收 150 元，5-10 个工作日'])
    assert.equal(
      nameOf(await publish(world.deps, examiner, enquiryId, { question: '能吗？', answer: fine }, LATER)),
      'done',
      fine,
    )
})

test('what a body passed on it neither answers, publishes nor takes down any more', async () => {
  const { enquiryId } = await asked()
  const to = { key: randomUUID(), version: 1, organId: OTHER_ORGAN.organId, reason: '归它管' }
  assert.ok((await passOn(world.deps, examiner, enquiryId, to, LATER)).ok)
  assert.equal(nameOf(await answer(world.deps, examiner, enquiryId, command(2), LATER)), 'not-found')
  const words = { question: '能先申请吗？', answer: TEXT }
  assert.equal(nameOf(await publish(world.deps, examiner, enquiryId, words, LATER)), 'not-found')
  // Whose guide it is decides what stands on it.
  assert.equal(
    nameOf(await answer(world.deps, otherClerk, enquiryId, command(2, { publish: words }), LATER)),
    'foreign-guide',
  )
  assert.ok(!(await publicAnswersOf(world.db, world.itemId)).some((one) => one.enquiryId === enquiryId))
})

test('neither history nor events hold the words of a question, its code or a phone number', async () => {
  const words = '只有部门才该读到的话'
  const { enquiryId, number } = await asked({ text: words, phone: PHONE })
  assert.ok((await answer(world.deps, examiner, enquiryId, command(), LATER)).ok)
  const code = codeOf(world.deps.queryCodeKey, enquiryId)
  const on = { key: randomUUID(), text: `${words}二` }
  assert.ok((await followUp(world.deps, { number, code }, enquiryId, on, null, LATER)).ok)
  const tables = await world.db.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  )
  const holding: string[] = []
  for (const { name } of tables) {
    const [row] = await world.db.query<{ found: boolean }>(
      `select exists (select 1 from ${name} t where t::text like any ($1::text[])) as found`,
      [[`%${words}%`, `%${code}%`, `%${PHONE}%`]],
    )
    if (row!.found) holding.push(name)
  }
  assert.deepEqual(holding, ['feedback.enquiry_entry'])
  await verifyAll(world.db)
})
