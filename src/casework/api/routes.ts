import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SIGN_IN_NEEDED } from '../../identity/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Reply, type Request, sendRefusal, type Web } from '../../platform/web.ts'
import { notFound } from '../acts/act.ts'
import { latestMaterials } from '../material-store.ts'
import { fileOfDossier, paperFile } from '../views/files.ts'
import { jointFile, jointRecord } from '../views/joint.ts'
import { type Reach, reachOf } from '../views/reach.ts'
import { dossierRecord, visibleDossier } from '../views/record.ts'
import { worklistPage as readPage, worklistCounts } from '../views/worklist.ts'
import { registerActs } from './acts.ts'
import { askCorrectionBody, refusalAnswer } from './acts-contract.ts'
import { record } from './contract.ts'
import type { DeskApiDeps, OpenedFile } from './deps.ts'
import { worklistCounts as countsAnswer, worklistPage, worklistQuery } from './worklist-contract.ts'

const dossierParams = z.object({ id: z.uuid() })
const REFUSALS = { 401: refusalAnswer, 403: refusalAnswer, 404: refusalAnswer }
const NO_POST: Refusal = {
  name: 'not-allowed',
  sentence: '没有办件岗位，或者岗位培训还没有登记，看不到办件。请本部门设岗、登记培训。',
}

/** The desk's HTTP API about dossiers. Every answer is limited to what the signed-in officer may see. */
export function registerDeskApi(app: Web, deps: DeskApiDeps): void {
  const web = app.withTypeProvider<ZodTypeProvider>()
  const reachOr = (request: Request, reply: Reply) => reachOrRefuse(deps, request, reply)

  web.get(
    '/api/worklist',
    {
      schema: {
        summary: '待办列表，一页 20 件',
        tags: ['办件'],
        querystring: worklistQuery,
        response: { 200: worklistPage, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const reach = await reachOr(request, reply)
      if (!reach) return reply
      // The busiest answer of the desk: its type holds the shape, checking each of 20 rows again would cost more than the query.
      reply.serializer(JSON.stringify)
      return readPage(deps.db, reach, request.query, deps.clock.now(), deps.calendar)
    },
  )

  web.get(
    '/api/worklist/counts',
    { schema: { summary: '各筛选的件数', tags: ['办件'], response: { 200: countsAnswer, ...REFUSALS } } },
    async (request, reply) => {
      const reach = await reachOr(request, reply)
      return reach ? worklistCounts(deps.db, reach, deps.clock.now()) : reply
    },
  )

  web.get(
    '/api/dossiers/:id',
    {
      schema: {
        summary: '一个办件的全部内容',
        tags: ['办件'],
        params: dossierParams,
        response: { 200: record, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const reach = await reachOr(request, reply)
      if (!reach) return reply
      const now = deps.clock.now()
      const found = await dossierRecord(
        deps.db,
        deps.files.notes,
        reach,
        request.params.id,
        now,
        deps.calendar,
      )
      if (found) return found
      const joint = await jointRecord(deps.db, deps.files.notes, reach, request.params.id, now, deps.calendar)
      return joint ?? sendRefusal(reply, notFound)
    },
  )

  web.get(
    '/api/dossiers/:id/files/:fileId',
    {
      schema: {
        summary: '办件里的一个文件，在页面里看',
        tags: ['办件'],
        params: dossierParams.extend({ fileId: z.uuid() }),
      },
    },
    async (request, reply) => {
      const reach = await reachOr(request, reply)
      if (!reach) return reply
      const { id, fileId } = request.params
      const dossier = await visibleDossier(deps.db, reach, id)
      const may = dossier ? fileOfDossier(deps.db, id, fileId) : jointFile(deps.db, reach, id, fileId)
      if (!(await may)) return sendRefusal(reply, notFound)
      return sendFile(reply, await deps.files.open(fileId))
    },
  )

  web.get(
    '/api/dossiers/:id/papers/:no',
    {
      schema: {
        summary: '办件的一份文书',
        tags: ['办件'],
        params: dossierParams.extend({ no: z.coerce.number().int().min(1).max(1_000_000) }),
      },
    },
    async (request, reply) => {
      const reach = await reachOr(request, reply)
      if (!reach) return reply
      const { id, no } = request.params
      const dossier = await visibleDossier(deps.db, reach, id)
      const fileId = dossier && (await paperFile(deps.db, id, no))
      return fileId ? sendFile(reply, await deps.files.open(fileId)) : sendRefusal(reply, notFound)
    },
  )

  web.get(
    '/api/dossiers/:id/correction-preview',
    {
      schema: {
        summary: '补齐补正通知书的预览：按已记下的问题画出来，不保存',
        tags: ['办件'],
        params: dossierParams,
        querystring: z.object({ answerDays: z.coerce.number().int().min(1).max(60) }),
      },
    },
    async (request, reply) => {
      const reach = await reachOr(request, reply)
      if (!reach) return reply
      const dossier = await visibleDossier(deps.db, reach, request.params.id)
      if (!dossier || dossier.organId !== reach.staff.organId) return sendRefusal(reply, notFound)
      const materials = await latestMaterials(deps.db, dossier.dossierId)
      const demands = materials.filter((m) => m.verdict === 'fault')
      const { answerDays } = request.query
      const drawn = await deps.drawCorrection(dossier, reach.staff, demands, answerDays, deps.clock.now())
      if (!drawn.ok) return sendRefusal(reply, drawn.refusal)
      return inline(reply, 'application/pdf', '补齐补正通知书.pdf').send(drawn.value)
    },
  )

  web.post(
    '/api/dossiers/:id/correction-preview',
    {
      schema: {
        summary: '补齐补正通知书的预览：按请求里的问题画出来，不保存',
        tags: ['办件'],
        params: dossierParams,
        body: askCorrectionBody.pick({ demands: true, answerDays: true }),
      },
    },
    async (request, reply) => {
      const reach = await reachOr(request, reply)
      if (!reach) return reply
      const dossier = await visibleDossier(deps.db, reach, request.params.id)
      if (!dossier || dossier.organId !== reach.staff.organId) return sendRefusal(reply, notFound)
      const { demands, answerDays } = request.body
      const drawn = await deps.drawCorrection(dossier, reach.staff, demands, answerDays, deps.clock.now())
      if (!drawn.ok) return sendRefusal(reply, drawn.refusal)
      return inline(reply, 'application/pdf', '补齐补正通知书.pdf').send(drawn.value)
    },
  )

  registerActs(app, deps)
}

/** The officer's reach, or null after the refusal has been sent. */
async function reachOrRefuse(deps: DeskApiDeps, request: Request, reply: Reply): Promise<Reach | null> {
  const session = await deps.deskSession(request)
  const reach = session && reachOf(session.staff)
  if (!reach) sendRefusal(reply, session ? NO_POST : SIGN_IN_NEEDED.refusal)
  return reach
}

/** Kinds that a browser shows without running anything of them; all others are handed over as a download. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg']

function sendFile(reply: Reply, file: OpenedFile | null): Reply {
  if (!file) return sendRefusal(reply, notFound)
  if (!SHOWN.includes(file.mediaType)) {
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.stream)
  }
  return inline(reply, file.mediaType, file.name).header('content-length', file.size).send(file.stream)
}

/** A file of somebody else inside our page: it may be framed by us and may load nothing. */
function inline(reply: Reply, mediaType: string, name: string): Reply {
  return reply
    .type(mediaType)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
    )
    .header('cache-control', 'private, no-store')
}
