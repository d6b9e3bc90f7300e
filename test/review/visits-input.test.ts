/** Odd and huge input to booked visits and questions, against the whole platform over HTTP. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type Asked, type Visiting, visiting, WORDS } from './visiting.ts'

let on: Visiting
before(async () => {
  on = await visiting()
})
after(() => on?.world.end())

test('odd and huge input to visits and questions is refused in words and never a failure of ours', async () => {
  const { ask, desk, itemId, owner, stranger, bookingId, question, ownQuestion } = on
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
