/** What every page of the hall shares: how this browser wants it shown, who is signed in, the scripts, the answer. */
import type { ReactElement } from 'react'
import type { HallSession } from '../identity/index.ts'
import type { Reply, Request } from '../platform/web.ts'
import { type Display, type Lang, Page, type PageProps, renderPage, t } from '../ui/index.ts'
import { displayOf, pathOf } from './display.ts'
import { bundleElements } from './elements/bundle.ts'

/** The script of the hall's elements, bundled once when the platform starts. */
export const elements = await bundleElements()

export interface Frame {
  display: Display
  /** Path and query of this page, without `lang`. */
  path: string
  session: HallSession | null
}

export const frameOf = (request: Request, session: HallSession | null): Frame => ({
  display: displayOf(request),
  path: pathOf(request),
  session,
})

export type FramedProps = { frame: Frame } & Omit<PageProps, 'lang' | 'mode' | 'path' | 'account' | 'scripts'>

/** A page in the frame that belongs to this request. */
export function Framed({ frame, ...rest }: FramedProps): ReactElement {
  const { display, path, session } = frame
  return (
    <Page
      {...rest}
      lang={display.lang}
      mode={display.mode}
      path={path}
      account={session?.account.name}
      scripts={[elements.href]}
    />
  )
}

export const HOME_CRUMB = (lang: Lang) => ({ text: t(lang, { zh: '首页', en: 'Home' }), href: '/' })

/** Sends a page that may hold what only this browser may see. */
export const sendPage = (reply: Reply, page: ReactElement, status = 200): Reply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage(page))
