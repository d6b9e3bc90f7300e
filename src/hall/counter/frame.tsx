import type { ReactElement, ReactNode } from 'react'
import type { Centre } from '../../catalogue/index.ts'
import { BanyanMark, type Display, displayHref, Icon, Page, SITE, t, Wordmark } from '../../ui/index.ts'
import { elements } from '../page-frame.tsx'
import { COUNTER } from './addresses.ts'

/** Left alone for so many seconds a screen asks whether somebody still reads, and so many later it goes back to its start. */
const LEFT_ALONE_S = 120
const WARNED_S = 30

/** The frame of every screen at a counter: whose screen it is above, and what the finger always finds below. */
export function CounterPage({
  centre,
  display,
  title,
  path,
  long = false,
  children,
}: {
  /** Null where a centre is still to be chosen. */
  centre: Centre | null
  display: Display
  title: string
  path: string
  /** More than a screen: the way back to its top is always there. */
  long?: boolean
  children: ReactNode
}): ReactElement {
  const { lang, mode } = display
  const elder = mode === 'elder'
  const home = centre ? COUNTER.centre(centre.centreId) : COUNTER.centres
  return (
    <Page
      lang={lang}
      mode={mode}
      title={title}
      path={path}
      scripts={[elements.href]}
      noIndex
      kiosk={{
        head: (
          <header className="counter-head">
            <div className="inner">
              <a className="logo" href={home}>
                <BanyanMark />
                <Wordmark />
              </a>
              <p>
                {centre ? (
                  <b lang={lang === 'en' ? 'zh-CN' : undefined}>{centre.name}</b>
                ) : (
                  <b>{t(lang, SITE.full)}</b>
                )}
                {centre && <span lang={lang === 'en' ? 'zh-CN' : undefined}>{centre.hours}</span>}
              </p>
            </div>
          </header>
        ),
        foot: (
          <footer className="counter-foot">
            <div className="inner">
              <ul>
                {long && (
                  <li>
                    <a href="#main">
                      <Icon name="upload" />
                      {t(lang, { zh: '回到上面', en: 'To the top' })}
                    </a>
                  </li>
                )}
                <li>
                  <a href={home}>
                    <Icon name="search" />
                    {t(lang, { zh: '所有事项', en: 'All items' })}
                  </a>
                </li>
                <li>
                  <a href={displayHref(elder ? 'mode=standard' : 'mode=elder', path)}>
                    <Icon name={elder ? 'back' : 'plus'} />
                    {t(lang, elder ? { zh: '标准字', en: 'Normal text' } : { zh: '大字', en: 'Larger text' })}
                  </a>
                </li>
                <li>
                  {lang === 'en' ? (
                    <a href={displayHref('lang=zh', path)} lang="zh-CN" hrefLang="zh-CN">
                      <Icon name="paper" />
                      中文
                    </a>
                  ) : (
                    <a href={displayHref('lang=en', path)} lang="en" hrefLang="en">
                      <Icon name="paper" />
                      English
                    </a>
                  )}
                </li>
              </ul>
              <p>
                {t(lang, {
                  zh: `要帮忙，叫窗口的工作人员，或者打${centre?.phone ? ` ${centre.phone}、` : ' '}${SITE.hotline}。`,
                  en: `For help ask at the window, or call ${centre?.phone ? `${centre.phone} or ` : ''}${SITE.hotline}.`,
                })}
                {t(lang, {
                  zh: ' 示例环境：单位、编号和数字都是编的。',
                  en: ' Demonstration: bodies and numbers are invented.',
                })}
              </p>
            </div>
          </footer>
        ),
      }}
    >
      {children}
      <rb-idle
        home={displayHref('mode=standard&lang=zh', home)}
        after={LEFT_ALONE_S}
        warn={WARNED_S}
        {...(path === home && !elder && lang === 'zh' ? { 'at-rest': '' as const } : {})}
      />
    </Page>
  )
}
