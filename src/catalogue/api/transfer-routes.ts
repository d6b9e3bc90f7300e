import { Readable } from 'node:stream'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listOrgans, type Staff } from '../../identity/index.ts'
import { type Reply, type Request, sendRefusal, type Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { beginImport, type DeskImportDeps, goOn, importFor, mayImport, stopImport } from '../import/acts.ts'
import { type ImportJob, newestJobs, readOutcomes } from '../import/job-store.ts'
import { reportFile } from '../import/report-file.ts'
import { exportItems, MOST_IN_WORKBOOK } from '../transfer/export.ts'
import { countItems, type ExportQuery } from '../transfer/items.ts'
import { progressOf, tellProgress } from '../transfer/progress-store.ts'
import { TABLE_TITLES, type TableName } from '../transfer/tables.ts'
import { refusals, SIGN_IN } from './officer.ts'
import * as contract from './transfer-contract.ts'

export interface TransferApiDeps extends DeskImportDeps {
  deskSession(request: Request): Promise<{ staff: Staff } | null>
}

const MOST_BYTES = 200_000_000
const PAGE = 50
const jobParams = z.object({ id: z.uuid().describe('Id of the import') })
const tags = ['transfer']

/** 导入、导出: dry run, import with progress, reports, and files of the catalogue. */
export function registerTransferApi(root: Web, deps: TransferApiDeps): void {
  const web = root.withTypeProvider<ZodTypeProvider>()
  const { db } = deps
  const staffOf = async (request: Request) => (await deps.deskSession(request))?.staff ?? null

  web.get(
    '/api/imports',
    {
      schema: {
        tags,
        summary: '导入: the newest imports of the own department, or of all for the registrar',
        response: { 200: contract.importList, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const allowed = mayImport(staff)
      if (!allowed.ok) return sendRefusal(reply, allowed.refusal)
      const { organId } = allowed.value
      const jobs = await newestJobs(db, organId, 30)
      const organs = organId === null ? await listOrgans(db) : []
      return {
        jobs: jobs.map((job) => answerOf(job, deps.now())),
        mayImport: organId === null ? ('all' as const) : ('own' as const),
        organs:
          organId === null
            ? organs.filter((o) => o.kind === 'department').map(({ organId, name }) => ({ organId, name }))
            : [{ organId, name: staff.organName }],
      }
    },
  )

  void root.register((uploads, _options, ready) => {
    // The file itself is the body: it goes to the store as it arrives, however big it is.
    uploads.addContentTypeParser('application/octet-stream', (_request, payload, next) => next(null, payload))
    uploads.withTypeProvider<ZodTypeProvider>().post(
      '/api/imports',
      {
        bodyLimit: MOST_BYTES,
        schema: {
          tags,
          summary: 'Takes a file (application/octet-stream) and begins its dry run; nothing is imported yet',
          querystring: contract.beginQuery,
          response: { 201: contract.begun, ...refusals },
        },
      },
      async (request, reply) => {
        const staff = await staffOf(request)
        if (staff === null) return sendRefusal(reply, SIGN_IN)
        const { name, to } = request.query
        const content = bounded(request.body as AsyncIterable<Buffer>)
        const file = { fileName: name, content: content.stream, cut: content.cut, to: to || null }
        const begun = await beginImport(deps, staff, file, deps.now())
        return begun.ok ? reply.code(201).send(begun.value) : sendRefusal(reply, begun.refusal)
      },
    )
    ready()
  })

  web.get(
    '/api/imports/:id',
    {
      schema: {
        tags,
        summary: 'How far an import has come, and its figures',
        params: jobParams,
        response: { 200: contract.importJob, ...refusals },
      },
    },
    async (request, reply) => {
      const job = await jobOf(request, request.params.id, reply)
      return job === null ? reply : answerOf(job, deps.now())
    },
  )

  web.get(
    '/api/imports/:id/rows',
    {
      schema: {
        tags,
        summary: 'What becomes of each record, filtered by outcome, finding or reason; 50 at a time',
        params: jobParams,
        querystring: contract.rowsQuery,
        response: { 200: contract.importRows, ...refusals },
      },
    },
    async (request, reply) => {
      const job = await jobOf(request, request.params.id, reply)
      if (job === null) return reply
      const { outcome = null, todo = null, fault = null, after } = request.query
      const found = await readOutcomes(db, job.jobId, { outcome, todo, fault, after, most: PAGE + 1 })
      const rows = found.slice(0, PAGE).map(({ sourceKey: _, ...row }) => row)
      return { rows, next: found.length > PAGE ? rows.at(-1)!.no : null }
    },
  )

  web.get(
    '/api/imports/:id/report',
    {
      schema: {
        tags,
        summary: 'The report as a table: one line a fault or gap',
        params: jobParams,
        querystring: contract.reportQuery,
      },
    },
    async (request, reply) => {
      const job = await jobOf(request, request.params.id, reply)
      if (job === null) return reply
      const { format } = request.query
      const name = `导入报告-${job.fileName.replace(/\.\w+$/, '')}-${dayOf(job.createdAt)}.${format}`
      return sendFile(reply, name, MEDIA[format], await reportFile(db, job.jobId, format))
    },
  )

  for (const [path, act, summary] of [
    ['run', goOn, 'Writes the drafts that the dry run has shown; never publishes'],
    ['cancellation', stopImport, 'Stops; what was written stays as drafts'],
  ] as const)
    web.post(
      `/api/imports/:id/${path}`,
      { schema: { tags, summary, params: jobParams, response: { 200: contract.importJob, ...refusals } } },
      async (request, reply) => {
        const staff = await staffOf(request)
        if (staff === null) return sendRefusal(reply, SIGN_IN)
        const acted = await act(deps, staff, request.params.id, deps.now())
        if (!acted.ok) return sendRefusal(reply, acted.refusal)
        const job = await importFor(deps, staff, request.params.id)
        return job.ok ? answerOf(job.value, deps.now()) : sendRefusal(reply, job.refusal)
      },
    )

  const exportOf = (staff: Staff, q: z.output<typeof contract.exportQuery>): ExportQuery | null => {
    const allowed = mayImport(staff)
    if (!allowed.ok) return null
    const { organId } = allowed.value
    if (organId !== null && q.organ && q.organ !== organId) return null
    return { organId: organId ?? (q.organ || null), which: q.which, itemType: q.type || null, q: q.q.trim() }
  }
  const NOT_BEGUN = { name: 'not-found', sentence: '您没有开始过这次导出。' }
  const NOT_YOURS = { name: 'not-allowed', sentence: '只能导出本部门的事项，由事项管理岗或备案岗办。' }

  web.get(
    '/api/exports/size',
    {
      schema: {
        tags,
        summary: 'How many items an export would have',
        querystring: contract.exportQuery,
        response: { 200: contract.exportCount, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const query = exportOf(staff, request.query)
      if (query === null) return sendRefusal(reply, NOT_YOURS)
      return { items: await countItems(db, query), mostInWorkbook: MOST_IN_WORKBOOK }
    },
  )

  web.get(
    '/api/exports/progress/:watch',
    {
      schema: {
        tags,
        summary: 'How far an export has come that the asker began with `watch`',
        params: z.object({ watch: z.uuid() }),
        response: { 200: contract.exportProgress, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      return (await progressOf(db, request.params.watch, staff.staffId)) ?? sendRefusal(reply, NOT_BEGUN)
    },
  )

  web.get(
    '/api/exports/file',
    {
      schema: {
        tags,
        summary: '导出: items in the national exchange tables; import reads the file back',
        querystring: contract.exportQuery,
      },
    },
    async (request, reply) => {
      const staff = await staffOf(request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const query = exportOf(staff, request.query)
      if (query === null) return sendRefusal(reply, NOT_YOURS)
      const { watch, format } = request.query
      const file = await exportItems(db, query, format, deps.now(), {
        progress: async (done, items) => {
          if (watch) await tellProgress(db, { watch, staffId: staff.staffId }, { done, items }, deps.now())
        },
      })
      if (!file.ok) return sendRefusal(reply, file.refusal)
      return sendFile(reply, file.value.name, file.value.mediaType, file.value.stream)
    },
  )

  async function jobOf(request: Request, id: string, reply: Reply): Promise<ImportJob | null> {
    const staff = await staffOf(request)
    const job = staff && (await importFor(deps, staff, id))
    if (job?.ok) return job.value
    await sendRefusal(reply, job ? job.refusal : SIGN_IN)
    return null
  }
}

const MEDIA = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const sendFile = (reply: Reply, name: string, mediaType: string, stream: NodeJS.ReadableStream) =>
  reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(mediaType)
    .send(stream)

/** The body as far as the limit; what comes behind it is not kept, and `cut` says so. */
function bounded(body: AsyncIterable<Buffer>): { stream: Readable; cut(): boolean } {
  let length = 0
  async function* upTo() {
    for await (const chunk of body) {
      length += chunk.length
      if (length > MOST_BYTES) return
      yield chunk
    }
  }
  return { stream: Readable.from(upTo(), { objectMode: false }), cut: () => length > MOST_BYTES }
}

/** Seconds that the step under way will take at the pace that it had so far. */
function secondsLeft(job: ImportJob, doneSoFar: number, now: Date): number | null {
  if (job.state !== 'checking' && job.state !== 'importing') return null
  const passed = (now.getTime() - job.stepAt.getTime()) / 1000
  return doneSoFar === 0 || passed <= 0
    ? null
    : Math.ceil((passed / doneSoFar) * Math.max(0, job.records - doneSoFar))
}

function answerOf(job: ImportJob, now: Date) {
  const { jobId, fileName, fileSize, state, shape, format, toOrgan, rowsRead, records } = job
  const writing = job.written !== null
  const doneSoFar = Math.min(records, (writing ? job.written : job.tried)?.total ?? 0)
  return {
    jobId,
    fileName,
    fileSize,
    by: job.staffName,
    state,
    shape,
    format,
    tables: job.tables.map((name) => ({ name, title: TABLE_TITLES[name as TableName] })),
    toOrgan,
    rowsRead,
    records,
    done: doneSoFar,
    secondsLeft: secondsLeft(job, doneSoFar, now),
    tried: job.tried,
    written: job.written,
    refusal: job.refusal,
    createdAt: job.createdAt.toISOString(),
    endedAt: job.endedAt?.toISOString() ?? null,
  }
}
