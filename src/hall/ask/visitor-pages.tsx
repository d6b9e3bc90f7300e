import type { ReactElement } from 'react'
import type { Enquiry, OwnEnquiry } from '../../feedback/index.ts'
import type { WorkingCalendar } from '../../regulation/index.ts'
import {
  Button,
  Card,
  grouped,
  LineLink,
  NoticeCard,
  Opening,
  Phone,
  SITE,
  Split,
  Stack,
  SummaryList,
  TextField,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { ASK_TITLE } from './form-page.tsx'
import { dueWords, enquiryFacts, enquiryTitle, Thread, type ThreadProps } from './thread.tsx'

interface SentPageProps {
  frame: Frame
  enquiry: Enquiry
  code: string
  /** Where the answer is read, as one would type it. */
  address: URL
  /** The body that was meant, where another one got the question. */
  instead: string
  now: Date
  calendar: WorkingCalendar
}

/** A visitor's question is sent: number, code, by when, and where the answer is read. */
export function SentPage({
  frame,
  enquiry,
  code,
  address,
  instead,
  now,
  calendar,
}: SentPageProps): ReactElement {
  const { lang } = frame.display
  const title = t(lang, { zh: '问题已提交', en: 'Your question is sent' })
  return (
    <Framed
      frame={{ ...frame, path: PUBLIC.ask() }}
      title={title}
      crumbs={[HOME_CRUMB(lang), { text: t(lang, ASK_TITLE), href: PUBLIC.ask() }, { text: title }]}
      noIndex
    >
      <Opening
        title={title}
        lead={
          <>
            {inChinese(enquiry.organName, lang)}
            {t(lang, { zh: '', en: ': ' })}
            {dueWords(enquiry, now, calendar, lang)}
            {t(lang, { zh: '。', en: '.' })}
          </>
        }
        sample={enquiry.sample}
      />
      <Stack gap="l">
        {instead && (
          <NoticeCard title={t(lang, { zh: `${instead}还不能在网上答复`, en: 'It goes another way' })}>
            <p className="small">
              {t(lang, {
                zh: `问题先交给${enquiry.organName}，由它转给该答复的部门。`,
                en: 'That department does not answer online yet; the service authority passes the question on.',
              })}
            </p>
          </NoticeCard>
        )}
        <NoticeCard
          tone="ochre"
          title={t(lang, {
            zh: '记下编号和查询码，这一页关掉就不再显示',
            en: 'Keep number and code: they are shown only on this page',
          })}
        >
          <p className="small">
            {t(lang, {
              zh: '看答复要凭它们。拍下来，或者抄在纸上，别给不相干的人。',
              en: 'The answer is read with them. Take a picture or write them down, and keep them to yourself.',
            })}
          </p>
        </NoticeCard>
        <SummaryList
          rows={[
            {
              term: t(lang, { zh: '咨询编号', en: 'Number' }),
              value: <span className="code key-code">{enquiry.number}</span>,
            },
            {
              term: t(lang, { zh: '查询码', en: 'Query code' }),
              value: <span className="code key-code">{grouped(code)}</span>,
            },
            {
              term: t(lang, { zh: '在哪里看', en: 'Where' }),
              value: (
                <>
                  {t(lang, {
                    zh: '页脚「网上提问」，再点「看答复」：',
                    en: 'Footer “Ask a question”, then “Read the answer”: ',
                  })}
                  <a href={PUBLIC.askAnswer}>{address.host + address.pathname}</a>
                </>
              ),
            },
            {
              term: t(lang, { zh: '短信', en: 'Text message' }),
              value: enquiry.phoneMasked
                ? t(lang, {
                    zh: `答复了发到 ${enquiry.phoneMasked}`,
                    en: `to ${enquiry.phoneMasked} when there is an answer`,
                  })
                : t(lang, {
                    zh: '没有留手机号，不发短信，到那天来看',
                    en: 'No number was left; look on that day',
                  }),
            },
          ]}
        />
        <form method="post" action={PUBLIC.askAnswer}>
          <input type="hidden" name="number" value={enquiry.number} />
          <input type="hidden" name="code" value={code} />
          <div className="actions">
            <Button weight="secondary">{t(lang, { zh: '看这个问题', en: 'See the question' })}</Button>
          </div>
        </form>
      </Stack>
    </Framed>
  )
}

interface FindPageProps {
  frame: Frame
  number: string
  fault?: 'no-match' | 'too-many'
}

/** Number and code of a question asked without signing in. A wrong number and a wrong code get the same answer. */
export function FindPage({ frame, number, fault }: FindPageProps): ReactElement {
  const { lang } = frame.display
  const title = t(lang, { zh: '看答复', en: 'Read the answer' })
  return (
    <Framed
      frame={frame}
      title={title}
      crumbs={[HOME_CRUMB(lang), { text: t(lang, ASK_TITLE), href: PUBLIC.ask() }, { text: title }]}
      noIndex
    >
      <Opening
        title={title}
        lead={t(lang, {
          zh: '没有登录时问的，凭咨询编号和查询码看。',
          en: 'For questions asked without signing in.',
        })}
        close
      />
      <Split asideLabel={t(lang, { zh: '帮助', en: 'Help' })} aside={<Lost frame={frame} />}>
        <Stack>
          {fault && (
            <NoticeCard
              tone="ochre"
              title={
                fault === 'no-match'
                  ? t(lang, { zh: '编号和查询码对不上', en: 'Number and code do not match' })
                  : t(lang, { zh: '试得太多了，先停一停', en: 'Too many tries' })
              }
            >
              <p className="small" role="alert">
                {fault === 'no-match'
                  ? t(lang, {
                      zh: '编号以 ZX 开头。查询码是 8 位字母和数字，大小写都行，没有数字 0、1，也没有字母 O、I。',
                      en: 'The number begins with ZX. The code has 8 letters and figures; there is no 0 or 1, no O or I in it.',
                    })
                  : t(lang, { zh: '十分钟后可以再看。', en: 'Try again in ten minutes.' })}
              </p>
            </NoticeCard>
          )}
          <form method="post" action={PUBLIC.askAnswer}>
            <Stack>
              <TextField
                name="number"
                label={t(lang, { zh: '咨询编号', en: 'Number' })}
                value={number}
                width="medium"
                autoComplete="off"
                maxLength={40}
              />
              <TextField
                name="code"
                label={t(lang, { zh: '查询码', en: 'Query code' })}
                hint={t(lang, { zh: '8 位字母和数字', en: '8 letters and figures' })}
                width="medium"
                maxLength={12}
                secret
              />
              <div className="actions">
                <Button>{t(lang, { zh: '看答复', en: 'Read the answer' })}</Button>
              </div>
            </Stack>
          </form>
        </Stack>
      </Split>
    </Framed>
  )
}

function Lost({ frame }: { frame: Frame }): ReactElement {
  const { lang } = frame.display
  return (
    <Card title={t(lang, { zh: '找不到了', en: 'Lost?' })}>
      <p className="small">
        {t(lang, {
          zh: '登录后问的，在「我的」里看。编号或查询码丢了，谁也查不回来，请重新问一次。',
          en: 'Asked after signing in: see “Mine”. Without number and code nobody can find it again; please ask anew.',
        })}
      </p>
      <LineLink href="/my/enquiries">{t(lang, { zh: '登录看我的咨询', en: 'Sign in' })}</LineLink>
      <Phone number={SITE.hotline} />
    </Card>
  )
}

interface VisitorThreadProps {
  frame: Frame
  own: OwnEnquiry
  now: Date
  calendar: WorkingCalendar
  followUp: ThreadProps['followUp']
}

/** A visitor's own question. */
export function VisitorThread({ frame, own, now, calendar, followUp }: VisitorThreadProps): ReactElement {
  const { lang } = frame.display
  const title = enquiryTitle(own.enquiry, lang)
  return (
    <Framed
      frame={{ ...frame, path: PUBLIC.askAnswer }}
      title={title}
      crumbs={[HOME_CRUMB(lang), { text: t(lang, ASK_TITLE), href: PUBLIC.ask() }, { text: title }]}
      noIndex
    >
      <Opening title={title} sample={own.enquiry.sample} facts={enquiryFacts(own.enquiry, lang)} close />
      <Thread {...{ own, now, calendar, lang, followUp }} />
    </Framed>
  )
}
