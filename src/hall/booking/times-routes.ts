import { createElement } from 'react'
import {
  type BookableItem,
  type Booking,
  bookableItem,
  dayChoices,
  findBooking,
} from '../../appointments/index.ts'
import type { ItemVersion } from '../../catalogue/index.ts'
import { type Reply, type Request, statusOf, type Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { type Frame, frameOf, sendPage } from '../page-frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { ROUTES } from '../personal-routes.ts'
import { NotBookablePage, TimesPage } from './times-page.tsx'
import { dayOfField, idOf, minuteOf } from './words.ts'

type Asked = { Params: { itemId: string }; Querystring: Record<string, unknown> }

/** What was asked for: another time to the same visit, or a first one. */
export interface AskedTime {
  day: string | null
  time: number | null
  moving: Booking | null
}

/** The item, or the answer that says why it cannot be booked. */
export async function wantedItem(
  deps: PersonalDeps,
  frame: Frame,
  reply: Reply,
  itemId: string,
): Promise<BookableItem | null> {
  const found = await bookableItem(deps.db, itemId)
  if (found.ok) return found.value
  const item = (found.refusal.detail as { item?: ItemVersion } | undefined)?.item
  if (!item) {
    reply.callNotFound()
    return null
  }
  const { sentence: zh, english } = found.refusal
  const sentence = frame.display.lang === 'zh' ? zh : (english ?? zh)
  sendPage(reply, createElement(NotBookablePage, { frame, item, sentence }), statusOf(found.refusal))
  return null
}

/** The page of days and times; with a fault it says what could not be had and keeps the rest. */
export async function sendTimes(
  deps: PersonalDeps,
  frame: Frame,
  reply: Reply,
  wanted: BookableItem,
  asked: AskedTime,
  fault: string | null = null,
  status = 200,
): Promise<Reply> {
  const now = deps.clock.now()
  const days = await dayChoices(deps, wanted, now, asked.moving?.bookingId ?? null)
  const first = days?.find((d) => d.state === 'free')?.day ?? null
  const props = { frame, wanted, days, fault, ...asked, day: asked.day ?? first }
  return sendPage(reply, createElement(TimesPage, props), status)
}

/** Of the address: which day and time, and which own booking is to be moved. What is not theirs is as good as none. */
export async function askedTime(
  deps: PersonalDeps,
  frame: Frame,
  query: Record<string, unknown>,
): Promise<AskedTime> {
  const move = idOf(query['move'])
  const found = move && frame.session ? await findBooking(deps.db, move) : null
  const moving =
    found?.accountId === frame.session?.account.accountId && found?.status === 'booked' ? found : null
  return { day: dayOfField(query['day']), time: minuteOf(query['time']), moving }
}

export const bookingFrame = async (deps: PersonalDeps, request: Request): Promise<Frame> =>
  frameOf(request, await deps.identity.hallSession(request))

/** GET /booking/:itemId: anybody may look at what is free. */
export function registerBookingTimes(web: Web, deps: PersonalDeps): void {
  web.get<Asked>(ROUTES.bookingTimes, { schema: { hide: true } }, async (request, reply) => {
    const frame = await bookingFrame(deps, request)
    const wanted = await wantedItem(deps, frame, reply, request.params.itemId)
    if (!wanted) return reply
    const asked = await askedTime(deps, frame, request.query)
    const today = dayOf(deps.clock.now())
    return sendTimes(deps, frame, reply, wanted, {
      ...asked,
      day: asked.day && asked.day >= today ? asked.day : null,
    })
  })
}
