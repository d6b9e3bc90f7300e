import type { ReactElement, ReactNode } from 'react'
import type { Refusal } from '../../platform/refusal.ts'
import type { Request } from '../../platform/web.ts'
import {
  type Lang,
  LinkButton,
  Message,
  Page,
  Phone,
  renderPage,
  SITE,
  signInHref,
  t,
} from '../../ui/index.ts'
import { displayOf, pathOf } from '../display.ts'
import { elements, HOME_CRUMB } from '../page-frame.tsx'

const TITLES: Record<number, { zh: string; en: string }> = {
  400: { zh: '这个请求我们读不懂', en: 'We cannot read this request' },
  401: { zh: '请先登录', en: 'Please sign in' },
  403: { zh: '现在还不能打开', en: 'Not open to you yet' },
  404: { zh: '没有这个网页', en: 'No such page' },
  409: { zh: '内容刚刚被改过', en: 'Somebody changed it just now' },
  413: { zh: '内容太大，没有收下', en: 'Too big, not received' },
  429: { zh: '查得太多，先停一停', en: 'Too many tries' },
  500: { zh: '是我们出了问题', en: 'Something went wrong on our side' },
}

/** English for refusals of the edge itself, which come with Chinese only. */
const ENGLISH: Record<string, string> = {
  'not-found': 'The address may be mistyped, the service renamed or withdrawn, or the page is not yours.',
  'our-fault': 'What you saved is kept. We have the report and are looking into it.',
  'sign-in-needed': 'Your session has ended. What you filled in is kept; sign in and go on.',
  'too-big': 'Nothing was received. Split it or make it smaller and send it again.',
  invalid: 'Nothing was done. Go back to the page before and try again.',
  'foreign-origin': 'The request came from another site and was not carried out.',
}

/** The hall's error page: what happened, whether the work is safe, what to do, whom to call. */
export function errorPage(request: Request, status: number, refusal: Refusal, code: string): string {
  return renderPage(<ErrorPage request={request} status={status} refusal={refusal} code={code} />)
}

interface ErrorProps {
  request: Request
  status: number
  refusal: Refusal
  code: string
}

function ErrorPage({ request, status, refusal, code }: ErrorProps): ReactElement {
  const display = displayOf(request)
  const { lang } = display
  const title = t(lang, TITLES[status] ?? (status >= 500 ? TITLES[500]! : { zh: '没有办成', en: 'Not done' }))
  const sentence =
    lang === 'en' ? (refusal.english ?? ENGLISH[refusal.name] ?? refusal.sentence) : wordsFor(status, refusal)
  const path = status === 404 ? '/' : pathOf(request)
  return (
    <Page
      lang={lang}
      mode={display.mode}
      title={title}
      path={path}
      forEverybody
      noIndex
      crumbs={[HOME_CRUMB(lang), { text: title }]}
      scripts={[elements.href]}
    >
      <Message heading="h1" title={title} acts={<Acts request={request} status={status} lang={lang} />}>
        <p>{sentence}</p>
        {code && (
          <p>
            {t(lang, { zh: '故障编号：', en: 'Number of this fault: ' })}
            <b className="code">{code}</b>
          </p>
        )}
        <p className="mute">
          {t(lang, { zh: '找人帮忙：', en: 'Call us: ' })}
          <Phone number={SITE.hotline} />
          {t(lang, { zh: '，全天有人接', en: ', day and night' })}
        </p>
      </Message>
    </Page>
  )
}

const wordsFor = (status: number, refusal: Refusal): string =>
  status === 404 && refusal.name === 'not-found'
    ? '地址可能打错了，事项可能改名或取消了，也可能这一页不是您的。您填过的内容都在「我的」里。'
    : refusal.sentence

function Acts({ request, status, lang }: { request: Request; status: number; lang: Lang }): ReactNode {
  if (status === 401)
    return (
      <>
        <LinkButton href={signInHref(pathOf(request))}>
          {t(lang, { zh: '登录，回到这一页', en: 'Sign in and come back' })}
        </LinkButton>
        <HomeLink lang={lang} />
      </>
    )
  if (status >= 500)
    return (
      <>
        {request.method === 'GET' && (
          <LinkButton href={pathOf(request)}>{t(lang, { zh: '再打开一次', en: 'Open it again' })}</LinkButton>
        )}
        <LinkButton href="/my" weight="secondary">
          {t(lang, { zh: '看我的草稿和办件', en: 'My drafts and applications' })}
        </LinkButton>
      </>
    )
  return (
    <>
      <LinkButton href="/">{t(lang, { zh: '回首页找事项', en: 'Find a service' })}</LinkButton>
      <LinkButton href="/progress" weight="secondary">
        {t(lang, { zh: '查进度', en: 'Progress' })}
      </LinkButton>
    </>
  )
}

const HomeLink = ({ lang }: { lang: Lang }): ReactElement => (
  <LinkButton href="/" weight="quiet">
    {t(lang, { zh: '回首页', en: 'Home' })}
  </LinkButton>
)
