import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { after, before } from 'node:test'
import { saveDraft } from '../catalogue/acts/save-draft.ts'
import type { ItemContent } from '../catalogue/index.ts'
import { itemForGuide } from '../catalogue/index.ts'
import { sweepChanges } from '../catalogue/life/acts/enforce.ts'
import { signChange } from '../catalogue/life/acts/sign.ts'
import { type SubmitChange, submitChange } from '../catalogue/life/acts/submit.ts'
import { asked, signAll } from '../catalogue/life/testing.ts'
import { messagesOf } from '../messages/index.ts'
import type { Day } from '../regulation/index.ts'
import { type Booker, book } from './acts/book.ts'
import { move } from './acts/own.ts'
import { bookableItem } from './item-on.ts'
import { endBookings, tellChanged } from './reactions.ts'
import { findBooking } from './store.ts'
import { type BookingWorld, bookingWorld, clerk, MORNINGS, NOW, person, SECOND_CENTRE } from './testing.ts'
import { dayChoices } from './views/days.ts'
import { bookingsImpact } from './views/impact.ts'

let world: BookingWorld
before(async () => {
  world = await bookingWorld()
  await world.item()
  await world.hours(MORNINGS.map((o) => ({ ...o, places: 9 })))
})
after(() => world.close())

const BEFORE = '2026-11-26'
const EFFECT = '2026-12-01'
const AFTER = '2026-12-03'
const on = (day: Day, minutes = 0) => new Date(Date.parse(`${day}T01:00:00Z`) + minutes * 60_000)

const ask = (booker: Booker, itemId: string, day: Day, from = 540) =>
  book(world.deps, booker, { bookingId: randomUUID(), itemId, day, from }, NOW)
async function booked(booker: Booker, itemId: string, day: Day) {
  const made = await ask(booker, itemId, day)
  assert.ok(made.ok, JSON.stringify(made))
  return made.value
}
const told = async ({ account }: Booker) =>
  (await messagesOf(world.deps.db, account.accountId))
    .map((m) => m.text)
    .filter((text) => !text.startsWith('已约好'))

const material = (key: string, name: string) => ({ key, name, basis: '示例法第一条' })

/** Writes a draft and hands the change in; signed by all, it waits for its day. */
async function decided(
  itemId: string,
  patch: Partial<ItemContent> | null,
  command: Partial<SubmitChange> = {},
) {
  const { deps } = world.catalogue
  if (patch) {
    const saved = await saveDraft(deps, clerk, itemId, { patch, revision: 0 }, NOW)
    assert.ok(saved.ok, JSON.stringify(saved))
  }
  const submitted = await submitChange(
    deps,
    clerk,
    itemId,
    asked(NOW, { effectiveOn: EFFECT, ...command }),
    NOW,
  )
  assert.ok(submitted.ok, JSON.stringify(submitted))
  const signed = await signAll(deps, submitted.value, NOW)
  assert.ok(signed.ok, JSON.stringify(signed))
  return signed.value
}

const withLease = (c: ItemContent) => ({
  materials: [...c.materials, material('m2', '场所使用证明')].map((m) => ({ ...c.materials[0]!, ...m })),
})
const contentOf = async (itemId: string) => (await itemForGuide(world.deps.db, itemId))!.content

test('[Art. 5.1(3)] before a change is handed in, its clerk reads how many visits are booked after its day and what they will be told', async () => {
  const itemId = await world.item({ name: '要改的事项一' })
  const [early, late] = [person('早来的'), person('晚来的')]
  await booked(early, itemId, BEFORE)
  await booked(late, itemId, AFTER)
  const content = { ...(await contentOf(itemId)), ...withLease(await contentOf(itemId)) }
  const impact = (kind: 'change' | 'cancel', c: ItemContent | null) =>
    bookingsImpact(world.deps.db, itemId, { kind, content: c, from: EFFECT })
  assert.deepEqual(await impact('change', content), {
    total: 1,
    days: [{ day: AFTER, count: 1 }],
    told: [{ count: 1, told: '多带「场所使用证明」。' }],
  })
  assert.equal((await impact('cancel', null)).told[0]!.told, '事项取消了，约的时间取消，不用来。')
})

test('[Art. 5.1(3)] when a change comes into force, whoever comes after its day is told what to bring, once; who came before is not', async () => {
  const itemId = await world.item({ name: '要改的事项二' })
  const [early, late] = [person('早来的'), person('晚来的')]
  const first = await booked(early, itemId, BEFORE)
  const second = await booked(late, itemId, AFTER)
  const c = await contentOf(itemId)
  await decided(itemId, withLease(c))
  // Whoever books a day after the date is shown the coming list at once, and has nothing to be told later.
  const knowing = person('改了才约的')
  assert.equal((await booked(knowing, itemId, AFTER)).itemVersion, 2)
  await sweepChanges(world.catalogue.deps, on(EFFECT))
  await tellChanged(world.deps, itemId, on(EFFECT, 1))
  await tellChanged(world.deps, itemId, on(EFFECT, 2))
  assert.deepEqual(await told(late), [
    '您约了12月3日（周四）9:00办「要改的事项二」，办事指南更新了：多带「场所使用证明」。预约照旧。',
  ])
  assert.deepEqual([await told(early), await told(knowing)], [[], []])
  const versions = [first, second].map(
    async (b) => (await findBooking(world.deps.db, b.bookingId))!.itemVersion,
  )
  assert.deepEqual(await Promise.all(versions), [1, 2])
})

test('a booking follows its item to another centre, and its applicant is told where', async () => {
  const itemId = await world.item({ name: '要搬的事项' })
  const who = person('跟着搬的')
  const made = await booked(who, itemId, AFTER)
  const { place } = await contentOf(itemId)
  const moved = { ...place!, name: '示例区第二服务中心（示例）', windows: 'B3', centreId: SECOND_CENTRE }
  await decided(itemId, { place: moved })
  await sweepChanges(world.catalogue.deps, on(EFFECT))
  await tellChanged(world.deps, itemId, on(EFFECT, 1))
  assert.match((await told(who))[0]!, /地点改为示例区第二服务中心（示例） B3（示例路 1 号）/)
  assert.equal((await findBooking(world.deps.db, made.bookingId))!.centreId, SECOND_CENTRE)
})

test('who was shown a decided change that is given up is told that it is not so', async () => {
  const itemId = await world.item({ name: '要改的事项三' })
  const change = await decided(itemId, withLease(await contentOf(itemId)))
  const who = person('信了的人')
  const made = await booked(who, itemId, AFTER)
  assert.equal(made.itemVersion, 2)
  const { changeId, turn } = change
  const back = await signChange(
    world.catalogue.deps,
    'withdraw',
    clerk,
    changeId,
    { turn, words: '不改了' },
    NOW,
  )
  assert.ok(back.ok, JSON.stringify(back))
  await tellChanged(world.deps, itemId, on('2026-11-23', 9))
  assert.match((await told(who))[0]!, /不用带「场所使用证明」/)
  assert.equal((await findBooking(world.deps.db, made.bookingId))!.itemVersion, 1)
})

test('an item that is suspended takes no bookings from that day, and those made are told why and whom to call', async () => {
  const itemId = await world.item({ name: '要停的事项' })
  const [early, late] = [person('停之前'), person('停之后')]
  await booked(early, itemId, BEFORE)
  const made = await booked(late, itemId, AFTER)
  await decided(itemId, null, { kind: 'suspend', reason: '系统改造', instead: '先到市里的窗口办' })
  const tooLate = await ask(person('想约的'), itemId, AFTER)
  assert.equal(!tooLate.ok && tooLate.refusal.name, 'closed')
  const found = await bookableItem(world.deps.db, itemId)
  assert.ok(found.ok)
  const days = (await dayChoices(world.deps, found.value, NOW))!
  assert.deepEqual(
    [BEFORE, EFFECT, AFTER].map((day) => days.find((d) => d.day === day)!.state),
    ['free', 'ended', 'ended'],
  )
  await endBookings(world.deps, itemId, 'suspend', on(BEFORE))
  assert.deepEqual(await told(late), [], 'not before it is so')
  await sweepChanges(world.catalogue.deps, on(EFFECT))
  await endBookings(world.deps, itemId, 'suspend', on(EFFECT, 1))
  await endBookings(world.deps, itemId, 'suspend', on(EFFECT, 2))
  assert.deepEqual(await told(late), [
    '「要停的事项」暂停办理，您约的12月3日（周四）9:00取消了，不用来。原因：系统改造。先到市里的窗口办。有问题打 0591-00000101。',
  ])
  const ended = (await findBooking(world.deps.db, made.bookingId))!
  assert.deepEqual([ended.status, ended.reason], ['cancelled', '事项暂停办理。系统改造'])
  const again = await move(
    world.deps,
    late,
    { bookingId: made.bookingId, day: '2026-12-04', from: 540 },
    on(EFFECT, 3),
  )
  assert.equal(!again.ok && again.refusal.name, 'not-possible-now')
})

test('the days show what is left of them: full ones are full, taken places count, closed days say why', async () => {
  const itemId = await world.item({ name: '快满的事项' })
  await world.hours(undefined, [{ day: '2026-12-09', reason: '系统升级' }])
  const day = '2026-12-08'
  for (const from of [540, 570, 600, 630])
    for (const name of ['甲', '乙']) assert.ok((await ask(person(`${name}${from}`), itemId, day, from)).ok)
  const found = await bookableItem(world.deps.db, itemId)
  assert.ok(found.ok)
  const days = (await dayChoices(world.deps, found.value, NOW))!
  const of = (wanted: Day) => days.find((d) => d.day === wanted)!
  assert.deepEqual([days.length, of(day).state, of(day).left], [30, 'full', 0])
  assert.deepEqual([of('2026-12-09').state, of('2026-12-09').note], ['closed', '系统升级'])
  assert.deepEqual([of('2026-12-10').state, of('2026-12-10').left], ['free', 8])
  assert.deepEqual([of('2026-11-23').state, of('2026-11-28').state], ['free', 'closed'])
  assert.deepEqual(
    of('2026-11-23').slots.map((s) => s.from),
    [630],
    'at ten, half past ten is the first',
  )
})
