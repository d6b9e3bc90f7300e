import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  answerIsGiven,
  officialCalendar as calendar,
  dayOf,
  endOfOffice,
  enquiryInTime,
  enquiryLimit,
  lightRuling,
  mayExtendEnquiry,
  readEnquiryClock,
} from '../index.ts'

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const asked = { askedAt: at('2026-11-20 10:00'), extension: null, answeredAt: null }

test('[Art. 9.1] a question of a Friday is answered by 17:30 of the Tuesday', () => {
  const reading = readEnquiryClock(asked, at('2026-11-20 10:01'), calendar)
  assert.equal(reading.dueDay, '2026-11-24')
  assert.equal(enquiryLimit('2026-11-20').days, 2)
  const inTime = enquiryInTime(reading)
  assert.deepEqual([inTime.outcome, inTime.clause], ['met', '9.1'])
  assert.match(inTime.sentence.zh, /2026-11-24 17:30/)
})

test('[Art. 9.1] answered at 17:30 it is in time, a minute later it is not', () => {
  const ruled = (answeredAt: string) =>
    enquiryInTime(
      readEnquiryClock({ ...asked, answeredAt: at(answeredAt) }, at('2026-12-01 09:00'), calendar),
    )
  assert.equal(ruled('2026-11-24 17:30').outcome, 'met')
  assert.equal(ruled('2026-11-24 17:31').outcome, 'not-met')
})

test('[Art. 24.1] the light of a question turns yellow on its last day and red after it', () => {
  const light = (now: string) => readEnquiryClock(asked, at(now), calendar).light
  assert.deepEqual(
    ['2026-11-23 18:00', '2026-11-24 00:00', '2026-11-24 17:30', '2026-11-24 17:31'].map(light),
    ['green', 'yellow', 'yellow', 'red'],
  )
  const red = lightRuling(readEnquiryClock(asked, at('2026-11-25 09:00'), calendar))
  assert.deepEqual([red.clause, red.outcome], ['24.1(2)', 'not-met'])
  assert.match(red.sentence.zh, /咨询答复时限/)
})

test('[Art. 9.1] in a year without holiday notice the due day is not guessed', () => {
  const late = { ...asked, askedAt: at('2099-12-30 10:00') }
  const reading = readEnquiryClock(late, at('2099-12-30 11:00'), calendar)
  assert.equal(enquiryInTime(reading).outcome, 'needs-a-person')
})

test('[Art. 9.1] an answer says more than that the question was received', () => {
  for (const text of [
    '',
    '  ',
    '待补充',
    '已收到。',
    '您好，您的问题已转办，请耐心等待。',
    '正在处理',
    '收到，谢谢您的关注！',
  ])
    assert.equal(answerIsGiven({ text }).outcome, 'not-met', text)
  for (const text of ['可以。', '要带身份证原件。', '已收到的材料不用再交，平面图另外补。'])
    assert.equal(answerIsGiven({ text }).outcome, 'met', text)
})

test('[Art. 9.1] the time is extended once, with a reason, and not after it has run out', () => {
  const open = readEnquiryClock(asked, at('2026-11-23 10:00'), calendar)
  const over = readEnquiryClock(asked, at('2026-11-25 10:00'), calendar)
  const reason = '要等省里对新政策的答复。'
  assert.equal(mayExtendEnquiry({ extended: false, reason }, open).outcome, 'met')
  assert.equal(mayExtendEnquiry({ extended: true, reason }, open).outcome, 'not-met')
  assert.equal(mayExtendEnquiry({ extended: false, reason: '……' }, open).outcome, 'not-met')
  assert.equal(mayExtendEnquiry({ extended: false, reason }, over).outcome, 'not-met')
})

const moment = fc
  .integer({ min: at('2026-01-05 00:00').getTime(), max: at('2026-11-30 00:00').getTime() })
  .map((ms) => new Date(ms))

test('[Art. 9.1] whenever it is asked, the answer is due at an end of office two working days on', () => {
  fc.assert(
    fc.property(moment, (askedAt) => {
      const { dueDay, dueAt } = readEnquiryClock({ ...asked, askedAt }, askedAt, calendar)
      assert.ok(dueDay && dueAt)
      assert.equal(dueAt.getTime(), endOfOffice(dueDay).getTime())
      assert.equal(calendar.workingDaysBetween(dayOf(askedAt), dueDay), 2)
    }),
  )
})

test('[Art. 9.1] an extension only ever moves the due day on, and blanks never make an answer', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 10 }), (askedAt, days) => {
      const due = readEnquiryClock({ ...asked, askedAt }, askedAt, calendar).dueDay!
      const extension = { days, reason: '要查档案' }
      const later = readEnquiryClock({ ...asked, askedAt, extension }, askedAt, calendar).dueDay
      assert.ok(later === null || later > due)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.constantFrom(' ', '\n', '。', '，', '!', '…')), (parts) => {
      assert.equal(answerIsGiven({ text: parts.join('') }).outcome, 'not-met')
    }),
  )
})
