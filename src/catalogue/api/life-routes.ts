import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Reply, Request, Web } from '../../platform/web.ts'
import { sendRefusal } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { NO_ITEM } from '../acts/scene.ts'
import { NO_CHANGE, signChange } from '../life/acts/sign.ts'
import { submitChange } from '../life/acts/submit.ts'
import type { Change } from '../life/change.ts'
import { districtBodiesFor } from '../life/hand-down.ts'
import { impactOf } from '../life/impact.ts'
import type { SignAct } from '../life/transitions.ts'
import { queueCounts, queueOf } from '../life/views/queue.ts'
import { changeRecord, type ItemLife } from '../life/views/record.ts'
import { deskItem } from '../views/desk.ts'
import * as contract from './life-contract.ts'
import { itemParams, refusals, SIGN_IN, staffOf } from './officer.ts'
import type { CatalogueApiDeps } from './routes.ts'

const changeParams = z.object({ id: z.uuid().describe('Id of the change') })

/** The noun of each act's address, and what it is for. */
const SIGNATURES: Record<SignAct, { path: string; summary: string }> = {
  pass: { path: 'check', summary: '部门审核: the department’s checker passes it; never one’s own work' },
  take: { path: 'filing', summary: '备案: the service authority takes the filing (Art. 5.1(3))' },
  decide: {
    path: 'decision',
    summary: '决定: the reform body decides on 新增, 取消, 下放, naming its document',
  },
  'send-back': { path: 'return', summary: '退回: back to the department, with reasons' },
  withdraw: { path: 'withdrawal', summary: '撤回: the department takes it back, until it is in force' },
}

/** Changes of items over HTTP: submit, sign, queues, records, impact. */
export function registerLifeApi(root: Web, deps: CatalogueApiDeps): void {
  const web = root.withTypeProvider<ZodTypeProvider>()
  const { db, clock } = deps
  const tags = ['catalogue']

  web.post(
    '/api/items/:id/changes',
    {
      schema: {
        tags,
        summary: 'Hands a change in to be checked; refused with the findings while the gate blocks (Art. 7)',
        params: itemParams,
        body: contract.submitBody,
        response: { 200: contract.changeSummary, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const result = await submitChange(deps, staff, request.params.id, request.body, clock.now())
      return result.ok ? summaryOf(result.value) : sendRefusal(reply, result.refusal)
    },
  )

  web.get(
    '/api/items/:id/impact',
    {
      schema: {
        tags,
        summary: 'What the draft, or the end of the item, would meet: dossiers, drafts, bookings, texts',
        params: itemParams,
        querystring: contract.impactQuery,
        response: { 200: contract.impactAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const found = await deskItem(db, staff, request.params.id)
      if (found === null) return sendRefusal(reply, NO_ITEM.refusal)
      const today = dayOf(clock.now())
      const { kind, effectiveOn: asked = today } = request.query
      // A day that is past is refused when it is handed in; nothing is counted from it.
      const effectiveOn = asked < today ? today : asked
      const change =
        kind === 'text'
          ? { kind: 'change' as const, version: found.item.draftVersion, effectiveOn }
          : { kind, version: null, effectiveOn }
      return { ...(await impactOf(db, deps.impact, found.item, change)), today }
    },
  )

  web.get(
    '/api/items/:id/district-bodies',
    {
      schema: {
        tags,
        summary:
          'Departments of the city’s districts to hand the item down to (下放); others than those that fit by q',
        params: itemParams,
        querystring: contract.districtQuery,
        response: { 200: contract.districtBodies, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const found = await deskItem(db, staff, request.params.id)
      if (found === null) return sendRefusal(reply, NO_ITEM.refusal)
      return districtBodiesFor(db, found.item, request.query.q)
    },
  )

  web.get(
    '/api/changes',
    {
      schema: {
        tags,
        summary: '变更: what lies before the officer, what is under way, what has ended',
        querystring: contract.queueQuery,
        response: { 200: contract.queue, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const found = await queueOf(db, staff, request.query.filter, request.query.page)
      return { ...found, rows: found.rows.map((r) => ({ ...r, since: r.since.toISOString() })) }
    },
  )

  web.get(
    '/api/changes/counts',
    {
      schema: {
        tags,
        summary: 'How many changes lie before the officer, are under way, have ended',
        response: { 200: contract.queueCounts, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      return queueCounts(db, staff)
    },
  )

  web.get(
    '/api/changes/:id',
    {
      schema: {
        tags,
        summary: 'One change: its turns, findings, impact, and what the officer may do with it now',
        params: changeParams,
        response: { 200: contract.changeRecord, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const found = await changeRecord(db, deps.impact, staff, request.params.id, clock.now())
      if (found === null) return sendRefusal(reply, NO_CHANGE.refusal)
      const { change, turns } = found
      return {
        ...found,
        change: { ...summaryOf(change), itemId: change.itemId, organId: change.organId },
        turns: turns.map((t) => ({ ...t, by: t.by.name, at: t.at.toISOString() })),
      }
    },
  )

  const sign = async (
    act: SignAct,
    request: Request,
    reply: Reply,
    id: string,
    body: { turn: number; words: string },
  ) => {
    const staff = await staffOf(deps, request)
    if (staff === null) return sendRefusal(reply, SIGN_IN)
    const result = await signChange(deps, act, staff, id, body, clock.now())
    return result.ok ? summaryOf(result.value) : sendRefusal(reply, result.refusal)
  }
  for (const [act, { path, summary }] of Object.entries(SIGNATURES) as [
    SignAct,
    { path: string; summary: string },
  ][])
    web.post(
      `/api/changes/:id/${path}`,
      {
        schema: {
          tags,
          summary,
          params: changeParams,
          body: contract.signBody,
          response: { 200: contract.changeSummary, ...refusals },
        },
      },
      (request, reply) => sign(act, request, reply, request.params.id, request.body),
    )
}

const summaryOf = (c: Change) => ({
  changeId: c.changeId,
  kind: c.kind,
  version: c.version,
  state: c.state,
  turn: c.turn,
  since: c.since.toISOString(),
  effectiveOn: c.effectiveOn,
  reason: c.reason,
  instead: c.instead,
  document: c.document,
  resumeOn: c.resumeOn,
})

/** The life of an item as its record tells it. */
export const lifeAnswer = (life: ItemLife) => ({
  ...life,
  change: life.change && summaryOf(life.change),
  sentBack: life.sentBack && { ...life.sentBack, at: life.sentBack.at.toISOString() },
})
