import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { mayRead, NO_ITEM } from '../acts/scene.ts'
import { tryOut } from '../situations/trial.ts'
import { variantsOf } from '../situations/variants.ts'
import { findItem } from '../store.ts'
import { itemParams, refusals, SIGN_IN, staffOf } from './officer.ts'
import type { CatalogueApiDeps } from './routes.ts'
import * as contract from './situation-contract.ts'

/** What the editor of 情形引导 asks while its tables are written. */
export function registerSituationApi(root: Web, deps: CatalogueApiDeps): void {
  const web = root.withTypeProvider<ZodTypeProvider>()

  web.post(
    '/api/situation-trials',
    {
      schema: {
        tags: ['catalogue'],
        summary:
          '情形引导: what these tables say to these answers, and whether their examples pass; nothing is saved',
        body: contract.trialBody,
        response: { 200: contract.trial, ...refusals },
      },
    },
    async (request, reply) => {
      if ((await staffOf(deps, request)) === null) return sendRefusal(reply, SIGN_IN)
      return tryOut(request.body.guided, request.body.answers)
    },
  )

  web.get(
    '/api/items/:id/variants',
    {
      schema: {
        tags: ['catalogue'],
        summary:
          'The other published items of the department that the situations may lead to, those of the same 实施编码 first',
        params: itemParams,
        response: { 200: contract.variants, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const item = await findItem(deps.db, request.params.id)
      if (item === null || !mayRead(staff, item)) return sendRefusal(reply, NO_ITEM.refusal)
      return { rows: await variantsOf(deps.db, item) }
    },
  )
}
