import { createElement } from 'react'
import { chosenSituation, decideSituation, itemForGuide, itemIn } from '../../catalogue/index.ts'
import type { Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { frameOf, sendPage } from '../page-frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { ASKED, answersIn } from './answers.ts'
import { heldNow } from './held.ts'
import { QuestionPage } from './question-page.tsx'
import { ResultPage } from './result-page.tsx'

type Asked = { Params: { id: string }; Querystring: Record<string, unknown> }

/**
 * GET /items/:id/situation (情形引导): the next question of the path, or its result. Everything answered stands in the
 * address; nobody need sign in and nothing is kept.
 */
export function registerSituation(web: Web, deps: PersonalDeps): void {
  web.get<Asked>('/items/:id/situation', { schema: { hide: true } }, async (request, reply) => {
    const item = await itemForGuide(deps.db, request.params.id)
    const situations = item?.content.situations
    if (!item || !situations) return reply.callNotFound()
    const answers = answersIn(situations, request.query)
    const decision = decideSituation(item.content, answers)
    if (!decision) return reply.callNotFound()
    const session = await deps.identity.hallSession(request)
    const frame = frameOf(request, session)
    if (decision.next) {
      const unanswered = request.query[ASKED] === decision.next.key
      const page = createElement(QuestionPage, { frame, item, answers, question: decision.next, unanswered })
      return sendPage(reply, page, unanswered ? 422 : 200)
    }
    const now = deps.clock.now()
    const { outcome, asked } = decision
    const page = createElement(ResultPage, {
      frame,
      item,
      asked,
      answers,
      outcome,
      held: await heldNow(deps, session, itemIn(item, chosenSituation(item.content, answers)), now),
      variant: outcome.variant === '' ? null : await itemForGuide(deps.db, outcome.variant),
      today: dayOf(now),
    })
    return sendPage(reply, page)
  })
}
