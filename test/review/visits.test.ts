/** What somebody tries at booked visits and at questions who knows every address, against the whole platform over HTTP. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { deskCookie, staffIdOf } from '../../src/identity/testing.ts'
import { OWN, type Visiting, visiting, WORDS } from './visiting.ts'

let on: Visiting
before(async () => {
  on = await visiting()
})
after(() => on?.world.end())

/** Doors of the whole API that are open to everybody; each new door is closed or stands here. */
const OPEN = new Set([
  'GET /api/areas',
  'GET /api/catalogue/changes',
  'GET /api/catalogue/items',
  'GET /api/catalogue/items/{code}',
  'GET /api/centres',
  'GET /api/directory/figure',
  'GET /api/items/{id}/form-schema',
])

test('every door of the API is closed to who is not signed in, and every writing door to posts of other sites', async () => {
  const { ask, desk, itemId, bookingId, number, question } = on
  const { paths } = JSON.parse((await ask('/api')).text) as { paths: Record<string, Record<string, unknown>> }
  const officer = await desk('window')
  let writing = 0
  for (const [path, acts] of Object.entries(paths))
    for (const verb of Object.keys(acts)) {
      const method = verb.toUpperCase()
      const filled = path
        .replace(/(enquiries\/)\{id\}/, `$1${question.id}`)
        .replace(/(bookings\/)\{id\}/, `$1${bookingId}`)
        .replace(/\{\w+\}/g, itemId)
      const nobody = await ask(filled, method === 'GET' ? {} : { method, json: {} })
      const name = `${method} ${path}`
      if (!OPEN.has(name))
        assert.ok([400, 401, 404, 415, 422].includes(nobody.status), `${name} ${nobody.status}`)
      assert.ok(!nobody.text.includes(WORDS) && !nobody.text.includes(number), name)
      if (method === 'GET') continue
      writing += 1
      const origin = { origin: 'https://evil.example' }
      const foreign = await ask(filled, { method, json: {}, cookie: officer, headers: origin })
      assert.equal(foreign.status, 403, name)
      assert.equal(JSON.parse(foreign.text).refusal.name, 'foreign-origin', name)
    }
  assert.ok(writing > 40, `${writing}`)
})

test('bookings and questions of a department are not there for others: not in lists, counts, by number, nor to act on', async () => {
  const { world, rows, ask, desk, owner, bookingId, number, question } = on
  const { db } = world.database
  const key = randomUUID()
  const acts: [string, unknown][] = [
    [`/api/bookings/${bookingId}/arrival`, { version: 1 }],
    [`/api/bookings/${bookingId}/service`, { version: 1 }],
    [`/api/bookings/${bookingId}/refusal`, { version: 1, why: 'given-up' }],
    [`/api/enquiries/${question.id}/answers`, { key, version: 1, text: '答', publish: null }],
    [`/api/enquiries/${question.id}/passing-on`, { key, version: 1, organId: OWN, reason: '归它' }],
    [`/api/enquiries/${question.id}/extension`, { key, version: 1, reason: '要查' }],
    [`/api/enquiries/${question.id}/publication`, { question: '问', answer: '答' }],
    [`/api/enquiries/${question.id}/withdrawal`, { no: 1 }],
  ]
  const reads = [
    '/api/bookings',
    '/api/bookings?list=coming',
    `/api/bookings?number=${number}`,
    '/api/bookings/hours',
    '/api/enquiries',
    `/api/enquiries/${question.id}`,
  ]
  const own = await desk('window')
  assert.ok((await ask(`/api/bookings?number=${number}`, { cookie: own })).text.includes(bookingId))
  assert.ok((await ask('/api/enquiries', { cookie: own })).text.includes(WORDS))
  const [foreign] = await rows<{ subject: string }>(
    `select s.subject from identity.staff s join identity.post_holding p using (staff_id)
      where p.post = 'window' and s.organ_id <> $1 and p.trained_on is not null order by 1 limit 1`,
    [OWN],
  )
  const untrained = await deskCookie(db, `staff-${OWN}-examiner`, world.startedAt)
  await rows('update identity.post_holding set trained_on = null where staff_id = $1', [
    await staffIdOf(db, `staff-${OWN}-examiner`),
  ])
  const others = {
    other: await deskCookie(db, foreign!.subject, world.startedAt),
    untrained,
    checker: await desk('checker'),
    applicant: owner,
  }
  for (const [who, cookie] of Object.entries(others)) {
    for (const path of reads) {
      const { status, text } = await ask(path, { cookie })
      assert.ok(status < 500, `${who} ${path}`)
      for (const mark of [bookingId, number, WORDS, question.number])
        assert.ok(!text.includes(mark), `${who} ${path} ${mark}`)
    }
    for (const [path, json] of acts) {
      const { status, text } = await ask(path, { cookie, json })
      assert.ok([401, 403, 404].includes(status), `${who} ${path} ${status} ${text}`)
    }
  }
  const hours = { version: 0, openings: [], closed: [] }
  for (const cookie of [own, others.other, others.untrained])
    assert.ok(
      [401, 403, 404].includes(
        (await ask('/api/bookings/hours/x', { method: 'PUT', json: hours, cookie })).status,
      ),
    )
})

test('own visits and questions exist for their account alone, on pages, as a calendar file and as posts', async () => {
  const { ask, itemId, owner, stranger, free, bookingId, number, question, ownQuestion } = on
  const pages = [
    `/my/bookings/${bookingId}`,
    `/my/bookings/${bookingId}/cancellation`,
    `/my/bookings/${bookingId}/calendar.ics`,
    `/my/enquiries/${ownQuestion}`,
  ]
  const posts: [string, Record<string, string>][] = [
    [`/my/bookings/${bookingId}/time`, free],
    [`/my/bookings/${bookingId}/cancellation`, {}],
    [`/my/enquiries/${ownQuestion}/follow-ups`, { text: '再问' }],
  ]
  for (const path of pages) {
    const mine = await ask(path, { cookie: owner })
    assert.equal(mine.status, 200, path)
    assert.equal(mine.headers.get('cache-control'), 'no-store', path)
    assert.equal((await ask(path, { cookie: stranger })).status, 404, path)
    assert.match((await ask(path)).location, /sign-in/, path)
  }
  for (const [path, form] of posts) {
    assert.equal((await ask(path, { cookie: stranger, form })).status, 404, path)
    assert.match((await ask(path, { form })).location, /sign-in/, path)
    const headers = { origin: 'https://evil.example' }
    assert.equal((await ask(path, { cookie: owner, form, headers })).status, 403, path)
  }
  for (const [path, form] of [
    ['/my/bookings', { itemId, bookingId: randomUUID(), ...free }],
    ['/ask', { id: randomUUID(), about: 'unknown', text: '问' }],
    ['/ask/answer', { number: question.number, code: question.code }],
    ['/ask/follow-ups', { number: question.number, code: question.code, text: '问' }],
  ] as const)
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[])
      assert.equal((await ask(path, { cookie: owner, form, headers })).status, 403, path)
  for (const path of ['/my/bookings', '/my', '/my/enquiries', '/my/messages', '/booking'])
    for (const mark of [bookingId, number, WORDS])
      assert.ok(!(await ask(path, { cookie: stranger })).text.includes(mark), `${path} ${mark}`)
  // With another's booking in the address one books anew, and moves nothing.
  const moving = await ask(`/booking/${itemId}?move=${bookingId}`, { cookie: stranger })
  assert.equal(moving.status, 200)
  assert.ok(!moving.text.includes(number) && !moving.text.includes(`/my/bookings/${bookingId}`))
})

test('officers who know id and words of a visitor’s question get neither its code nor the masked number', async () => {
  const { ask, desk, question } = on
  const again = await ask('/ask', { form: { id: question.id, about: 'organ', organ: OWN, text: WORDS } })
  assert.ok(!again.text.includes(question.code) && !again.text.includes(question.number))
  const record = await ask(`/api/enquiries/${question.id}`, { cookie: await desk('window') })
  assert.equal(record.status, 200)
  assert.ok(!record.text.includes('154****') && !record.text.includes(question.code))
})

test('a question of an account opens to no number and code, and a code to no other number', async () => {
  const { rows, ask, question, ownQuestion } = on
  const [own] = await rows<{ number: string }>('select number from feedback.enquiry where enquiry_id = $1', [
    ownQuestion,
  ])
  for (const [no, code] of [
    [own!.number, question.code],
    [question.number, 'AAAAAAAA'],
    ['ZX00000000', question.code],
    ["' or 1=1 --", '%'],
  ]) {
    const { status, text } = await ask('/ask/answer', { form: { number: no!, code: code! } })
    assert.equal(status, 422, no)
    assert.ok(!text.includes(WORDS), no)
  }
  const right = await ask('/ask/answer', {
    form: { number: question.number.toLowerCase(), code: question.code },
  })
  assert.ok(right.text.includes(WORDS) && right.headers.get('cache-control') === 'no-store')
})

test('a number or an id that is taken books nothing, and says so', async () => {
  const { rows, ask, aFreeTime, itemId, stranger, bookingId, number } = on
  const same = `00000000-0000-4000-8000-00${bookingId.slice(-10)}`
  const other = await aFreeTime()
  for (const id of [same, bookingId]) {
    const taken = await ask('/my/bookings', { cookie: stranger, form: { itemId, bookingId: id, ...other } })
    assert.ok([404, 422].includes(taken.status), `${id} ${taken.status}`)
  }
  const [count] = await rows<{ n: number }>(
    'select count(*)::int as n from appointments.booking where number = $1',
    [number],
  )
  assert.equal(count!.n, 1)
})
