import { type ChangeKind, closedGuide, itemVersion } from '../catalogue/index.ts'
import { type EventNote, SYSTEM } from '../history/index.ts'
import { dayOf } from '../regulation/index.ts'
import { type AppointmentDeps, saveChange } from './acts/act.ts'
import type { Booking } from './booking.ts'
import { instantOf } from './hours.ts'
import { bookableItem, counterOf, versionOn } from './item-on.ts'
import { lockBooking, waitingFor } from './store.ts'
import { bringNotes, changedMessage, ENDED_WORDS, endedMessage } from './told.ts'

const itemOf = (note: EventNote): string => note.streamId.replace(/^item:/, '')

const CLOSING = { suspend: 'suspended', cancel: 'cancelled', devolve: 'devolved' } as const
const isClosing = (kind: ChangeKind): kind is keyof typeof CLOSING => Object.hasOwn(CLOSING, kind)

/** What a change of an item means for those who have booked it: what they bring is told anew, and what ended is cancelled. */
export function wireAppointments(deps: AppointmentDeps & { now: () => Date }): void {
  const again = (note: EventNote) => tellChanged(deps, itemOf(note), deps.now())
  deps.history.listen('item.published', 'bookings-guide', again)
  // Who was told of a decided change that is given up is told that all stays as it is.
  deps.history.listen('change.withdrawn', 'bookings-guide', again)
  deps.history.listen('change.sent-back', 'bookings-guide', again)
  deps.history.listen('change.in-force', 'bookings-life', async (note) => {
    const kind = note.data['kind'] as ChangeKind
    if (isClosing(kind)) await endBookings(deps, itemOf(note), kind, deps.now())
  })
}

/** Each booking in a transaction of its own, and only where the guide of its day is another than they were told: safe to run twice. */
export async function tellChanged(deps: AppointmentDeps, itemId: string, now: Date): Promise<void> {
  const found = await bookableItem(deps.db, itemId)
  if (!found.ok) return
  for (const { bookingId } of await waitingFor(deps.db, itemId, dayOf(now)))
    await deps.db.transaction(async (tx) => {
      const booking = await lockBooking(tx, bookingId)
      if (booking?.status !== 'booked' || isOver(booking, now)) return
      const after = versionOn(found.value, booking.day)
      if (after.version === booking.itemVersion) return
      const before = await itemVersion(tx, itemId, booking.itemVersion)
      if (before === null) throw new Error(`booking ${bookingId} refers to a missing item version`)
      const notes = bringNotes(before.content, after.content)
      const data = { from: before.version, to: after.version, notes }
      // Who is sent to another counter is served there, however full it is.
      const { centreId } = counterOf(after) ?? booking
      const next = { ...booking, centreId, itemVersion: after.version, itemName: after.content.name }
      const event = { type: 'booking.guide-changed', data }
      const told = notes.length > 0 ? { told: changedMessage(next, notes) } : {}
      await saveChange(deps, tx, SYSTEM, { booking: next, event, ...told }, now)
    })
}

/** The item is not offered any more: who was to come is told why, where to go and whom to call, and need not come. */
export async function endBookings(
  deps: AppointmentDeps,
  itemId: string,
  kind: keyof typeof CLOSING,
  now: Date,
): Promise<void> {
  const closed = await closedGuide(deps.db, itemId)
  // Resumed meanwhile: the bookings hold.
  if (closed?.life !== CLOSING[kind]) return
  const { reason, instead, item } = closed
  const words = ENDED_WORDS[kind]
  for (const { bookingId } of await waitingFor(deps.db, itemId, dayOf(now)))
    await deps.db.transaction(async (tx) => {
      const booking = await lockBooking(tx, bookingId)
      if (booking?.status !== 'booked' || isOver(booking, now)) return
      const next = {
        ...booking,
        status: 'cancelled' as const,
        reason: `事项${words}。${reason}`,
        settledAt: now,
      }
      const event = { type: 'booking.ended', data: { kind, reason, instead } }
      const told = endedMessage(booking, words, { reason, instead, phone: item.content.consultPhone })
      await saveChange(deps, tx, SYSTEM, { booking: next, event, told }, now)
    })
}

/** Who did not come at their time has nothing to be told any more. */
const isOver = ({ day, until }: Booking, now: Date): boolean => now >= instantOf(day, until)
