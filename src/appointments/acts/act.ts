import type { Actor, History, NewEvent } from '../../history/index.ts'
import { postRuling, type Staff } from '../../identity/index.ts'
import { write } from '../../messages/index.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { orRefusal, type Refusal, Refused, type Result } from '../../platform/refusal.ts'
import type { WorkingCalendar } from '../../regulation/index.ts'
import { type Booking, type BookingAct, possible, STATUS_NAMES, streamOf } from '../booking.ts'
import { lockBooking, saveBooking } from '../store.ts'

export interface AppointmentDeps {
  db: Database
  history: History
  jobs: Jobs
  calendar: WorkingCalendar
}

/** What an act decides: the booking as it shall be, what happened, and what its applicant is told. */
export interface Change {
  booking: Booking
  event: NewEvent
  told?: string
}

export const NO_BOOKING: Refusal = {
  name: 'not-found',
  sentence: '没有这个预约，或者它不是您的。',
  english: 'There is no such booking, or it is not yours.',
}

const NOT_OURS: Refusal = { name: 'not-found', sentence: '没有这个预约，或者它不归本部门。' }

/** Writes what an act decided, with its history and its message, under the lock that the caller holds. */
export async function saveChange(
  deps: Pick<AppointmentDeps, 'history' | 'jobs'>,
  tx: Tx,
  actor: Actor,
  { booking, event, told }: Change,
  now: Date,
): Promise<Booking> {
  const saved = { ...booking, version: booking.version + 1 }
  await saveBooking(tx, saved)
  await deps.history.record(tx, streamOf(saved.bookingId), actor, now, [event])
  if (told) await tell(deps, tx, saved, told, now)
  return saved
}

/** In the applicant's space and by SMS, once for each state of the booking. */
export const tell = (
  deps: Pick<AppointmentDeps, 'jobs'>,
  tx: Tx,
  { accountId, phoneMasked, bookingId, version }: Booking,
  text: string,
  now: Date,
): Promise<void> =>
  write(deps, tx, { accountId, phoneMasked, dossierId: null }, `booking:${bookingId}:${version}`, text, now)

/**
 * One act of the department's window on a booking of its own. A foreign department's booking is "not found"; what is done
 * already answers the same again; who looked at an older state is told so.
 */
export async function windowAct(
  deps: AppointmentDeps,
  act: BookingAct & ('arrive' | 'serve' | 'refuse'),
  staff: Staff,
  { bookingId, version }: { bookingId: string; version: number },
  now: Date,
  work: (booking: Booking, tx: Tx) => Promise<Result<Change>>,
): Promise<Result<Booking>> {
  return orRefusal(
    deps.db.transaction(async (tx) => {
      const booking = await lockBooking(tx, bookingId)
      if (booking?.organId !== staff.organId) throw new Refused(NOT_OURS)
      const ruling = postRuling(staff, 'window')
      if (ruling.outcome !== 'met')
        throw new Refused({ name: 'not-allowed', sentence: ruling.sentence.zh, detail: ruling })
      // The same press that came twice.
      if (booking.status === AFTER[act] && booking.version === version + 1)
        return { ok: true, value: booking }
      if (booking.version !== version) throw new Refused(conflict(booking))
      if (!possible(booking.status, act)) throw new Refused(notNow(booking))
      const decided = await work(booking, tx)
      if (!decided.ok) return decided
      const actor: Actor = { kind: 'staff', id: staff.staffId, name: staff.name }
      return { ok: true, value: await saveChange(deps, tx, actor, decided.value, now) }
    }),
  )
}

const AFTER = { arrive: 'arrived', serve: 'served', refuse: 'refused' } as const

const conflict = (b: Booking): Refusal => ({
  name: 'conflict',
  sentence: `这个预约刚才变了，现在是「${STATUS_NAMES[b.status].zh}」，看过新情况再办。`,
  detail: { version: b.version, status: b.status },
})

/** Also what an applicant hears who comes too late to change something. */
export const notNow = (b: Booking): Refusal => ({
  name: 'not-possible-now',
  sentence: `这个预约现在是「${STATUS_NAMES[b.status].zh}」，不能做这一步。`,
  english: `This booking is “${STATUS_NAMES[b.status].en}” now.`,
  detail: { status: b.status },
})
