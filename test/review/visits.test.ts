/** What somebody tries at booked visits and at questions who knows every address, against the whole platform over HTTP. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { samplePeople } from '../../sandbox/register/people.ts'
import { createVault } from '../../src/identity/index.ts'
import { accountOf, deskCookie, hallCookie, staffIdOf } from '../../src/identity/testing.ts'
import { loadSecrets } from '../../src/platform/secrets.ts'
import { LifeWorld } from '../life/world.ts'

const OWN = 'gl-scjg'
const WORDS = '只给部门看的问题戊戌'
const PHONE = '15400000002'

let world: LifeWorld
let itemId: string
let owner: string
let stranger: string
let desk: (post: string, organ?: string) => Promise<string>
/** A time that is free: day and minute. */
let free: { day: string; time: string }
let bookingId: string
let number: string
/** A visitor's question: its id as officers know it, number and code. */
let question: { id: string; number: string; code: string }
/** A question of the owner's account. */
let ownQuestion: string

const rows = <T extends object>(sql: string, values: unknown[] = []) =>
  world.database.db.query<T>(sql, values)

interface Asked {
  cookie?: string
  method?: string
  /** A form, or a body of the API. */
  form?: Record<string, string> | string
  json?: unknown
  headers?: Record<string, string>
}
async function ask(path: string, { cookie = '', method, form, json, headers = {} }: Asked = {}) {
  const body =
    form !== undefined ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json)
  const answer = await fetch(world.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      accept: path.startsWith('/api/') ? 'application/json' : 'text/html',
      cookie,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  return {
    status: answer.status,
    text: await answer.text(),
    headers: answer.headers,
    location: answer.headers.get('location') ?? '',
  }
}

before(async () => {
  world = await LifeWorld.begin()
  const { db } = world.database
  desk = (post, organ = OWN) => deskCookie(db, `staff-${organ}-${post}`, world.startedAt)
  const { accountId } = await world.dossier(await world.file())
  owner = await hallCookie(db, accountId, 2, world.startedAt)
  const vault = createVault(loadSecrets(world.dataDir))
  const another = await accountOf(db, vault, samplePeople[0]!, 2, world.startedAt)
  stranger = await hallCookie(db, another.accountId, 2, world.startedAt)
  const [item] = await rows<{ id: string }>(
    `select item_id as id from appointments.booking where organ_id = $1 limit 1`,
    [OWN],
  )
  itemId = item!.id
  free = await aFreeTime()
  bookingId = randomUUID()
  const booked = await ask('/my/bookings', { cookie: owner, form: { itemId, bookingId, ...free } })
  assert.equal(booked.status, 303, booked.text.slice(0, 300))
  ;[{ number }] = (await rows<{ number: string }>(
    'select number from appointments.booking where booking_id = $1',
    [bookingId],
  )) as [{ number: string }]
  question = await visitorsQuestion()
  const asked = await ask('/ask', {
    cookie: owner,
    form: { id: randomUUID(), about: 'organ', organ: OWN, text: WORDS },
  })
  assert.equal(asked.status, 303)
  ownQuestion = /enquiries\/([0-9a-f-]{36})/.exec(asked.location)![1]!
})
after(() => world?.end())

async function aFreeTime() {
  const page = await ask(`/booking/${itemId}`)
  const days = [...page.text.matchAll(/day=(\d{4}-\d{2}-\d{2})/g)].map((m) => m[1]!)
  for (const day of [...new Set(days)].reverse()) {
    const times = (await ask(`/booking/${itemId}?day=${day}`)).text
    const radios = [...times.matchAll(/<input[^>]*name="time"[^>]*>/g)].map((m) => m[0])
    const radio = radios.find((one) => !one.includes('disabled'))
    if (radio) return { day, time: /value="(\d+)"/.exec(radio)![1]! }
  }
  throw new Error('no free time')
}

async function visitorsQuestion() {
  const sent = await ask('/ask', {
    form: { id: randomUUID(), about: 'organ', organ: OWN, text: WORDS, phone: PHONE },
  })
  assert.equal(sent.status, 200, sent.text.slice(0, 200))
  const of = (name: string) =>
    new RegExp(`<input type="hidden" name="${name}" value="([^"]+)"`).exec(sent.text)![1]!
  const [found] = await rows<{ id: string }>(
    'select enquiry_id as id from feedback.enquiry where number = $1',
    [of('number')],
  )
  return { id: found!.id, number: of('number'), code: of('code') }
}

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
    ])
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
  const again = await ask('/ask', { form: { id: question.id, about: 'organ', organ: OWN, text: WORDS } })
  assert.ok(!again.text.includes(question.code) && !again.text.includes(question.number))
  const record = await ask(`/api/enquiries/${question.id}`, { cookie: await desk('window') })
  assert.equal(record.status, 200)
  assert.ok(!record.text.includes('154****') && !record.text.includes(question.code))
})

test('a question of an account opens to no number and code, and a code to no other number', async () => {
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

test('odd and huge input to visits and questions is refused in words and never a failure of ours', async () => {
  const clerk = await desk('clerk')
  const window = await desk('window')
  const days = ['0000-01-01', '0001-01-01', '9999-12-31', '2027-02-30', '2027-01-04', "x'", '__proto__']
  const times = ['1e9', '-1', '99999', '0', '540.5', '１０', '']
  const fine = async (path: string, asked: Asked) => {
    const { status, text } = await ask(path, asked)
    assert.ok(status < 500, `${path} ${JSON.stringify(asked).slice(0, 200)} ${status} ${text.slice(0, 200)}`)
    return status
  }
  for (const day of days)
    for (const time of times) {
      const asked = new URLSearchParams({ day, time })
      await fine(`/booking/${itemId}?${asked}`, {})
      await fine(`/booking/${itemId}/confirmation?${asked}`, { cookie: owner })
      await fine('/my/bookings', {
        cookie: stranger,
        form: { itemId, bookingId: randomUUID(), day, time },
      })
      await fine(`/my/bookings/${bookingId}/time`, { cookie: owner, form: { day, time } })
    }
  for (const path of [
    '/booking/__proto__',
    '/booking/%00',
    `/booking/${'-'.repeat(36)}`,
    `/booking/${itemId}/confirmation?day=a&day=b&time=1&time=2&move=__proto__`,
    `/booking?q=${encodeURIComponent('<script>\'"\\%_')}&q=x`,
    `/my/bookings/${'-'.repeat(36)}`,
    `/my/bookings/${bookingId}?told=__proto__&told=constructor`,
    '/my/enquiries/__proto__',
    `/my/enquiries/${ownQuestion}?told=constructor&told=x`,
    '/ask?item=__proto__&q=%00',
    `/ask?item=${'-'.repeat(36)}`,
    '/ask?item=a&item=b&q=c&q=d',
    '/ask/answer?number=%00&number=x',
    '/level?fn=book&to=//evil.example',
  ])
    await fine(path, { cookie: owner })
  for (const form of [
    { about: 'item:__proto__', text: WORDS },
    { about: `item:${'-'.repeat(36)}`, text: WORDS },
    { about: 'organ', organ: '__proto__', text: WORDS },
    { item: '__proto__', text: WORDS },
    { about: 'unknown', text: '\u0000\ud800\u202e​' },
    { about: 'unknown', text: '问'.repeat(400_000) },
    { about: 'unknown', text: WORDS, phone: '15400000002\r\nBcc: x' },
    { about: 'unknown', text: WORDS, phone: '١٥٤٠٠٠٠٠٠٠٢' },
    { about: 'unknown', text: '<img src=x onerror=alert(1)>=1+1', id: '__proto__' },
    { about: 'unknown', text: WORDS, id: '-'.repeat(36), __proto__: 'x' },
    'text[__proto__][x]=1&about[]=unknown&constructor=1',
  ] as Asked['form'][])
    await fine('/ask', { form: form! })
  for (const text of ['x'.repeat(1_000_000), '\u0000', '<b>'])
    await fine(`/my/enquiries/${ownQuestion}/follow-ups`, { cookie: owner, form: { text, key: '__proto__' } })

  const { counters } = JSON.parse((await ask('/api/bookings/hours', { cookie: clerk })).text) as {
    counters: { centreId: string; version: number; openings: object[] }[]
  }
  const { centreId, version, openings } = counters[0]!
  const line = {
    weekday: 1,
    from: 540,
    until: 660,
    slotMinutes: 30,
    places: 2,
    validFrom: '2026-01-01',
    validUntil: null,
  }
  for (const wrong of [
    { validFrom: '0000-01-01' },
    { validUntil: '0000-01-01' },
    { validFrom: '2026-02-30' },
    { from: 1e9 },
    { until: -1 },
    { slotMinutes: 0 },
    { places: 1e9 },
    { weekday: 8 },
    { from: 540.5 },
  ])
    assert.ok(
      [400, 422].includes(
        await fine(`/api/bookings/hours/${centreId}`, {
          method: 'PUT',
          cookie: clerk,
          json: { version, openings: [{ ...line, ...wrong }], closed: [], trial: false },
        }),
      ),
      JSON.stringify(wrong),
    )
  for (const day of ['0000-01-01', '10000-01-01'])
    assert.equal(
      await fine(`/api/bookings/hours/${centreId}`, {
        method: 'PUT',
        cookie: clerk,
        json: { version, openings: [], closed: [{ day, reason: '停' }] },
      }),
      400,
    )
  const after = JSON.parse((await ask('/api/bookings/hours', { cookie: clerk })).text)
  assert.deepEqual(after.counters[0].openings, openings)

  for (const path of [
    '/api/bookings?number=%00%25_',
    '/api/bookings?list=__proto__',
    '/api/bookings?centre=__proto__',
    '/api/enquiries?page=1e9',
    '/api/enquiries/__proto__',
    `/desk-preview/items/${'-'.repeat(36)}`,
    `/desk-preview/items/${itemId}/guide?lang=__proto__`,
    '/api/exports/progress/__proto__',
    `/api/exports/progress/${'x'.repeat(190)}`,
    '/api/search/trial?q=%00%5C',
  ])
    for (const cookie of [clerk, window]) await fine(path, { cookie })
  const key = randomUUID()
  for (const [path, json] of [
    [`/api/enquiries/${question.id}/withdrawal`, { no: 9_007_199_254_740_991 }],
    [`/api/enquiries/${question.id}/withdrawal`, { no: -1 }],
    [`/api/enquiries/${question.id}/answers`, { key, version: 1e15, text: 'x', publish: null }],
    [
      `/api/enquiries/${question.id}/answers`,
      { key, version: 1, text: 'x'.repeat(1_000_000), publish: null },
    ],
    [
      `/api/enquiries/${question.id}/publication`,
      { question: '@'.repeat(900_000), answer: 'a'.repeat(900_000) },
    ],
    [`/api/bookings/${bookingId}/refusal`, { version: 1, why: 'missing-material', missing: ['__proto__'] }],
    [`/api/bookings/${bookingId}/arrival`, { version: 9_007_199_254_740_991 }],
    ['/api/search/synonyms', { word: '__proto__', means: ['x'.repeat(500_000)], seen: [] }],
    [`/api/items/${itemId}/draft/discard`, { version: 1e15, revision: -1 }],
  ] as const)
    await fine(path, { cookie: path.includes('synonyms') ? clerk : window, json })
})

test('a number or an id that is taken books nothing, and says so', async () => {
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
