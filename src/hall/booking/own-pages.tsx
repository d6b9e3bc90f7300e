import type { ReactElement } from 'react'
import {
  type BookableItem,
  type Booking,
  clockText,
  instantOf,
  possible,
  STATUS_NAMES,
  spacedNumber,
} from '../../appointments/index.ts'
import type { Centre, ItemVersion } from '../../catalogue/index.ts'
import {
  Actions,
  Button,
  Card,
  type FlashProps,
  LineLink,
  LinkButton,
  Message,
  NoticeCard,
  Opening,
  Phone,
  QrCode,
  Section,
  Split,
  Stack,
  SummaryList,
  t,
} from '../../ui/index.ts'
import { PersonalPage, type View } from '../my/frame.tsx'
import { qrModules } from '../my/licence-pages.tsx'
import { at } from '../personal-routes.ts'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { Bring } from './bring.tsx'
import { BookingTable, whereRows } from './own-parts.tsx'
import { nameIn, whenText } from './words.ts'

const mine = (view: View) => ({ text: t(view.lang, { zh: '我的', en: 'Mine' }), href: at('my') })
const all = (view: View) => ({ text: t(view.lang, { zh: '预约', en: 'Bookings' }), href: at('bookings') })

export interface OwnBookingProps {
  view: View
  booking: Booking
  /** The item as it is offered now; null where it is not any more. */
  wanted: BookableItem | null
  item: ItemVersion
  centre: Centre | null
  flash?: FlashProps | undefined
}

/** 预约凭证: the number and its code, when, where, what to bring; move and cancel. */
export function OwnBookingPage({
  view,
  booking,
  wanted,
  item,
  centre,
  flash,
}: OwnBookingProps): ReactElement {
  const { lang } = view
  const { bookingId, status } = booking
  const open = status === 'booked' || status === 'arrived'
  const mayChange = possible(status, 'cancel') && view.now < instantOf(booking.day, booking.from)
  const name = nameIn(item.content, lang)
  const { consultPhone } = item.content
  return (
    <PersonalPage
      view={view}
      title={`${t(lang, { zh: '预约', en: 'Booking' })} · ${name}`}
      crumbs={[mine(view), all(view), { text: name }]}
      {...(flash ? { flash } : {})}
    >
      <Opening
        title={whenText(booking, lang, view.today)}
        over={name}
        sample={booking.sample}
        lead={leadOf(booking, lang)}
        close
      />
      <Split
        asideLabel={t(lang, { zh: '预约号和操作', en: 'Number and acts' })}
        asideFirst={open}
        aside={
          <Card>
            <div className="booking-card">
              <Stack>
                {open && (
                  <QrCode
                    modules={qrModules(booking.number)}
                    label={t(lang, {
                      zh: `预约号 ${spacedNumber(booking.number)} 的二维码`,
                      en: `QR code of booking ${spacedNumber(booking.number)}`,
                    })}
                  />
                )}
                <div>
                  <p className="fine">
                    {t(lang, { zh: '预约号，到窗口出示', en: 'Number to show at the counter' })}
                  </p>
                  <p className="code key-code booking-number">{spacedNumber(booking.number)}</p>
                </div>
                {mayChange && (
                  <Stack gap="s">
                    {wanted && (
                      <LinkButton
                        wide
                        weight="secondary"
                        href={at('bookingTimes', { itemId: booking.itemId }, { move: bookingId })}
                      >
                        {t(lang, { zh: '改时间', en: 'Change the time' })}
                      </LinkButton>
                    )}
                    <LinkButton wide weight="quiet" href={at('bookingCancellation', { bookingId })}>
                      {t(lang, { zh: '取消预约', en: 'Cancel' })}
                    </LinkButton>
                  </Stack>
                )}
                {status === 'booked' && (
                  <LineLink href={at('bookingCalendar', { bookingId })} icon="download">
                    {t(lang, { zh: '加到手机日历', en: 'Add to calendar' })}
                  </LineLink>
                )}
              </Stack>
            </div>
          </Card>
        }
      >
        <Stack gap="l">
          <SummaryList
            rows={[
              {
                term: t(lang, { zh: '现在', en: 'Now' }),
                value: (
                  <>
                    <b>{t(lang, STATUS_NAMES[status])}</b>
                    {booking.reason && (
                      <>
                        <br />
                        {inChinese(booking.reason, lang)}
                      </>
                    )}
                  </>
                ),
              },
              ...whereRows(item, centre, view),
              {
                term: t(lang, { zh: '部门', en: 'Department' }),
                value: inChinese(item.content.organName, lang),
              },
              ...(consultPhone
                ? [
                    {
                      term: t(lang, { zh: '咨询电话', en: 'Questions' }),
                      value: <Phone number={consultPhone} />,
                    },
                  ]
                : []),
            ]}
          />
          {open && wanted && <Bring wanted={wanted} day={booking.day} lang={lang} />}
          {!open && (
            <Actions>
              {wanted && (
                <LinkButton href={at('bookingTimes', { itemId: booking.itemId })}>
                  {t(lang, { zh: '重新约', en: 'Book again' })}
                </LinkButton>
              )}
              <LinkButton weight="secondary" href={PUBLIC.item(booking.itemId)}>
                {t(lang, { zh: '看办事指南', en: 'Open the guide' })}
              </LinkButton>
            </Actions>
          )}
        </Stack>
      </Split>
    </PersonalPage>
  )
}

function leadOf({ status, from }: Booking, lang: View['lang']): string {
  const text: Record<Booking['status'], { zh: string; en: string }> = {
    booked: {
      zh: `${clockText(from)} 前到，给窗口看预约号。`,
      en: `Come by ${clockText(from)} and show your number at the counter.`,
    },
    arrived: { zh: '窗口知道您到了，等着叫您。', en: 'The counter knows that you are here.' },
    served: { zh: '这次已经办过了。', en: 'You were served.' },
    refused: { zh: '这次没有办，原因写在下面。', en: 'You were not served; the reason is below.' },
    cancelled: { zh: '这个预约取消了，不用来。', en: 'This booking is cancelled; you need not come.' },
    absent: {
      zh: '那天您没有到。还要办的，重新约。',
      en: 'You did not come that day. Book again if you like.',
    },
  }
  return t(lang, text[status])
}

export function BookingsPage({ view, bookings }: { view: View; bookings: Booking[] }): ReactElement {
  const { lang } = view
  const title = t(lang, { zh: '我的预约', en: 'My bookings' })
  const open = bookings.filter((b) => b.status === 'booked' || b.status === 'arrived').reverse()
  const past = bookings.filter((b) => !open.includes(b))
  return (
    <PersonalPage view={view} title={title} crumbs={[mine(view), { text: title }]}>
      <Opening title={title} close />
      {bookings.length === 0 && (
        <Message
          title={t(lang, { zh: '您还没有约过', en: 'No bookings yet' })}
          acts={<LinkButton href={at('booking')}>{t(lang, { zh: '去预约', en: 'Book a visit' })}</LinkButton>}
        >
          <p>{t(lang, { zh: '约好的时间、预约号都会放在这里。', en: 'Times and numbers will be here.' })}</p>
        </Message>
      )}
      {open.length > 0 && (
        <Section
          title={t(lang, { zh: '还没办的', en: 'To come' })}
          act={<LineLink href={at('booking')}>{t(lang, { zh: '再约一件', en: 'Book another' })}</LineLink>}
        >
          <BookingTable bookings={open} lang={lang} today={view.today} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t(lang, { zh: '以前的', en: 'Earlier' })}>
          <BookingTable bookings={past} lang={lang} today={view.today} />
        </Section>
      )}
    </PersonalPage>
  )
}

/** 取消: asked once, because the place goes to somebody else at once. */
export function CancellationPage({ view, booking }: { view: View; booking: Booking }): ReactElement {
  const { lang } = view
  const { bookingId } = booking
  const title = t(lang, { zh: '取消这个预约', en: 'Cancel this booking' })
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[
        mine(view),
        all(view),
        { text: booking.itemName, href: at('ownBooking', { bookingId }) },
        { text: title },
      ]}
    >
      <Opening
        title={title}
        over={booking.itemName}
        lead={t(lang, {
          zh: `${whenText(booking, lang, view.today)}的号马上让给别人。以后还能重新约。`,
          en: `Your place on ${whenText(booking, lang, view.today)} goes to others at once. You can book again later.`,
        })}
      />
      <form method="post" action={at('bookingCancellation', { bookingId })}>
        <Actions>
          <Button>{t(lang, { zh: '取消预约', en: 'Cancel the booking' })}</Button>
          <LinkButton href={at('ownBooking', { bookingId })} weight="quiet">
            {t(lang, { zh: '不取消', en: 'Keep it' })}
          </LinkButton>
        </Actions>
      </form>
    </PersonalPage>
  )
}

/** A "no" that no other time would mend: the sentence, and where to go. */
export function BookingRefusedPage({
  view,
  sentence,
  bookingId,
  itemId,
}: {
  view: View
  sentence: string
  /** The booking that stands in the way. */
  bookingId: string | null
  itemId: string | null
}): ReactElement {
  const { lang } = view
  const title = t(lang, { zh: '没有约上', en: 'Not booked' })
  return (
    <PersonalPage
      view={view}
      place="booking"
      title={title}
      crumbs={[{ text: t(lang, { zh: '预约', en: 'Booking' }), href: at('booking') }, { text: title }]}
    >
      <Opening title={title} close />
      <NoticeCard tone="ochre" title={sentence}>
        <Actions>
          {bookingId && (
            <LinkButton href={at('ownBooking', { bookingId })}>
              {t(lang, { zh: '看那个预约', en: 'See that booking' })}
            </LinkButton>
          )}
          {!bookingId && itemId && (
            <LinkButton href={at('bookingTimes', { itemId })}>
              {t(lang, { zh: '回去选时间', en: 'Choose a time' })}
            </LinkButton>
          )}
          <LinkButton href={at('bookings')} weight="secondary">
            {t(lang, { zh: '我的预约', en: 'My bookings' })}
          </LinkButton>
        </Actions>
      </NoticeCard>
    </PersonalPage>
  )
}
