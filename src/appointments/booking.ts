import type { Day, Ruling } from '../regulation/index.ts'

/** 预约: a visit to a department's counter in a service centre, for one item, at one time (Art. 10). */
export interface Booking {
  bookingId: string
  /** 预约号, told at the counter. */
  number: string
  accountId: string
  personName: string
  phoneMasked: string
  itemId: string
  /** The version whose materials the applicant was told to bring. */
  itemVersion: number
  itemName: string
  organId: string
  centreId: string
  day: Day
  /** Minutes since midnight, Asia/Shanghai. */
  from: number
  until: number
  status: BookingStatus
  /** Why it was turned away or ended, for the applicant; else empty. */
  reason: string
  /** Under which ruling of Art. 10 it was turned away. */
  ruling: Ruling | null
  sample: boolean
  version: number
  madeAt: Date
  arrivedAt: Date | null
  settledAt: Date | null
}

export const STATUSES = ['booked', 'arrived', 'served', 'refused', 'cancelled', 'absent'] as const
export type BookingStatus = (typeof STATUSES)[number]

export const STATUS_NAMES: Record<BookingStatus, { zh: string; en: string }> = {
  booked: { zh: '已约', en: 'Booked' },
  arrived: { zh: '已到场', en: 'Arrived' },
  served: { zh: '已办理', en: 'Served' },
  refused: { zh: '没有办', en: 'Not served' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  absent: { zh: '没有到场', en: 'Did not come' },
}

/** move 改约, cancel 自动放弃; arrive 到场, serve 办理, refuse; miss: the day passed; end: the item ended. */
export type BookingAct = 'move' | 'cancel' | 'arrive' | 'serve' | 'refuse' | 'miss' | 'end'

/** What may happen to a booking in which status; the desk's buttons read the same table. */
export const TRANSITIONS: Record<BookingStatus, readonly BookingAct[]> = {
  booked: ['move', 'cancel', 'arrive', 'refuse', 'miss', 'end'],
  arrived: ['serve', 'refuse'],
  served: [],
  refused: [],
  cancelled: [],
  absent: [],
}

export const possible = (status: BookingStatus, act: BookingAct): boolean => TRANSITIONS[status].includes(act)

/** An account may hold so many bookings at the same time, of different items. */
export const MOST_OPEN = 5

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * 预约号: 8 characters without I, L, O and U, from the random part of the booking's id. Can be read out over a counter; who
 * guesses one learns nothing, because it opens no page.
 */
export function bookingNumber(bookingId: string): string {
  const bits = BigInt(`0x${bookingId.replaceAll('-', '').slice(-10)}`)
  return Array.from({ length: 8 }, (_, i) => LETTERS[Number((bits >> BigInt(5 * (7 - i))) & 31n)]).join('')
}

/** 「K7M2 QXD4」; what is typed at the counter may be small or spaced. */
export const spacedNumber = (number: string): string => `${number.slice(0, 4)} ${number.slice(4)}`
export const bareBookingNumber = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()

export const streamOf = (bookingId: string): string => `booking:${bookingId}`
