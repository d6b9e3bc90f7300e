import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Staff } from '../../identity/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Request, sendRefusal, type Web } from '../../platform/web.ts'
import { discardDraft } from '../acts/discard-draft.ts'
import { saveDraft } from '../acts/save-draft.ts'
import { type CatalogueDeps, NO_ITEM, readsAll } from '../acts/scene.ts'
import { lifeOf } from '../life/views/record.ts'
import type { VersionRow } from '../store.ts'
import { deskItem, listForOrgan, newestFilings } from '../views/desk.ts'
import { itemVersion } from '../views/guide.ts'
import * as contract from './contract.ts'
import { registerDirectoryApi } from './directory-routes.ts'
import { lifeAnswer, registerLifeApi } from './life-routes.ts'
import { itemParams, refusals, SIGN_IN, staffOf } from './officer.ts'
import { registerSearchApi } from './search-routes.ts'
import { registerSituationApi } from './situation-routes.ts'
import { registerStepsApi } from './steps-routes.ts'
import { registerVersionsApi } from './versions-routes.ts'

export interface CatalogueApiDeps extends CatalogueDeps {
  clock: Clock
  deskSession(request: Request): Promise<{ staff: Staff } | null>
}

const OTHER_ORGAN: Refusal = { name: 'not-allowed', sentence: '只能看本部门的事项。' }

const iso = (at: Date | null) => at?.toISOString() ?? null

/** The item desk's API: list, read, save a draft, the life of changes, older versions, filings. */
export function registerCatalogueApi(root: Web, deps: CatalogueApiDeps): void {
  const web = root.withTypeProvider<ZodTypeProvider>()
  const { db } = deps
  registerLifeApi(root, deps)
  registerVersionsApi(root, deps)
  registerSituationApi(root, deps)
  registerStepsApi(root, deps)
  registerDirectoryApi(root, deps)
  registerSearchApi(root, deps)

  web.get(
    '/api/items',
    {
      schema: {
        tags: ['catalogue'],
        summary: '事项目录: the items of the own department, or of all for supervisors',
        querystring: contract.itemListQuery,
        response: { 200: contract.itemList, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const { organ, status, q, page } = request.query
      const all = readsAll(staff)
      if (!all && organ !== undefined && organ !== staff.organId) return sendRefusal(reply, OTHER_ORGAN)
      const found = await listForOrgan(db, { organ: all ? (organ ?? null) : staff.organId, status, q, page })
      const rows = found.rows.map((r) => ({ ...r, publishedAt: iso(r.publishedAt), savedAt: iso(r.savedAt) }))
      return { ...found, rows }
    },
  )

  web.get(
    '/api/items/:id',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'One item: its draft, the version in force, and what the publish gate says',
        params: itemParams,
        response: { 200: contract.itemRecord, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const found = await deskItem(db, staff, request.params.id, deps.impact)
      if (found === null) return sendRefusal(reply, NO_ITEM.refusal)
      const { item, draft, published, findings, changes, mayEdit, mayDiscard } = found
      return {
        itemId: item.itemId,
        organId: item.organId,
        draft: draft && draftAnswer(draft),
        published: published && {
          version: published.version,
          publishedAt: iso(published.publishedAt),
          content: published.content,
        },
        findings,
        changes,
        mayEdit,
        mayDiscard,
        life: lifeAnswer(await lifeOf(db, item, deps.clock.now())),
      }
    },
  )

  web.put(
    '/api/items/:id/draft',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Saves a change to the draft; on a published item the first change begins the next version',
        params: itemParams,
        body: contract.draftBody,
        response: { 200: contract.draftSaved, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const saved = await saveDraft(deps, staff, request.params.id, request.body, deps.clock.now())
      if (!saved.ok) return sendRefusal(reply, saved.refusal)
      return { ...saved.value, savedAt: saved.value.savedAt.toISOString() }
    },
  )

  web.post(
    '/api/items/:id/draft/discard',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Throws the draft away; an item that never was in force ends with it',
        params: itemParams,
        body: contract.discardBody,
        response: { 200: contract.draftDiscarded, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const gone = await discardDraft(deps, staff, request.params.id, request.body, deps.clock.now())
      return gone.ok ? gone.value : sendRefusal(reply, gone.refusal)
    },
  )

  web.get(
    '/api/items/:id/versions/:v',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'The item as it read at one version; open dossiers stay with theirs',
        params: itemParams.extend({ v: z.coerce.number().int().min(1).max(1_000_000) }),
        response: { 200: contract.itemVersionAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const { id, v } = request.params
      const readable = await deskItem(db, staff, id)
      const found = readable && (await itemVersion(db, id, v))
      if (readable === null || found === null) return sendRefusal(reply, NO_ITEM.refusal)
      return {
        ...found,
        status: statusOf(readable, found.version, found.status),
        publishedAt: iso(found.publishedAt),
      }
    },
  )

  web.get(
    '/api/filings',
    {
      schema: {
        tags: ['catalogue'],
        summary: '备案: the newest filings of new and changed items (Art. 5)',
        response: { 200: contract.filings, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const rows = await newestFilings(db, readsAll(staff) ? null : staff.organId)
      return { rows: rows.map((r) => ({ ...r, filedBy: r.filedBy.name, filedAt: r.filedAt.toISOString() })) }
    },
  )
}

const draftAnswer = (draft: VersionRow) => ({
  version: draft.version,
  revision: draft.revision,
  savedAt: iso(draft.savedAt),
  savedBy: draft.savedBy?.name ?? '',
  content: draft.content,
})

/** A kept version says that it was published; whether it still is in force, the item says. */
function statusOf(
  { item }: { item: { publishedVersion: number | null } },
  version: number,
  status: VersionRow['status'],
): VersionRow['status'] {
  if (status === 'draft') return 'draft'
  return item.publishedVersion === version ? 'published' : 'replaced'
}
