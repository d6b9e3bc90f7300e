import type { Actor, History } from '../../history/index.ts'
import { organById } from '../../identity/index.ts'
import type { Database, Tx } from '../../platform/database.ts'
import { done, orRefusal, type Result, refuse } from '../../platform/refusal.ts'
import { clean } from '../draft.ts'
import type { TableName, TableRow } from '../transfer/tables.ts'
import {
  deleteRows,
  type ImportJob,
  insertRows,
  lockJob,
  nextRecords,
  readJob,
  rowsByPart,
  rowsOfKeys,
  type StoredRow,
  strayRows,
  updateJob,
  writeOutcomes,
} from './job-store.ts'
import { readRecord } from './read-record.ts'
import { EMPTY, openSource } from './source.ts'
import type { SourceFile } from './source-file.ts'
import type { SourceRow } from './source-row.ts'
import { counted, emptySummary } from './summary.ts'
import { type ReadRow, takeBatch } from './take.ts'
import { takenOver } from './take-over.ts'

export interface ImportDeps {
  db: Database
  history: History
}

/** Who signs for what an import did that no officer asked for. */
export const IMPORTER: Actor = { kind: 'system', id: 'import', name: '指南导入' }

const ROWS_A_TIME = 2000
const RECORDS_A_TIME = 250

/**
 * Puts the file of a job away row by row; what was put away before is passed over, so a reader that was killed goes on where it
 * stopped. Then the job is ready for its dry run; a file that cannot be read ends it with one sentence.
 */
export async function readFileOf(
  { db }: ImportDeps,
  jobId: string,
  file: SourceFile,
  now: () => Date,
): Promise<Result<void>> {
  const read = await orRefusal(putAway(db, jobId, file, now))
  if (read.ok) return read
  await db.transaction(async (tx) => {
    const job = await lockJob(tx, jobId)
    if (job?.state !== 'reading') return
    await updateJob(tx, jobId, { state: 'failed', refusal: read.refusal.sentence, endedAt: now() })
    await deleteRows(tx, jobId)
  })
  return read
}

async function putAway(
  db: Database,
  jobId: string,
  file: SourceFile,
  now: () => Date,
): Promise<Result<void>> {
  const source = await openSource(file)
  if (!source.ok) return source
  const { shape, format, from, tables, rows } = source.value
  const job = await readJob(db, jobId)
  if (job?.state !== 'reading') return done(undefined)
  await updateJob(db, jobId, { shape, format, sourceName: from, tables })
  const numbers = await rowsByPart(db, jobId)
  const { rowsRead } = job
  let seen = 0
  let at = rowsRead
  let held: (SourceRow & { no: number })[] = []
  const put = () =>
    db.transaction(async (tx) => {
      const state = await lockJob(tx, jobId)
      // Cancelled, or another process has taken over.
      if (state?.state !== 'reading' || state.rowsRead !== at) return false
      await insertRows(tx, jobId, held)
      at += held.reduce((n, row) => n + (row.part === 'main' ? 1 : (row.data as unknown[]).length), 0)
      await updateJob(tx, jobId, { rowsRead: at, records: numbers.get('main') ?? 0 })
      held = []
      return true
    })
  for await (const row of rows) {
    seen += 1
    if (seen <= rowsRead) continue
    if (seen - at > ROWS_A_TIME && !(await put())) return done(undefined)
    const data = clean(row.data)
    const last = held.at(-1)
    if (row.part !== 'main' && last?.part === row.part && last.key === row.key) {
      ;(last.data as unknown[]).push(data)
      continue
    }
    const no = (numbers.get(row.part) ?? 0) + 1
    numbers.set(row.part, no)
    held.push({ ...row, data: row.part === 'main' ? data : [data], no })
  }
  if (held.length > 0 && !(await put())) return done(undefined)
  if ((numbers.get('main') ?? 0) === 0) return EMPTY
  await db.transaction(async (tx) => {
    const state = await lockJob(tx, jobId)
    if (state?.state !== 'reading') return
    const stray = await strayRows(tx, jobId)
    const refusals = stray.map(({ part, rows }) => ({
      field: part,
      reason: 'stray',
      records: rows,
      example: '这么多行的编码在基本信息表里没有，没有收。',
    }))
    const tried = { ...emptySummary(), refusals }
    await updateJob(tx, jobId, { state: 'checking', atRecord: 0, tried, stepAt: now() })
  })
  return done(undefined)
}

/**
 * The next batch of a dry run or of an import, with the place that it has come to, in one transaction. False when there is
 * nothing more to do for now: the step is done, or the job has ended.
 */
export async function takeNext({ db, history }: ImportDeps, jobId: string, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const job = await lockJob(tx, jobId)
    if (job === null || (job.state !== 'checking' && job.state !== 'importing')) return false
    const earnest = job.state === 'importing'
    const records = await nextRecords(tx, jobId, job.atRecord, RECORDS_A_TIME, earnest)
    const last = records.at(-1)
    if (last === undefined) {
      await updateJob(
        tx,
        jobId,
        earnest ? { state: 'done', endedAt: now } : { state: 'checked', stepAt: now },
      )
      if (earnest) await deleteRows(tx, jobId)
      return false
    }
    const own = job.organId === null ? null : await organById(tx, job.organId)
    const by = job.staffId ? { kind: 'staff' as const, id: job.staffId, name: job.staffName } : IMPORTER
    const batch = {
      jobId,
      own,
      columns:
        job.shape === 'national'
          ? { dept: 'dept_name', code: 'task_code' }
          : { dept: 'dept', code: 'impl_code' },
      mayStartChange: job.shape === 'national' && job.toOrgan === null,
      write: earnest ? { by, history } : null,
      now,
    }
    const outcomes = await takeBatch(tx, batch, await readRows(tx, job, records))
    await writeOutcomes(tx, jobId, outcomes)
    const figures = earnest ? 'written' : 'tried'
    await updateJob(tx, jobId, {
      atRecord: last.no,
      [figures]: counted(job[figures] ?? emptySummary(), outcomes),
    })
    return true
  })
}

async function readRows(tx: Tx, job: ImportJob, records: StoredRow[]): Promise<ReadRow[]> {
  const { jobId, shape, sourceName } = job
  if (shape === '') throw new Error(`import ${jobId} is past reading and has no shape`)
  const to = job.toOrgan === null ? null : await organById(tx, job.toOrgan)
  const keys = shape === 'national' ? records.map((r) => r.key) : []
  const parts = Map.groupBy(keys.length > 0 ? await rowsOfKeys(tx, jobId, keys) : [], (r) => r.key)
  return records.map(({ no, key, data }) => {
    // A table that the file has, and that has nothing of this item, says that there is nothing.
    const tables: Partial<Record<TableName, TableRow[]>> = Object.fromEntries(
      job.tables.filter((t) => t !== 'up_task_general_basic').map((t) => [t, []]),
    )
    for (const { part, data: rows } of parts.get(key) ?? []) tables[part as TableName]?.push(...rows)
    const reading = readRecord(shape, sourceName, data, tables)
    return { no, reading: reading.ok && to ? { ok: true, record: takenOver(reading.record, to) } : reading }
  })
}

/** Goes on from the dry run to writing. What the dry run refused is refused already. */
export async function startWriting(tx: Tx, job: ImportJob, now: Date): Promise<Result<void>> {
  if (job.state !== 'checked') return refuse('conflict', '试跑还没有完，或者已经导入过了。')
  const { outcomes, refusals } = job.tried!
  const before = emptySummary()
  await updateJob(tx, job.jobId, {
    state: 'importing',
    atRecord: 0,
    stepAt: now,
    written: {
      ...before,
      total: outcomes.refused,
      outcomes: { ...before.outcomes, refused: outcomes.refused },
      refusals,
    },
  })
  return done(undefined)
}

/** Ends a job that is not at its end yet: nothing more is written, what was written stays as drafts. */
export async function cancel(tx: Tx, job: ImportJob, now: Date): Promise<Result<void>> {
  if (job.endedAt !== null) return refuse('conflict', '这次导入已经结束了。')
  await updateJob(tx, job.jobId, { state: 'cancelled', endedAt: now })
  await deleteRows(tx, job.jobId)
  return done(undefined)
}
