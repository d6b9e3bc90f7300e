import type { ReactElement } from 'react'
import {
  type BookableItem,
  type Booking,
  DAYS_AHEAD,
  type DayChoice,
  NOTICE_MINUTES,
  placeName,
} from '../../appointments/index.ts'
import type { ItemVersion } from '../../catalogue/index.ts'
import {
  dayText,
  ErrorSummary,
  LineLink,
  LinkButton,
  Message,
  NoticeCard,
  Opening,
  Phone,
  Section,
  SITE,
  Stack,
  SummaryList,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { at } from '../personal-routes.ts'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { DayCalendar, Times } from './days.tsx'
import { nameIn, whenText } from './words.ts'

export interface TimesPageProps {
  frame: Frame
  wanted: BookableItem
  /** Null: the department has set no hours at this counter. */
  days: DayChoice[] | null
  /** What was asked for, offered or not. */
  day: string | null
  time: number | null
  /** The booking that is to be moved. */
  moving: Booking | null
  /** Why the time that was asked for could not be had. */
  fault: string | null
}

/** 选时间: the coming days of an item's counter, and the times of one of them. */
export function TimesPage({ frame, wanted, days, day, time, moving, fault }: TimesPageProps): ReactElement {
  const { lang } = frame.display
  const { item } = wanted
  const { content, itemId } = item
  const name = nameIn(content, lang)
  const place = content.place!
  const title = t(
    lang,
    moving ? { zh: '改预约时间', en: 'Change the time' } : { zh: '预约窗口', en: 'Book a visit' },
  )
  const move = moving ? { move: moving.bookingId } : undefined
  const chosen = days?.find((d) => d.day === day) ?? null
  return (
    <Framed
      frame={frame}
      place="booking"
      title={`${title} · ${name}`}
      faults={fault ? 1 : 0}
      crumbs={[
        HOME_CRUMB(lang),
        { text: t(lang, { zh: '预约', en: 'Booking' }), href: at('booking') },
        { text: name },
      ]}
    >
      {fault && <ErrorSummary faults={[{ field: chosen ? 'time' : 'days', text: fault }]} />}
      <Opening
        title={title}
        over={name}
        sample={content.sample}
        lead={
          moving
            ? t(lang, {
                zh: `现在约的是${whenText(moving, lang)}。选好新的时间，原来的才放掉。`,
                en: `Booked now: ${whenText(moving, lang)}. It is kept until you hold the new time.`,
              })
            : t(lang, {
                zh: '先选哪一天，再选几点。约好了，部门按时给您办。',
                en: 'Choose a day, then a time. What is booked is served.',
              })
        }
      />
      <Stack gap="l">
        <SummaryList
          rows={[
            {
              term: t(lang, { zh: '到哪里', en: 'Where' }),
              value: (
                <>
                  {inChinese(placeName(content), lang)}
                  <br />
                  <span className="fine">{inChinese(place.address, lang)}</span>
                </>
              ),
            },
            { term: t(lang, { zh: '谁来办', en: 'Department' }), value: inChinese(content.organName, lang) },
          ]}
        />
        {days === null ? (
          <NoHours item={item} frame={frame} />
        ) : (
          <div className="choose-time">
            <Section title={t(lang, { zh: '哪一天', en: 'Which day' })} id="days">
              <DayCalendar
                days={days}
                chosen={chosen?.day ?? null}
                href={(d) => `${at('bookingTimes', { itemId }, { ...move, day: d })}#times`}
                lang={lang}
              />
              <DayNotes days={days} frame={frame} wanted={wanted} />
            </Section>
            {chosen && (
              <Times
                day={chosen}
                chosen={time}
                error={fault ?? undefined}
                action={at('bookingConfirmation', { itemId })}
                hidden={move ?? {}}
                lang={lang}
              />
            )}
          </div>
        )}
        <Section title={t(lang, { zh: '约不到合适的时间', en: 'No time that suits' })}>
          <p>
            {t(lang, {
              zh: '打部门的咨询电话，问什么时候人少；能在网上办的，不用跑。',
              en: 'Call the department; what can be done online needs no visit.',
            })}
          </p>
          {content.consultPhone && (
            <p>
              <Phone number={content.consultPhone} />
            </p>
          )}
          <p>
            <LineLink href={PUBLIC.item(itemId)}>
              {t(lang, { zh: '看办事指南', en: 'Open the guide' })}
            </LineLink>
          </p>
        </Section>
      </Stack>
    </Framed>
  )
}

function NoHours({ item, frame }: { item: ItemVersion; frame: Frame }): ReactElement {
  const { lang } = frame.display
  const { place, consultPhone } = item.content
  return (
    <NoticeCard
      tone="ochre"
      title={t(lang, {
        zh: '部门还没有在这里开放预约时间。',
        en: 'The department has not opened booking times here yet.',
      })}
    >
      <p className="small">
        {t(lang, {
          zh: `窗口上班时间（${place!.hours}）直接去，或者打 ${consultPhone || SITE.hotline} 约。`,
          en: `Come during the counter's hours, or call ${consultPhone || SITE.hotline}.`,
        })}
      </p>
    </NoticeCard>
  )
}

/** What the calendar alone does not tell: the rules of the times, closed days with their reasons, and a change on its way. */
function DayNotes({
  days,
  frame,
  wanted,
}: {
  days: readonly DayChoice[]
  frame: Frame
  wanted: BookableItem
}): ReactElement {
  const { lang } = frame.display
  const shut = days.filter((d) => d.state === 'closed' && d.note !== '')
  const unknown = days.find((d) => d.state === 'unknown')
  const { decided } = wanted
  const ended = days.some((d) => d.state === 'ended')
  return (
    <ul className="day-notes">
      <li>
        {t(lang, {
          zh: `可以约 ${DAYS_AHEAD} 天以内的，最晚提前 ${NOTICE_MINUTES} 分钟。`,
          en: `Up to ${DAYS_AHEAD} days ahead, at the latest ${NOTICE_MINUTES} minutes before.`,
        })}
      </li>
      {shut.length > 0 && (
        <li>
          {t(lang, { zh: '不开放：', en: 'Closed: ' })}
          {shut.map((d) => `${dayText(d.day, { lang })} ${d.note}`).join(t(lang, { zh: '；', en: '; ' }))}
        </li>
      )}
      {unknown && (
        <li>
          {t(lang, {
            zh: `${unknown.day.slice(0, 4)} 年的放假安排还没有公布，公布后才能约。`,
            en: `The holidays of ${unknown.day.slice(0, 4)} are not announced yet.`,
          })}
        </li>
      )}
      {decided && (
        <li>
          {ended
            ? t(lang, {
                zh: `${dayText(decided.effectiveOn)}起这件事停办，那天以后不能约。${decided.instead}`,
                en: `This service ends on ${dayText(decided.effectiveOn, { lang })}.`,
              })
            : decided.item !== null &&
              t(lang, {
                zh: `${dayText(decided.effectiveOn)}起办事指南更新，要带的可能不同，选好时间后看得到。`,
                en: `The guide changes on ${dayText(decided.effectiveOn, { lang })}; you will see what to bring.`,
              })}
        </li>
      )}
    </ul>
  )
}

/** An item that cannot be booked: why, and the way out. */
export function NotBookablePage({
  frame,
  item,
  sentence,
}: {
  frame: Frame
  item: ItemVersion
  sentence: string
}): ReactElement {
  const { lang } = frame.display
  const name = nameIn(item.content, lang)
  const { consultPhone, place } = item.content
  return (
    <Framed
      frame={frame}
      place="booking"
      title={`${t(lang, { zh: '预约窗口', en: 'Book a visit' })} · ${name}`}
      crumbs={[
        HOME_CRUMB(lang),
        { text: t(lang, { zh: '预约', en: 'Booking' }), href: at('booking') },
        { text: name },
      ]}
    >
      <Opening
        title={t(lang, { zh: '这件事不能约', en: 'Not bookable' })}
        over={name}
        sample={item.content.sample}
      />
      <Message
        title={sentence}
        acts={
          <>
            <LinkButton href={PUBLIC.item(item.itemId)}>
              {t(lang, { zh: '看办事指南', en: 'Open the guide' })}
            </LinkButton>
            <LinkButton href={at('booking')} weight="secondary">
              {t(lang, { zh: '约别的事', en: 'Book something else' })}
            </LinkButton>
          </>
        }
      >
        {place && <p>{inChinese(`${place.name}，${place.address}，${place.hours}`, lang)}</p>}
        {consultPhone && <Phone number={consultPhone} />}
      </Message>
    </Framed>
  )
}
