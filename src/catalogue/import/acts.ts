import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FileStore } from '../../documents/index.ts'
import { organById, postRuling, type Staff } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { forgetProgress } from '../transfer/progress-store.ts'
import { deleteJob, type ImportJob, insertJob, jobsBefore, lockJob, readJob } from './job-store.ts'
import { cancel, type ImportDeps, readFileOf, startWriting, takeNext } from './run.ts'

/** What the desk's imports need beside the database: the file store, and workers that go on by themselves. */
export interface DeskImportDeps extends ImportDeps {
  jobs: Jobs
  files: FileStore
  now(): Date
}

const QUEUE = 'catalogue-import'

/**
 * Whose items an officer may import: a department's clerk the own (Art. 5.1(4)), the registrar everybody's (null).
 */
export function mayImport(staff: Staff): Result<{ organId: string | null }> {
  if (postRuling(staff, 'registrar').outcome === 'met') return done({ organId: null })
  const ruling = postRuling(staff, 'clerk')
  if (ruling.outcome === 'met') return done({ organId: staff.organId })
  return refuse('not-allowed', '导入由本部门的事项管理岗或备案岗办。', { detail: { ruling } })
}

export interface BeginImport {
  fileName: string
  content: Readable
  /** Was the upload cut off at the limit? Asked when the content has been read. */
  cut(): boolean
  /** Id of the department that takes the guides over as its own drafts; null: each stays with its own. */
  to: string | null
}

/** Keeps the file and begins its dry run. Nothing is imported before an officer has seen that. */
export async function beginImport(
  { db, files, jobs }: DeskImportDeps,
  staff: Staff,
  { fileName, content, cut, to }: BeginImport,
  now: Date,
): Promise<Result<{ jobId: string }>> {
  const allowed = mayImport(staff)
  if (!allowed.ok) return allowed
  const { organId } = allowed.value
  if (to !== null && organId !== null && to !== organId)
    return refuse('not-allowed', '只能收作本部门的草稿。')
  if (to !== null && (await organById(db, to)) === null)
    return refuse('invalid', '没有这个部门。', { field: 'to' })
  const file = await files.put(content, {
    mediaType: 'application/octet-stream',
    name: fileName,
    at: now,
    ownerStaff: staff.staffId,
  })
  if (cut()) {
    await files.remove([file.fileId])
    return refuse('too-big', '文件超过 200 MB，没有收下。压缩成 CSV 压缩包，或分成几个文件。')
  }
  const jobId = randomUUID()
  await db.transaction(async (tx) => {
    await insertJob(tx, {
      jobId,
      staffId: staff.staffId,
      staffName: staff.name,
      organId,
      toOrgan: to,
      fileId: file.fileId,
      fileName,
      fileSize: file.size,
      createdAt: now,
    })
    await jobs.enqueue(tx, [{ queue: QUEUE, data: { jobId } }])
  })
  return done({ jobId })
}

/** A job that this officer may see: the own department's, or any for those who import for all. */
export async function importFor(
  { db }: Pick<ImportDeps, 'db'>,
  staff: Staff,
  jobId: string,
): Promise<Result<ImportJob>> {
  const allowed = mayImport(staff)
  if (!allowed.ok) return allowed
  const job = await readJob(db, jobId)
  return within(job, allowed.value.organId)
}

const within = (job: ImportJob | null, organId: string | null): Result<ImportJob> =>
  job !== null && (organId === null || job.organId === organId)
    ? done(job)
    : refuse('not-found', '没有这次导入，或者它不归您的部门。超过 30 天的已经删除。')

function onJob(
  deps: DeskImportDeps,
  staff: Staff,
  jobId: string,
  act: (tx: Tx, job: ImportJob) => Promise<Result<void>>,
): Promise<Result<void>> {
  const allowed = mayImport(staff)
  if (!allowed.ok) return Promise.resolve(allowed)
  return deps.db.transaction(async (tx) => {
    const job = within(await lockJob(tx, jobId), allowed.value.organId)
    return job.ok ? act(tx, job.value) : job
  })
}

/** Writes the drafts that the dry run has shown. Asked again while it runs or has run, it is the same import. */
export const goOn = (deps: DeskImportDeps, staff: Staff, jobId: string, now: Date): Promise<Result<void>> =>
  onJob(deps, staff, jobId, async (tx, job) => {
    if (job.state === 'importing' || job.state === 'done') return done(undefined)
    const started = await startWriting(tx, job, now)
    if (started.ok) await deps.jobs.enqueue(tx, [{ queue: QUEUE, data: { jobId } }])
    return started
  })

/** Stops a job. What was written stays as drafts; its file goes. */
export async function stopImport(
  deps: DeskImportDeps,
  staff: Staff,
  jobId: string,
  now: Date,
): Promise<Result<void>> {
  let fileId: string | null = null
  const stopped = await onJob(deps, staff, jobId, (tx, job) => {
    fileId = job.fileId
    return job.state === 'cancelled' ? Promise.resolve(done(undefined)) : cancel(tx, job, now)
  })
  if (stopped.ok && fileId !== null) await deps.files.remove([fileId])
  return stopped
}

/** A worker gives a job back after this long and goes on with it afterwards, so that others get their turn. */
const TURN_MS = 4 * 60_000

/** Declares the worker. It may be killed at any moment: the job keeps its own place. */
export function workOnImports(deps: DeskImportDeps): void {
  deps.jobs.work(QUEUE, async ({ jobId }) => {
    const until = deps.now().getTime() + TURN_MS
    const id = String(jobId)
    const job = await readJob(deps.db, id)
    if (job === null) return
    if (job.state === 'reading') await readStored(deps, job)
    while (await takeNext(deps, id, deps.now()))
      if (deps.now().getTime() > until) return deps.jobs.send([{ queue: QUEUE, data: { jobId: id } }])
    const after = await readJob(deps.db, id)
    if (after?.endedAt && after.fileId) await deps.files.remove([after.fileId])
  })
}

async function readStored(deps: DeskImportDeps, job: ImportJob): Promise<void> {
  const { files } = deps
  const fileId = job.fileId!
  await readFileOf(
    deps,
    job.jobId,
    {
      name: job.fileName,
      size: job.fileSize,
      stream: (part) => files.open(fileId, part),
    },
    deps.now,
  )
}

/** Days for which a job, its file and its report are kept. */
export const IMPORTS_KEPT_DAYS = 30

/** For the timetable: forgets jobs that were begun before this moment, their files with them, and how far exports had come. */
export async function sweepImports(
  { db, files }: Pick<DeskImportDeps, 'db' | 'files'>,
  before: Date,
): Promise<void> {
  for (const { jobId, fileId } of await jobsBefore(db, before)) {
    if (fileId) await files.remove([fileId])
    await deleteJob(db, jobId)
  }
  await forgetProgress(db, before)
}
