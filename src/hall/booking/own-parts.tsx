import type { ReactElement } from 'react'
import { type Booking, STATUS_NAMES, spacedNumber } from '../../appointments/index.ts'
import { DataTable, type Lang, t } from '../../ui/index.ts'
import { at } from '../personal-routes.ts'
import { whenText } from './words.ts'

/** Own bookings, each with the way to its page. */
export function BookingTable({
  bookings,
  lang,
  today,
}: {
  bookings: readonly Booking[]
  lang: Lang
  today: string
}): ReactElement {
  return (
    <DataTable
      caption={t(lang, { zh: '预约', en: 'Bookings' })}
      columns={[
        t(lang, { zh: '事项', en: 'Service' }),
        t(lang, { zh: '时间', en: 'When' }),
        t(lang, { zh: '预约号', en: 'Number' }),
        t(lang, { zh: '现在', en: 'Now' }),
      ]}
      rows={bookings.map((b) => [
        <a
          key="a"
          href={at('ownBooking', { bookingId: b.bookingId })}
          lang={lang === 'en' ? 'zh-CN' : undefined}
        >
          {b.itemName}
        </a>,
        <span key="w" className="nowrap">
          {whenText(b, lang, today)}
        </span>,
        <span key="n" className="code nowrap">
          {spacedNumber(b.number)}
        </span>,
        statusText(b, lang, today),
      ])}
    />
  )
}

export function statusText(b: Booking, lang: Lang, today: string): string {
  if (b.status === 'booked' && b.day === today) return t(lang, { zh: '今天', en: 'Today' })
  return t(lang, STATUS_NAMES[b.status])
}
