import type { ReactElement, ReactNode } from 'react'
import type { ClosedGuide } from '../../../catalogue/index.ts'
import {
  type Display,
  fullDay,
  type Lang,
  LineLink,
  LinkButton,
  NoticeCard,
  Opening,
  Page,
  Phone,
  Section,
  Stack,
  SummaryList,
  t,
} from '../../../ui/index.ts'
import { elements, HOME_CRUMB } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import { inChinese } from './in-chinese.tsx'
import { areaName } from './names.ts'

const HEADS: Record<ClosedGuide['life'], { zh: string; en: string }> = {
  suspended: { zh: '这个事项暂停办理', en: 'This service is suspended' },
  cancelled: { zh: '这个事项已经取消', en: 'This service has been ended' },
  devolved: { zh: '这个事项下放到区县办理', en: 'This service has moved to the districts' },
}

const WHAT_NOW: Record<ClosedGuide['life'], { zh: string; en: string }> = {
  suspended: {
    zh: '现在不能开始申请。您填过的草稿都留着，恢复以后接着填。',
    en: 'No new application can be begun. Your drafts are kept; go on when it resumes.',
  },
  cancelled: {
    zh: '不再受理新的申请。您填过的草稿还能看，不能提交。',
    en: 'No application is taken any more. Your drafts can still be read, but not handed in.',
  },
  devolved: {
    zh: '要办的，在下面选您所在的区县。您在这里填过的草稿还能看，到区县的事项里重新申请。',
    en: 'Choose your district below. Drafts that you began here can still be read; apply again there.',
  },
}

/** The guide of an item that is not offered now: why, since when, by which document, and where to go instead. */
export function ClosedGuidePage({ guide, display }: { guide: ClosedGuide; display: Display }): ReactElement {
  const { lang, mode } = display
  const { content, itemId } = guide.item
  const name = lang === 'en' && content.nameEn ? content.nameEn : content.name
  const summary = lang === 'en' && content.summaryEn ? content.summaryEn : content.summary
  const head = t(lang, HEADS[guide.life])
  return (
    <Page
      lang={lang}
      mode={mode}
      title={lang === 'en' ? `${name}: ${head}` : `${name}：${head}`}
      path={PUBLIC.item(itemId)}
      place="find"
      forEverybody
      noIndex={guide.life !== 'suspended'}
      scripts={[elements.href]}
      crumbs={[HOME_CRUMB(lang), { text: name }]}
    >
      <Opening title={name} sample={content.sample} lead={summary} />
      <Stack gap="l">
        <NoticeCard tone="ochre" title={`${head}${t(lang, { zh: '，', en: ' ' })}${since(guide, lang)}`}>
          {guide.resumesOn && <p>{planned(guide.resumesOn, lang)}</p>}
          <p className="small">{t(lang, WHAT_NOW[guide.life])}</p>
        </NoticeCard>
        {guide.successors.length > 0 && (
          <Section title={t(lang, { zh: '到哪里办', en: 'Where to apply' })}>
            {guide.successors.map((s) => (
              <p key={s.itemId}>
                <LineLink href={PUBLIC.item(s.itemId)}>
                  {areaName(s.areaCode, lang)} {inChinese(s.organName, lang)}
                </LineLink>
              </p>
            ))}
          </Section>
        )}
        <Section title={t(lang, { zh: '为什么', en: 'Why' })}>
          <SummaryList rows={reasons(guide, lang)} />
        </Section>
        <Section title={t(lang, { zh: '已经提交的办件', en: 'What was handed in already' })}>
          <p>
            {t(lang, {
              zh: '已经提交的照常办完，按提交时的指南办，不用重新申请。',
              en: 'It is decided as usual, under the guide of the day on which it was handed in.',
            })}
          </p>
          <LineLink href={PUBLIC.progress}>{t(lang, { zh: '查进度', en: 'Check progress' })}</LineLink>
        </Section>
        <div className="actions">
          <LinkButton href={PUBLIC.search({ q: content.name })}>
            {t(lang, { zh: '找相近的事项', en: 'Find a similar service' })}
          </LinkButton>
          <LinkButton href={PUBLIC.home} weight="secondary">
            {t(lang, { zh: '回首页', en: 'Home' })}
          </LinkButton>
        </div>
      </Stack>
    </Page>
  )
}

const since = ({ since: day }: ClosedGuide, lang: Lang): string =>
  t(lang, { zh: `${fullDay(day)}起`, en: `from ${fullDay(day, 'en')}` })

/** A plan is no promise: the guide is checked before it is offered again. */
const planned = (day: string, lang: Lang): string =>
  t(lang, {
    zh: `计划${fullDay(day)}恢复办理。`,
    en: `Planned to be offered again from ${fullDay(day, 'en')}.`,
  })

function reasons(guide: ClosedGuide, lang: Lang) {
  const { content } = guide.item
  const rows: [string, ReactNode][] = [
    [t(lang, { zh: '原因', en: 'Reason' }), inChinese(guide.reason, lang)],
    [t(lang, { zh: '怎么办', en: 'What to do' }), guide.instead && inChinese(guide.instead, lang)],
    [t(lang, { zh: '文件', en: 'Document' }), guide.document && inChinese(guide.document, lang)],
    [t(lang, { zh: '原来的部门', en: 'Department' }), inChinese(content.organName, lang)],
    [
      t(lang, { zh: '原来的编码', en: 'Code' }),
      <span key="code" className="code">
        {content.handleItemCode || content.implCode}
      </span>,
    ],
    [
      t(lang, { zh: '咨询电话', en: 'Questions' }),
      content.consultPhone && <Phone key="phone" number={content.consultPhone} />,
    ],
  ]
  return rows.filter(([, value]) => value).map(([term, value]) => ({ term, value }))
}
