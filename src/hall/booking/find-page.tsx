import type { ReactElement } from 'react'
import type { Booking } from '../../appointments/index.ts'
import {
  type Lang,
  LineLink,
  LinkButton,
  Message,
  Opening,
  Phone,
  SearchBox,
  Section,
  SITE,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { at } from '../personal-routes.ts'
import { PUBLIC } from '../public/addresses.ts'
import { BookingTable } from './own-parts.tsx'

/** An item that was found, with why it cannot be booked; empty where it can. */
export interface FoundItem {
  itemId: string
  name: string
  organName: string
  /** Where its counter is. */
  place: string
  no: string
}

export interface FindPageProps {
  frame: Frame
  today: string
  q: string
  found: FoundItem[]
  /** Own bookings that still wait. */
  own: Booking[]
}

/** 预约: first what one comes for. */
export function FindPage({ frame, today, q, found, own }: FindPageProps): ReactElement {
  const { lang } = frame.display
  const title = t(lang, { zh: '预约窗口', en: 'Book a visit' })
  return (
    <Framed frame={frame} place="booking" title={title} crumbs={[HOME_CRUMB(lang), { text: title }]}>
      <Opening
        title={title}
        lead={t(lang, {
          zh: '选好要办的事和时间，到了就办，不用排队取号。',
          en: 'Choose what you come for and when; you are served at that time.',
        })}
      />
      <SearchBox
        label={t(lang, { zh: '到窗口办什么事', en: 'What do you come for?' })}
        action={at('booking')}
        value={q}
        suggest={false}
        placeholder={t(lang, { zh: '例如：食品经营许可', en: 'e.g. food licence' })}
      />
      {q !== '' && <FoundItems q={q} found={found} lang={lang} />}
      {own.length > 0 && (
        <Section
          title={t(lang, { zh: '我约好的', en: 'My bookings' })}
          act={<LineLink href={at('bookings')}>{t(lang, { zh: '全部', en: 'All' })}</LineLink>}
        >
          <BookingTable bookings={own} lang={lang} today={today} />
        </Section>
      )}
      {!frame.session && (
        <Section title={t(lang, { zh: '已经约好了', en: 'Booked already' })}>
          <p>
            {t(lang, {
              zh: '登录后在「我的」里看预约号，改时间或者取消。',
              en: 'Sign in to see your number, change the time or cancel.',
            })}
          </p>
          <LineLink href={at('bookings')}>{t(lang, { zh: '我的预约', en: 'My bookings' })}</LineLink>
        </Section>
      )}
      <Section
        title={t(lang, { zh: '打电话约', en: 'By phone' })}
        note={t(lang, {
          zh: '不方便上网的，打部门的电话，说好哪一天、哪个窗口。不知道归谁管的，打 12345。',
          en: 'Or call the department and agree on a day and a counter; 12345 when you do not know which.',
        })}
      >
        <p>
          <LineLink href="/places">
            {t(lang, { zh: '各部门的窗口、时间和电话', en: 'Counters, hours and numbers' })}
          </LineLink>
        </p>
        <Phone number={SITE.hotline} />
      </Section>
    </Framed>
  )
}

function FoundItems({ q, found, lang }: { q: string; found: FoundItem[]; lang: Lang }): ReactElement {
  const zh = lang === 'en' ? 'zh-CN' : undefined
  if (found.length === 0)
    return (
      <Message
        title={t(lang, { zh: `没有找到「${q}」`, en: `Nothing found for “${q}”` })}
        acts={
          <LinkButton href={PUBLIC.search({ q })} weight="secondary">
            {t(lang, { zh: '在全部事项里找', en: 'Search all services' })}
          </LinkButton>
        }
      >
        <p>{t(lang, { zh: '换个说法再找，或者打下面的电话约。', en: 'Try other words, or call.' })}</p>
      </Message>
    )
  return (
    <Section title={t(lang, { zh: '是哪一件', en: 'Which one' })}>
      <ul className="results">
        {found.map((item) => (
          <li key={item.itemId}>
            <h3>
              <a
                href={item.no === '' ? at('bookingTimes', { itemId: item.itemId }) : PUBLIC.item(item.itemId)}
                lang={zh}
              >
                {item.name}
              </a>
            </h3>
            <p lang={zh}>{item.no === '' ? item.place : item.no}</p>
            <ul className="facts-row">
              <li lang={zh}>{item.organName}</li>
              <li>
                {item.no === ''
                  ? t(lang, { zh: '可以预约', en: 'can be booked' })
                  : t(lang, { zh: '不能约，看指南', en: 'not bookable, see the guide' })}
              </li>
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
