import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import { itemForGuide } from '../../catalogue/index.ts'
import {
  ask,
  cleanNumber,
  codeOf,
  type Enquiry,
  enquiryByCode,
  enquiryIdOf,
  followUp,
  questionFaults,
} from '../../feedback/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Request, statusOf, type Web } from '../../platform/web.ts'
import { dayOf, enquiryLimit } from '../../regulation/index.ts'
import { displayOf } from '../display.ts'
import { createLimiter } from '../limiter.ts'
import { actorOf } from '../my/told.ts'
import { frameOf, sendPage } from '../page-frame.tsx'
import { at } from '../personal-routes.ts'
import { PUBLIC } from '../public/addresses.ts'
import type { PublicDeps } from '../public/deps.ts'
import { AskPage } from './form-page.tsx'
import { askScene, type Given } from './scene.ts'
import { FindPage, SentPage, VisitorThread } from './visitor-pages.tsx'

const HIDE = { schema: { hide: true } }
const HOUR = 60 * 60_000
/** So many questions an hour from one address or account; a service centre's shared computer stays below it. */
const QUESTIONS_AN_HOUR = 20

type Asked = { Querystring: Record<string, unknown>; Body: Record<string, unknown> | undefined }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A refusal in the language of the page. */
export const inWords = (refusal: Refusal, lang: 'zh' | 'en'): Refusal =>
  lang === 'en' && refusal.english ? { ...refusal, sentence: refusal.english } : refusal

/** 网上提问 and reading the answer by number and code. The code never stands in an address: addresses end up in histories and logs. */
export function registerAsk(web: Web, deps: PublicDeps): void {
  const { db, identity, clock, calendar, queryCodeKey } = deps
  const asking = createLimiter({ tries: QUESTIONS_AN_HOUR, windowMs: HOUR })
  const guessing = createLimiter({ tries: 20, windowMs: 10 * 60_000 })
  const frame = async (request: Request) => frameOf(request, await identity.hallSession(request))

  async function askPage(request: Request, given: Given, fixed: string, faults: readonly Refusal[]) {
    const shown = await frame(request)
    const scene = await askScene(db, given, fixed)
    const path = PUBLIC.ask({ ...(fixed ? { item: fixed } : {}), q: given.q })
    return createElement(AskPage, {
      frame: { ...shown, path },
      scene,
      given,
      days: enquiryLimit(dayOf(clock.now())).days,
      faults: faults.map((one) => inWords(one, shown.display.lang)),
    })
  }

  web.get<Asked>('/ask', HIDE, async (request, reply) => {
    const { q, item } = request.query
    const given = { id: randomUUID(), q: words(q, 60), about: '', organ: '', text: '', phone: '' }
    return sendPage(reply, await askPage(request, given, words(item, 60), []))
  })

  web.post<Asked>('/ask', HIDE, async (request, reply) => {
    const now = clock.now()
    const body = request.body ?? {}
    const fixed = words(body['item'], 60)
    const id = words(body['id'], 60)
    const given: Given = {
      id: UUID.test(id) ? id : randomUUID(),
      q: words(body['q'], 60),
      about: words(body['about'], 60),
      organ: words(body['organ'], 60),
      text: words(body['text'], 20_000),
      phone: words(body['phone'], 40),
    }
    const again = async (faults: readonly Refusal[], status: number) => {
      // What was sent under this id stays; what is written now becomes a question of its own.
      const next = faults[0]?.name === 'asked-before' ? { ...given, id: randomUUID() } : given
      return sendPage(reply, await askPage(request, next, fixed, faults), status)
    }

    const session = await identity.hallSession(request)
    const from = session?.account.accountId ?? request.ip
    if (!asking.allows(from, now)) return again([TOO_MANY], 429)
    const target = targetOf(given, fixed)
    const wrong = questionFaults({ text: given.text, phone: session ? '' : given.phone })
    if ('name' in target) return again([target, ...wrong], 422)
    if (wrong.length > 0) return again(wrong, 422)
    const asker = session ? actorOf(session.account) : null
    const { text, phone } = given
    // Counted before it is done: many at the same moment are many.
    asking.count(from, now)
    const done = await ask(deps, { enquiryId: enquiryIdOf(given.id), asker, ...target, text, phone }, now)
    if (!done.ok) return again([done.refusal], statusOf(done.refusal))
    const enquiry = done.value
    if (session)
      return reply
        .header('cache-control', 'no-store')
        .redirect(at('enquiry', { enquiryId: enquiry.enquiryId }, { told: 'asked' }), 303)
    const code = codeOf(queryCodeKey, enquiry.enquiryId)
    const instead = await meantInstead(enquiry)
    const address = new URL(PUBLIC.askAnswer, deps.publicUrl)
    const sent = { frame: await frame(request), enquiry, code, address, instead, now, calendar }
    return sendPage(reply, createElement(SentPage, sent))
  })

  web.get<Asked>(PUBLIC.askAnswer, HIDE, async (request, reply) => {
    const number = cleanNumber(words(request.query['number'], 60))
    return sendPage(reply, createElement(FindPage, { frame: await frame(request), number }))
  })

  web.post<Asked>(PUBLIC.askAnswer, HIDE, (request, reply) => opened(request, reply, null))

  web.post<Asked>(PUBLIC.askFollowUps, HIDE, (request, reply) =>
    opened(request, reply, {
      key: words(request.body?.['key'], 60) || randomUUID(),
      text: words(request.body?.['text'], 20_000),
    }),
  )

  /** The question of number and code, after what is asked on has been taken. */
  async function opened(
    request: Request<Asked>,
    reply: Parameters<typeof sendPage>[0],
    said: { key: string; text: string } | null,
  ) {
    const now = clock.now()
    const number = cleanNumber(words(request.body?.['number'], 60))
    const code = words(request.body?.['code'], 40)
    const no = async (fault: 'no-match' | 'too-many', status: number) =>
      sendPage(reply, createElement(FindPage, { frame: await frame(request), number, fault }), status)
    if (!guessing.allows(request.ip, now)) return no('too-many', 429)
    const asker = { number, code }
    let own = await enquiryByCode(db, queryCodeKey, asker)
    if (!own) {
      guessing.count(request.ip, now)
      return no('no-match', 422)
    }
    const done = said && (await followUp(deps, asker, own.enquiry.enquiryId, said, null, now))
    if (done?.ok) own = (await enquiryByCode(db, queryCodeKey, asker))!
    const { lang } = displayOf(request)
    const fault = done && !done.ok ? inWords(done.refusal, lang) : null
    const shown = {
      action: PUBLIC.askFollowUps,
      hidden: { number, code, key: randomUUID() },
      text: fault ? (said?.text ?? '') : '',
      fault,
    }
    const page = { frame: await frame(request), own, now, calendar, followUp: shown }
    return sendPage(reply, createElement(VisitorThread, page), fault ? 422 : 200)
  }

  /** The department of the item, where another body got the question because nobody there answers yet. */
  async function meantInstead({ itemId, organId }: Enquiry): Promise<string> {
    const item = itemId === null ? null : await itemForGuide(db, itemId)
    return item && item.content.organId !== organId ? item.content.organName : ''
  }
}

const words = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.slice(0, most).trim() : ''

const TOO_MANY: Refusal = {
  name: 'too-many',
  sentence: `一小时里最多提 ${QUESTIONS_AN_HOUR} 个问题，过一小时再提交。着急的打 12345。`,
  english: `At most ${QUESTIONS_AN_HOUR} questions an hour. Send it in an hour, or call 12345.`,
}

/** Whom it is for, as chosen; or what is still to be chosen. */
function targetOf(
  { about, organ }: Given,
  fixed: string,
): { itemId: string | null; organId: string | null } | Refusal {
  if (fixed) return { itemId: fixed, organId: null }
  if (about.startsWith('item:')) return { itemId: about.slice('item:'.length), organId: null }
  if (about === 'unknown') return { itemId: null, organId: null }
  if (about === 'organ' && organ) return { itemId: null, organId: organ }
  if (about === 'organ')
    return {
      name: 'organ-needed',
      sentence: '选一个部门。不知道选哪个，选「不知道归谁管」。',
      english: 'Choose a department, or “I do not know who is in charge”.',
      field: 'organ',
    }
  return {
    name: 'about-needed',
    sentence: '选问的是哪件事。都不是，选部门；不知道，选「不知道归谁管」。',
    english: 'Choose what it is about, a department, or “I do not know who is in charge”.',
    field: 'about',
  }
}
