import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officialCalendar } from '../regulation/index.ts'
import { bookingNumber } from './booking.ts'
import {
  hoursFault,
  inTime,
  knownSlots,
  type Opening,
  overlap,
  placesLeft,
  slotsOn,
  spanText,
} from './hours.ts'
import { MORNINGS } from './testing.ts'

const open = (changes: Partial<Opening> = {}): Opening => ({ ...MORNINGS[0]!, ...changes })
const hours = { openings: MORNINGS, closed: [{ day: '2026-11-25', reason: '系统升级' }] }
const on = (day: string) => slotsOn(hours, day, officialCalendar).map(spanText)

test('the times of a day follow from the hours of its weekday, whole ones only', () => {
  assert.deepEqual(on('2026-11-24'), ['9:00–9:30', '9:30–10:00', '10:00–10:30', '10:30–11:00'])
  const uneven = { openings: [open({ weekday: 2, slotMinutes: 45 })], closed: [] }
  assert.deepEqual(slotsOn(uneven, '2026-11-24', officialCalendar).map(spanText), ['9:00–9:45', '9:45–10:30'])
})

test('no time is offered on a closed day, a weekend or a holiday; a weekend day that is worked in exchange has its own hours', () => {
  assert.deepEqual(on('2026-11-25'), [], 'closed by the department')
  assert.deepEqual(on('2026-11-28'), [], 'Saturday')
  assert.deepEqual(on('2026-10-01'), [], 'National Day, a Thursday')
  assert.equal(on('2026-10-10').length, 4, 'the Saturday of 10 October 2026 is worked')
  const withoutExchange = { openings: MORNINGS.filter((o) => o.weekday !== 0), closed: [] }
  assert.deepEqual(slotsOn(withoutExchange, '2026-10-10', officialCalendar), [])
})

test('days of a year whose holidays are not announced are unknown, not free', () => {
  assert.equal(knownSlots(hours, '2099-01-05', officialCalendar), null)
})

test('hours hold from their first day to their last', () => {
  const winter = {
    openings: [open({ weekday: 2, validFrom: '2026-11-24', validUntil: '2026-12-01' })],
    closed: [],
  }
  const count = (day: string) => slotsOn(winter, day, officialCalendar).length
  assert.deepEqual(
    [count('2026-11-17'), count('2026-11-24'), count('2026-12-01'), count('2026-12-08')],
    [0, 4, 4, 0],
  )
})

test('a time is given away until half an hour before it begins, Fuzhou time', () => {
  assert.ok(inTime('2026-11-24', { from: 540 }, new Date('2026-11-24T08:30:00+08:00')))
  assert.ok(!inTime('2026-11-24', { from: 540 }, new Date('2026-11-24T08:30:01+08:00')))
})

test('a table of hours that contradicts itself is refused with its line', () => {
  assert.equal(hoursFault(MORNINGS), null)
  assert.equal(hoursFault([open({ from: 660, until: 540 })])?.line, 0)
  assert.match(hoursFault([open(), open({ from: 600, until: 720 })])!.sentence, /和第 1 行的时间重叠/)
  assert.equal(hoursFault([open({ validUntil: '2026-11-30' }), open({ validFrom: '2026-12-01' })]), null)
})

test('whatever the hours, the times of a day do not overlap, lie within them, and no place is left where as many are taken', () => {
  const line = fc
    .record({
      from: fc.integer({ min: 0, max: 1380 }),
      length: fc.integer({ min: 5, max: 300 }),
      slotMinutes: fc.integer({ min: 5, max: 60 }),
      places: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ from, length, slotMinutes, places }) =>
      open({ weekday: 2, from, until: Math.min(1440, from + length), slotMinutes, places }),
    )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (openings) => {
      fc.pre(hoursFault(openings) === null)
      const slots = slotsOn({ openings, closed: [] }, '2026-11-24', officialCalendar)
      for (const [i, slot] of slots.entries()) {
        assert.ok(openings.some((o) => o.from <= slot.from && slot.until <= o.until))
        assert.ok(i === 0 || !overlap(slots[i - 1]!, slot))
        const taken = Array.from({ length: slot.places }, () => ({ from: slot.from, until: slot.until }))
        assert.equal(placesLeft(slot, taken), 0)
        assert.equal(placesLeft(slot, taken.slice(1)), 1)
      }
    }),
  )
})

test('the number of a booking has eight signs that cannot be misread', () => {
  fc.assert(fc.property(fc.uuid(), (id) => assert.match(bookingNumber(id), /^[0-9A-HJKMNP-TV-Z]{8}$/)))
})
