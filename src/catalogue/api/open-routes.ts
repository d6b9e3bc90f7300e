import { createHash } from 'node:crypto'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Database } from '../../platform/database.ts'
import { type Reply, type Request, sendRefusal, type Web } from '../../platform/web.ts'
import { changesAfter, openRow, openRows } from '../transfer/open-store.ts'
import { itemVersion } from '../views/guide.ts'
import { refusals } from './officer.ts'
import * as contract from './open-contract.ts'

const tags = ['open catalogue']
const NO_ITEM = {
  name: 'not-found',
  sentence: '没有这个事项，或者它已经取消、下放，或者还没有公布。取消和下放见变更公告。',
}

/**
 * The catalogue for other systems: the guides in force and the register of changes. Public like the guides themselves (Art. 6,
 * 7): no key, no personal data. Each answer has an ETag; sent back as If-None-Match it costs no body.
 */
export function registerOpenApi(root: Web, { db }: { db: Database }): void {
  const web = root.withTypeProvider<ZodTypeProvider>()

  web.get(
    '/api/catalogue/items',
    {
      schema: {
        tags,
        operationId: 'listItems',
        summary: 'Published items, page by page',
        description:
          'Items in force, ordered by id. Read the first page without `after`, then send `next` as `after` until it is null. To stay up to date, note `next` of /api/catalogue/changes before the first page and read on from there.',
        querystring: contract.openListQuery,
        response: { 200: contract.openList.describe('One page of items'), ...refusals },
      },
    },
    async (request, reply) => {
      const { organ = null, area = null, type = null, subject = null, after = null, limit } = request.query
      const found = await openRows(db, { organ, area, type, subject, after, most: limit + 1 })
      const items = found.slice(0, limit)
      const body = { items, next: found.length > limit ? items.at(-1)!.itemId : null }
      if (unchanged(request, reply, digestOf(body))) return notModified(reply)
      return body
    },
  )

  web.get(
    '/api/catalogue/items/:code',
    {
      schema: {
        tags,
        operationId: 'readItem',
        summary: 'One published item with its guide in full',
        description:
          'The version in force now. The ETag changes with the version and the state of the item. Clerks’ notes are left out.',
        params: contract.openCode,
        response: { 200: contract.openItem.describe('The item with its guide'), ...refusals },
      },
    },
    async (request, reply) => {
      const row = await openRow(db, request.params.code)
      if (row === null) return sendRefusal(reply, NO_ITEM)
      if (unchanged(request, reply, digestOf(row))) return notModified(reply)
      const { publishedAt, content } = (await itemVersion(db, row.itemId, row.version))!
      const { sourceNotes: _, origin: __, ...open } = content
      return { ...row, publishedAt: publishedAt?.toISOString() ?? null, content: open }
    },
  )

  web.get(
    '/api/catalogue/changes',
    {
      schema: {
        tags,
        operationId: 'listChanges',
        summary: '变更公告: what came into force, from a place on',
        description:
          'Entries in the order in which they became public. Keep `next` and send it as `after` the next time: nothing is missed and nothing comes twice, also while changes are being written. Entries are never altered.',
        querystring: contract.changesQuery,
        response: { 200: contract.changes.describe('Changes after the given place'), ...refusals },
      },
    },
    async (request, reply) => {
      const { after, limit } = request.query
      const found = await changesAfter(db, after, limit + 1)
      const changes = found.slice(0, limit).map((c) => ({ ...c, enteredAt: c.enteredAt.toISOString() }))
      const body = { changes, next: changes.at(-1)?.seq ?? after, more: found.length > limit }
      if (unchanged(request, reply, digestOf(body))) return notModified(reply)
      return body
    },
  )
}

const digestOf = (value: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)}"`

const notModified = (reply: Reply): Reply => reply.code(304).send()

/** Marks the answer; true when the asker has it already. */
function unchanged(request: Request, reply: Reply, etag: string): boolean {
  reply.header('etag', etag).header('cache-control', 'public, no-cache')
  const known = request.headers['if-none-match']?.split(',').map((t) => t.trim().replace(/^W\//, ''))
  return known !== undefined && (known.includes(etag) || known.includes('*'))
}
