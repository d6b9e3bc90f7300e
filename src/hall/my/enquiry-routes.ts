import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { enquiriesOf, followUp, type OwnEnquiry, ownEnquiry } from '../../feedback/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Reply, Request, Web } from '../../platform/web.ts'
import { inWords } from '../ask/routes.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ROUTES } from '../personal-routes.ts'
import { EnquiriesPage, EnquiryPage } from './enquiries.tsx'
import { notFound, seeOther, sendPage, signedIn, type View } from './frame.tsx'
import { actorOf, flashOf } from './told.ts'

type Asked = {
  Params: { enquiryId: string }
  Querystring: { told?: string }
  Body: Record<string, unknown> | undefined
}

const HIDE = { schema: { hide: true } }
const ENQUIRY_ID = z.uuid()

/** 我的咨询: the questions of the account, and asking on. */
export function registerEnquiries(web: Web, deps: PersonalDeps): void {
  const { db, calendar } = deps

  web.get(ROUTES.enquiries, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const { view } = who
    const enquiries = await enquiriesOf(db, view.account.accountId)
    return sendPage(reply, EnquiriesPage({ view, enquiries, calendar }))
  })

  web.get<Asked>(ROUTES.enquiry, HIDE, async (request, reply) => {
    const mine = await own(request, reply)
    return mine ? send(reply, mine, '', null, request.query.told) : reply
  })

  web.post<Asked>(ROUTES.followUps, HIDE, async (request, reply) => {
    const mine = await own(request, reply)
    if (!mine) return reply
    const { view, found } = mine
    const body = request.body ?? {}
    const said = { key: String(body['key'] || randomUUID()).slice(0, 60), text: String(body['text'] ?? '') }
    const { enquiryId } = found.enquiry
    const { accountId } = view.account
    const done = await followUp(deps, { accountId }, enquiryId, said, actorOf(view.account), view.now)
    if (done.ok) return seeOther(reply, at('enquiry', { enquiryId }, { told: 'asked-on' }))
    return send(reply, mine, said.text, inWords(done.refusal, view.lang), undefined)
  })

  /** An own question, or the answer that there is none. */
  async function own(
    request: Request<Asked>,
    reply: Reply,
  ): Promise<{ view: View; found: OwnEnquiry } | null> {
    const who = await signedIn(deps, request, reply)
    if (!who) return null
    const id = ENQUIRY_ID.safeParse(request.params.enquiryId)
    const found = id.success ? await ownEnquiry(db, who.view.account.accountId, id.data) : null
    if (found) return { view: who.view, found }
    notFound(reply)
    return null
  }

  function send(
    reply: Reply,
    { view, found }: { view: View; found: OwnEnquiry },
    text: string,
    fault: Refusal | null,
    told: string | undefined,
  ): Reply {
    const { enquiryId } = found.enquiry
    const action = at('followUps', { enquiryId })
    const asking = { action, hidden: { key: randomUUID() }, text, fault }
    const flash = flashOf(told, view.lang)
    const shown = { ...view, path: at('enquiry', { enquiryId }) }
    const page = EnquiryPage({ view: shown, own: found, calendar, followUp: asking, flash })
    return sendPage(reply, page, fault ? 422 : 200)
  }
}
