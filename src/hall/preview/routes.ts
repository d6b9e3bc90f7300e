import { createElement } from 'react'
import { areaTree, deskItem, type ItemContent, uploadsOf } from '../../catalogue/index.ts'
import type { Reply, Request, Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { langOf } from '../../ui/index.ts'
import { judge } from '../apply/submit.ts'
import type { GivenMaterial } from '../drafts/draft.ts'
import { isUuid } from '../drafts/store.ts'
import { type Answers, afterAct, controlName, formAct, readAnswers } from '../form/answers.ts'
import { indexes } from '../form/row-names.ts'
import { notFound, sendPage } from '../my/frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { fileControl } from '../uploads/rows.tsx'
import { exampleAnswers } from './examples.ts'
import { knownInPreview } from './known.ts'
import { PreviewPage, type PreviewProps } from './page.tsx'

const ADDRESS = '/desk-preview/items/:id'

type Asked = { Params: { id: string }; Querystring: { lang?: string; filled?: string } }

/**
 * GET /desk-preview/items/:id?lang=&filled=1: the form of the newest version (a draft before the published one) as applicants would meet it,
 * for the frame in the editor. Who may read the item at the desk may see it. Its form comes back to the same address, is judged as a draft
 * of an applicant is, and is kept nowhere; `do=redraw` draws the answers again after the draft has changed.
 */
export function registerPreview(web: Web, deps: PersonalDeps): void {
  async function contentFor(request: Request<Asked>): Promise<ItemContent | null> {
    const { id } = request.params
    if (!isUuid(id)) return null
    const session = await deps.identity.deskSession(request)
    const found = session && (await deskItem(deps.db, session.staff, id))
    return (found?.draft ?? found?.published)?.content ?? null
  }

  async function show(
    request: Request<Asked>,
    reply: Reply,
    content: ItemContent,
    more: (given: Pick<PreviewProps, 'now' | 'today' | 'areas' | 'known'>) => Partial<PreviewProps>,
  ): Promise<Reply> {
    const now = deps.clock.now()
    const given = {
      now,
      today: dayOf(now),
      areas: await areaTree(deps.db, now),
      known: knownInPreview(content, now),
    }
    const lang = langOf(request.query.lang)
    const page = createElement(PreviewPage, {
      ...given,
      content,
      lang,
      answers: {},
      files: {},
      open: null,
      redrawn: false,
      scripts: [deps.elementsHref ?? '/assets/elements.js'],
      action: `/desk-preview/items/${request.params.id}?lang=${lang}`,
      ...more(given),
    })
    return sendPage(reply, page)
  }

  web.get<Asked>(ADDRESS, { schema: { hide: true } }, async (request, reply) => {
    const content = await contentFor(request)
    if (content === null) return notFound(reply)
    return show(request, reply, content, ({ today, areas }) =>
      request.query.filled === '1' && content.form
        ? { answers: exampleAnswers(content.form, today, areas) }
        : {},
    )
  })

  web.post<Asked>(ADDRESS, { schema: { hide: true } }, async (request, reply) => {
    const content = await contentFor(request)
    if (content === null) return notFound(reply)
    const body = (request.body ?? {}) as Record<string, unknown>
    return show(request, reply, content, (given) => {
      const form = content.form ?? { groups: [] }
      const typed = readAnswers(form, body, given.areas)
      const act = formAct(form, body['do'])
      const answers = act ? afterAct(typed, act, indexes(Object.keys(body), controlName(act.key))) : typed
      const files = filesIn(content, body)
      const redrawn = body['do'] === 'redraw'
      const tried = body['do'] === 'review' || (redrawn && body['tried'] === 'yes')
      return { answers, files, redrawn, open: tried ? judged(content, answers, files, given) : null }
    })
  })
}

/** A form that is sent without its files still names them. */
function filesIn(content: ItemContent, body: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    uploadsOf(content).flatMap(({ key }) => {
      const name = body[fileControl(key)]
      return typeof name === 'string' && name !== '' ? [[key, name.slice(0, 200)]] : []
    }),
  )
}

function judged(
  content: ItemContent,
  answers: Answers,
  files: Record<string, string>,
  { known, now, areas }: Pick<PreviewProps, 'known' | 'now' | 'areas'>,
) {
  const materials = Object.entries(files).map(
    ([materialKey, fileName]): GivenMaterial => ({
      materialKey,
      source: 'upload',
      fileId: 'preview',
      fileName,
      licence: null,
      addedAt: now,
    }),
  )
  return judge({ content }, { answers, known }, materials, { now, areas })
}
