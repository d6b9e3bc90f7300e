/** Art. 5.1(3): what changes in an item is filed with the service authority before it takes effect. */
import type { Day } from '../calendar.ts'
import { type Ruling, ruling } from '../ruling.ts'

/**
 * May a change to an item take effect on this day? Only after the 行政服务管理机构 has taken its filing. The regulation says
 * 「及时」; the platform reads it as: not later than the day on which applicants meet the change.
 */
export function filedInTime(facts: { change: string; filedOn: Day | null; effectiveOn: Day }): Ruling {
  const { change, filedOn, effectiveOn } = facts
  if (filedOn === null || filedOn > effectiveOn)
    return ruling('5.1(3)', 'not-met', facts, {
      zh: `这次${change}还没有报行政服务管理机构备案，备案以后才能生效。`,
      en: 'This change has not been filed with the service authority; it takes effect after filing.',
    })
  return ruling('5.1(3)', 'met', facts, {
    zh: `这次${change}于 ${filedOn} 备案，${effectiveOn} 生效。`,
    en: `Filed on ${filedOn}, in force from ${effectiveOn}.`,
  })
}
