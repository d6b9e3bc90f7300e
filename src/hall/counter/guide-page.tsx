import type { ReactElement } from 'react'
import type { Centre, ClosedGuide, GuideOrigin, ItemVersion } from '../../catalogue/index.ts'
import type { Day } from '../../regulation/index.ts'
import {
  type Display,
  dayOfInstant,
  fullDay,
  Icon,
  KeyFigures,
  type Lang,
  LineLink,
  LinkButton,
  NoticeCard,
  QrCode,
  Sample,
  t,
} from '../../ui/index.ts'
import { qrModules } from '../my/licence-pages.tsx'
import { at } from '../personal-routes.ts'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { guideFigures, sectionsOf, takesBookings } from '../public/guide/page.tsx'
import { COUNTER } from './addresses.ts'
import { CounterPage } from './frame.tsx'

/** The guide that a screen shows: the version in force, or why there is none. */
export type Guide =
  | { item: ItemVersion; origin: GuideOrigin | null; closed: null }
  | { item: null; closed: ClosedGuide }

export interface GuideOnScreen {
  guide: Guide
  centre: Centre
  today: Day
  /** Where the hall is found from outside: the code leads there. */
  publicUrl: string
}

/** The guide as a counter's screen shows it: the same parts out of the same version as the public page (Art. 3.1(2)). */
export function CounterGuidePage(props: GuideOnScreen & { display: Display }): ReactElement {
  const { guide, centre, display } = props
  const { lang } = display
  const { itemId, content } = guide.item ?? guide.closed.item
  const name = lang === 'en' && content.nameEn ? content.nameEn : content.name
  return (
    <CounterPage
      centre={centre}
      display={display}
      title={t(lang, { zh: `${name} 办事指南`, en: `Guide: ${name}` })}
      path={COUNTER.item(centre.centreId, itemId)}
      long
    >
      <rb-live
        src={COUNTER.itemEvents(centre.centreId, itemId)}
        fragment={COUNTER.itemNow(centre.centreId, itemId)}
      >
        <GuideNow {...props} lang={lang} />
      </rb-live>
    </CounterPage>
  )
}

/** The part that is drawn anew when another version comes into force. */
export function GuideNow(props: GuideOnScreen & { lang: Lang }): ReactElement {
  const { guide, lang } = props
  if (guide.item === null) return <Closed closed={guide.closed} lang={lang} centre={props.centre} />
  const { item, origin } = guide
  const { content } = item
  const sections = sectionsOf(content)
  return (
    <>
      <div className="counter-opening">
        <div>
          <p className="over">
            {inChinese([content.place?.windows, content.organName].filter(Boolean).join('　'), lang)}
          </p>
          <h1>
            {lang === 'en' && content.nameEn ? content.nameEn : inChinese(content.name, lang)}
            {content.sample && ' '}
            {content.sample && <Sample />}
          </h1>
          <p className="lead">
            {lang === 'en' && content.summaryEn ? content.summaryEn : inChinese(content.summary, lang)}
          </p>
          <p className="section-note" data-announce>
            {versionText(item, lang)}
          </p>
          <div className="actions">
            <LinkButton href={COUNTER.print(props.centre.centreId, item.itemId)} icon="print">
              {t(lang, { zh: '打印这份指南', en: 'Print this guide' })}
            </LinkButton>
          </div>
        </div>
        <div className="counter-codes">
          <figure>
            <QrCode
              modules={qrModules(new URL(PUBLIC.printed(item.itemId, item.version), props.publicUrl).href)}
              label={t(lang, { zh: '二维码：这份指南', en: 'QR code of this guide' })}
            />
            <figcaption>{t(lang, { zh: '扫码带走', en: 'Scan to take it along' })}</figcaption>
          </figure>
          {takesBookings(content) && (
            <figure>
              <QrCode
                modules={qrModules(
                  new URL(at('bookingTimes', { itemId: item.itemId }), props.publicUrl).href,
                )}
                label={t(lang, { zh: '二维码：预约窗口', en: 'QR code for booking a visit' })}
              />
              <figcaption>{t(lang, { zh: '扫码约个时间来', en: 'Scan to book a visit' })}</figcaption>
            </figure>
          )}
        </div>
      </div>
      <KeyFigures figures={guideFigures(item, lang)} />
      <nav className="counter-contents" aria-label={t(lang, { zh: '本页内容', en: 'On this page' })}>
        <ul>
          {sections.map(({ id, zh, en }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(lang, { zh, en })}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ id, zh, en, Part }) => (
        <Part
          key={id}
          id={id}
          title={t(lang, { zh, en })}
          item={item}
          lang={lang}
          today={props.today}
          origin={origin}
          atCounter
        />
      ))}
    </>
  )
}

/** The printed guide in the browser's own viewer: a screen without a keyboard must not be left in a bare PDF. */
export function CounterPrintPage({
  item,
  centre,
  display,
}: {
  item: ItemVersion
  centre: Centre
  display: Display
}): ReactElement {
  const { lang } = display
  const { itemId, content } = item
  const name = lang === 'en' && content.nameEn ? content.nameEn : content.name
  return (
    <CounterPage
      centre={centre}
      display={display}
      title={t(lang, { zh: `打印：${name}`, en: `Print: ${name}` })}
      path={COUNTER.print(centre.centreId, itemId)}
    >
      <p className="counter-back">
        <a className="line-link" href={COUNTER.item(centre.centreId, itemId)}>
          <Icon name="back" />
          {t(lang, { zh: '回到指南', en: 'Back to the guide' })}
        </a>
      </p>
      <h1>{lang === 'en' && content.nameEn ? content.nameEn : inChinese(content.name, lang)}</h1>
      <p className="section-note">
        {t(lang, { zh: '按下面右上角的打印机。', en: 'Press the printer at the upper right below.' })}{' '}
        <LineLink href={PUBLIC.print(itemId)}>
          {t(lang, { zh: '下面没有显示的，打开 PDF', en: 'Nothing shown below? Open the PDF' })}
        </LineLink>
      </p>
      <iframe
        className="counter-print"
        src={PUBLIC.print(itemId)}
        title={t(lang, { zh: '办事指南的打印件', en: 'The printed guide' })}
      />
    </CounterPage>
  )
}

function versionText({ version, publishedAt }: ItemVersion, lang: Lang): string {
  const day = publishedAt && dayOfInstant(publishedAt)
  return t(lang, {
    zh: `第 ${version} 版${day ? `，${fullDay(day)}起施行` : ''}。窗口和网上用的是同一份。`,
    en: `Version ${version}${day ? `, in force since ${fullDay(day, 'en')}` : ''}. Counter and website use the same one.`,
  })
}

const CLOSED = {
  suspended: { zh: '暂停办理', en: 'Suspended' },
  cancelled: { zh: '已经取消', en: 'Ended' },
  devolved: { zh: '下放到区县办理', en: 'Moved to the districts' },
} as const

function Closed({ closed, centre, lang }: { closed: ClosedGuide; centre: Centre; lang: Lang }): ReactElement {
  const { content, itemId } = closed.item
  return (
    <>
      <div className="opening">
        <h1>{inChinese(content.name, lang)}</h1>
      </div>
      <NoticeCard tone="ochre" title={t(lang, CLOSED[closed.life])}>
        {closed.reason && <p data-announce>{inChinese(closed.reason, lang)}</p>}
        {closed.resumesOn && (
          <p>
            {t(lang, {
              zh: `计划${fullDay(closed.resumesOn)}恢复办理。`,
              en: `Planned to be offered again from ${fullDay(closed.resumesOn, 'en')}.`,
            })}
          </p>
        )}
        {closed.instead && <p>{inChinese(closed.instead, lang)}</p>}
      </NoticeCard>
      <div className="actions">
        <LinkButton href={PUBLIC.item(itemId)}>
          {t(lang, { zh: '看到哪里办', en: 'Where to go instead' })}
        </LinkButton>
        <LinkButton href={COUNTER.centre(centre.centreId)} weight="secondary">
          {t(lang, { zh: '看这里办的所有事项', en: 'Everything handled here' })}
        </LinkButton>
      </div>
    </>
  )
}
