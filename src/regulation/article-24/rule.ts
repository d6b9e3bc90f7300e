/** Art. 24: the light of a clock as a ruling. */

import type { AnyClock, ClockReading } from '../clock.ts'
import { CLOCK_NAMES } from '../clock-sentences.ts'
import { type Ruling, ruling } from '../ruling.ts'

/**
 * Green keeps the promise (24.1); yellow reminds (24.1(1)); red warns (24.1(2)) and, left unexplained, becomes a
 * ticket (挂号督办). A clock whose due day cannot be known goes to a person.
 */
export function lightRuling(reading: ClockReading<AnyClock>): Ruling {
  const { kind, light, dueDay, usedDays, limitDays, remainingDays, missingYear } = reading
  const facts = { kind, light, dueDay, usedDays, limitDays, remainingDays, missingYear }
  const name = CLOCK_NAMES[kind]
  if (light === 'red')
    return ruling(
      '24.1(2)',
      'not-met',
      { ...facts, ticketDueIfUnexplained: true },
      {
        zh: `红灯：${name.zh}已超 ${-remainingDays} 日（${dueDay} 届满）。未主动说明情况的，挂号督办。`,
        en: `Red: the ${name.en} ended on ${dueDay}, ${-remainingDays} days ago. Unexplained, it becomes a ticket.`,
      },
    )
  if (light === 'yellow')
    return ruling(
      '24.1(1)',
      'met',
      { ...facts, remind: true },
      {
        zh: `黄灯：${name.zh}临近，${dueDay} 17:30 届满，请抓紧办理。`,
        en: `Yellow: the ${name.en} ends on ${dueDay} at 17:30; please finish in time.`,
      },
    )
  if (light === 'done' && remainingDays < 0)
    return ruling(
      '24.1(2)',
      'not-met',
      { ...facts, ticketDueIfUnexplained: true },
      {
        zh: `${name.zh}内未完成，完成时已超 ${-remainingDays} 日。`,
        en: `Finished ${-remainingDays} days after the ${name.en} had ended.`,
      },
    )
  if (missingYear !== null && light !== 'done')
    return ruling('24.1', 'needs-a-person', facts, {
      zh: `没有 ${missingYear} 年的放假安排，${name.zh}届满日待定。`,
      en: `No holiday notice for ${missingYear} is on file; when the ${name.en} ends is not known yet.`,
    })
  const words = {
    none: { zh: `${name.zh}尚未起算。`, en: `The ${name.en} has not started.` },
    paused: { zh: `${name.zh}停止计时。`, en: `The ${name.en} stands still.` },
    done: { zh: `在${name.zh}内完成。`, en: `Finished within the ${name.en}.` },
    green: {
      zh: `绿灯：${name.zh}至 ${dueDay} 17:30。`,
      en: `Green: the ${name.en} runs until ${dueDay} 17:30.`,
    },
  }[light]
  return ruling('24.1', 'met', facts, words)
}
