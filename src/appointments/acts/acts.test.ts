import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { after, before } from 'node:test'
import { readStream, verifyAll } from '../../history/index.ts'
import { messagesOf } from '../../messages/index.ts'
import type { Result } from '../../platform/refusal.ts'
import type { Ruling } from '../../regulation/index.ts'
import type { Booking } from '../booking.ts'
import { bookingsOf, findBooking } from '../store.ts'
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
import { deskBookings } from '../views/desk.ts'
import { sweepAbsent } from './absent.ts'
import { type Booker, book } from './book.ts'
import { setHours } from './hours.ts'
import { cancel, move } from './own.ts'
import { arrive, serve, turnAway } from './window.ts'

let world: BookingWorld
let itemId: string
before(async () => {
  world = await bookingWorld()
  itemId = await world.item()
  await world.hours()
})
after(() => world.close())

const TOMORROW = '2026-11-24'
const at = (text: string) => new Date(`${text}+08:00`)
let next = 0
/** A time that no other test here takes: mornings of the coming working days, one after the other. */
const freeTime = () => {
  const days = [
    '2026-11-26',
    '2026-11-27',
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
  ]
  const n = next++
  return { day: days[Math.floor(n / 4)]!, from: 540 + (n % 4) * 30 }
}

const NO_TIME = { day: '', from: 0 }

const ask = (booker: Booker, changes: Partial<Parameters<typeof book>[2]> = {}, now = NOW) =>
  book(
    world.deps,
    booker,
    { bookingId: randomUUID(), itemId, ...(changes.day ? NO_TIME : freeTime()), ...changes },
    now,
  )

function allowed<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.name}: ${result.refusal.sentence}`)
  return result.value
}
function refused<T>(result: Result<T>, name: string) {
  assert.ok(!result.ok, `not refused: ${JSON.stringify(result)}`)
  assert.equal(result.refusal.name, name)
  return result.refusal
}
const eventsOf = async (b: Booking) =>
  (await readStream(world.deps.db, `booking:${b.bookingId}`)).map((e) => e.type)

test('[Art. 10.1] an item in a centre is booked online: number, time, history and a message to who booked', async () => {
  const who = person('陈榕生')
  const command = { bookingId: randomUUID(), day: TOMORROW, from: 540 }
  const made = allowed(await ask(who, command))
  assert.deepEqual([made.status, made.day, made.from, made.until], ['booked', TOMORROW, 540, 570])
  assert.deepEqual(await eventsOf(made), ['booking.made'])
  const [message] = await messagesOf(world.deps.db, who.account.accountId)
  assert.match(
    message!.text,
    /已约好：11月24日（周二）9:00到示例窗口 A12，办「食品经营许可（新办）」，预约号 \w{4} \w{4}/,
  )
  allowed(await ask(who, command))
  assert.equal((await bookingsOf(world.deps.db, who.account.accountId)).length, 1, 'sent twice, booked once')
  assert.equal((await messagesOf(world.deps.db, who.account.accountId)).length, 1)
})

test('[Art. 8.1(2)] booking needs basic assurance, and changing a booking needs it too', async () => {
  const ruling = refused(await ask(person('未认证', 0)), 'level-needed').detail as Ruling
  assert.deepEqual([ruling.clause, ruling.outcome], ['8.1(2)', 'not-met'])
  const who = person('认证过')
  const made = allowed(await ask(who))
  refused(await cancel(world.deps, { ...who, level: 0 }, made, NOW), 'level-needed')
})

test('the last place of a time goes to one of twenty who ask at the same instant', async () => {
  const item = await world.item({ name: '抢号的事项' })
  const one = MORNINGS.map((o) => ({ ...o, places: 3 }))
  await world.hours(one)
  const time = { itemId: item, day: '2026-12-10', from: 600 }
  for (const name of ['甲', '乙']) allowed(await ask(person(name), time))
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(person(`第${i}人`), time)))
  assert.equal(answers.filter((a) => a.ok).length, 1)
  for (const answer of answers) if (!answer.ok) assert.equal(answer.refusal.name, 'full')
  await world.hours()
})

test('one account that presses in twenty windows at once gets one booking of an item', async () => {
  const who = person('多窗口')
  const times = Array.from({ length: 8 }, freeTime)
  const answers = await Promise.all(times.map((time) => ask(who, time)))
  assert.equal(answers.filter((a) => a.ok).length, 1)
  for (const answer of answers) if (!answer.ok) assert.equal(answer.refusal.name, 'booked-already')
})

test('nobody holds more than five bookings, or two at the same time', async () => {
  const who = person('约很多')
  const items = await Promise.all(
    Array.from({ length: 6 }, (_, i) => world.item({ name: `第 ${i + 1} 件事` })),
  )
  const day = '2026-12-11'
  const slots = [540, 570, 600, 630]
  for (const [i, from] of slots.entries()) allowed(await ask(who, { itemId: items[i]!, day, from }))
  refused(await ask(who, { itemId: items[4]!, day, from: 540 }), 'same-time')
  const fifth = allowed(await ask(who, { itemId: items[4]!, day: '2026-12-14', from: 540 }))
  refused(await ask(who, { itemId: items[5]!, day: '2026-12-14', from: 570 }), 'too-many-bookings')
  allowed(await cancel(world.deps, who, fifth, NOW))
  allowed(await ask(who, { itemId: items[5]!, day: '2026-12-14', from: 570 }))
})

test('[Art. 10.1] what is in no centre, and what takes no bookings, is refused with the way out', async () => {
  const nowhere = await world.item({
    name: '不进驻的事项',
    place: {
      name: '示例窗口',
      address: '示例路 2 号',
      hours: '工作日',
      traffic: '',
      centreId: '',
      windows: '',
    },
  })
  const refusal = refused(await ask(person('想约'), { itemId: nowhere }), 'not-bookable')
  assert.match(refusal.sentence, /没有进驻服务中心/)
  assert.equal((refusal.detail as { ruling: Ruling }).ruling.clause, '10.1')
  const walkIn = await world.item({ name: '不用约的事项', bookable: false })
  assert.match(
    refused(await ask(person('想约'), { itemId: walkIn }), 'not-bookable').sentence,
    /直接去.*打 0591-00000101/,
  )
})

test('times that the counter does not offer are refused: closed days, holidays, other minutes, too near, too far', async () => {
  const who = person('挑时间')
  for (const [day, from] of [
    ['2026-11-28', 540],
    ['2026-11-24', 545],
    ['2026-11-24', 660],
    ['2026-12-30', 540],
    ['2026-11-20', 540],
    ['2027-01-08', 540],
  ] as const)
    refused(await ask(who, { day, from }), 'no-such-time')
  refused(await ask(who, { day: '2026-11-23', from: 600 }), 'too-late')
})

test('a booking is moved with its number, the old place is free again, and it exists for its owner alone', async () => {
  const [who, other] = [person('改约的人'), person('别人')]
  const made = allowed(await ask(who))
  const to = freeTime()
  refused(await move(world.deps, other, { bookingId: made.bookingId, ...to }, NOW), 'not-found')
  refused(await cancel(world.deps, other, made, NOW), 'not-found')
  const moved = allowed(await move(world.deps, who, { bookingId: made.bookingId, ...to }, NOW))
  assert.deepEqual([moved.number, moved.day, moved.from], [made.number, to.day, to.from])
  allowed(await move(world.deps, who, { bookingId: made.bookingId, ...to }, NOW))
  assert.deepEqual(await eventsOf(made), ['booking.made', 'booking.moved'], 'sent twice, moved once')
  const freed = { day: made.day, from: made.from }
  for (const name of ['甲', '乙']) allowed(await ask(person(name), freed))
  refused(await ask(person('丙'), freed), 'full')
})

test('a booking is given up until its time begins, once, and not after', async () => {
  const who = person('放弃的人')
  const made = allowed(await ask(who))
  refused(await cancel(world.deps, who, made, at(`${made.day}T11:00:00`)), 'begun')
  assert.equal(allowed(await cancel(world.deps, who, made, NOW)).status, 'cancelled')
  allowed(await cancel(world.deps, who, made, NOW))
  assert.deepEqual(await eventsOf(made), ['booking.made', 'booking.cancelled'])
  refused(await move(world.deps, who, { bookingId: made.bookingId, ...freeTime() }, NOW), 'not-possible-now')
})

test('[Art. 10.1] who came is served: arrival on the day, then the service, each once', async () => {
  const made = allowed(await ask(person('来办的人')))
  const day = at(`${made.day}T09:00:00`)
  const looked = { bookingId: made.bookingId, version: 1 }
  refused(await arrive(world.deps, window_, looked, NOW), 'not-today')
  refused(await serve(world.deps, window_, looked, day), 'not-possible-now')
  const here = allowed(await arrive(world.deps, window_, looked, day))
  assert.equal(allowed(await arrive(world.deps, window_, looked, day)).version, here.version)
  refused(await serve(world.deps, window_, looked, day), 'conflict')
  const served = allowed(await serve(world.deps, window_, { ...looked, version: 2 }, day))
  assert.equal(served.status, 'served')
  assert.deepEqual(await eventsOf(made), ['booking.made', 'booking.arrived', 'booking.served'])
})

test('[Art. 10.1] a booked visit is turned away only for a necessary material that is named, or when it was given up; else nothing changes', async () => {
  const who = person('缺材料的人')
  const made = allowed(await ask(who))
  const day = at(`${made.day}T09:00:00`)
  const here = allowed(await arrive(world.deps, window_, { bookingId: made.bookingId, version: 1 }, day))
  const command = { bookingId: made.bookingId, version: here.version, missing: [] as string[] }
  for (const tried of [
    { ...command, why: 'other' as const },
    { ...command, why: 'missing-material' as const },
    { ...command, why: 'missing-material' as const, missing: ['介绍信'] },
  ]) {
    const ruling = refused(await turnAway(world.deps, window_, tried, day), 'breach').detail as Ruling
    assert.deepEqual([ruling.clause, ruling.outcome], ['10.1', 'not-met'])
  }
  assert.equal((await findBooking(world.deps.db, made.bookingId))!.status, 'arrived')
  const away = allowed(
    await turnAway(world.deps, window_, { ...command, why: 'missing-material', missing: ['m1'] }, day),
  )
  assert.deepEqual([away.status, away.reason, away.ruling?.outcome], ['refused', '缺「平面布局图」。', 'met'])
  const [message] = await messagesOf(world.deps.db, who.account.accountId)
  assert.match(message!.text, /没有办：缺「平面布局图」/)
  const [, , last] = await readStream(world.deps.db, `booking:${made.bookingId}`)
  assert.equal((last!.data['ruling'] as Ruling).clause, '10.1')
})

test('[Art. 5.1(4)] only a trained window of the same department handles and sees bookings', async () => {
  const made = allowed(await ask(person('权限')))
  const day = at(`${made.day}T09:00:00`)
  const looked = { bookingId: made.bookingId, version: 1 }
  refused(await arrive(world.deps, otherWindow, looked, day), 'not-found')
  refused(await arrive(world.deps, newcomer, looked, day), 'not-allowed')
  refused(await arrive(world.deps, clerk, looked, day), 'not-allowed')
  const seen = async (staff: typeof window_) =>
    (await deskBookings(world.deps.db, staff, { list: 'coming', centre: '', number: '' }, NOW)).rows.length
  assert.ok((await seen(window_)) > 0)
  assert.equal(await seen(otherWindow), 0)
  const byNumber = { list: 'today' as const, centre: '', number: made.number.toLowerCase() }
  assert.equal((await deskBookings(world.deps.db, window_, byNumber, NOW)).rows.length, 1)
  assert.equal((await deskBookings(world.deps.db, otherWindow, byNumber, NOW)).rows.length, 0)
})

test('whoever did not come is noted as absent when the day has passed, once', async () => {
  const made = allowed(await ask(person('没来的人')))
  await sweepAbsent(world.deps, at(`${made.day}T23:59:00`))
  assert.equal((await findBooking(world.deps.db, made.bookingId))!.status, 'booked')
  const after = new Date(at(`${made.day}T00:30:00`).getTime() + 86_400_000)
  await sweepAbsent(world.deps, after)
  await sweepAbsent(world.deps, after)
  assert.equal((await findBooking(world.deps.db, made.bookingId))!.status, 'absent')
  assert.deepEqual(await eventsOf(made), ['booking.made', 'booking.missed'])
})

test('new hours leave the bookings that were made: they stay, and are named before the hours are saved', async () => {
  const made = allowed(await ask(person('先约好的'), { day: '2026-12-16', from: 540 }))
  const version = (
    await world.deps.db.query<{ version: number }>('select version from appointments.counter')
  )[0]!.version
  const closed = [{ day: '2026-12-16', reason: '搬迁' }]
  const command = { centreId: CENTRE, version, openings: MORNINGS, closed, trial: true }
  const trial = allowed(await setHours(world.deps, clerk, command, NOW))
  assert.deepEqual(
    trial.outside.map((b) => b.number),
    [made.number],
  )
  assert.equal(trial.version, version, 'a trial saves nothing')
  refused(await ask(person('丁'), { day: '2026-12-16', from: 545 }), 'no-such-time')
  allowed(await ask(person('戊'), { day: '2026-12-16', from: 570 }))
  const set = allowed(await setHours(world.deps, clerk, { ...command, trial: false }, NOW))
  refused(await setHours(world.deps, clerk, { ...command, trial: false }, NOW), 'conflict')
  refused(await ask(person('己'), { day: '2026-12-16', from: 600 }), 'no-such-time')
  assert.equal((await findBooking(world.deps.db, made.bookingId))!.status, 'booked')
  const day = at('2026-12-16T09:00:00')
  allowed(await arrive(world.deps, window_, { bookingId: made.bookingId, version: 1 }, day))
  refused(await setHours(world.deps, window_, { ...command, version: set.version }, NOW), 'not-allowed')
  refused(await setHours(world.deps, clerk, { ...command, centreId: 'nowhere' }, NOW), 'not-found')
  await setHours(world.deps, clerk, { ...command, version: set.version, closed: [], trial: false }, NOW)
})

test('everything that happened to bookings stands in an unbroken record', async () => {
  assert.equal((await verifyAll(world.deps.db)).broken, null)
})
