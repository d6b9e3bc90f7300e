import { itemVersion } from '../../catalogue/index.ts'
import type { Staff } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf, mayRefuseBooked, type TurnedAwayFor } from '../../regulation/index.ts'
import type { Booking } from '../booking.ts'
import { necessaryOf } from '../item-on.ts'
import { type AppointmentDeps, windowAct } from './act.ts'

/** Sent with every act: `version` says what the officer was looking at. */
export interface WindowCommand {
  bookingId: string
  version: number
}

/** 到场: whoever booked stands at the counter, on the day. From then on they are served, unless Art. 10 says otherwise. */
export async function arrive(
  deps: AppointmentDeps,
  staff: Staff,
  command: WindowCommand,
  now: Date,
): Promise<Result<Booking>> {
  return windowAct(deps, 'arrive', staff, command, now, async (booking) => {
    if (booking.day !== dayOf(now))
      return refuse('not-today', `这个预约是 ${booking.day} 的，当天才能记到场。`)
    return done({
      booking: { ...booking, status: 'arrived', arrivedAt: now },
      event: { type: 'booking.arrived', data: {} },
    })
  })
}

/** 办理: what they came for was dealt with at the counter. */
export async function serve(
  deps: AppointmentDeps,
  staff: Staff,
  command: WindowCommand,
  now: Date,
): Promise<Result<Booking>> {
  return windowAct(deps, 'serve', staff, command, now, async (booking) =>
    done({
      booking: { ...booking, status: 'served', settledAt: now },
      event: { type: 'booking.served', data: {} },
    }),
  )
}

export interface TurnAway extends WindowCommand {
  why: TurnedAwayFor
  /** Keys of the necessary materials that the applicant could not provide. */
  missing: string[]
}

/**
 * Turning a booked visit away (Art. 10): only where the applicant gave it up or lacks a necessary material of the guide. Anything
 * else is refused as `breach` with the ruling, and nothing changes: the department has to serve.
 */
export async function turnAway(
  deps: AppointmentDeps,
  staff: Staff,
  { why, missing, ...command }: TurnAway,
  now: Date,
): Promise<Result<Booking>> {
  return windowAct(deps, 'refuse', staff, command, now, async (booking, tx) => {
    const item = await itemVersion(tx, booking.itemId, booking.itemVersion)
    if (item === null) throw new Error(`booking ${booking.bookingId} refers to a missing item version`)
    const necessary = necessaryOf(item)
    const nameOf = (key: string) => item.content.materials.find((m) => m.key === key)?.name ?? key
    const ruling = mayRefuseBooked({
      why,
      missing: missing.map(nameOf),
      necessary: necessary.map((m) => m.name),
    })
    if (ruling.outcome !== 'met')
      return refuse('breach', ruling.sentence.zh, {
        field: why === 'missing-material' ? 'missing' : 'why',
        detail: ruling,
      })
    if (why === 'missing-material' && booking.status !== 'arrived')
      return refuse('not-arrived', '人还没有到场，看不出缺不缺材料。先记到场。', { field: 'why' })
    const reason =
      why === 'given-up' ? '您放弃了这次预约。' : `缺${missing.map((k) => `「${nameOf(k)}」`).join('')}。`
    return done({
      booking: { ...booking, status: 'refused', reason, ruling, settledAt: now },
      event: { type: 'booking.refused', data: { why, missing, ruling } },
      told:
        why === 'given-up'
          ? `「${booking.itemName}」的预约记为您放弃，没有办。如果不是您的意思，打 12345。`
          : `「${booking.itemName}」这次没有办：${reason}备齐以后重新约，不用从头来。`,
    })
  })
}
