import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { postRuling, type Staff } from '../../identity/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Refusal, Result } from '../../platform/refusal.ts'
import { type Reply, type Request, sendRefusal, type Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import type { AppointmentDeps } from '../acts/act.ts'
import { setHours } from '../acts/hours.ts'
import { arrive, serve, turnAway } from '../acts/window.ts'
import { type Booking, STATUS_NAMES } from '../booking.ts'
import { countersOf, type DeskBooking, deskBookings, mayReadBookings } from '../views/desk.ts'
import * as contract from './contract.ts'

export interface AppointmentApiDeps extends AppointmentDeps {
  clock: Clock
  deskSession(request: Request): Promise<{ staff: Staff } | null>
}

const SIGN_IN: Refusal = {
  name: 'sign-in-needed',
  sentence: '您还没有登录工作台，或者登录已过期。请重新登录，没有保存的内容还在这一页。',
}
const NO_POST: Refusal = { name: 'not-allowed', sentence: '预约归本部门的窗口和事项管理岗看。' }

const tags = ['appointments']
const refusals = {
  '4xx': contract.refusalAnswer.describe('Refused: a name for programs and a sentence for people'),
}
const bookingParams = z.object({ id: z.uuid().describe('Id of the booking') })

/** The window's list of bookings and what happens at the counter; the clerk's opening hours. */
export function registerBookingApi(root: Web, deps: AppointmentApiDeps): void {
  const web = root.withTypeProvider<ZodTypeProvider>()
  const { db, clock, calendar } = deps

  /** The officer, or the answer that says why not. */
  const officer = async (request: Request, reply: Reply): Promise<Staff | null> => {
    const staff = (await deps.deskSession(request))?.staff ?? null
    if (staff === null) sendRefusal(reply, SIGN_IN)
    else if (!mayReadBookings(staff)) sendRefusal(reply, NO_POST)
    else return staff
    return null
  }

  web.get(
    '/api/bookings',
    {
      schema: {
        tags,
        summary: '预约: who comes to the counters of the own department',
        querystring: contract.bookingsQuery,
        response: { 200: contract.bookingList, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await officer(request, reply)
      if (staff === null) return reply
      const now = clock.now()
      const found = await deskBookings(db, staff, request.query, now)
      const ruling = postRuling(staff, 'window')
      return {
        ...found,
        today: dayOf(now),
        rows: found.rows.map(rowOf),
        mayHandle: ruling.outcome === 'met' ? '' : ruling.sentence.zh,
      }
    },
  )

  const settle = async (
    request: Request,
    reply: Reply,
    act: (staff: Staff, now: Date) => Promise<Result<Booking>>,
  ) => {
    const staff = await officer(request, reply)
    if (staff === null) return reply
    const result = await act(staff, clock.now())
    return result.ok
      ? { version: result.value.version, status: result.value.status }
      : sendRefusal(reply, result.refusal)
  }

  for (const { path, summary, act } of [
    { path: 'arrival', summary: '到场: who booked stands at the counter', act: arrive },
    { path: 'service', summary: '办理: the visit was dealt with', act: serve },
  ])
    web.post(
      `/api/bookings/:id/${path}`,
      {
        schema: {
          tags,
          summary,
          params: bookingParams,
          body: contract.windowBody,
          response: { 200: contract.settled, ...refusals },
        },
      },
      (request, reply) =>
        settle(request, reply, (staff, now) =>
          act(deps, staff, { bookingId: request.params.id, ...request.body }, now),
        ),
    )

  web.post(
    '/api/bookings/:id/refusal',
    {
      schema: {
        tags,
        summary: 'Turning away; only for the two reasons of Art. 10, else refused as a breach',
        params: bookingParams,
        body: contract.turnAwayBody,
        response: { 200: contract.settled, ...refusals },
      },
    },
    (request, reply) =>
      settle(request, reply, (staff, now) =>
        turnAway(deps, staff, { bookingId: request.params.id, ...request.body }, now),
      ),
  )

  web.get(
    '/api/bookings/hours',
    {
      schema: {
        tags,
        summary: '开放时间 of the counters of the own department',
        response: { 200: contract.hoursAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await officer(request, reply)
      if (staff === null) return reply
      const now = clock.now()
      const ruling = postRuling(staff, 'clerk')
      const counters = await countersOf(db, staff.organId, calendar, now)
      return {
        today: dayOf(now),
        counters: counters.map(({ counter, outside, ...view }) => ({
          ...view,
          version: counter?.version ?? 0,
          openings: [...(counter?.openings ?? [])],
          closed: [...(counter?.closed ?? [])],
          outside: outside.map(nameOf),
        })),
        mayEdit: ruling.outcome === 'met' ? '' : ruling.sentence.zh,
      }
    },
  )

  web.put(
    '/api/bookings/hours/:centre',
    {
      schema: {
        tags,
        summary: 'Sets the opening hours of a counter; bookings made before stay and are named',
        params: z.object({ centre: z.string().min(1).max(60) }),
        body: contract.hoursBody,
        response: { 200: contract.hoursSet, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await officer(request, reply)
      if (staff === null) return reply
      const command = { centreId: request.params.centre, ...request.body }
      const result = await setHours(deps, staff, command, clock.now())
      if (!result.ok) return sendRefusal(reply, result.refusal)
      return { version: result.value.version, outside: result.value.outside.map(nameOf) }
    },
  )
}

const nameOf = ({ bookingId, number, personName, phoneMasked, itemName, day, from }: Booking) => ({
  bookingId,
  number,
  personName,
  phoneMasked,
  itemName,
  day,
  from,
})

const rowOf = ({ booking: b, centreName, necessary, acts }: DeskBooking) => ({
  ...nameOf(b),
  itemId: b.itemId,
  centreId: b.centreId,
  centreName,
  until: b.until,
  status: b.status,
  statusName: STATUS_NAMES[b.status].zh,
  reason: b.reason,
  citation: b.ruling ? `第十条：${b.ruling.sentence.zh}` : '',
  sample: b.sample,
  version: b.version,
  necessary,
  acts,
})
