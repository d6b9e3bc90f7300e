/** The words with which a clock explains itself. Dates and counts come from the count, never from a second calculation. */
import type { WorkingCalendar } from './calendar.ts'
import { MissingCalendarYear } from './calendar.ts'
import type { AnyClock, ClockInput, ClockReading, Count } from './clock.ts'
import { addCalendarDays, type Day, dayOf } from './day.ts'
import type { Sentence } from './ruling.ts'

export const CLOCK_NAMES: Record<AnyClock, Sentence> = {
  acceptance: { zh: '受理期限', en: 'time for acceptance' },
  'correction-review': { zh: '补正审查期限', en: 'time to examine the correction' },
  step: { zh: '环节时限', en: 'limit of the step' },
  promised: { zh: '承诺时限', en: 'promised limit' },
  statutory: { zh: '法定时限', en: 'statutory limit' },
  delivery: { zh: '送达期限', en: 'time for delivery' },
  enquiry: { zh: '咨询答复时限', en: 'time to answer an enquiry' },
}

/** 「5 个工作日」, "5 working days"; 「当场」 for 0. */
export function limitInWords(days: number, unit: 'G' | 'Z'): Sentence {
  if (days === 0) return { zh: '当场', en: 'same day' }
  const s = days === 1 ? '' : 's'
  return unit === 'G'
    ? { zh: `${days} 个工作日`, en: `${days} working day${s}` }
    : { zh: `${days} 个自然日`, en: `${days} calendar day${s}` }
}

export function explain(
  input: ClockInput<AnyClock>,
  reading: ClockReading<AnyClock>,
  count: Count,
  calendar: WorkingCalendar,
): Sentence[] {
  const unit = input.limit.unit
  const name = CLOCK_NAMES[input.kind]
  const words = limitInWords(reading.limitDays, unit)
  const due = reading.dueDay
  const sentences: Sentence[] = [
    {
      zh: `${name.zh}${words.zh}，${count.startDay} 起算，次日为第一日${due ? `，${due} 17:30 届满` : ''}。`,
      en: `The ${name.en} is ${words.en}, started on ${count.startDay}, the next day being the first${due ? `; it ends on ${due} at 17:30` : ''}.`,
    },
  ]
  if (unit === 'G')
    sentences.push({
      zh: `工作日按 ${calendar.id} 日历计算。`,
      en: `Working days follow calendar ${calendar.id}.`,
    })
  const until = due ?? (count.open ? dayOf(count.open.from) : null)
  if (unit === 'G' && until) sentences.push(...daysSkipped(count.startDay, until, calendar))
  for (const pause of count.pauses) sentences.push(pauseInWords(pause, count, input, calendar))
  if (input.extension) {
    const added = limitInWords(input.extension.days, unit)
    sentences.push({
      zh: `已延长 ${added.zh}，理由：${input.extension.reason}。`,
      en: `Extended once by ${added.en}: ${input.extension.reason}.`,
    })
  }
  if (reading.missingYear !== null)
    sentences.push({
      zh: `没有 ${reading.missingYear} 年的放假安排，届满日待该年安排公布后计算。`,
      en: `No holiday notice for ${reading.missingYear} is on file; the due day will be known once it is published.`,
    })
  sentences.push(stateInWords(reading, unit, count))
  return sentences
}

function daysSkipped(from: Day, to: Day, calendar: WorkingCalendar): Sentence[] {
  const holidays = new Map<string, Day[]>()
  const makeUp: Day[] = []
  let weekend = 0
  for (let day = addCalendarDays(from, 1); day <= to; day = addCalendarDays(day, 1)) {
    const festival = calendar.holidayName(day)
    if (festival) holidays.set(festival, [...(holidays.get(festival) ?? []), day])
    else if (calendar.isMakeUpDay(day)) makeUp.push(day)
    else if (!calendar.isWorkingDay(day)) weekend++
  }
  const parts = [...holidays].map(([festival, days]) => ({
    zh: `${festival} ${days.length} 日（${span(days, '至')}）`,
    en: `${festival} (${span(days, ' to ')})`,
  }))
  if (weekend > 0)
    parts.push({ zh: `周末 ${weekend} 日`, en: `${weekend} weekend day${weekend === 1 ? '' : 's'}` })
  const sentences: Sentence[] = []
  if (parts.length > 0)
    sentences.push({
      zh: `其间不计：${parts.map((p) => p.zh).join('，')}。`,
      en: `Not counted: ${parts.map((p) => p.en).join(', ')}.`,
    })
  if (makeUp.length > 0)
    sentences.push({
      zh: `调休上班计入：${makeUp.join('、')}。`,
      en: `Make-up working days counted: ${makeUp.join(', ')}.`,
    })
  return sentences
}

function span(days: Day[], to: string): string {
  return days.length === 1 ? `${days[0]}` : `${days[0]}${to}${days.at(-1)}`
}

function pauseInWords(
  pause: { from: Date; to: Date | null; reason: string },
  count: Count,
  input: ClockInput<AnyClock>,
  calendar: WorkingCalendar,
): Sentence {
  const from = dayOf(pause.from)
  if (!pause.to)
    return {
      zh: `${from} 起因${pause.reason}停止计时，尚未恢复。`,
      en: `Standing still since ${from}: ${pause.reason}.`,
    }
  // A pause that ends at midnight leaves the day that then begins untouched.
  const to = dayOf(new Date(pause.to.getTime() - 1))
  let lost = 0
  for (let day = from; day <= to; day = addCalendarDays(day, 1))
    if (day > count.startDay && wouldCount(day, input, calendar)) lost++
  const words = limitInWords(Math.max(lost, 1), input.limit.unit)
  return {
    zh: `${from} 至 ${to} 因${pause.reason}停止计时，不计 ${lost === 0 ? '0 日' : words.zh}。`,
    en: `Stood still from ${from} to ${to}: ${pause.reason}; ${lost === 0 ? 'no day' : words.en} not counted.`,
  }
}

function wouldCount(day: Day, input: ClockInput<AnyClock>, calendar: WorkingCalendar): boolean {
  if (input.limit.unit === 'Z') return true
  try {
    return calendar.isWorkingDay(day)
  } catch (error) {
    if (error instanceof MissingCalendarYear) return false
    throw error
  }
}

function stateInWords(reading: ClockReading<AnyClock>, unit: 'G' | 'Z', count: Count): Sentence {
  const left = limitInWords(Math.abs(reading.remainingDays), unit)
  if (reading.remainingDays < 0)
    return reading.light === 'done'
      ? { zh: `办结时已超期 ${left.zh}。`, en: `Finished ${left.en} late.` }
      : { zh: `已超期 ${left.zh}。`, en: `Overdue by ${left.en}.` }
  if (reading.light === 'done') return { zh: '在期限内完成。', en: 'Finished within the limit.' }
  const rest =
    reading.remainingDays === 0 && reading.limitDays > 0
      ? { zh: '今日届满', en: 'ends today' }
      : reading.limitDays === 0
        ? { zh: '应当日办结', en: 'to be done the same day' }
        : { zh: `剩 ${left.zh}`, en: `${left.en} left` }
  if (reading.light === 'paused')
    return {
      zh: `停止计时，${rest.zh}，恢复后重新计算届满日。`,
      en: `Standing still, ${rest.en}; the due day is worked out when it resumes (${count.open?.reason ?? ''}).`,
    }
  return reading.light === 'yellow'
    ? { zh: `临近期限，${rest.zh}。`, en: `Close to the limit, ${rest.en}.` }
    : { zh: `${rest.zh}。`, en: `${rest.en}.` }
}
