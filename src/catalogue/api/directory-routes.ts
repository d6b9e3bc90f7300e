import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listOrgans, type Staff } from '../../identity/index.ts'
import type { Refusal, Result } from '../../platform/refusal.ts'
import { type Reply, type Request, sendRefusal, statusOf, type Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { createItem } from '../acts/create-item.ts'
import { readsAll } from '../acts/scene.ts'
import { addable } from '../directory/addable.ts'
import { decideProposal } from '../directory/decide.ts'
import { endException, recordException } from '../directory/exceptions.ts'
import { listCentres } from '../directory/load.ts'
import { type Figure, figureOf, placements } from '../directory/placement.ts'
import { propose } from '../directory/propose.ts'
import { mayDecide } from '../directory/rights.ts'
import { listProposals } from '../directory/store.ts'
import { takeOverBasics } from '../directory/take-over.ts'
import { directoryTodos } from '../directory/todos.ts'
import { entryRecord, listEntries } from '../directory/views.ts'
import { bodyAnswer, proposalAnswers, recordAnswer } from './directory-answers.ts'
import * as contract from './directory-contract.ts'
import { itemParams, refusals, SIGN_IN, staffOf } from './officer.ts'
import type { CatalogueApiDeps } from './routes.ts'

const NO_ENTRY = { name: 'not-found', sentence: '目录里没有这个基本编码。' }
const tags = ['directory']

/** The directory over HTTP: what exists by law, its operations, exceptions, the public figure, and items made from it. */
export function registerDirectoryApi(root: Web, deps: CatalogueApiDeps): void {
  const web = root.withTypeProvider<ZodTypeProvider>()
  registerReading(web, deps)
  registerActs(web, deps)
}

type TypedWeb = ReturnType<typeof typed>
const typed = (root: Web) => root.withTypeProvider<ZodTypeProvider>()

function registerReading(web: TypedWeb, deps: CatalogueApiDeps): void {
  const { db, clock } = deps
  const today = () => dayOf(clock.now())
  // Open to everybody and one pass over all items: counted at most once a minute, however many ask.
  let kept: { at: number; figure: Promise<Figure> } | null = null
  const figure = (): Promise<Figure> => {
    const now = clock.now().getTime()
    if (kept === null || now - kept.at > 60_000) {
      const counting = { at: now, figure: placements(db, {}, today()).then(figureOf) }
      counting.figure.catch(() => {
        if (kept === counting) kept = null
      })
      kept = counting
    }
    return kept.figure
  }

  web.get(
    '/api/directory',
    {
      schema: {
        tags,
        summary: '基本目录: entries by code, with their state, version and how many bodies implement them',
        querystring: contract.listQuery,
        response: { 200: contract.list, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const { mine, ...query } = request.query
      return listEntries(db, { ...query, organId: mine ? staff.organId : undefined })
    },
  )

  web.get(
    '/api/directory/entries/:code',
    {
      schema: {
        tags,
        summary: 'One entry: basic elements, versions, bodies, exceptions, lineage, what is under way',
        params: z.object({ code: contract.basicCode }),
        response: { 200: contract.record, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const found = await entryRecord(db, staff, request.params.code, today())
      return found ? recordAnswer(db, staff, found) : sendRefusal(reply, NO_ENTRY)
    },
  )

  web.get(
    '/api/directory/proposals',
    {
      schema: {
        tags,
        summary: 'Proposals of the own department, or of all for those who file, decide and supervise',
        querystring: contract.proposalQuery,
        response: { 200: contract.proposals, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const { status } = request.query
      const rows = await listProposals(db, {
        organ: readsAll(staff) ? null : staff.organId,
        ...(status ? { status } : {}),
      })
      return { rows: await proposalAnswers(db, staff, rows), mayDecide: (await mayDecide(db, staff)).ok }
    },
  )

  web.get(
    '/api/directory/todos',
    {
      schema: {
        tags,
        summary: 'Items that the directory changed under: to be reviewed, suspended or cancelled',
        response: { 200: contract.todos, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      return { rows: await directoryTodos(db, { organId: readsAll(staff) ? null : staff.organId }) }
    },
  )

  web.get(
    '/api/directory/figure',
    {
      schema: {
        tags,
        summary:
          'Art. 5.1(2): how many are in a centre, exempt, missing; by department and district. Public.',
        response: { 200: contract.figure, ...refusals },
      },
    },
    async () => {
      const { all, byOrgan, byArea } = await figure()
      return { all, byArea, byOrgan: byOrgan.map(({ organ, ...n }) => ({ ...n, body: bodyAnswer(organ) })) }
    },
  )

  web.get(
    '/api/directory/addable',
    {
      schema: {
        tags,
        summary: 'Entries from which the own body may add an item; first those that it should have and lacks',
        querystring: contract.addableQuery,
        response: { 200: contract.addables, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      return { rows: await addable(db, staff, request.query.q) }
    },
  )

  web.get(
    '/api/directory/bodies',
    {
      schema: {
        tags,
        summary: 'Departments that can implement an entry',
        response: { 200: contract.bodies, ...refusals },
      },
    },
    async (request, reply) => {
      if ((await staffOf(deps, request)) === null) return sendRefusal(reply, SIGN_IN)
      const organs = await listOrgans(db)
      return {
        rows: organs.filter((o) => o.kind === 'department' || o.kind === 'supervisor').map(bodyAnswer),
      }
    },
  )

  web.get(
    '/api/centres',
    { schema: { tags, summary: '服务中心, by area. Public.', response: { 200: contract.centres } } },
    async () => ({ rows: await listCentres(db) }),
  )
}

function registerActs(web: TypedWeb, deps: CatalogueApiDeps): void {
  /** One act of a signed-in officer: its value, or the refusal with its status. */
  async function act<T>(
    request: Request,
    reply: Reply,
    run: (staff: Staff, now: Date) => Promise<Result<T>>,
  ): Promise<T | { refusal: Refusal }> {
    const staff = await staffOf(deps, request)
    const result = staff ? await run(staff, deps.clock.now()) : { ok: false as const, refusal: SIGN_IN }
    if (result.ok) return result.value
    reply.code(statusOf(result.refusal))
    return { refusal: result.refusal }
  }
  const idParams = z.object({ id: z.uuid() })

  web.post(
    '/api/directory/proposals',
    {
      schema: {
        tags,
        summary: 'Proposes 新增, 变更, 拆分, 合并, 暂停, 恢复 or 取消; nothing changes before it is agreed',
        body: contract.proposalBody,
        response: { 200: z.object({ proposalId: z.uuid() }), ...refusals },
      },
    },
    (request, reply) => act(request, reply, (staff, now) => propose(deps, staff, request.body, now)),
  )

  web.post(
    '/api/directory/proposals/:id/decision',
    {
      schema: {
        tags,
        summary: 'The reform body agrees, by a document and from a day on, or sends back with reasons',
        params: idParams,
        body: contract.decisionBody,
        response: { 200: contract.decided, ...refusals },
      },
    },
    (request, reply) =>
      act(request, reply, (staff, now) => decideProposal(deps, staff, request.params.id, request.body, now)),
  )

  web.post(
    '/api/directory/exceptions',
    {
      schema: {
        tags,
        summary: 'Records an exception that the government of the same level approved (Art. 5.1(2))',
        body: contract.exceptionBody,
        response: { 200: contract.exceptionMade, ...refusals },
      },
    },
    (request, reply) => act(request, reply, (staff, now) => recordException(deps, staff, request.body, now)),
  )

  web.post(
    '/api/directory/exceptions/:id/end',
    {
      schema: {
        tags,
        summary: 'Ends an exception, with the reason',
        params: idParams,
        body: contract.exceptionEnd,
        response: { 200: contract.exceptionMade, ...refusals },
      },
    },
    (request, reply) =>
      act(request, reply, (staff, now) => endException(deps, staff, request.params.id, request.body, now)),
  )

  web.post(
    '/api/items',
    {
      schema: {
        tags,
        summary: 'A clerk adds an item of the own department from the directory',
        body: contract.newItemBody,
        response: { 200: contract.newItem, ...refusals },
      },
    },
    (request, reply) => act(request, reply, (staff, now) => createItem(deps, staff, request.body, now)),
  )

  web.post(
    '/api/items/:id/basics',
    {
      schema: {
        tags,
        summary: 'Copies the directory’s basic elements into the draft, after review',
        params: itemParams,
        body: contract.takeOverBody,
        response: { 200: contract.takenOver, ...refusals },
      },
    },
    (request, reply) =>
      act(request, reply, (staff, now) => takeOverBasics(deps, staff, request.params.id, request.body, now)),
  )
}
