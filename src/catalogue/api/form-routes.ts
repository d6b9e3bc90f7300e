import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { areaTree } from '../areas/store.ts'
import { formJsonSchema, X_KEYWORDS } from '../form/schema.ts'
import { itemForGuide } from '../views/guide.ts'

const area = z.object({ code: z.string(), name: z.string() })

/**
 * GET /api/items/:itemId/form-schema: the form in force as JSON Schema 2020-12, for other systems and for whoever wants to file by
 * machine; GET /api/areas?below=: one step of the region tree. Both are public.
 */
export function registerFormApi(root: Web, deps: { db: Db; clock: { now(): Date } }): void {
  const web = root.withTypeProvider<ZodTypeProvider>()
  web.get(
    '/api/items/:id/form-schema',
    {
      schema: {
        tags: ['catalogue'],
        summary: '申请表的 JSON Schema（2020-12）',
        params: z.object({ id: z.uuid() }),
      },
    },
    async (request, reply) => {
      const item = await itemForGuide(deps.db, request.params.id)
      if (!item?.content.form) return sendRefusal(reply, NO_FORM)
      const schema = {
        $id: `urn:rongban:form:${item.itemId}:${item.version}`,
        $comment: Object.entries(X_KEYWORDS)
          .map(([word, meaning]) => `${word}: ${meaning}`)
          .join('; '),
        ...formJsonSchema(item.content.form, `${item.content.name}申请表`),
      }
      return reply.type('application/schema+json; charset=utf-8').send(JSON.stringify(schema))
    },
  )

  web.get(
    '/api/areas',
    {
      schema: {
        tags: ['catalogue'],
        summary: '行政区划下一级',
        querystring: z.object({ below: z.string().max(12).optional() }),
        response: { 200: z.object({ areas: z.array(area) }) },
      },
    },
    async (request, reply) => {
      const tree = await areaTree(deps.db, deps.clock.now())
      reply.header('cache-control', 'public, max-age=3600')
      return { areas: tree.below(request.query.below).map(({ code, name }) => ({ code, name })) }
    },
  )
}

const NO_FORM: Refusal = {
  name: 'not-found',
  sentence: '没有这个事项，或者它没有申请表。',
  english: 'There is no such service, or it has no form.',
}
