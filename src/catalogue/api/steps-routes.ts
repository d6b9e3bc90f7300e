import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { holdersByOrgan, listOrgans } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { onlineStepsWithinCounter } from '../../regulation/index.ts'
import { mayRead, NO_ITEM } from '../acts/scene.ts'
import { type PostKind, postKinds } from '../step.ts'
import { findItem } from '../store.ts'
import { timelineOf } from '../timeline.ts'
import { itemParams, refusals, SIGN_IN, staffOf } from './officer.ts'
import type { CatalogueApiDeps } from './routes.ts'
import * as contract from './steps-contract.ts'

/** What the steps editor asks while it is used. */
export function registerStepsApi(root: Web, deps: CatalogueApiDeps): void {
  const web = root.withTypeProvider<ZodTypeProvider>()

  web.get(
    '/api/items/:id/step-holders',
    {
      schema: {
        tags: ['catalogue'],
        summary:
          'Who could do the steps of an item: trained officers by post, of its own department and of the others',
        params: itemParams,
        response: { 200: contract.stepHolders, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const item = await findItem(deps.db, request.params.id)
      if (item === null || !mayRead(staff, item)) return sendRefusal(reply, NO_ITEM.refusal)
      return stepHolders(deps.db, item.organId)
    },
  )

  web.post(
    '/api/procedure-timelines',
    {
      schema: {
        tags: ['catalogue'],
        summary:
          'How these steps are drawn over the days, and held against those at the counter (Art. 23); nothing is saved',
        body: contract.timelineBody,
        response: { 200: contract.timelineAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      if ((await staffOf(deps, request)) === null) return sendRefusal(reply, SIGN_IN)
      const { steps, counterSteps, promiseLimit } = request.body
      const counter = counterSteps.map((name) => name.trim()).filter(Boolean)
      return { ...timelineOf(steps, promiseLimit), counter: comparison(steps, counter) }
    },
  )
}

function comparison(steps: readonly { name: string }[], counter: string[]) {
  if (counter.length === 0) return null
  const ruling = onlineStepsWithinCounter({ online: steps.map((s) => s.name), counter })
  return {
    met: ruling.outcome === 'met',
    sentence: ruling.sentence.zh,
    clause: ruling.clause,
    onlyOnline: ruling.facts['onlyOnline'] as string[],
  }
}

async function stepHolders(db: Db, organId: string) {
  const [organs, holders] = [await listOrgans(db), await holdersByOrgan(db)]
  const of = (id: string) =>
    Object.fromEntries(postKinds.map((post) => [post, holders.get(id)?.[post] ?? 0])) as Record<
      PostKind,
      number
    >
  return {
    own: of(organId),
    departments: organs
      .filter((o) => o.kind === 'department' && o.organId !== organId)
      .map((o) => ({ organId: o.organId, name: o.name, holders: of(o.organId) })),
  }
}
