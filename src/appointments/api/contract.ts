import { z } from 'zod'

/** What the desk and the server tell each other about bookings (预约). The desk imports types only. */

// The calendar of the database knows no year 0.
const day = z.iso.date().refine((one) => one >= '0001-01-01')
const minute = z.number().int().min(0).max(1440).describe('Minutes since midnight, Asia/Shanghai')

export const deskList = z.enum(['today', 'coming', 'open', 'past'])

export const bookingsQuery = z.object({
  list: deskList.default('today').describe('open: came on an earlier day, and nobody said what became of it'),
  centre: z.string().max(60).default('').describe('Id of a centre; empty: all'),
  number: z.string().max(20).default('').describe('预约号, as typed or scanned; found in every list'),
})

export const bookingRow = z.object({
  bookingId: z.uuid(),
  number: z.string(),
  personName: z.string(),
  phoneMasked: z.string(),
  itemId: z.uuid(),
  itemName: z.string(),
  centreId: z.string(),
  centreName: z.string(),
  day,
  from: minute,
  until: minute,
  status: z.enum(['booked', 'arrived', 'served', 'refused', 'cancelled', 'absent']),
  statusName: z.string(),
  reason: z.string(),
  citation: z.string().describe('The ruling under which it was turned away; else empty'),
  sample: z.boolean(),
  version: z.number().int(),
  necessary: z
    .array(z.object({ key: z.string(), name: z.string() }))
    .describe('必备资料: the only materials for whose lack it may be turned away'),
  acts: z.array(z.enum(['arrive', 'serve', 'refuse'])).describe('What this officer may do with it now'),
})
export type BookingRow = z.infer<typeof bookingRow>

export const bookingList = z.object({
  today: day,
  rows: z.array(bookingRow),
  counts: z.object({
    today: z.number().int(),
    coming: z.number().int(),
    open: z.number().int(),
    past: z.number().int(),
  }),
  centres: z.array(z.object({ centreId: z.string(), name: z.string() })),
  mayHandle: z.string().describe('Empty where the officer may handle them, else why not'),
})
export type BookingList = z.infer<typeof bookingList>

export const windowBody = z.object({
  version: z.number().int().min(1).describe('Of the booking that was being looked at'),
})
export const turnAwayBody = windowBody.extend({
  why: z
    .enum(['given-up', 'missing-material', 'other'])
    .describe('自动放弃, 无法提供必备资料; other is always refused (Art. 10)'),
  missing: z.array(z.string()).max(100).default([]).describe('Keys of the necessary materials'),
})
export const settled = z.object({ version: z.number().int(), status: z.string() })

export const opening = z.object({
  weekday: z
    .union([
      z.literal(0),
      z.literal(1),
      z.literal(2),
      z.literal(3),
      z.literal(4),
      z.literal(5),
      z.literal(6),
      z.literal(7),
    ])
    .describe('1 Monday … 7 Sunday; 0 a weekend day that is worked in exchange (调休)'),
  from: minute,
  until: minute,
  slotMinutes: z.number().int().min(5).max(240),
  places: z.number().int().min(1).max(200),
  validFrom: day,
  validUntil: day.nullable(),
})
export type OpeningRow = z.infer<typeof opening>

export const closedDay = z.object({ day, reason: z.string().max(100) })

const outside = z.array(
  bookingRow.pick({
    bookingId: true,
    number: true,
    personName: true,
    phoneMasked: true,
    itemName: true,
    day: true,
    from: true,
  }),
)

export const counterHours = z.object({
  centreId: z.string(),
  centreName: z.string(),
  version: z.number().int().describe('0: no hours were set yet'),
  openings: z.array(opening),
  closed: z.array(closedDay),
  outside: outside.describe('Bookings that wait and lie outside the hours: they stay and are to be served'),
  items: z.array(z.object({ itemId: z.uuid(), name: z.string(), bookable: z.boolean() })),
})
export type CounterHours = z.infer<typeof counterHours>

export const hoursAnswer = z.object({
  today: day,
  counters: z.array(counterHours),
  mayEdit: z.string().describe('Empty where the officer may set hours, else why not'),
})
export type HoursAnswer = z.infer<typeof hoursAnswer>

export const hoursBody = z.object({
  version: z.number().int().min(0),
  openings: z.array(opening).max(100),
  closed: z.array(closedDay).max(200),
  trial: z.boolean().default(false).describe('Only says which bookings would lie outside'),
})
export type HoursBody = z.input<typeof hoursBody>
export const hoursSet = z.object({ version: z.number().int(), outside })
export type HoursSetAnswer = z.infer<typeof hoursSet>

export const refusalAnswer = z.object({
  refusal: z.object({
    name: z.string(),
    sentence: z.string(),
    field: z.string().optional(),
    detail: z.unknown().optional(),
  }),
})
