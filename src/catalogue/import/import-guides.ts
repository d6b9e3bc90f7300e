import { randomUUID } from 'node:crypto'
import { organById } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { deleteJob, insertJob, lockJob, type OutcomeRow, readJob, readOutcomes } from './job-store.ts'
import { IMPORTER, type ImportDeps, readFileOf, startWriting, takeNext } from './run.ts'
import type { Shape } from './source.ts'
import { heldFile, type SourceFile } from './source-file.ts'
import type { ImportSummary } from './summary.ts'

/** What became of one record; see `decide.ts` for the outcomes. */
export type RecordOutcome = OutcomeRow['outcome']
export type RecordReport = OutcomeRow

export interface ImportRun {
  shape: Shape
  summary: ImportSummary
  /** What became of each record, in the order of the file; a hundred thousand need not be in memory at once. */
  records(): AsyncIterable<RecordReport>
}

export interface ImportOptions {
  /** Id of a department that takes the guides over as its own drafts; without it each stays with the body that it names. */
  to?: string | null
  /** Only tries: nothing is written. */
  dryRun?: boolean
  progress?: (step: 'checking' | 'importing', done: number, of: number) => void
}

/**
 * Imports a file here and now, without an officer and without a worker: for the command line and for tests. The same
 * pipeline as the desk's: the file becomes rows, a dry run, then drafts. Refuses the file only where it cannot be read;
 * `use` gets the report before its rows are thrown away.
 */
export async function runImport<T>(
  deps: ImportDeps,
  file: SourceFile,
  now: () => Date,
  { to = null, dryRun = false, progress = () => {} }: ImportOptions,
  use: (run: ImportRun) => Promise<T>,
): Promise<Result<T>> {
  const { db } = deps
  if (to !== null && (await organById(db, to)) === null)
    return refuse('no-organ', `没有部门“${to}”，一条也没有导入。`)
  const jobId = randomUUID()
  await insertJob(db, {
    jobId,
    staffId: null,
    staffName: IMPORTER.name,
    organId: null,
    toOrgan: to,
    fileId: null,
    fileName: file.name,
    fileSize: file.size,
    createdAt: now(),
  })
  try {
    const read = await readFileOf(deps, jobId, file, now)
    if (!read.ok) return read
    while (await takeNext(deps, jobId, now())) await tell(deps, jobId, progress)
    if (!dryRun) {
      await db.transaction(async (tx) => startWriting(tx, (await lockJob(tx, jobId))!, now()))
      while (await takeNext(deps, jobId, now())) await tell(deps, jobId, progress)
    }
    const job = (await readJob(db, jobId))!
    const summary = (dryRun ? job.tried : job.written)!
    const run: ImportRun = {
      shape: job.shape as Shape,
      // What the dry run refused was counted without its gaps; the gaps of the rest are as they were written.
      summary,
      records: () => outcomesOf(deps, jobId),
    }
    return done(await use(run))
  } finally {
    await deleteJob(db, jobId)
  }
}

async function tell(
  { db }: ImportDeps,
  jobId: string,
  progress: NonNullable<ImportOptions['progress']>,
): Promise<void> {
  const job = await readJob(db, jobId)
  if (job?.state === 'checking') progress('checking', job.tried?.total ?? 0, job.records)
  if (job?.state === 'importing') progress('importing', job.written?.total ?? 0, job.records)
}

const PAGE = 1000

export async function* outcomesOf({ db }: { db: Db }, jobId: string): AsyncIterable<OutcomeRow> {
  let after = 0
  for (;;) {
    const page = await readOutcomes(db, jobId, { outcome: null, todo: null, fault: null, after, most: PAGE })
    yield* page
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = last.no
  }
}

export interface ImportReport {
  shape: Shape
  summary: ImportSummary
  records: RecordReport[]
}

/** {@link runImport} of a small file, with the whole report. */
export function importGuides(
  deps: ImportDeps,
  bytes: Uint8Array,
  now: Date,
  options: ImportOptions = {},
): Promise<Result<ImportReport>> {
  return runImport(
    deps,
    heldFile('guides', bytes),
    () => now,
    options,
    async ({ shape, summary, records }) => {
      const all: RecordReport[] = []
      for await (const record of records()) all.push(record)
      return { shape, summary, records: all }
    },
  )
}
