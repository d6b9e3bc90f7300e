/** Art. 27: how to contest a decision; the periods are calendar periods, not working days. */
import type { WorkingCalendar } from '../calendar.ts'
import { MissingCalendarYear } from '../calendar.ts'
import { addCalendarDays, addMonths, type Day } from '../day.ts'
import { parameterOn } from '../parameters.ts'
import { type Ruling, ruling } from '../ruling.ts'

/**
 * Where and until when an adverse decision can be contested. The days are counted from decisionDay; the periods begin
 * only when the applicant knows of the decision, so these are the earliest last days. With a calendar, a last day that
 * is a day off moves to the next working day (行政诉讼 and 复议 follow the rule on periods of 民事诉讼法 §85).
 * 'not-met' when the organ or the court is not named.
 */
export function remedies(
  { decisionDay, reviewOrgan, court }: { decisionDay: Day; reviewOrgan: string; court: string },
  calendar?: WorkingCalendar,
): { ruling: Ruling; reviewUntil: Day; suitUntil: Day } {
  const review = parameterOn('reviewDays', decisionDay)
  const suit = parameterOn('suitMonths', decisionDay)
  const reviewUntil = nextOpenDay(addCalendarDays(decisionDay, review.value), calendar)
  const suitUntil = nextOpenDay(addMonths(decisionDay, suit.value), calendar)
  const named = reviewOrgan.trim() !== '' && court.trim() !== ''
  const facts = {
    decisionDay,
    reviewOrgan,
    court,
    reviewUntil,
    suitUntil,
    basis: [review.source, suit.source],
  }
  return {
    reviewUntil,
    suitUntil,
    ruling: named
      ? ruling('27.1', 'met', facts, {
          zh: `对本决定不服的，可以自知道之日起 ${review.value} 日内向${reviewOrgan}申请行政复议，或者自知道之日起 ${suit.value} 个月内向${court}提起行政诉讼。`,
          en: `Within ${review.value} days of learning of this decision you may apply to ${reviewOrgan} for reconsideration, or within ${suit.value} months bring a lawsuit at ${court}.`,
        })
      : ruling('27.1', 'not-met', facts, {
          zh: '决定须写明行政复议机关和管辖法院。',
          en: 'The decision must name the body for reconsideration and the court.',
        }),
  }
}

function nextOpenDay(day: Day, calendar: WorkingCalendar | undefined): Day {
  if (!calendar) return day
  let open = day
  try {
    while (!calendar.isWorkingDay(open)) open = addCalendarDays(open, 1)
    return open
  } catch (error) {
    // Next year's holidays are often not published yet; the unmoved day is the cautious one to print.
    if (error instanceof MissingCalendarYear) return day
    throw error
  }
}
