import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { itemsBySlug } from '../../../seeds/index.ts'
import { type Person, type PersonalHall, personalHall } from '../../../test/personal-hall.ts'
import { bookingsOf, type Opening, setHours } from '../../appointments/index.ts'
import type { ItemContent, ItemVersion } from '../../catalogue/index.ts'
import type { Staff } from '../../identity/index.ts'
import { calendarFile } from './calendar-file.ts'

let hall: PersonalHall
let item: ItemVersion
let who: Person
let stranger: Person
before(async () => {
  hall = await personalHall()
  item = await hall.foodLicence()
  who = await hall.signIn('person-cai-yushan', 1)
  stranger = await hall.signIn('person-he-wushan', 1)
  const { organId, organName, place } = item.content
  const clerk: Staff = {
    staffId: 'C-1',
    name: '示例目录岗',
    organId,
    organName,
    posts: [{ post: 'clerk', trainedOn: '2026-03-02' }],
  }
  const openings: Opening[] = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
    weekday,
    from: 540,
    until: 660,
    slotMinutes: 60,
    places: 1,
    validFrom: '2026-01-01',
    validUntil: null,
  }))
  const closed = [{ day: '2026-11-27', reason: '系统升级' }]
  const command = { centreId: place!.centreId, version: 0, openings, closed, trial: false }
  const set = await setHours(hall.deps, clerk, command, hall.now())
  assert.ok(set.ok, JSON.stringify(set))
})
after(() => hall.close())

const times = (query = '') => `/booking/${item.itemId}${query}`
const textOf = (html: string) =>
  html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** Books by the pages, as a browser without scripts does. */
async function booked(person: Person, day: string, time: number): Promise<string> {
  const page = await hall.get(times(`/confirmation?day=${day}&time=${time}`), person)
  assert.equal(page.statusCode, 200, textOf(page.body))
  const fields = Object.fromEntries(
    ['bookingId', 'itemId', 'day', 'time'].map((name) => [name, hidden(page.body, name)]),
  )
  const made = await hall.post('/my/bookings', person, fields)
  assert.equal(made.statusCode, 303, textOf(made.body))
  return String(made.headers.location).split('?')[0]!
}
const cancelled = (path: string, person: Person) => hall.post(`${path}/cancellation`, person, {})

test('[Art. 10.1] anybody sees which days and times are free, which are full, and why a day is closed', async () => {
  const mine = await booked(who, '2026-11-24', 540)
  const page = await hall.get(times('?day=2026-11-24'))
  const text = textOf(page.body)
  assert.match(text, /11月25日（周三） 25 余 2/)
  assert.match(text, /11月24日（周二） 24 余 1/)
  assert.match(text, /不开放： 11月27日（周五） 系统升级/)
  assert.match(text, /已约满： 9:00–10:00/)
  assert.match(page.body, /name="time"[^>]*value="600"|value="600"[^>]*name="time"/)
  assert.doesNotMatch(page.body, /value="540"/)
  await cancelled(mine, who)
})

test('[Art. 8.1(2)] confirming asks for a sign-in that leads back to the same time', async () => {
  const path = times('/confirmation?day=2026-11-25&time=540')
  const asked = await hall.get(path)
  assert.equal(asked.statusCode, 303)
  assert.equal(asked.headers.location, `/sign-in?to=${encodeURIComponent(path)}`)
})

test('[Art. 10.1] a visit is booked by plain pages: time, what to bring, number, calendar file, and the own list', async () => {
  const confirm = textOf((await hall.get(times('/confirmation?day=2026-11-25&time=540'), who)).body)
  assert.match(confirm, /11月25日（周三）9:00–10:00/)
  assert.match(confirm, /鼓楼区行政服务中心（示例）/)
  assert.match(confirm, /要带什么.*经营场所平面图和设备布局图/)
  const path = await booked(who, '2026-11-25', 540)
  const page = textOf((await hall.get(`${path}?told=booked`, who)).body)
  assert.match(page, /约好了.*11月25日（周三）9:00–10:00.*预约号，到窗口出示 [0-9A-Z]{4} [0-9A-Z]{4}/)
  const calendar = await hall.get(`${path}/calendar.ics`, who)
  assert.match(calendar.body, /DTSTART:20261125T010000Z\r\nDTEND:20261125T020000Z/)
  assert.match(textOf((await hall.get('/my/bookings', who)).body), /还没办的.*食品经营许可（新办）.*已约/)
  assert.match(textOf((await hall.get('/my', who)).body), /约好的.*食品经营许可（新办）/)
  await cancelled(path, who)
})

test('sent twice, a visit is booked once; a second one of the same item is refused with the way to the first', async () => {
  const page = await hall.get(times('/confirmation?day=2026-11-26&time=540'), who)
  const fields = Object.fromEntries(
    ['bookingId', 'itemId', 'day', 'time'].map((name) => [name, hidden(page.body, name)]),
  )
  const [first, again] = [
    await hall.post('/my/bookings', who, fields),
    await hall.post('/my/bookings', who, fields),
  ]
  assert.deepEqual([first.statusCode, again.headers.location], [303, first.headers.location])
  const open = (await bookingsOf(hall.deps.db, who.accountId)).filter((b) => b.status === 'booked')
  assert.equal(open.length, 1)
  const other = await hall.get(times('/confirmation?day=2026-11-30&time=540'), who)
  const second = await hall.post('/my/bookings', who, {
    ...fields,
    bookingId: hidden(other.body, 'bookingId'),
    day: '2026-11-30',
  })
  assert.equal(second.statusCode, 422)
  assert.match(textOf(second.body), /这件事您已经约了11月26日（周四）9:00/)
  assert.ok(second.body.includes(`href="/my/bookings/${fields['bookingId']}"`))
  await cancelled(`/my/bookings/${fields['bookingId']}`, who)
})

test('a time that somebody else took meanwhile is refused on the page of times, with the day kept', async () => {
  const page = await hall.get(times('/confirmation?day=2026-12-01&time=540'), who)
  const theirs = await booked(stranger, '2026-12-01', 540)
  const late = await hall.post('/my/bookings', who, {
    bookingId: hidden(page.body, 'bookingId'),
    itemId: item.itemId,
    day: '2026-12-01',
    time: '540',
  })
  assert.equal(late.statusCode, 422)
  const text = textOf(late.body)
  assert.match(text, /有 1 处要改.*12月1日（周二）9:00刚刚约满了/)
  assert.match(text, /已约满： 9:00–10:00/)
  assert.match(late.body, /href="[^"]*day=2026-12-01#times" aria-current="true"/)
  await cancelled(theirs, stranger)
})

test('nothing chosen, nonsense chosen: the page says what to choose and never breaks', async () => {
  const none = await hall.get(times('/confirmation?day=2026-11-25'), who)
  assert.equal(none.statusCode, 422)
  assert.match(textOf(none.body), /选一个时间，再下一步/)
  for (const query of ['?day=2026-13-45', '?day=x&move=1', '?day=2020-01-01', '?day=2099-01-01&time=9999'])
    assert.equal((await hall.get(times(query), who)).statusCode, 200, query)
  assert.equal((await hall.get(times('/confirmation?day=2026-11-28&time=540'), who)).statusCode, 422)
  assert.equal((await hall.post('/my/bookings', who, { itemId: 'x', day: 'y' })).statusCode, 404)
  assert.equal((await hall.get('/booking/no-such-item')).statusCode, 404)
})

test('a booking is moved and cancelled by its owner; for everybody else it does not exist', async () => {
  const path = await booked(who, '2026-12-02', 540)
  const id = path.split('/').at(-1)!
  for (const [method, at] of [
    ['get', path],
    ['get', `${path}/calendar.ics`],
    ['get', `${path}/cancellation`],
    ['post', `${path}/cancellation`],
    ['post', `${path}/time`],
  ] as const) {
    const answer =
      method === 'get'
        ? await hall.get(at, stranger)
        : await hall.post(at, stranger, { day: '2026-12-03', time: '540' })
    assert.equal(answer.statusCode, 404, at)
  }
  // Somebody else's booking in the address is as good as none.
  assert.doesNotMatch((await hall.get(times(`?move=${id}`), stranger)).body, /改预约时间/)
  const confirm = await hall.get(times(`/confirmation?move=${id}&day=2026-12-03&time=600`), who)
  assert.match(textOf(confirm.body), /核对新的时间/)
  const moved = await hall.post(`${path}/time`, who, { day: '2026-12-03', time: '600' })
  assert.equal(moved.headers.location, `${path}?told=booking-moved`)
  assert.match(textOf((await hall.get(path, who)).body), /12月3日（周四）10:00–11:00/)
  const gone = await cancelled(path, who)
  assert.equal(gone.headers.location, `${path}?told=booking-cancelled`)
  const page = await hall.get(path, who)
  assert.match(textOf(page.body), /这个预约取消了，不用来/)
  assert.doesNotMatch(page.body, /改时间|class="qr"/)
})

test('an item that takes no bookings says why and whom to call', async () => {
  // Another department of the sample world, whose guide does without bookings.
  const walkIn = await hall.publish({ ...(itemsBySlug['senior-card'] as ItemContent), bookable: false })
  const page = await hall.get(`/booking/${walkIn.itemId}`)
  assert.equal(page.statusCode, 422)
  assert.match(textOf(page.body), /这件事不用预约，窗口上班时间直接去就行。打 0591-0000 01\d\d 问/)
  const noHours = await hall.publish(itemsBySlug['tree-felling'] as ItemContent)
  assert.match(textOf((await hall.get(`/booking/${noHours.itemId}`)).body), /部门还没有在这里开放预约时间/)
})

test('a calendar file folds long lines between characters and escapes what has a meaning', () => {
  const name = '很长的事项名称，'.repeat(12)
  const booking = {
    bookingId: '00000000-0000-4000-8000-000000000001',
    number: 'AAAA0000',
    itemName: name,
    day: '2026-11-25',
    from: 540,
    until: 570,
    version: 1,
  } as Parameters<typeof calendarFile>[0]
  const file = calendarFile(booking, { location: '一层; A,B', url: 'http://localhost/x' }, hall.now())
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.ok(file.replaceAll('\r\n ', '').includes(`SUMMARY:${name}（预约号 AAAA 0000）`))
  assert.match(file, /LOCATION:一层\\; A\\,B/)
})
