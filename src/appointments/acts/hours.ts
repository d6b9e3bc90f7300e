import { itemsInCentres } from '../../catalogue/index.ts'
import { postRuling, type Staff } from '../../identity/index.ts'
import { done, orRefusal, Refused, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf, type WorkingCalendar } from '../../regulation/index.ts'
import type { Booking } from '../booking.ts'
import { type Counter, ensureCounter, lockCounter, saveHours } from '../counter-store.ts'
import { type ClosedDay, type Hours, hoursFault, knownSlots, type Opening } from '../hours.ts'
import { waitingAt } from '../store.ts'
import type { AppointmentDeps } from './act.ts'

export interface SetHours {
  centreId: string
  /** Of the hours that were being looked at; 0: none were set. */
  version: number
  openings: Opening[]
  closed: ClosedDay[]
  /** Only says which bookings would lie outside the hours. */
  trial: boolean
}

export interface HoursSet {
  version: number
  /** Bookings that were made before and lie outside the new hours: they stay, and the counter has to serve them. */
  outside: Booking[]
}

/**
 * 开放时间: a clerk sets the hours of their department's counter in a centre. Bookings that were made stay as they are (Art. 10).
 * Refuses tables that contradict themselves, with the line, and `conflict` where somebody else saved meanwhile.
 */
export async function setHours(
  deps: AppointmentDeps,
  staff: Staff,
  command: SetHours,
  now: Date,
): Promise<Result<HoursSet>> {
  const ruling = postRuling(staff, 'clerk')
  if (ruling.outcome !== 'met') return refuse('not-allowed', ruling.sentence.zh, { detail: ruling })
  const { centreId, openings, closed, trial } = command
  const fault = hoursFault(openings)
  if (fault)
    return refuse('hours-wrong', `第 ${fault.line + 1} 行：${fault.sentence}`, {
      field: `openings.${fault.line}`,
    })
  const twice = closed.findIndex((c, i) => closed.findIndex((d) => d.day === c.day) < i)
  if (twice >= 0)
    return refuse('hours-wrong', `${closed[twice]!.day} 停办写了两次。`, { field: `closed.${twice}` })
  const blank = closed.findIndex((c) => c.reason.trim() === '')
  if (blank >= 0)
    return refuse('hours-wrong', `${closed[blank]!.day} 停办要写原因，来的人看得到。`, {
      field: `closed.${blank}`,
    })
  const key = { organId: staff.organId, centreId }
  return orRefusal(
    deps.db.transaction(async (tx) => {
      if (!(await itemsInCentres(tx, staff.organId)).some((item) => item.centreId === centreId))
        throw new Refused({ name: 'not-found', sentence: '本部门没有事项在这个服务中心办。' })
      if (!trial) await ensureCounter(tx, key)
      const before = await lockCounter(tx, key)
      if ((before?.version ?? 0) !== command.version)
        throw new Refused({
          name: 'conflict',
          sentence: '别人刚才改了开放时间。您改的还在下面，看过现在的再保存。',
          detail: { version: before?.version ?? 0 },
        })
      const next: Counter = { ...key, version: command.version + 1, openings, closed }
      const outside = (await waitingAt(tx, key, dayOf(now))).filter((b) => !covers(next, b, deps.calendar))
      if (trial) return done({ version: command.version, outside })
      await saveHours(tx, next)
      const data = { openings, closed, outside: outside.map((b) => b.bookingId) }
      const actor = { kind: 'staff' as const, id: staff.staffId, name: staff.name }
      await deps.history.record(tx, `counter:${staff.organId}:${centreId}`, actor, now, [
        { type: 'hours.set', data },
      ])
      return done({ version: next.version, outside })
    }),
  )
}

/** Whether a booking still lies within the hours. */
export const covers = (hours: Hours, b: Booking, calendar: WorkingCalendar): boolean => {
  const slots = knownSlots(hours, b.day, calendar)
  return slots === null || slots.some((s) => s.from <= b.from && b.until <= s.until)
}
