import type { ReactElement } from 'react'
import { maskName } from '../../identity/index.ts'
import type { Licence } from '../../licences/index.ts'
import type { Day } from '../../regulation/index.ts'
import {
  Card,
  ClockChip,
  fullDay,
  instantText,
  type Lang,
  LicenceFace,
  LinkButton,
  Message,
  NoticeCard,
  Opening,
  Phone,
  Section,
  SITE,
  Split,
  Stack,
  SummaryList,
  type Text,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from './addresses.ts'

const TITLE = { zh: '证照验真', en: 'Check a licence' }

/** Names of bodies are public (公示); names of persons are not. A body holds a credit code of 18 with no birthday in it. */
const holderShown = (licence: Licence, isPerson: boolean): string =>
  isPerson ? maskName(licence.holderName) : licence.holderName

export type Standing = 'valid' | 'expired' | 'suspended' | 'revoked' | 'replaced'

/** How a licence stands on a day: what was withdrawn stays withdrawn, whatever its dates say. */
export function standingOf(licence: Pick<Licence, 'status' | 'validUntil'>, today: Day): Standing {
  if (licence.status !== 'valid') return licence.status
  return licence.validUntil !== null && licence.validUntil < today ? 'expired' : 'valid'
}

const STANDINGS: Record<Standing, { title: Text; sentence: Text }> = {
  valid: {
    title: { zh: '证照是真的，现在有效', en: 'Genuine and valid now' },
    sentence: {
      zh: '由下面的部门通过本平台核发。',
      en: 'Issued by the department below through this platform.',
    },
  },
  expired: {
    title: { zh: '证照是真的，已经过期', en: 'Genuine but expired' },
    sentence: {
      zh: '有效期已过，不能再用。要续办，请持证人在网上重新申请。',
      en: 'Its term has ended; it can no longer be used.',
    },
  },
  suspended: {
    title: { zh: '证照是真的，现在暂停使用', en: 'Genuine but suspended' },
    sentence: {
      zh: '核发部门已暂停它的效力，恢复前不能用。',
      en: 'The issuing department has suspended it.',
    },
  },
  revoked: {
    title: { zh: '证照已被吊销、撤销或注销', en: 'No longer valid: revoked' },
    sentence: { zh: '不能再用。', en: 'It can no longer be used.' },
  },
  replaced: {
    title: { zh: '证照已被新证替换', en: 'Replaced by a newer one' },
    sentence: { zh: '请持证人出示新证的二维码。', en: 'Ask the holder for the code of the new one.' },
  },
}

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
      crumbs={[HOME_CRUMB(lang), { text: t(lang, TITLE), href: PUBLIC.verify }, { text: licence.name }]}
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

/** Labels under which a face tells about a natural person. */
const PERSONAL = /姓名|身份证|证件号|住址|住所|地址|电话|手机|出生|法定代表人|负责人|持证人/

function faceFields(
  licence: Licence,
  holder: string,
  isPerson: boolean,
  lang: Lang,
): { term: string; value: string }[] {
  const hidden = t(lang, { zh: '不公开', en: 'not shown' })
  return licence.face.map(({ label, value }) => {
    if (value === licence.holderName) return { term: label, value: holder }
    if (value === licence.holderCodeMasked) return { term: label, value: isPerson ? hidden : value }
    if (/法定代表人|负责人|姓名/.test(label)) return { term: label, value: maskName(value) }
    return { term: label, value: isPerson && PERSONAL.test(label) ? hidden : value }
  })
}

/** GET /verify, and a token that belongs to no licence. */
export function VerifyPage({ frame, unknown }: { frame: Frame; unknown?: boolean }): ReactElement {
  const { lang } = frame.display
  return (
    <Framed
      frame={frame}
      title={t(lang, unknown ? { zh: '没有查到这本证照', en: 'No such licence' } : TITLE)}
      crumbs={[HOME_CRUMB(lang), { text: t(lang, TITLE) }]}
      noIndex={unknown}
    >
      {unknown ? (
        <Message
          heading="h1"
          title={t(lang, { zh: '没有查到这本证照', en: 'No such licence' })}
          acts={
            <LinkButton href={PUBLIC.verify} weight="secondary">
              {t(lang, { zh: '看怎么验', en: 'How to check' })}
            </LinkButton>
          }
        >
          <p>
            {t(lang, {
              zh: '这个码不是本平台的，或者扫得不完整。请让持证人在「我的证照」里重新出示，再扫一次。',
              en: 'The code is not ours or was read in part. Ask the holder to show it again from their licences.',
            })}
          </p>
          <p className="mute">
            {t(lang, { zh: '怀疑证照是假的：', en: 'If you suspect a forgery: ' })}
            <Phone number={SITE.hotline} />
          </p>
        </Message>
      ) : (
        <>
          <Opening
            title={t(lang, { zh: '查一本证照是不是真的', en: 'Is a licence genuine?' })}
            lead={t(lang, {
              zh: '用手机扫证照上的二维码，不用登录。',
              en: 'Scan the code on the licence with a phone; no sign-in.',
            })}
          />
          <Section title={t(lang, { zh: '怎么验', en: 'How' })}>
            <SummaryList
              rows={[
                {
                  term: t(lang, { zh: '一', en: '1' }),
                  value: t(lang, {
                    zh: '让持证人打开「我的证照」，或者拿出打印的证照。',
                    en: 'Let the holder open their licences or show the print.',
                  }),
                },
                {
                  term: t(lang, { zh: '二', en: '2' }),
                  value: t(lang, {
                    zh: '用相机或微信扫二维码，打开的网址应当是本网站。',
                    en: 'Scan the code; the address that opens must be this website.',
                  }),
                },
                {
                  term: t(lang, { zh: '三', en: '3' }),
                  value: t(lang, {
                    zh: '看状态：有效、过期、暂停还是吊销；再对照名称、编号和日期。',
                    en: 'Read its standing, then compare name, number and dates.',
                  }),
                },
              ]}
            />
          </Section>
          <Section title={t(lang, { zh: '没有二维码', en: 'No code?' })}>
            <p>
              {t(lang, {
                zh: '本平台核发的证照都有二维码。没有的，打 12345 报证照标识，由核发部门核对。这里不提供按编号查询：编号能猜，猜出来就会泄露别人的证照。',
                en: 'Every licence from this platform has one. Otherwise call 12345. There is no search by number: numbers can be guessed.',
              })}
            </p>
            <Phone number={SITE.hotline} />
          </Section>
        </>
      )}
    </Framed>
  )
}
