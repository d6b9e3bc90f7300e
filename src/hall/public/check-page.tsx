import type { ReactElement } from 'react'
import type { Licence } from '../../licences/index.ts'
import type { Day } from '../../regulation/index.ts'
import {
  Card,
  ClockChip,
  fullDay,
  instantText,
  type Lang,
  LicenceFace,
  NoticeCard,
  Opening,
  Phone,
  Section,
  SITE,
  Split,
  Stack,
  SummaryList,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from './addresses.ts'
import { faceFields, holderShown, STANDINGS, standingOf } from './licence-facts.ts'
import { CHECK_TITLE } from './verify-page.tsx'

interface CheckProps {
  frame: Frame
  licence: Licence
  isPerson: boolean
  today: Day
  now: Date
}

/** What whoever scans the code of a licence sees: is it genuine, does it hold today, whose is it. */
export function CheckPage({ frame, licence, isPerson, today, now }: CheckProps): ReactElement {
  const { lang } = frame.display
  const standing = standingOf(licence, today)
  const words = STANDINGS[standing]
  const holder = holderShown(licence, isPerson)
  return (
    <Framed
      frame={frame}
      title={t(lang, words.title)}
      crumbs={[HOME_CRUMB(lang), { text: t(lang, CHECK_TITLE), href: PUBLIC.verify }, { text: licence.name }]}
      noIndex
    >
      <Opening title={licence.name} sample={licence.sample} close facts={[holder, licence.organName]} />
      <Split asideLabel={t(lang, { zh: '帮助', en: 'Help' })} aside={<Suspicion lang={lang} />}>
        <NoticeCard
          tone={
            standing === 'valid'
              ? 'green'
              : standing === 'expired' || standing === 'replaced'
                ? 'ochre'
                : 'alarm'
          }
          icon={standing === 'valid' ? 'shield' : undefined}
          title={t(lang, words.title)}
        >
          <p className="small">
            {t(lang, words.sentence)}
            {t(lang, {
              zh: `${instantText(now, { lang, today })} 查验。`,
              en: ` Checked ${instantText(now, { lang, today })}.`,
            })}
          </p>
        </NoticeCard>
        <Section title={t(lang, { zh: '证照内容', en: 'What it says' })}>
          <Stack>
            <div lang={lang === 'en' ? 'zh-CN' : undefined}>
              <LicenceFace
                name={licence.name}
                number={licence.number}
                issuer={licence.organName}
                issued={fullDay(licence.issuedOn)}
                fields={faceFields(licence, holder, isPerson, lang)}
              />
            </div>
            <p className="section-note">
              {t(lang, {
                zh: '印章是测试签章：证书由本平台自己签发，正式运行时换成部门的电子印章。',
                en: 'The seal is a test seal, signed with the platform’s own certificate.',
              })}
            </p>
          </Stack>
        </Section>
        <Section title={t(lang, { zh: '核对这几项', en: 'To compare' })}>
          <SummaryList
            rows={[
              {
                term: t(lang, { zh: '状态', en: 'Standing' }),
                value: (
                  <ClockChip state={standing === 'valid' ? 'valid' : 'closed'} text={t(lang, words.title)} />
                ),
              },
              {
                term: t(lang, { zh: '证照标识', en: 'Identifier' }),
                value: <span className="code">{licence.identifier}</span>,
              },
              {
                term: t(lang, { zh: '证照编号', en: 'Number' }),
                value: <span className="code">{licence.number}</span>,
              },
              { term: t(lang, { zh: '核发部门', en: 'Issued by' }), value: licence.organName },
              { term: t(lang, { zh: '核发日期', en: 'Issued on' }), value: fullDay(licence.issuedOn, lang) },
              {
                term: t(lang, { zh: '有效期至', en: 'Valid until' }),
                value: licence.validUntil
                  ? fullDay(licence.validUntil, lang)
                  : t(lang, { zh: '长期', en: 'no end' }),
              },
            ]}
          />
          <p className="section-note">
            {t(lang, {
              zh: '个人的姓名、证件号和住址不在这里显示。',
              en: 'Personal names, numbers and addresses are not shown here.',
            })}
          </p>
        </Section>
      </Split>
    </Framed>
  )
}

function Suspicion({ lang }: { lang: Lang }): ReactElement {
  return (
    <Card title={t(lang, { zh: '和手里的不一样？', en: 'Not the same?' })}>
      <p className="small">
        {t(lang, {
          zh: '有一项对不上，就不是这一本。打电话报证照标识，由核发部门核对。',
          en: 'If anything differs it is another one. Call and give the identifier.',
        })}
      </p>
      <Phone number={SITE.hotline} />
    </Card>
  )
}
