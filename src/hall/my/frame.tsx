import type { ReactElement, ReactNode } from 'react'
import type { Account, HallSession } from '../../identity/index.ts'
import type { Reply, Request } from '../../platform/web.ts'
import {
  type Crumb,
  type Display,
  dayOfInstant,
  type FlashProps,
  type Lang,
  Page,
  type Place,
  renderFragment,
  renderPage,
} from '../../ui/index.ts'
import { displayOf, pathOf } from '../display.ts'
import type { PersonalDeps } from '../personal-deps.ts'

/** Who looks, how, and where: what every personal page is drawn with. */
export interface View extends Display {
  account: Account
  /** Path and query of the page. */
  path: string
  today: string
  now: Date
  /** Scripts of the hall's small elements; pages are whole without them. */
  scripts: readonly string[]
}

export interface PersonalPageProps {
  view: View
  title: string
  faults?: number
  place?: Place
  crumbs?: readonly Crumb[]
  flash?: FlashProps
  children: ReactNode
}

export function PersonalPage({ view, place = 'mine', ...rest }: PersonalPageProps): ReactElement {
  return (
    <Page
      lang={view.lang}
      mode={view.mode}
      path={view.path}
      account={view.account.name}
      place={place}
      scripts={view.scripts}
      noIndex
      {...rest}
    />
  )
}

/** The signed-in applicant, or a redirect to the sign-in that comes back here. */
export async function signedIn(
  deps: PersonalDeps,
  request: Request,
  reply: Reply,
): Promise<{ session: HallSession; view: View } | null> {
  const session = await deps.identity.hallSession(request)
  if (!session) {
    // A form cannot be sent again by a redirect, so a POST comes back to the page that holds it.
    const to = request.method === 'GET' ? request.url : request.url.replace(/\/[^/]*$/, '')
    await reply.header('cache-control', 'no-store').redirect(`/sign-in?to=${encodeURIComponent(to)}`, 303)
    return null
  }
  return { session, view: viewOf(deps, request, session) }
}

export function viewOf(deps: PersonalDeps, request: Request, session: HallSession): View {
  const now = deps.clock.now()
  const path = request.method === 'GET' ? pathOf(request) : request.url.split('?')[0]!
  return {
    ...displayOf(request),
    account: session.account,
    path,
    now,
    today: dayOfInstant(now),
    scripts: [deps.elementsHref ?? '/assets/elements.js'],
  }
}

/** Nothing of a personal page may stay in a browser that others use. */
export const sendPage = (reply: Reply, page: ReactElement, status = reply.statusCode): Reply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage(page))

export const sendFragment = (reply: Reply, lang: Lang, part: ReactNode): Reply =>
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(renderFragment(lang, part))

/** Somebody else's thing and a thing that never was look the same. The platform draws the page. */
export const notFound = (reply: Reply): Reply => {
  reply.callNotFound()
  return reply
}

export const seeOther = (reply: Reply, to: string): Reply =>
  reply.header('cache-control', 'no-store').redirect(to, 303)
