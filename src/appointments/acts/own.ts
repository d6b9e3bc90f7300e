import type { Tx } from '../../platform/database.ts'
import { done, orRefusal, Refused, type Result } from '../../platform/refusal.ts'
import type { Day } from '../../regulation/index.ts'
import { type Booking, type BookingAct, possible } from '../booking.ts'
import { instantOf } from '../hours.ts'
import { counterOf } from '../item-on.ts'
import { lockAccount, lockBooking, openBookingsOf } from '../store.ts'
import { movedMessage, placeName } from '../told.ts'
import { type AppointmentDeps, type Change, NO_BOOKING, notNow, saveChange } from './act.ts'
import { actorOf, type Booker, isFree, itemFor, mustHaveLevel, value } from './book.ts'
import { takePlace } from './take-place.ts'

/** 改约: another time for the same visit; the number stays. The old place is given away only when the new one is held. */
export async function move(
  deps: AppointmentDeps,
  booker: Booker,
  { bookingId, day, from }: { bookingId: string; day: Day; from: number },
  now: Date,
): Promise<Result<Booking>> {
  return ownAct(deps, 'move', booker, bookingId, now, async (booking, tx) => {
    if (booking.day === day && booking.from === from) return null
    const item = value(await itemFor(tx, booking.itemId, day))
    const key = counterOf(item)
    if (key === null) throw new Error(`item ${item.itemId} can be booked without a centre`)
    const slot = value(await takePlace(tx, deps.calendar, key, { day, from, except: bookingId }, now))
    const others = (await openBookingsOf(tx, booking.accountId)).filter((b) => b.bookingId !== bookingId)
    isFree(others, day, slot)
    const { version: itemVersion, content } = item
    const next = {
      ...booking,
      ...key,
      day,
      from: slot.from,
      until: slot.until,
      itemVersion,
      itemName: content.name,
    }
    const was = { day: booking.day, from: booking.from }
    return {
      booking: next,
      event: {
        type: 'booking.moved',
        data: { ...key, day, from: slot.from, until: slot.until, itemVersion, was },
      },
      told: movedMessage(next, was, placeName(content)),
    }
  })
}

/** 自动放弃: the applicant gives the booking up, and the place is free again. */
export async function cancel(
  deps: AppointmentDeps,
  booker: Booker,
  { bookingId }: { bookingId: string },
  now: Date,
): Promise<Result<Booking>> {
  return ownAct(deps, 'cancel', booker, bookingId, now, async (booking) =>
    booking.status === 'cancelled'
      ? null
      : {
          booking: { ...booking, status: 'cancelled', settledAt: now },
          event: { type: 'booking.cancelled', data: { day: booking.day, from: booking.from } },
        },
  )
}

/** Until the booked time begins; `null`: it is so already. */
async function ownAct(
  deps: AppointmentDeps,
  act: BookingAct & ('move' | 'cancel'),
  booker: Booker,
  bookingId: string,
  now: Date,
  work: (booking: Booking, tx: Tx) => Promise<Change | null>,
): Promise<Result<Booking>> {
  return orRefusal(
    deps.db.transaction(async (tx) => {
      mustHaveLevel(booker)
      await lockAccount(tx, booker.account.accountId)
      const booking = await lockBooking(tx, bookingId)
      if (booking?.accountId !== booker.account.accountId) throw new Refused(NO_BOOKING)
      if (act === 'cancel' && booking.status === 'cancelled') return done(booking)
      if (!possible(booking.status, act)) throw new Refused(notNow(booking))
      if (now >= instantOf(booking.day, booking.from)) throw new Refused(BEGUN)
      const change = await work(booking, tx)
      return done(change ? await saveChange(deps, tx, actorOf(booker), change, now) : booking)
    }),
  )
}

const BEGUN = {
  name: 'begun',
  sentence: '约的时间已经到了，不能再改。还想办的，到窗口说一声，或者重新约。',
  english: 'The booked time has begun. Tell the counter, or book again.',
}
