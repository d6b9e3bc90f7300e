import { type HallSession, levelRuling } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import { done, orRefusal, type Refusal, Refused, type Result } from '../../platform/refusal.ts'
import type { Day } from '../../regulation/index.ts'
import { type Booking, bookingNumber, MOST_OPEN, streamOf } from '../booking.ts'
import { overlap, type Taken } from '../hours.ts'
import { bookableItem, counterOf, endsBefore, versionOn } from '../item-on.ts'
import { findBooking, insertBooking, lockAccount, openBookingsOf } from '../store.ts'
import { madeMessage, placeName, timeOf } from '../told.ts'
import { type AppointmentDeps, NO_BOOKING, tell } from './act.ts'
import { takePlace } from './take-place.ts'

/** Who books: the account with the level that this session has proved. */
export type Booker = Pick<HallSession, 'account' | 'level'>

export interface Book {
  /** Made with the page: sent again, the visit is still booked once. */
  bookingId: string
  itemId: string
  day: Day
  /** Minutes since midnight. */
  from: number
}

export const actorOf = ({ account }: Booker) => ({
  kind: 'applicant' as const,
  id: account.accountId,
  name: account.name,
})

/**
 * 预约: a place at the item's counter, at the next level of Art. 8 above reading. Refuses `level-needed`, items that cannot be
 * booked, a second booking of the same item, more than five at once, two at the same time, and times that are full or not offered.
 */
export async function book(
  deps: AppointmentDeps,
  booker: Booker,
  command: Book,
  now: Date,
): Promise<Result<Booking>> {
  return orRefusal(
    deps.db.transaction(async (tx) => {
      mustHaveLevel(booker)
      const { account } = booker
      await lockAccount(tx, account.accountId)
      const known = await findBooking(tx, command.bookingId)
      if (known?.accountId === account.accountId) return done(known)
      if (known) throw new Refused(NO_BOOKING)
      const { day } = command
      const item = value(await itemFor(tx, command.itemId, day))
      const key = counterOf(item)
      if (key === null) throw new Error(`item ${item.itemId} can be booked without a centre`)
      mayHaveOneMore(await openBookingsOf(tx, account.accountId), item.itemId)
      const slot = value(await takePlace(tx, deps.calendar, key, command, now))
      isFree(await openBookingsOf(tx, account.accountId), day, slot)
      const booking: Booking = {
        bookingId: command.bookingId,
        number: bookingNumber(command.bookingId),
        accountId: account.accountId,
        personName: account.name,
        phoneMasked: account.phoneMasked,
        itemId: item.itemId,
        itemVersion: item.version,
        itemName: item.content.name,
        ...key,
        day,
        from: slot.from,
        until: slot.until,
        status: 'booked',
        reason: '',
        ruling: null,
        sample: item.content.sample,
        version: 1,
        madeAt: now,
        arrivedAt: null,
        settledAt: null,
      }
      if (!(await insertBooking(tx, booking))) throw new Refused(AGAIN)
      const { itemId, itemVersion, number, from, until } = booking
      const data = { number, itemId, itemVersion, ...key, day, from, until }
      await deps.history.record(tx, streamOf(booking.bookingId), actorOf(booker), now, [
        { type: 'booking.made', data },
      ])
      await tell(deps, tx, booking, madeMessage(booking, placeName(item.content)), now)
      return done(booking)
    }),
  )
}

/** The page's id, or the number that follows from it, is another booking's: the next page has another one. */
const AGAIN: Refusal = {
  name: 'number-taken',
  sentence: '没有约上，这个时间还在。再选一次。',
  english: 'That was not booked; the time is still free. Please choose it again.',
  field: 'time',
}

/** The refusal, thrown out of the act's transaction. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.refusal)
  return result.value
}

export function mustHaveLevel(booker: Booker): void {
  const ruling = levelRuling('book', booker as HallSession)
  if (ruling.outcome === 'met') return
  const { zh, en } = ruling.sentence
  throw new Refused({ name: 'level-needed', sentence: zh, english: en, detail: ruling })
}

/** The version of the item that will hold on the day. */
export async function itemFor(tx: Tx, itemId: string, day: Day) {
  const found = await bookableItem(tx, itemId)
  if (!found.ok) return found
  const ends = endsBefore(found.value.decided, day)
  if (ends) {
    const sentence = `这件事${ends.effectiveOn}起停办，那天以后不能约。`
    const english = `This service ends on ${ends.effectiveOn}; choose an earlier day.`
    return { ok: false, refusal: { name: 'closed', sentence, english, field: 'day' } } as const
  }
  return done(versionOn(found.value, day))
}

function mayHaveOneMore(open: readonly Booking[], itemId: string): void {
  const same = open.find((b) => b.itemId === itemId)
  if (same)
    throw new Refused({
      name: 'booked-already',
      sentence: `这件事您已经约了${timeOf(same)}。要换时间，在那个预约里改。`,
      english: 'You have a booking for this service already. Change its time instead.',
      detail: { bookingId: same.bookingId },
    })
  if (open.length >= MOST_OPEN) throw new Refused(tooMany(open.length))
}

const tooMany = (n: number): Refusal => ({
  name: 'too-many-bookings',
  sentence: `您已经有 ${n} 个没办的预约，最多同时约 ${MOST_OPEN} 个。办完或者取消一个，再约。`,
  english: `You hold ${n} bookings; at most ${MOST_OPEN} at a time. Cancel one, or come back after a visit.`,
})

/** Nobody stands at two counters at once. */
export function isFree(open: readonly Booking[], day: Day, slot: Taken): void {
  const other = open.find((b) => b.day === day && overlap(b, slot))
  if (other)
    throw new Refused({
      name: 'same-time',
      sentence: `${timeOf(other)}您约了「${other.itemName}」，和这个时间重叠。请选别的时间。`,
      english: 'You have another booking at that time. Please choose another one.',
      field: 'time',
    })
}
