/** Art. 9: enquiries (在线咨询) are handled and answered within the set time. */
import type { WorkingCalendar } from '../calendar.ts'
import { type ClockReading, type Limit, readClock } from '../clock.ts'
import { CLOCK_NAMES, limitInWords } from '../clock-sentences.ts'
import { type Day, dayOf } from '../day.ts'
import { parameterOn } from '../parameters.ts'
import { type Ruling, ruling, saysNothing } from '../ruling.ts'

/** The time within which an enquiry of that day is answered. */
export const enquiryLimit = (day: Day): Limit => ({ days: parameterOn('enquiryDays', day).value, unit: 'G' })

/** A question and what became of it. A follow-up is a question of its own: its clock starts when it was asked. */
export interface EnquiryTimes {
  askedAt: Date
  /** Days added, and why; null: none. */
  extension: { days: number; reason: string } | null
  answeredAt: Date | null
}

/** Reads the clock of an enquiry. It never stands still: passing it on to another department takes from the same time. */
export function readEnquiryClock(
  { askedAt, extension, answeredAt }: EnquiryTimes,
  now: Date,
  calendar: WorkingCalendar,
): ClockReading<'enquiry'> {
  const limit = enquiryLimit(dayOf(askedAt))
  const added = extension ? { extension } : {}
  return readClock(
    { kind: 'enquiry', limit, startedAt: askedAt, pauses: [], ...added, stoppedAt: answeredAt },
    now,
    calendar,
  )
}

/** Is the enquiry handled within the set time, as far as its clock says? */
export function enquiryInTime(reading: ClockReading<'enquiry'>): Ruling {
  const { light, dueDay, limitDays, usedDays, remainingDays, missingYear } = reading
  const facts = { light, dueDay, limitDays, usedDays, remainingDays, missingYear }
  const limit = limitInWords(limitDays, 'G')
  const name = CLOCK_NAMES.enquiry
  if (remainingDays < 0)
    return ruling('9.1', 'not-met', facts, {
      zh: `咨询应在 ${limit.zh}内答复，${dueDay} 17:30 届满，超期 ${-remainingDays} 个工作日。`,
      en: `The ${name.en} is ${limit.en} and ended on ${dueDay} at 17:30; ${-remainingDays} late.`,
    })
  if (light === 'done')
    return ruling('9.1', 'met', facts, {
      zh: `在规定的 ${limit.zh}内答复。`,
      en: `Answered within the set ${limit.en}.`,
    })
  if (dueDay === null)
    return ruling('9.1', 'needs-a-person', facts, {
      zh: `咨询应在 ${limit.zh}内答复。没有 ${missingYear} 年的放假安排，届满日待定。`,
      en: `To be answered within ${limit.en}. No holiday notice for ${missingYear} is on file; the due day is not known yet.`,
    })
  return ruling('9.1', 'met', facts, {
    zh: `咨询应在 ${limit.zh}内答复，${dueDay} 17:30 届满。`,
    en: `To be answered within ${limit.en}, by ${dueDay} at 17:30.`,
  })
}

/** Words that say only that the question arrived or waits: they leave the asker where they were. */
const RECEIPTS =
  /^(您好|你好|市民|同志)*(您的?问题)?(我[们局])?(已经?)?(收到|收悉|受理|登记|转办|转交|知悉|记录|阅|处理中|正在(处理|核实|研究|办理))(了)?(请)?(耐心)?(等待|等候|等通知)?(谢谢|感谢)?(您的)?(来信|关注|支持|反馈)*$/u

/** Is this an answer (回复)? It has to say something, and more than that the question was received. */
export function answerIsGiven({ text }: { text: string }): Ruling {
  const bare = text.replace(/[\s\p{P}\p{S}]/gu, '')
  const receipt = RECEIPTS.test(bare)
  const facts = { length: [...bare].length, receipt }
  if (saysNothing(text))
    return ruling('9.1', 'not-met', facts, { zh: '写明答复的内容。', en: 'Write the answer.' })
  if (receipt)
    return ruling('9.1', 'not-met', facts, {
      zh: '只说收到了，不算答复。写明怎么办、要什么、找谁。',
      en: 'Saying that it was received is no answer. Say how, with what, or from whom.',
    })
  return ruling('9.1', 'met', facts, { zh: '已作出答复。', en: 'An answer is given.' })
}

/** May the time for an answer be made longer? Once, with a reason that the asker reads, and before it has run out. */
export function mayExtendEnquiry(
  { extended, reason }: { extended: boolean; reason: string },
  reading: ClockReading<'enquiry'>,
): Ruling {
  const facts = { extended, hasReason: !saysNothing(reason), remainingDays: reading.remainingDays }
  if (extended)
    return ruling('9.1', 'not-met', facts, {
      zh: '答复时限只能延长一次，这个问题已经延长过。',
      en: 'The time can be extended once; it was extended before.',
    })
  if (reading.remainingDays < 0)
    return ruling('9.1', 'not-met', facts, {
      zh: '答复时限已经届满，不能再延长。尽快答复。',
      en: 'The time has run out and cannot be extended any more.',
    })
  if (!facts.hasReason)
    return ruling('9.1', 'not-met', facts, {
      zh: '写明为什么要延长，提问人看得到。',
      en: 'Say why; the asker reads it.',
    })
  return ruling('9.1', 'met', facts, { zh: '可以延长一次答复时限。', en: 'The time may be extended once.' })
}
