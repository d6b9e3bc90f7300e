import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOfInstant, dayRange, dayText, fullDay, instantText, timeSpan, timeText } from './dates.ts'
import { daysText, grouped, numberText, remainingText, sizeText } from './quantities.ts'

test('a day is written whole, with its weekday, and with the year only when it is another one', () => {
  assert.equal(dayText('2026-11-26'), '11月26日（周四）')
  assert.equal(dayText('2027-02-21', { today: '2026-11-23' }), '2027年2月21日（周日）')
  assert.equal(dayText('2026-11-26', { today: '2026-11-23', bare: true }), '11月26日')
  assert.equal(dayText('2026-11-26', { lang: 'en' }), 'Thu 26 Nov')
  assert.equal(fullDay('2026-12-02', 'en'), '2 Dec 2026')
  assert.equal(dayRange('2026-12-02', '2031-12-01'), '2026年12月2日至2031年12月1日')
  assert.throws(() => dayText('2026-02-30'), RangeError)
})

test('an instant is told in Fuzhou time, also past midnight there', () => {
  const late = new Date('2026-11-19T16:05:00Z')
  assert.equal(dayOfInstant(late), '2026-11-20')
  assert.equal(timeText(late), '0:05')
  assert.equal(instantText(new Date('2026-11-19T02:32:00Z')), '11月19日（周四）10:32')
  assert.equal(instantText(new Date('2026-11-19T02:32:00Z'), { lang: 'en' }), 'Thu 19 Nov, 10:32')
  assert.equal(timeSpan('09:00', '17:30'), '9:00–17:30')
})

test('days always carry their kind, sizes and numbers read at a glance', () => {
  assert.equal(daysText(5), '5 个工作日')
  assert.equal(daysText(60, 'zh', 'Z'), '60 日')
  assert.equal(daysText(1, 'en'), '1 working day')
  assert.equal(numberText(3962), '3,962')
  assert.deepEqual([820, 1_300_000, 34_000_000, 2_000_000].map(sizeText), [
    '820 B',
    '1.3 MB',
    '34 MB',
    '2 MB',
  ])
  assert.deepEqual(
    [8, 45, 130].map((s) => remainingText(s)),
    ['约 8 秒', '约 50 秒', '约 2 分钟'],
  )
  assert.equal(grouped('92350102000000000X'), '9235 0102 0000 0000 0X')
})
