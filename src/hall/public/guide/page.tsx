import type { ReactElement } from 'react'
import type { GuideOrigin, ItemContent, ItemVersion } from '../../../catalogue/index.ts'
import type { PublicAnswer } from '../../../feedback/index.ts'
import type { Day } from '../../../regulation/index.ts'
import {
  Card,
  Contents,
  type Display,
  dayOfInstant,
  fullDay,
  KeyFigures,
  type Lang,
  LineLink,
  LinkButton,
  NoticeCard,
  Opening,
  Page,
  Phone,
  SITE,
  Split,
  Stack,
  StickyActs,
  t,
} from '../../../ui/index.ts'
import { KEPT_DAYS } from '../../drafts/draft.ts'
import { elements, HOME_CRUMB } from '../../page-frame.tsx'
import { at } from '../../personal-routes.ts'
import { WhatDoINeed } from '../../situations/parts.tsx'
import { PUBLIC } from '../addresses.ts'
import { TOPICS } from '../topics.ts'
import { Faq, Information, LegalBasis, Phones } from './background.tsx'
import { Conditions, Materials } from './materials.tsx'
import { limitText } from './names.ts'
import { Limits, Steps } from './procedure.tsx'
import { Fee, Forms, Result } from './terms.tsx'

/** What each section of a guide is drawn from. */
export interface GuidePart {
  id: string
  title: string
  item: ItemVersion
  lang: Lang
  /** Numbers of the law are read as of this day. */
  today: Day
  /** Whose item it was before it was handed down (下放). */
  origin?: GuideOrigin | null
  /** What others asked and the department made public. */
  answers?: readonly PublicAnswer[]
  /** On the screen of a service centre, which leads nowhere where somebody would sign in or write. */
  atCounter?: boolean
}

const GUIDE_SECTIONS: readonly {
  id: string
  zh: string
  en: string
  Part: (props: GuidePart) => ReactElement
}[] = [
  { id: 'conditions', zh: '受理条件', en: 'Conditions', Part: Conditions },
  { id: 'materials', zh: '申请材料', en: 'Materials', Part: Materials },
  { id: 'steps', zh: '办理流程', en: 'Procedure', Part: Steps },
  { id: 'limits', zh: '时限', en: 'Time limits', Part: Limits },
  { id: 'fee', zh: '收费', en: 'Fees', Part: Fee },
  { id: 'forms', zh: '办理形式', en: 'Ways to apply', Part: Forms },
  { id: 'result', zh: '办理结果', en: 'Result', Part: Result },
  { id: 'basis', zh: '设定依据', en: 'Legal basis', Part: LegalBasis },
  { id: 'phones', zh: '咨询和投诉', en: 'Questions and complaints', Part: Phones },
  { id: 'information', zh: '事项信息', en: 'About this item', Part: Information },
  { id: 'faq', zh: '常见问题', en: 'Frequent questions', Part: Faq },
]

/** The sections of a guide in their order; the screen at the counter shows the same ones. */
export const sectionsOf = (content: ItemContent, answered = 0) =>
  GUIDE_SECTIONS.filter((section) => section.id !== 'faq' || content.faq.length + answered > 0)

/** The guide (办事指南) of an item: every element of Art. 7, the same bytes for everybody. `preview`: of a draft, for the frame of the desk. */
export function GuidePage({
  item,
  origin,
  answers = [],
  display,
  today,
  preview = false,
}: {
  item: ItemVersion
  origin: GuideOrigin | null
  answers?: readonly PublicAnswer[]
  display: Display
  today: Day
  preview?: boolean
}): ReactElement {
  const { content } = item
  const { lang, mode } = display
  const name = lang === 'en' && content.nameEn ? content.nameEn : content.name
  const title = lang === 'en' ? `Guide: ${name}` : `${name} 办事指南`
  const summary = lang === 'en' && content.summaryEn ? content.summaryEn : content.summary
  const online = content.handlingForms.includes('2') || content.handlingForms.includes('3')
  const booked = takesBookings(content)
  const topic = TOPICS.find((one) => content.topics.includes(one.name.zh))
  const sections = sectionsOf(content, answers.length)
  const props = { item, lang, today, origin, answers }
  return (
    <Page
      lang={lang}
      mode={mode}
      title={title}
      path={PUBLIC.item(item.itemId)}
      place="find"
      forEverybody
      noIndex={preview}
      bare={preview}
      scripts={preview ? [] : [elements.href]}
      crumbs={[
        HOME_CRUMB(lang),
        ...(topic ? [{ text: t(lang, topic.name), href: PUBLIC.topic(topic.key) }] : []),
        { text: name },
      ]}
    >
      <Opening title={name} sample={content.sample} lead={summary} />
      <Stack gap="l">
        {lang === 'en' && (
          <NoticeCard title="The Chinese text binds.">
            <p className="small">
              Headings, limits and facts are in English. What the department wrote itself (conditions,
              materials, standards, laws) is shown in Chinese; call {SITE.hotline} and ask for English.
            </p>
          </NoticeCard>
        )}
        <KeyFigures figures={guideFigures(item, lang)} />
        <WhatDoINeed itemId={item.itemId} content={content} lang={lang} />
        <Split
          contents={
            <Contents entries={sections.map(({ id, zh, en }) => ({ id, text: t(lang, { zh, en }) }))} />
          }
          asideLabel={t(lang, { zh: '开始办理', en: 'Start' })}
          asideWideOnly
          aside={
            <Card>
              <Stack>
                <div>
                  <p className="fine">{t(lang, { zh: '实施主体', en: 'Department' })}</p>
                  <p>
                    <b lang={lang === 'en' ? 'zh-CN' : undefined}>{content.organName}</b>
                  </p>
                </div>
                <Stack gap="s">
                  <Acts itemId={item.itemId} online={online} booked={booked} lang={lang} wide />
                </Stack>
                <p className="fine">
                  {online
                    ? t(lang, {
                        zh: `草稿留 ${KEPT_DAYS} 天，中途可以停，换一台设备接着填。`,
                        en: `Drafts are kept for ${KEPT_DAYS} days; stop when you like, go on with any device.`,
                      })
                    : t(lang, {
                        zh: '这个事项还不能在网上申请。',
                        en: 'This item cannot be applied for online yet.',
                      })}
                </p>
                <div>
                  <p className="fine">{t(lang, { zh: '咨询电话', en: 'Questions' })}</p>
                  <Phone number={content.consultPhone} />
                  <LineLink href={PUBLIC.ask({ item: item.itemId })}>
                    {t(lang, { zh: '网上提问', en: 'Ask in writing' })}
                  </LineLink>
                </div>
              </Stack>
            </Card>
          }
        >
          {sections.map(({ id, zh, en, Part }) => (
            <Part key={id} id={id} title={t(lang, { zh, en })} {...props} />
          ))}
          <p className="fine">
            {t(lang, {
              zh: `本指南第 ${item.version} 版${item.publishedAt ? `，${fullDay(dayOfInstant(item.publishedAt), lang)}公布` : ''}。窗口和网上用的是同一份。`,
              en: `Version ${item.version} of this guide${item.publishedAt ? `, published on ${fullDay(dayOfInstant(item.publishedAt), lang)}` : ''}. Counter and website use the same one.`,
            })}{' '}
            <LineLink href={PUBLIC.print(item.itemId)}>
              {t(lang, { zh: '打印这份指南', en: 'Print this guide' })}
            </LineLink>
            {content.form !== null && content.form.groups.length > 0 && (
              <>
                {t(lang, { zh: '　', en: ' ' })}
                <LineLink href={PUBLIC.blankForm(item.itemId)}>
                  {t(lang, { zh: '空白申请表', en: 'Blank application form (Chinese)' })}
                </LineLink>
              </>
            )}
          </p>
        </Split>
      </Stack>
      <StickyActs>
        <Acts itemId={item.itemId} online={online} booked={booked} lang={lang} />
      </StickyActs>
    </Page>
  )
}

/** 预约: its counter in a centre takes bookings. */
export const takesBookings = ({ bookable, place }: ItemVersion['content']): boolean =>
  bookable && (place?.centreId ?? '') !== ''

function Acts({
  itemId,
  online,
  booked,
  lang,
  wide,
}: {
  itemId: string
  online: boolean
  /** Its counter takes bookings. */
  booked: boolean
  lang: Lang
  wide?: boolean
}): ReactElement {
  const counter = booked ? (
    <LinkButton href={at('bookingTimes', { itemId })} weight={online ? 'secondary' : 'primary'} wide={wide}>
      {t(lang, { zh: '预约窗口', en: 'Book a visit' })}
    </LinkButton>
  ) : (
    <LinkButton href="#forms" weight={online ? 'secondary' : 'primary'} wide={wide}>
      {t(
        lang,
        online ? { zh: '去窗口办', en: 'At the counter' } : { zh: '看去哪里办', en: 'Where to apply' },
      )}
    </LinkButton>
  )
  if (!online) return counter
  return (
    <>
      <LinkButton href={PUBLIC.apply(itemId)} wide={wide}>
        {t(lang, { zh: '在线办理', en: 'Apply online' })}
      </LinkButton>
      {counter}
    </>
  )
}

/** The four figures at the top. */
export function guideFigures({ content }: ItemVersion, lang: Lang) {
  const { promiseLimit, legalLimit, visits, fee } = content
  const spot = promiseLimit?.days === 0
  return [
    {
      term: t(lang, { zh: '受理后办结', en: 'Decided after acceptance' }),
      value: !promiseLimit
        ? '—'
        : spot
          ? t(lang, { zh: '当场', en: 'On the spot' })
          : String(promiseLimit.days),
      unit:
        promiseLimit && !spot
          ? t(
              lang,
              promiseLimit.unit === 'G'
                ? { zh: '个工作日', en: 'working days' }
                : { zh: '个自然日', en: 'calendar days' },
            )
          : undefined,
      note: legalLimit
        ? t(lang, { zh: `法定 ${limitText(legalLimit, lang)}`, en: `by law ${limitText(legalLimit, lang)}` })
        : undefined,
    },
    {
      term: t(lang, { zh: '跑现场', en: 'Visits' }),
      value: String(visits),
      unit: t(lang, { zh: '次', en: visits === 1 ? 'visit' : 'visits' }),
      note: content.express
        ? t(lang, { zh: '结果可邮寄', en: 'Result by post if you like' })
        : t(lang, {
            zh: visits === 0 ? '全程在网上' : '先约时间',
            en: visits === 0 ? 'All online' : 'By appointment',
          }),
    },
    {
      term: t(lang, { zh: '收费', en: 'Fee' }),
      value: t(lang, fee?.charged ? { zh: '收费', en: 'Charged' } : { zh: '不收费', en: 'Free' }),
      note: t(
        lang,
        fee?.charged ? { zh: '标准见下', en: 'Rates below' } : { zh: '任何环节都不收', en: 'At every step' },
      ),
    },
    {
      term: t(lang, { zh: '需要的认证', en: 'Sign-in level' }),
      value: t(lang, { zh: '中级', en: 'Medium' }),
      note: t(lang, { zh: '看指南不用登录', en: 'Reading needs no sign-in' }),
    },
  ]
}
