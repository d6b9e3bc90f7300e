import { createHash } from 'node:crypto'
import { createElement } from 'react'
import {
  comingChanges,
  itemForGuide,
  itemVersion,
  type RegisterChoices,
  registerChoices,
  registerEntries,
  registerEntry,
  registerSize,
} from '../../../catalogue/index.ts'
import type { Reply, Request, Web } from '../../../platform/web.ts'
import { dayOf } from '../../../regulation/index.ts'
import { displayOf } from '../../display.ts'
import { frameOf, sendPage } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import type { PublicDeps } from '../deps.ts'
import { addressed, askedFrom } from './asked.ts'
import { ChangePage } from './change-page.tsx'
import { changesFeed } from './feeds.ts'
import { ChangesPage } from './page.tsx'

const PER_PAGE = 20
const IN_FEED = 100

interface Query {
  Querystring: Record<string, unknown>
}

const hidden = { schema: { hide: true } }

/**
 * 变更公告 (Art. 5.1(3)): GET /changes?organ=&area=&kind=&month=&page=, /changes/:seq with what it changed, and the same register as
 * /changes.atom and /changes.json under the same filters.
 */
export function registerChanges(web: Web, deps: PublicDeps): void {
  const { db, identity, clock, live } = deps
  // What there is to choose from takes a pass over the whole register: it is kept until an item changes.
  let choices: Promise<RegisterChoices> | null = null
  const forget = () => {
    choices = null
  }
  const stop = live.subscribeAll((streamId) => {
    if (streamId === '*' || streamId.startsWith('item:')) forget()
  })
  web.addHook('onClose', async () => stop())
  const choicesNow = async (): Promise<RegisterChoices> => {
    choices ??= registerChoices(db)
    return choices.catch((error: unknown) => {
      forget()
      throw error
    })
  }

  web.get<Query>(PUBLIC.changes({}), hidden, async (request, reply) => {
    const wanted = askedFrom(request.query)
    const { total } = await registerSize(db, wanted)
    const pages = Math.max(1, Math.ceil(total / PER_PAGE))
    const asked = { ...wanted, page: Math.min(wanted.page, pages) }
    const [entries, coming, known] = await Promise.all([
      registerEntries(db, asked, { limit: PER_PAGE, offset: (asked.page - 1) * PER_PAGE }),
      asked.page === 1 ? comingChanges(db, asked) : [],
      choicesNow(),
    ])
    const frame = frameOf(request, await identity.hallSession(request))
    const today = dayOf(clock.now())
    const props = { frame, asked, total, pages, entries, coming, choices: known, today }
    return sendPage(reply, createElement(ChangesPage, props))
  })

  web.get<{ Params: { seq: string } }>('/changes/:seq', hidden, async (request, reply) => {
    const seq = /^[1-9]\d{0,14}$/.test(request.params.seq) ? Number(request.params.seq) : 0
    const entry = await registerEntry(db, seq)
    if (entry === null) return reply.callNotFound()
    const { itemId, version, replaced } = entry
    const [before, after, current] = await Promise.all([
      replaced === null ? null : itemVersion(db, itemId, replaced),
      version === null ? null : itemVersion(db, itemId, version),
      itemForGuide(db, itemId),
    ])
    const frame = frameOf(request, await identity.hallSession(request))
    return sendPage(reply, createElement(ChangePage, { frame, entry, before, after, current }))
  })

  const feed = async (request: Request<Query>, reply: Reply, format: 'atom' | 'json') => {
    const asked = askedFrom(request.query)
    const { lang } = displayOf(request)
    const { total, newest } = await registerSize(db, asked)
    const filter = new URL(PUBLIC.changes(addressed(asked)), deps.publicUrl).search
    // Entries are only ever added: their number and the newest of them say all of what the feed says.
    const said = `${deps.publicUrl} ${filter} ${lang} ${format} ${total} ${newest}`
    const etag = `"${createHash('sha256').update(said).digest('base64url').slice(0, 22)}"`
    reply
      .header('etag', etag)
      .header('vary', 'cookie')
      .header('cache-control', 'public, max-age=0, must-revalidate')
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
    const entries = await registerEntries(db, asked, { limit: IN_FEED, offset: 0 })
    const made = changesFeed(entries, { publicUrl: deps.publicUrl, query: filter, lang, format })
    return format === 'atom'
      ? reply.type('application/atom+xml; charset=utf-8').send(made.atom1())
      : reply.type('application/feed+json; charset=utf-8').send(made.json1())
  }
  web.get<Query>('/changes.atom', hidden, (request, reply) => feed(request, reply, 'atom'))
  web.get<Query>('/changes.json', hidden, (request, reply) => feed(request, reply, 'json'))
}
