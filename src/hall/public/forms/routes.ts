import { createElement } from 'react'
import { itemForGuide, search } from '../../../catalogue/index.ts'
import { renderBlankForm, renderPaper } from '../../../documents/index.ts'
import type { Reply, Request, Web } from '../../../platform/web.ts'
import { frameOf, sendPage } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import type { PublicDeps } from '../deps.ts'
import { wantedFrom } from '../find.ts'
import { blankForm } from './blank.ts'
import { registerMaterialFiles } from './material-file.ts'
import { modelName, modelOf } from './models.ts'
import { FormsPage } from './page.tsx'

/** A version never changes, so neither does its form; the newest few hundred are kept, at some 60 kB each. */
const KEPT = 300

const hidden = { schema: { hide: true } }

/** GET /forms?q=, /forms/:kind.pdf, /items/:id/form.pdf: the models of all papers, and the blank form of each item (Art. 16). */
export function registerForms(web: Web, deps: PublicDeps): void {
  const { db, identity, publicUrl } = deps
  registerMaterialFiles(web, deps)
  const kept = new Map<string, Promise<Buffer>>()
  const once = (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const known = kept.get(key)
    if (known !== undefined) return known
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
    const made = make()
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }

  web.get<{ Querystring: Record<string, unknown> }>('/forms', hidden, async (request, reply) => {
    const { q } = wantedFrom(request.query)
    const found = q ? (await search(db, { q })).hits : []
    const frame = frameOf(request, await identity.hallSession(request))
    return sendPage(reply, createElement(FormsPage, { frame, q: q ?? '', found }))
  })

  web.get<{ Params: { kind: string } }>('/forms/:kind.pdf', hidden, async (request, reply) => {
    const model = modelOf(request.params.kind)
    if (model === undefined) return reply.callNotFound()
    // The code on a sample belongs to nobody's dossier: it leads back to the models.
    const pdf = () => renderPaper({ ...model, qrUrl: new URL('/forms', publicUrl).href })
    return sendPdf(request, reply, {
      etag: `"model-${model.kind}"`,
      name: `${modelName(model.kind)}（示例）.pdf`,
      pdf: await once(model.kind, pdf),
    })
  })

  web.get<{ Params: { id: string } }>('/items/:id/form.pdf', hidden, async (request, reply) => {
    const item = await itemForGuide(db, request.params.id)
    if (item === null) return reply.callNotFound()
    const qrUrl = new URL(PUBLIC.printed(item.itemId, item.version), publicUrl).href
    const form = blankForm(item, qrUrl)
    if (form === null) return reply.callNotFound()
    return sendPdf(request, reply, {
      etag: `"${item.itemId}-${item.version}-form"`,
      name: `${form.title} 第${item.version}版.pdf`,
      pdf: await once(`${item.itemId}@${item.version}`, () => renderBlankForm(form)),
    })
  })
}

function sendPdf(
  request: Request,
  reply: Reply,
  { etag, name, pdf }: { etag: string; name: string; pdf: Buffer },
): Reply {
  reply.header('etag', etag).header('cache-control', 'public, max-age=0, must-revalidate')
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(pdf)
}
