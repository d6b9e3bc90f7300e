import type { ReactElement } from 'react'
import { type BookableItem, type Booking, versionOn } from '../../appointments/index.ts'
import type { Centre } from '../../catalogue/index.ts'
import { Actions, Button, LinkButton, Opening, Stack, SummaryList, t } from '../../ui/index.ts'
import { PersonalPage, type View } from '../my/frame.tsx'
import { at } from '../personal-routes.ts'
import { Bring } from './bring.tsx'
import { whereRows } from './own-parts.tsx'
import { nameIn, whenText } from './words.ts'

export interface ConfirmPageProps {
  view: View
  wanted: BookableItem
  centre: Centre | null
  time: { day: string; from: number; until: number }
  /** Id of the booking that this page would make. */
  bookingId: string
  moving: Booking | null
}

/** 核对: day, time, place and what to bring, before anything is booked. */
export function ConfirmPage({
  view,
  wanted,
  centre,
  time,
  bookingId,
  moving,
}: ConfirmPageProps): ReactElement {
  const { lang } = view
  const item = versionOn(wanted, time.day)
  const name = nameIn(item.content, lang)
  const { itemId } = item
  const back = at(
    'bookingTimes',
    { itemId },
    { ...(moving ? { move: moving.bookingId } : {}), day: time.day },
  )
  const title = t(
    lang,
    moving
      ? { zh: '核对新的时间', en: 'Check the new time' }
      : { zh: '核对一遍，再约', en: 'Check, then book' },
  )
  return (
    <PersonalPage
      view={view}
      place="booking"
      title={`${title} · ${name}`}
      crumbs={[
        { text: t(lang, { zh: '预约', en: 'Booking' }), href: at('booking') },
        { text: name, href: back },
        { text: title },
      ]}
    >
      <Opening title={title} over={name} sample={item.content.sample} close />
      <Stack gap="l">
        <SummaryList
          rows={[
            {
              term: t(lang, { zh: '时间', en: 'When' }),
              value: <b>{whenText(time, lang, view.today)}</b>,
              act: <a href={`${back}#days`}>{t(lang, { zh: '换一个', en: 'Change' })}</a>,
            },
            ...whereRows(item, centre, view),
            {
              term: t(lang, { zh: '谁来', en: 'Who' }),
              value: (
                <>
                  {view.account.name}
                  {view.account.phoneMasked && (
                    <>
                      <br />
                      <span className="fine">
                        {t(lang, {
                          zh: `短信发到 ${view.account.phoneMasked}`,
                          en: `SMS to ${view.account.phoneMasked}`,
                        })}
                      </span>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
        <Bring wanted={wanted} day={time.day} lang={lang} />
        <form
          method="post"
          action={moving ? at('bookingTime', { bookingId: moving.bookingId }) : at('bookings')}
        >
          <input type="hidden" name="bookingId" value={bookingId} />
          <input type="hidden" name="itemId" value={itemId} />
          <input type="hidden" name="day" value={time.day} />
          <input type="hidden" name="time" value={time.from} />
          <p className="section-note">
            {t(lang, {
              zh: '约好以后，除非您不来，或者拿不出上面必需的材料，部门不能不办。来不了，请在开始以前取消，让给别人。',
              en: 'Once booked, the department must serve you unless you do not come or lack a required document. If you cannot come, cancel before it begins.',
            })}
          </p>
          <Actions>
            <rb-confirm-once busy={t(lang, { zh: '正在预约…', en: 'Booking…' })}>
              <Button>
                {t(
                  lang,
                  moving ? { zh: '改到这个时间', en: 'Move to this time' } : { zh: '确认预约', en: 'Book' },
                )}
              </Button>
            </rb-confirm-once>
            <LinkButton href={`${back}#days`} weight="quiet">
              {t(lang, { zh: '换个时间', en: 'Another time' })}
            </LinkButton>
          </Actions>
        </form>
      </Stack>
    </PersonalPage>
  )
}
