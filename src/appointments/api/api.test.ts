import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Staff } from '../../identity/index.ts'
import { createWeb, type Web } from '../../platform/web.ts'
import { book } from '../acts/book.ts'
import {
  type BookingWorld,
  bookingWorld,
  CENTRE,
  clerk,
  MORNINGS,
  NOW,
  newcomer,
  otherWindow,
  person,
  window_,
} from '../testing.ts'
import type { BookingList, HoursAnswer, HoursSetAnswer } from './contract.ts'
import { registerBookingApi } from './routes.ts'

let world: BookingWorld
let web: Web
let now = NOW
const officers = new Map([clerk, window_, otherWindow, newcomer].map((s) => [s.staffId, s]))

before(async () => {
  world = await bookingWorld()
  await world.item()
  web = await createWeb({
    logLevel: 'silent',
    publicUrl: () => 'http://localhost',
    errorPage: (_request, _status, refusal) => refusal.sentence,
  })
  registerBookingApi(web, {
    ...world.deps,
    clock: { now: () => now },
    deskSession: async (request) => {
      const staff = officers.get(String(request.headers['x-officer'] ?? ''))
      return staff ? { staff } : null
    },
  })
  await web.ready()
})
after(async () => {
  await web.close()
  await world.close()
})

async function call<T>(staff: Staff | null, method: 'GET' | 'PUT' | 'POST', url: string, body?: object) {
  const headers = staff ? { 'x-officer': staff.staffId } : {}
  const answer = await web.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
  return {
    status: answer.statusCode,
    body: answer.json() as T & { refusal?: { name: string; field?: string } },
  }
}

const hours = `/api/bookings/hours/${CENTRE}`
const week = { version: 0, openings: MORNINGS, closed: [] }

test('a clerk sets the hours of the own counter by the API; lines that contradict are named, others may only read', async () => {
  const before = await call<HoursAnswer>(clerk, 'GET', '/api/bookings/hours')
  assert.deepEqual(
    before.body.counters.map((c) => [c.centreId, c.version, c.items.length]),
    [[CENTRE, 0, 1]],
  )
  const wrong = await call(clerk, 'PUT', hours, { ...week, openings: [...MORNINGS, MORNINGS[0]!] })
  assert.deepEqual([wrong.status, wrong.body.refusal?.field], [422, `openings.${MORNINGS.length}`])
  assert.equal((await call(clerk, 'PUT', hours, { ...week, openings: [{ weekday: 9 }] })).status, 400)
  assert.equal((await call(window_, 'PUT', hours, week)).status, 403)
  assert.equal((await call(otherWindow, 'PUT', hours, week)).status, 403)
  assert.equal((await call(null, 'PUT', hours, week)).status, 401)
  const set = await call<HoursSetAnswer>(clerk, 'PUT', hours, week)
  assert.deepEqual([set.status, set.body.version], [200, 1])
  assert.equal((await call(clerk, 'PUT', hours, week)).status, 409)
  const read = await call<HoursAnswer>(window_, 'GET', '/api/bookings/hours')
  assert.notEqual(read.body.mayEdit, '')
})

test('[Art. 10.1] the window reads who comes and says what became of it; other departments see and touch nothing', async () => {
  const [item] = await world.deps.db.query<{ id: string }>('select item_id as id from catalogue.item')
  const command = { bookingId: randomUUID(), itemId: item!.id, day: '2026-11-24', from: 540 }
  const made = await book(world.deps, person('陈榕生'), command, NOW)
  assert.ok(made.ok)
  now = new Date('2026-11-24T09:00:00+08:00')
  const list = async (staff: Staff) =>
    (await call<BookingList>(staff, 'GET', `/api/bookings?number=${made.value.number}`)).body
  const [row] = (await list(window_)).rows
  assert.deepEqual([row!.personName, row!.acts], ['陈榕生', ['arrive', 'refuse']])
  assert.deepEqual(
    row!.necessary.map((m) => m.name),
    ['平面布局图'],
  )
  assert.deepEqual([(await list(otherWindow)).rows, (await list(otherWindow)).counts.today], [[], 0])
  assert.deepEqual((await list(clerk)).rows[0]!.acts, [])
  const act = (staff: Staff | null, noun: string, body: object) =>
    call<{ status: string }>(staff, 'POST', `/api/bookings/${command.bookingId}/${noun}`, body)
  for (const noun of ['arrival', 'service', 'refusal']) {
    const body = { version: 1, why: 'given-up' }
    assert.equal((await act(otherWindow, noun, body)).status, 404, noun)
    assert.equal((await act(newcomer, noun, body)).status, 403, noun)
    assert.equal((await act(null, noun, body)).status, 401, noun)
  }
  assert.equal((await act(window_, 'arrival', { version: 1 })).body.status, 'arrived')
  const breach = await act(window_, 'refusal', { version: 2, why: 'other' })
  assert.deepEqual([breach.status, breach.body.refusal?.name], [422, 'breach'])
  assert.equal((await act(window_, 'service', { version: 1 })).status, 409)
  assert.equal((await act(window_, 'service', { version: 2 })).body.status, 'served')
})
