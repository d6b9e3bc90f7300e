import { randomUUID } from 'node:crypto'
import {
  type BookableItem,
  type Booking,
  book,
  bookableItem,
  bookingsOf,
  cancel,
  counterOf,
  dayChoices,
  findBooking,
  move,
  placeName,
  possible,
  versionOn,
} from '../../appointments/index.ts'
import { type Centre, itemVersion, listCentres } from '../../catalogue/index.ts'
import { type HallSession, levelRuling } from '../../identity/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Reply, type Request, statusOf, type Web } from '../../platform/web.ts'
import { notFound, seeOther, sendPage, signedIn, type View } from '../my/frame.tsx'
import { flashOf } from '../my/told.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ROUTES } from '../personal-routes.ts'
import { PUBLIC } from '../public/addresses.ts'
import { calendarFile } from './calendar-file.ts'
import { ConfirmPage } from './confirm-page.tsx'
import { BookingRefusedPage, BookingsPage, CancellationPage, OwnBookingPage } from './own-pages.tsx'
import { type AskedTime, askedTime, bookingFrame, sendTimes, wantedItem } from './times-routes.ts'
import { dayOfField, idOf, minuteOf } from './words.ts'

type Own = { Params: { bookingId: string }; Querystring: { told?: string } }

const HIDE = { schema: { hide: true } }

/** Confirming a time, and each applicant's own bookings. What is not theirs is not found. */
export function registerOwnBookings(web: Web, deps: PersonalDeps): void {
  registerConfirmation(web, deps)

  web.post(ROUTES.bookings, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const body = (request.body ?? {}) as Record<string, unknown>
    const [itemId, bookingId] = [idOf(body['itemId']), idOf(body['bookingId'])]
    const [day, from] = [dayOfField(body['day']), minuteOf(body['time'])]
    if (!itemId || !bookingId) return notFound(reply)
    if (!day || from === null) return seeOther(reply, at('bookingTimes', { itemId }))
    const made = await book(deps, who.session, { bookingId, itemId, day, from }, who.view.now)
    if (made.ok) return seeOther(reply, at('ownBooking', { bookingId }, { told: 'booked' }))
    return refused(deps, request, reply, who, made.refusal, itemId, { day, time: from, moving: null })
  })

  web.get(ROUTES.bookings, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const bookings = await bookingsOf(deps.db, who.view.account.accountId)
    return sendPage(reply, BookingsPage({ view: who.view, bookings }))
  })

  web.get<Own>(ROUTES.ownBooking, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    const { view, booking } = mine
    const found = await bookableItem(deps.db, booking.itemId)
    const wanted = found.ok ? found.value : null
    const item = await itemVersion(deps.db, booking.itemId, booking.itemVersion)
    if (!item) throw new Error(`booking ${booking.bookingId} refers to a missing item version`)
    const centre = await centreOf(deps, booking.centreId)
    const flash = flashOf(request.query.told, view.lang)
    return sendPage(reply, OwnBookingPage({ view, booking, wanted, item, centre, flash }))
  })

  web.post<Own>(ROUTES.bookingTime, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    const { session, view, booking } = mine
    const { bookingId, itemId } = booking
    const body = (request.body ?? {}) as Record<string, unknown>
    const [day, from] = [dayOfField(body['day']), minuteOf(body['time'])]
    if (!day || from === null) return seeOther(reply, at('bookingTimes', { itemId }, { move: bookingId }))
    const moved = await move(deps, session, { bookingId, day, from }, view.now)
    if (moved.ok) return seeOther(reply, at('ownBooking', { bookingId }, { told: 'booking-moved' }))
    return refused(deps, request, reply, mine, moved.refusal, itemId, { day, time: from, moving: booking })
  })

  web.get<Own>(ROUTES.bookingCancellation, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    const { view, booking } = mine
    if (!possible(booking.status, 'cancel'))
      return seeOther(reply, at('ownBooking', { bookingId: booking.bookingId }))
    return sendPage(reply, CancellationPage({ view, booking }))
  })

  web.post<Own>(ROUTES.bookingCancellation, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    const { session, view, booking } = mine
    const { bookingId, itemId } = booking
    const gone = await cancel(deps, session, { bookingId }, view.now)
    if (gone.ok) return seeOther(reply, at('ownBooking', { bookingId }, { told: 'booking-cancelled' }))
    return refused(deps, request, reply, mine, gone.refusal, itemId, { day: null, time: null, moving: null })
  })

  web.get<Own>(ROUTES.bookingCalendar, HIDE, async (request, reply) => {
    const mine = await own(deps, request, reply)
    if (!mine) return reply
    const { view, booking } = mine
    const { bookingId } = booking
    const item = await itemVersion(deps.db, booking.itemId, booking.itemVersion)
    const place = item?.content.place
    const location = item && place ? `${placeName(item.content)}，${place.address}` : ''
    const url = `${deps.publicUrl}${at('ownBooking', { bookingId })}`
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="booking-${booking.number}.ics"`)
      .type('text/calendar; charset=utf-8')
      .send(calendarFile(booking, { location, url }, view.now))
  })
}

/** GET /booking/:itemId/confirmation: signed in at the level that booking needs, before anything is booked. */
function registerConfirmation(web: Web, deps: PersonalDeps): void {
  web.get<{ Params: { itemId: string }; Querystring: Record<string, unknown> }>(
    ROUTES.bookingConfirmation,
    HIDE,
    async (request, reply) => {
      const frame = await bookingFrame(deps, request)
      const wanted = await wantedItem(deps, frame, reply, request.params.itemId)
      if (!wanted) return reply
      const { itemId } = wanted.item
      const chosen = { day: dayOfField(request.query['day']), time: minuteOf(request.query['time']) }
      if (chosen.day === null) return seeOther(reply, at('bookingTimes', { itemId }))
      if (chosen.time === null) {
        const asked = await askedTime(deps, frame, request.query)
        const sentence = { zh: '选一个时间，再下一步。', en: 'Choose a time first.' }[frame.display.lang]
        return sendTimes(deps, frame, reply, wanted, asked, sentence, 422)
      }
      const who = await signedIn(deps, request, reply)
      if (!who) return reply
      if (levelRuling('book', who.session).outcome !== 'met')
        return seeOther(reply, PUBLIC.level('book', request.url))
      const asked = await askedTime(deps, frame, request.query)
      const slot = await slotOf(deps, wanted, asked, who.view.now)
      if (!slot) {
        const sentence = {
          zh: '这个时间约不到了，请选别的时间。',
          en: 'That time cannot be had any more. Please choose another one.',
        }[frame.display.lang]
        return sendTimes(deps, frame, reply, wanted, asked, sentence, 422)
      }
      const counter = counterOf(versionOn(wanted, slot.day))
      return sendPage(
        reply,
        ConfirmPage({
          view: { ...who.view, path: request.url },
          wanted,
          centre: await centreOf(deps, counter?.centreId ?? ''),
          time: slot,
          bookingId: randomUUID(),
          moving: asked.moving,
        }),
      )
    },
  )
}

/** The time that was asked for, if it can still be had. */
async function slotOf(deps: PersonalDeps, wanted: BookableItem, { day, time, moving }: AskedTime, now: Date) {
  const days = await dayChoices(deps, wanted, now, moving?.bookingId ?? null)
  const slot = days?.find((d) => d.day === day)?.slots.find((s) => s.from === time && s.left > 0)
  return slot && day ? { day, from: slot.from, until: slot.until } : null
}

async function centreOf(deps: PersonalDeps, centreId: string): Promise<Centre | null> {
  return (await listCentres(deps.db)).find((c) => c.centreId === centreId) ?? null
}

async function own(
  deps: PersonalDeps,
  request: Request<{ Params: { bookingId: string } }>,
  reply: Reply,
): Promise<{ session: HallSession; view: View; booking: Booking } | null> {
  const who = await signedIn(deps, request, reply)
  if (!who) return null
  const bookingId = idOf(request.params.bookingId)
  const booking = bookingId ? await findBooking(deps.db, bookingId) : null
  if (booking?.accountId === who.view.account.accountId) return { ...who, booking }
  notFound(reply)
  return null
}

/** Another time would do: the times again, with the day kept. Nothing would: the sentence and where to go. */
async function refused(
  deps: PersonalDeps,
  request: Request,
  reply: Reply,
  who: { session: HallSession; view: View },
  refusal: Refusal,
  itemId: string,
  asked: AskedTime,
): Promise<Reply> {
  if (refusal.name === 'not-found') return notFound(reply)
  if (refusal.name === 'level-needed')
    return seeOther(reply, PUBLIC.level('book', at('bookingTimes', { itemId })))
  const sentence = who.view.lang === 'zh' ? refusal.sentence : (refusal.english ?? refusal.sentence)
  const found =
    refusal.field === 'time' || refusal.field === 'day' ? await bookableItem(deps.db, itemId) : null
  if (found?.ok) {
    const frame = { ...(await bookingFrame(deps, request)), path: at('bookingTimes', { itemId }) }
    return sendTimes(deps, frame, reply, found.value, asked, sentence, statusOf(refusal))
  }
  const other =
    (refusal.detail as { bookingId?: string } | undefined)?.bookingId ?? asked.moving?.bookingId ?? null
  const page = BookingRefusedPage({ view: who.view, sentence, bookingId: other, itemId })
  return sendPage(reply, page, statusOf(refusal))
}
