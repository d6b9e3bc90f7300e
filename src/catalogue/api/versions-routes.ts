import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { NO_ITEM } from '../acts/scene.ts'
import { GATE_RULES } from '../gate/rules.ts'
import { compareVersions, fieldHistoryOf, versionsOf } from '../versions/views.ts'
import { itemParams, refusals, SIGN_IN, staffOf } from './officer.ts'
import type { CatalogueApiDeps } from './routes.ts'
import * as contract from './versions-contract.ts'

/** Versions of an item: list, side-by-side difference, who changed which field when; and the rules of the publish gate. */
export function registerVersionsApi(root: Web, deps: CatalogueApiDeps): void {
  const web = root.withTypeProvider<ZodTypeProvider>()
  const { db } = deps

  web.get(
    '/api/gate-rules',
    {
      schema: {
        tags: ['catalogue'],
        summary: '发布规则: every rule of the publish gate, with its severity and its ground',
        response: { 200: contract.gateRules, ...refusals },
      },
    },
    async (request, reply) => {
      if ((await staffOf(deps, request)) === null) return sendRefusal(reply, SIGN_IN)
      return { chapters: GATE_RULES.map(({ title, rules }) => ({ title, rules: [...rules] })) }
    },
  )

  web.get(
    '/api/items/:id/versions',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'The versions of an item with their dates, newest first',
        params: itemParams,
        response: { 200: contract.versionList, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const versions = await versionsOf(db, staff, request.params.id)
      if (versions === null) return sendRefusal(reply, NO_ITEM.refusal)
      const iso = (at: Date | null) => at?.toISOString() ?? null
      return {
        versions: versions.map((v) => ({ ...v, savedAt: iso(v.savedAt), publishedAt: iso(v.publishedAt) })),
      }
    },
  )

  web.get(
    '/api/items/:id/diff',
    {
      schema: {
        tags: ['catalogue'],
        summary: '对照: what two versions differ in, section by section, with the changed words marked',
        params: itemParams,
        querystring: contract.diffQuery,
        response: { 200: contract.comparison, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const { from, to } = request.query
      const found = await compareVersions(db, staff, request.params.id, from, to)
      if (found === null) return sendRefusal(reply, NO_ITEM.refusal)
      const sections = found.sections.map(({ rows, ...section }) => ({
        ...section,
        rows: rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null })),
      }))
      return { ...found, sections }
    },
  )

  web.get(
    '/api/items/:id/field-history',
    {
      schema: {
        tags: ['catalogue'],
        summary: '字段留痕: who changed which field when, newest first',
        params: itemParams,
        querystring: contract.fieldHistoryQuery,
        response: { 200: contract.fieldHistory, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const changes = await fieldHistoryOf(db, staff, request.params.id, request.query.path)
      if (changes === null) return sendRefusal(reply, NO_ITEM.refusal)
      return { changes: changes.map((c) => ({ ...c, at: c.at.toISOString() })) }
    },
  )
}
