import type { ReactElement } from 'react'
import { LinkButton, Message, Opening, Phone, Section, SITE, SummaryList, t } from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from './addresses.ts'

export const CHECK_TITLE = { zh: '证照验真', en: 'Check a licence' }

/** GET /verify, and a token that belongs to no licence. */
export function VerifyPage({ frame, unknown }: { frame: Frame; unknown?: boolean }): ReactElement {
  const { lang } = frame.display
  return (
    <Framed
      frame={frame}
      title={t(lang, unknown ? { zh: '没有查到这本证照', en: 'No such licence' } : CHECK_TITLE)}
      crumbs={[HOME_CRUMB(lang), { text: t(lang, CHECK_TITLE) }]}
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
