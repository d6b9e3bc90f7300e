import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Staff } from '../../identity/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { readsAll } from '../acts/scene.ts'
import { dropSynonym, keepSynonym, mayKeepSynonyms } from '../search/keep-synonyms.ts'
import { listSynonyms, SYNONYMS_A_PAGE } from '../search/synonyms.ts'
import { trial } from '../search/trial.ts'
import { UNANSWERED_DAYS, unanswered } from '../search/unanswered.ts'
import { refusals, SIGN_IN, staffOf } from './officer.ts'
import type { CatalogueApiDeps } from './routes.ts'
import * as contract from './search-contract.ts'

const FOR_THE_CITY: Refusal = {
  name: 'not-allowed',
  sentence: '全市的搜索用词由备案、审改、监督岗看，由行政服务管理机构维护。',
}
const tags = ['search']

/** The words of the search over HTTP: the city's synonyms, what nobody was answered, and a trial with its reasons. */
export function registerSearchApi(root: Web, deps: CatalogueApiDeps): void {
  const web = root.withTypeProvider<ZodTypeProvider>()
  const { db, clock } = deps
  const barred = (staff: Staff | null): Refusal | null =>
    staff === null ? SIGN_IN : readsAll(staff) ? null : FOR_THE_CITY

  web.get(
    '/api/search/synonyms',
    {
      schema: {
        tags,
        summary:
          '同义词: what people say, and the words under which the catalogue has it; what was changed last first',
        querystring: contract.listQuery,
        response: { 200: contract.list, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      const no = barred(staff)
      if (no) return sendRefusal(reply, no)
      const { q, page } = request.query
      const { rows, total } = await listSynonyms(db, { part: q, page })
      return {
        rows: rows.map((one) => ({
          ...one,
          means: [...one.means],
          changedAt: one.changedAt?.toISOString() ?? null,
        })),
        total,
        page,
        pageSize: SYNONYMS_A_PAGE,
        mayKeep: (await mayKeepSynonyms(db, staff!)).ok,
      }
    },
  )

  web.post(
    '/api/search/synonyms',
    {
      schema: {
        tags,
        summary: 'Puts a word into the list, or other meanings behind it; in force with the next search',
        body: contract.keep,
        response: { 200: contract.kept, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const result = await keepSynonym(deps, staff, request.body, clock.now())
      return result.ok
        ? { ...result.value, means: [...result.value.means] }
        : sendRefusal(reply, result.refusal)
    },
  )

  web.post(
    '/api/search/synonyms/removal',
    {
      schema: {
        tags,
        summary: 'Takes a word out of the list',
        body: contract.removal,
        response: { 200: contract.kept, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const result = await dropSynonym(deps, staff, request.body, clock.now())
      return result.ok
        ? { ...result.value, means: [...result.value.means] }
        : sendRefusal(reply, result.refusal)
    },
  )

  web.get(
    '/api/search/trial',
    {
      schema: {
        tags,
        summary: '试查: what a question is understood as, the first ten items, and why they are there',
        querystring: contract.trialQuery,
        response: { 200: contract.trial, ...refusals },
      },
    },
    async (request, reply) => {
      const no = barred(await staffOf(deps, request))
      if (no) return sendRefusal(reply, no)
      const found = await trial(db, request.query.q)
      return { ...found, units: found.units.map((unit) => ({ ...unit, synonyms: [...unit.synonyms] })) }
    },
  )

  web.get(
    '/api/search/unanswered',
    {
      schema: {
        tags,
        summary:
          'Words that were looked for at least three times in 30 days without an answer; never by whom',
        response: { 200: contract.unanswered, ...refusals },
      },
    },
    async (request, reply) => {
      const no = barred(await staffOf(deps, request))
      if (no) return sendRefusal(reply, no)
      return { days: UNANSWERED_DAYS, rows: await unanswered(db, dayOf(clock.now())) }
    },
  )
}
