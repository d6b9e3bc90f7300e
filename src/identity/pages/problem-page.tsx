import type { ReactElement } from 'react'
import {
  assetHref,
  type Display,
  htmlLang,
  type Lang,
  LinkButton,
  Opening,
  Page,
  Phone,
  renderPage,
  SITE,
  t,
} from '../../ui/index.ts'
import { PROBLEMS } from '../problems.ts'
import type { Problem } from '../sign-in.ts'

interface Shown {
  problem: Problem
  lang: Lang
  /** The address that tries the sign-in once more. */
  again: string
}

/** After a sign-in to the hall that did not come about: what happened, that nothing is lost, the way on. */
export function hallProblemPage(
  shown: Shown & { path: string; mode: Display['mode']; account: string | undefined },
): string {
  const { lang, problem, path, mode, account } = shown
  const title = t(lang, PROBLEMS[problem].title)
  return renderPage(
    <Page lang={lang} mode={mode} title={title} path={path} account={account} noIndex>
      <Words {...shown} home={{ href: '/', text: t(lang, { zh: '回首页', en: 'Home' }) }} />
    </Page>,
  )
}

/** The same for officers; the desk itself is a script that needs a session, so this page stands alone. */
export function deskProblemPage(shown: Shown): string {
  const title = t(shown.lang, PROBLEMS[shown.problem].title)
  return renderPage(
    <html lang={htmlLang(shown.lang)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${SITE.name}`}</title>
        <link rel="stylesheet" href={assetHref('hall.css')} />
      </head>
      <body>
        <main id="main">
          <div className="inner">
            <Words {...shown} home={null} />
          </div>
        </main>
      </body>
    </html>,
  )
}

interface WordsProps extends Shown {
  home: { href: string; text: string } | null
}

function Words({ problem, lang, again, home }: WordsProps): ReactElement {
  const words = PROBLEMS[problem]
  return (
    <>
      <Opening title={t(lang, words.title)} lead={t(lang, words.sentence)} close />
      {words.call && (
        <p>
          {t(lang, { zh: '人工电话：', en: 'Call us: ' })}
          <Phone number={SITE.hotline} />
        </p>
      )}
      <div className="actions">
        {words.again && (
          <LinkButton href={again}>{t(lang, { zh: '再登录一次', en: 'Sign in again' })}</LinkButton>
        )}
        {home && (
          <LinkButton href={home.href} weight={words.again ? 'quiet' : 'primary'}>
            {home.text}
          </LinkButton>
        )}
      </div>
    </>
  )
}
