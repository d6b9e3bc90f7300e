/** Every address of the hall's public pages, in one place. */
import { createElement } from 'react'
import { listCentres, noteUnanswered, suggest } from '../catalogue/index.ts'
import { levelRuling } from '../identity/index.ts'
import { licenceByToken } from '../licences/index.ts'
import { localPath } from '../platform/local-path.ts'
import type { Request, Web } from '../platform/web.ts'
import { dayOf, FUNCTIONS, type HallFunction, isPerson } from '../regulation/index.ts'
import { asset } from '../ui/index.ts'
import { registerAsk } from './ask/routes.ts'
import { registerBookingFind } from './booking/find-routes.ts'
import { registerCounter } from './counter/routes.ts'
import { DISPLAY_COOKIES, displayOf } from './display.ts'
import { elements, frameOf, sendPage } from './page-frame.tsx'
import { countersOf } from './public/about/counters.ts'
import { ABOUT } from './public/about/pages.ts'
import { PUBLIC } from './public/addresses.ts'
import { BrowsePage } from './public/browse-page.tsx'
import { registerChanges } from './public/changes/routes.ts'
import { CheckPage } from './public/check-page.tsx'
import type { PublicDeps } from './public/deps.ts'
import { registerDirectory } from './public/directory/routes.ts'
import { find, onlyWords, wantedFrom } from './public/find.ts'
import { registerForms } from './public/forms/routes.ts'
import { registerGuide } from './public/guide/routes.ts'
import { HomePage } from './public/home.tsx'
import { inLanguage } from './public/in-language.ts'
import { LevelPage } from './public/level-page.tsx'
import { createOverview } from './public/overview.ts'
import { registerPrints } from './public/prints/routes.ts'
import { registerProgress } from './public/progress/routes.ts'
import { RegulationPage } from './public/regulation-page.tsx'
import { reachText } from './public/results.tsx'
import { SearchPage } from './public/search-page.tsx'
import { EventPage, TopicPage } from './public/topic-page.tsx'
import { VerifyPage } from './public/verify-page.tsx'

export type { PublicDeps } from './public/deps.ts'
export { errorPage } from './public/error-page.tsx'

interface Asked {
  Querystring: Record<string, unknown>
}

const hidden = { schema: { hide: true } }
const FOR_EVER = 'public, max-age=31536000, immutable'

export function registerHallPublic(web: Web, deps: PublicDeps): void {
  const { db, identity, live, clock } = deps
  const frame = async (request: Request) => frameOf(request, await identity.hallSession(request))
  const overview = createOverview(db)
  const stop = live.subscribeAll((streamId) => {
    if (streamId === '*' || streamId.startsWith('item:')) overview.forget()
  })
  web.addHook('onClose', async () => stop())

  registerDisplay(web)
  registerAssets(web)
  registerGuide(web, deps)
  registerPrints(web, deps)
  registerForms(web, deps)
  registerCounter(web, deps)
  registerProgress(web, deps)
  registerDirectory(web, deps)
  registerChanges(web, deps)
  registerAsk(web, deps)
  registerBookingFind(web, deps, overview)

  web.get(PUBLIC.home, hidden, async (request, reply) =>
    sendPage(
      reply,
      createElement(HomePage, { frame: await frame(request), overview: await overview.read() }),
    ),
  )

  web.get<Asked>('/search', hidden, async (request, reply) => {
    const wanted = wantedFrom(request.query)
    const found = await find(db, wanted, (await overview.read()).census)
    if (found.total === 0 && onlyWords(wanted)) await noteUnanswered(db, wanted.q, dayOf(clock.now()))
    const drawn = await frame(request)
    const shown = await inLanguage(db, found.total > 0 ? found.hits : found.near, drawn.display.lang)
    const centres = found.total > 0 ? [] : await listCentres(db)
    return sendPage(reply, createElement(SearchPage, { frame: drawn, wanted, found, shown, centres }))
  })
  web.get<Asked>('/search/suggest', hidden, async (request, reply) => {
    const { lang } = displayOf(request)
    const hits = await inLanguage(db, await suggest(db, wantedFrom(request.query).q), lang)
    reply.header('cache-control', 'private, max-age=60')
    return hits.map((hit) => ({
      name: hit.name,
      href: PUBLIC.item(hit.itemId),
      time: hit.promise,
      way: reachText(hit, lang),
    }))
  })
  web.get(PUBLIC.topics, hidden, async (request, reply) =>
    sendPage(
      reply,
      createElement(BrowsePage, { frame: await frame(request), overview: await overview.read() }),
    ),
  )
  web.get<Asked & { Params: { topic: string } }>('/topics/:topic', hidden, async (request, reply) => {
    const known = await overview.read()
    const drawn = await frame(request)
    const { lang } = drawn.display
    const event = known.events.find((one) => one.key === request.params.topic)
    if (event) {
      const shown = await inLanguage(db, event.found, lang)
      return sendPage(reply, createElement(EventPage, { frame: drawn, event, shown }))
    }
    const topic = known.topics.find((one) => one.key === request.params.topic)
    if (!topic) return reply.callNotFound()
    const { subject, page } = wantedFrom(request.query)
    const wanted = { ...wantedFrom({}), subject, page, topic: topic.name.zh }
    const found = await find(db, wanted, known.census)
    const shown = await inLanguage(db, found.hits, lang)
    return sendPage(reply, createElement(TopicPage, { frame: drawn, topic, wanted, found, shown }))
  })

  web.get<Asked>('/level', hidden, async (request, reply) => {
    const { fn, to } = request.query
    const asked =
      typeof fn === 'string' && Object.hasOwn(FUNCTIONS, fn) ? (fn as HallFunction) : 'apply-online'
    const shown = await frame(request)
    const ruling = levelRuling(asked, shown.session)
    const back = localPath(to, '/')
    // Nothing is missing any more: on to where the person wanted to go, unless that is this page.
    if (ruling.outcome === 'met' && !back.startsWith('/level')) {
      return reply.header('cache-control', 'no-store').redirect(back, 303)
    }
    const own = { ...shown, path: PUBLIC.level(asked, back) }
    return sendPage(reply, createElement(LevelPage, { frame: own, fn: asked, ruling, to: back }))
  })

  web.get(PUBLIC.verify, hidden, async (request, reply) =>
    sendPage(reply, createElement(VerifyPage, { frame: await frame(request) })),
  )
  web.get<{ Params: { token: string } }>('/verify/:token', hidden, async (request, reply) =>
    reply.redirect(PUBLIC.check(encodeURIComponent(request.params.token)), 308),
  )
  web.get<{ Params: { token: string } }>('/check/:token', hidden, async (request, reply) => {
    const licence = await licenceByToken(db, request.params.token)
    const shown = await frame(request)
    if (licence === null)
      return sendPage(reply, createElement(VerifyPage, { frame: shown, unknown: true }), 404)
    const holder = await identity.account(licence.holderAccount)
    const now = clock.now()
    const facts = {
      licence,
      isPerson: holder === null || isPerson(holder.subjectKind),
      now,
      today: dayOf(now),
    }
    return sendPage(reply, createElement(CheckPage, { frame: shown, ...facts }))
  })

  web.get(PUBLIC.regulation, hidden, async (request, reply) =>
    sendPage(reply, createElement(RegulationPage, { frame: await frame(request) })),
  )
  for (const [path, About] of Object.entries(ABOUT)) {
    web.get(path, hidden, async (request, reply) => {
      const known = await overview.read()
      const counters = await countersOf(db, known)
      return sendPage(reply, createElement(About, { frame: await frame(request), overview: known, counters }))
    })
  }
}

/** GET /display?mode=elder|standard&lang=zh|en&to=: keeps how this browser wants its pages, and returns. */
function registerDisplay(web: Web): void {
  web.get<{ Querystring: Record<string, string | undefined> }>('/display', hidden, async (request, reply) => {
    const { mode, lang, to } = request.query
    const cookie = { path: '/', sameSite: 'lax' as const, httpOnly: true, maxAge: 365 * 24 * 3600 }
    if (lang === 'zh' || lang === 'en') reply.setCookie(DISPLAY_COOKIES.lang, lang, cookie)
    if (mode === 'elder' || mode === 'standard') reply.setCookie(DISPLAY_COOKIES.mode, mode, cookie)
    return reply.header('cache-control', 'no-store').redirect(localPath(to, '/'), 303)
  })
}

/** What the pages load. Addresses carry the hash of the content, so a browser need never ask again. */
function registerAssets(web: Web): void {
  web.get<{ Params: { '*': string } }>('/assets/*', hidden, async (request, reply) => {
    const name = request.params['*']
    const found = name === 'elements.js' ? elements : asset(name)
    if (!found) return reply.callNotFound()
    return reply.header('cache-control', FOR_EVER).type(found.type).send(found.body)
  })
}
