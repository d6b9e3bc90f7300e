import type { ReactElement, ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { assetHref } from './assets.ts'
import { BanyanMark, Wordmark } from './banyan.tsx'
import { Flash, type FlashProps } from './notices.tsx'
import { displayHref, ELDER_PLACES, FOOTER_LINKS, PLACES, type Place, SITE, signInHref } from './site.ts'
import { htmlLang, type Lang, PageLang, pageLang, t } from './text.ts'

export interface Crumb {
  text: string
  /** Absent for the page itself, which comes last. */
  href?: string
}

/** How a browser wants its pages: language, and 长辈版 or not. */
export interface Display {
  lang: Lang
  mode: 'standard' | 'elder'
}

export interface PageProps {
  lang: Lang
  mode?: Display['mode']
  /** What the page is about, without the name of the site: it is added. */
  title: string
  /** Number of fields to be put right; the title then begins with it. */
  faults?: number
  /** Path and query of this page: 长辈版, English and sign-in return to it. */
  path: string
  /** Which of the four places is current. */
  place?: Place
  /** Name of the signed-in person or body; absent = not signed in. */
  account?: string
  /** The page is the same for everybody (kept ready for all): instead of the session its header leads to 我的榕办. */
  forEverybody?: boolean
  crumbs?: readonly Crumb[]
  flash?: FlashProps
  /** The page lays out its own width (home); otherwise the content stands in the usual container. */
  full?: boolean
  /** Without header and footer: the page stands in a frame of another one. */
  bare?: boolean
  /** The page is a touch screen at a counter: its own head and foot, larger type. */
  kiosk?: { head: ReactNode; foot: ReactNode } | undefined
  /** Addresses of scripts; they load as modules after the page. */
  scripts?: readonly string[]
  /** Feeds of what the page lists, for readers to find. */
  feeds?: readonly { type: string; href: string; title: string }[]
  /** Pages about a person must not be indexed. */
  noIndex?: boolean
  children: ReactNode
}

/** The whole document of a hall page: skip link, header, path, flash, content, footer. Render it by {@link renderPage}. */
export function Page(props: PageProps): ReactElement {
  const { lang, mode = 'standard', title, faults = 0, place, crumbs, flash } = props
  const asks =
    faults === 0
      ? ''
      : t(lang, {
          zh: `有 ${faults} 处要改 · `,
          en: `${faults} ${faults === 1 ? 'thing' : 'things'} to correct · `,
        })
  const furniture = (
    <>
      {crumbs && <Trail crumbs={crumbs} />}
      {flash && <Flash {...flash} />}
    </>
  )
  return (
    <PageLang value={lang}>
      <html
        lang={htmlLang(lang)}
        data-mode={props.kiosk ? 'kiosk' : mode}
        data-large={props.kiosk && mode === 'elder' ? '' : undefined}
      >
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${asks}${title} · ${SITE.name}`}</title>
          <meta name="theme-color" content="#FAF7F1" />
          <meta name="format-detection" content="telephone=no" />
          {props.noIndex && <meta name="robots" content="noindex" />}
          <link rel="stylesheet" href={assetHref('hall.css')} />
          <link rel="icon" type="image/svg+xml" href={assetHref('icon.svg')} />
          {props.feeds?.map((feed) => (
            <link key={feed.href} rel="alternate" type={feed.type} href={feed.href} title={feed.title} />
          ))}
          {props.scripts?.map((src) => (
            <script key={src} type="module" src={src} />
          ))}
        </head>
        <body>
          {!props.bare && (
            <>
              <a className="skip" href="#main">
                {t(lang, { zh: '跳到正文', en: 'Skip to the content' })}
              </a>
              {props.kiosk?.head ?? (
                <Header
                  lang={lang}
                  elder={mode === 'elder'}
                  place={place}
                  path={props.path}
                  account={props.account}
                  forEverybody={props.forEverybody ?? false}
                />
              )}
            </>
          )}
          {/* A frame's main must differ in name from that of the page around it. */}
          <main id="main" tabIndex={-1} aria-label={props.bare ? title : undefined}>
            {props.full ? (
              <>
                {(crumbs || flash) && <div className="inner">{furniture}</div>}
                {props.children}
              </>
            ) : (
              <div className="inner">
                {furniture}
                {props.children}
              </div>
            )}
          </main>
          {!props.bare && (props.kiosk?.foot ?? <Footer lang={lang} />)}
        </body>
      </html>
    </PageLang>
  )
}

interface HeaderProps {
  lang: Lang
  elder: boolean
  place: Place | undefined
  path: string
  account: string | undefined
  forEverybody: boolean
}

function Header({ lang, elder, place, path, account, forEverybody }: HeaderProps): ReactElement {
  const places = elder
    ? ELDER_PLACES
    : (Object.keys(PLACES) as Place[]).map((key) => ({ ...PLACES[key], place: key }))
  return (
    <header className="masthead">
      <div className="inner">
        <a className="logo" href="/">
          <BanyanMark />
          <Wordmark />
          <span className="logo-full">{t(lang, SITE.full)}</span>
        </a>
        <ul className="tools">
          <li>
            <a href={displayHref(elder ? 'mode=standard' : 'mode=elder', path)}>
              {t(lang, elder ? { zh: '退出长辈版', en: 'Standard view' } : { zh: '长辈版', en: 'Large' })}
            </a>
          </li>
          {!elder && (
            <li>
              {lang === 'en' ? (
                <a href={displayHref('lang=zh', path)} lang="zh-CN" hrefLang="zh-CN">
                  中文
                </a>
              ) : (
                <a href={displayHref('lang=en', path)} lang="en" hrefLang="en">
                  English
                </a>
              )}
            </li>
          )}
          <li>
            {forEverybody ? (
              <a className="who" href="/my">
                {t(lang, { zh: '我的榕办', en: 'My space' })}
              </a>
            ) : account === undefined ? (
              <a className="who" href={signInHref(path)}>
                {t(lang, { zh: '登录', en: 'Sign in' })}
              </a>
            ) : (
              <a className="who" href="/my/account">
                <span className="unseen">{t(lang, { zh: '我的榕办：', en: 'My account: ' })}</span>
                {account}
              </a>
            )}
          </li>
        </ul>
        <nav className="places" aria-label={t(lang, { zh: '主导航', en: 'Main' })}>
          <ul>
            {places.map((p) => (
              <li key={p.href}>
                <a
                  href={p.href}
                  aria-current={p.place !== undefined && p.place === place ? 'page' : undefined}
                >
                  {t(lang, p.text)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function Trail({ crumbs }: { crumbs: readonly Crumb[] }): ReactElement {
  return (
    <nav className="trail" aria-label={t(pageLang(), { zh: '您在这里', en: 'You are here' })}>
      <ol>
        {crumbs.map((crumb) =>
          crumb.href ? (
            <li key={crumb.text}>
              <a href={crumb.href}>{crumb.text}</a>
            </li>
          ) : (
            <li key={crumb.text} aria-current="page">
              {crumb.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}

function Footer({ lang }: { lang: Lang }): ReactElement {
  return (
    <footer className="colophon">
      <div className="roots" aria-hidden="true" />
      <div className="inner">
        <div className="hotline">
          <p>{t(lang, { zh: '办不下去，打这个电话', en: 'Stuck? Call' })}</p>
          <p>
            <a href={`tel:${SITE.hotline}`}>{SITE.hotline}</a>
          </p>
          <p>
            {t(lang, {
              zh: '全天有人接，普通话、福州话都行',
              en: 'Day and night; Mandarin, Fuzhou dialect, English',
            })}
          </p>
        </div>
        <ul>
          {FOOTER_LINKS.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{t(lang, link.text)}</a>
            </li>
          ))}
        </ul>
        <p className="legal">
          {t(lang, {
            zh: '示例环境：这里的人、单位、编号和数字都是编的。正式运行时，主办单位、备案号和无障碍标识写在这一行。',
            en: 'Demonstration: people, bodies, numbers and figures are invented. In service, the operator, filing number and accessibility mark stand here.',
          })}
        </p>
      </div>
    </footer>
  )
}

/** The page as an HTML document. */
export const renderPage = (page: ReactElement): string => `<!doctype html>${renderToString(page)}`

/** A part of a page, for an element in the browser that swaps it in. */
export const renderFragment = (lang: Lang, part: ReactNode): string =>
  renderToString(<PageLang value={lang}>{part}</PageLang>)
