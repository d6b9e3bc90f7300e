import type { ItemContent } from '../../catalogue/index.ts'
import {
  acceptanceLimit,
  type Day,
  endOfOffice,
  readClock,
  type WorkingCalendar,
} from '../../regulation/index.ts'

export interface WhatNext {
  /** Day until which the organ answers whether it accepts. Null: the holidays of that year are not published yet. */
  acceptBy: Day | null
  /** Day until which it is finished when it was accepted on the last day. */
  doneBy: Day | null
  onTheSpot: boolean
}

/** What happens by when if the application is handed in at `now`; by the same clocks that then run. */
export function whatNext(content: ItemContent, now: Date, calendar: WorkingCalendar): WhatNext {
  const acceptance = readClock(
    { kind: 'acceptance', limit: acceptanceLimit(now), startedAt: now, pauses: [], stoppedAt: null },
    now,
    calendar,
  )
  const onTheSpot = content.promiseLimit?.days === 0
  if (acceptance.dueDay === null || !content.promiseLimit)
    return { acceptBy: acceptance.dueDay, doneBy: null, onTheSpot }
  const accepted = endOfOffice(acceptance.dueDay)
  const promised = readClock(
    { kind: 'promised', limit: content.promiseLimit, startedAt: accepted, pauses: [], stoppedAt: null },
    accepted,
    calendar,
  )
  return { acceptBy: acceptance.dueDay, doneBy: promised.dueDay, onTheSpot }
}
