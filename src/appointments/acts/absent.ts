import { SYSTEM } from '../../history/index.ts'
import { dayOf } from '../../regulation/index.ts'
import { lockBooking, missedBefore } from '../store.ts'
import { type AppointmentDeps, saveChange } from './act.ts'

/** 爽约: bookings whose day has passed and who never came are noted as absent, each in a transaction of its own. */
export async function sweepAbsent(deps: AppointmentDeps, now: Date): Promise<number> {
  const missed = await missedBefore(deps.db, dayOf(now))
  for (const bookingId of missed)
    await deps.db.transaction(async (tx) => {
      const booking = await lockBooking(tx, bookingId)
      if (booking?.status !== 'booked' || booking.day >= dayOf(now)) return
      const absent = { ...booking, status: 'absent' as const, settledAt: now }
      await saveChange(
        deps,
        tx,
        SYSTEM,
        { booking: absent, event: { type: 'booking.missed', data: {} } },
        now,
      )
    })
  return missed.length
}
