import type { ReactElement } from 'react'
import { type Booking, placeName, STATUS_NAMES, spacedNumber } from '../../appointments/index.ts'
import type { Centre, ItemVersion } from '../../catalogue/index.ts'
import { DataTable, type Lang, Phone, t } from '../../ui/index.ts'
import type { View } from '../my/frame.tsx'
import { at } from '../personal-routes.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
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

/** Where one goes: counter, address, hours and the telephone of the centre. */
export function whereRows(item: ItemVersion, centre: Centre | null, view: View) {
  const { lang } = view
  const place = item.content.place!
  return [
    {
      term: t(lang, { zh: '地点', en: 'Where' }),
      value: (
        <>
          {inChinese(placeName(item.content), lang)}
          <br />
          <span className="fine">{inChinese(place.address, lang)}</span>
        </>
      ),
    },
    ...(centre?.phone
      ? [
          {
            term: t(lang, { zh: '大厅电话', en: 'Service centre' }),
            value: <Phone number={centre.phone} />,
          },
        ]
      : []),
    ...(place.traffic
      ? [{ term: t(lang, { zh: '怎么去', en: 'How to get there' }), value: inChinese(place.traffic, lang) }]
      : []),
  ]
}
