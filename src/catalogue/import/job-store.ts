import type { Db, Tx } from '../../platform/database.ts'
import type { Finding } from '../gate/finding.ts'
import type { RecordFault } from './reading.ts'
import type { Format, Shape } from './source.ts'
import type { SourceRow } from './source-row.ts'
import type { ImportSummary } from './summary.ts'

/** SQL over import jobs, the rows of their files, and what became of each record. */

/**
 * reading: the file is taken apart; checking: dry run; checked: waits for the go; importing: drafts are written.
 * The last three are the ends.
 */
export type JobState = 'reading' | 'checking' | 'checked' | 'importing' | 'done' | 'cancelled' | 'failed'

export interface ImportJob {
  jobId: string
  staffId: string | null
  staffName: string
  /** Whose items it may touch; null: everybody's. */
  organId: string | null
  toOrgan: string | null
  fileId: string | null
  fileName: string
  fileSize: number
  state: JobState
  shape: Shape | ''
  format: Format | ''
  sourceName: string
  tables: string[]
  rowsRead: number
  records: number
  atRecord: number
  tried: ImportSummary | null
  written: ImportSummary | null
  refusal: string
  createdAt: Date
  stepAt: Date
  endedAt: Date | null
}

const JOB = `job_id as "jobId", staff_id as "staffId", staff_name as "staffName", organ_id as "organId",
  to_organ as "toOrgan", file_id as "fileId", file_name as "fileName", file_size as "fileSize", state, shape, format,
  source_name as "sourceName", tables, rows_read as "rowsRead", records, at_record as "atRecord", tried, written, refusal,
  created_at as "createdAt", step_at as "stepAt", ended_at as "endedAt"`

export type NewJob = Pick<
  ImportJob,
  'jobId' | 'staffId' | 'staffName' | 'organId' | 'toOrgan' | 'fileId' | 'fileName' | 'fileSize' | 'createdAt'
>

export async function insertJob(db: Db, job: NewJob): Promise<void> {
  await db.query(
    `insert into catalogue.import_job (job_id, staff_id, staff_name, organ_id, to_organ, file_id, file_name, file_size,
       state, created_at, step_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'reading', $9, $9)`,
    [
      job.jobId,
      job.staffId,
      job.staffName,
      job.organId,
      job.toOrgan,
      job.fileId,
      job.fileName,
      job.fileSize,
      job.createdAt,
    ],
  )
}

export async function readJob(db: Db, jobId: string): Promise<ImportJob | null> {
  const [job] = await db.query<ImportJob>(`select ${JOB} from catalogue.import_job where job_id = $1`, [
    jobId,
  ])
  return job ?? null
}

export async function lockJob(tx: Tx, jobId: string): Promise<ImportJob | null> {
  const [job] = await tx.query<ImportJob>(
    `select ${JOB} from catalogue.import_job where job_id = $1 for update`,
    [jobId],
  )
  return job ?? null
}

/** The newest jobs of an organ, or of all (null); those of the command line belong to nobody's list but that of all. */
export async function newestJobs(db: Db, organId: string | null, most: number): Promise<ImportJob[]> {
  return db.query<ImportJob>(
    `select ${JOB} from catalogue.import_job where $1::text is null or organ_id = $1 order by created_at desc limit $2`,
    [organId, most],
  )
}

type JobChange = Partial<
  Pick<
    ImportJob,
    | 'state'
    | 'shape'
    | 'format'
    | 'sourceName'
    | 'tables'
    | 'rowsRead'
    | 'records'
    | 'atRecord'
    | 'tried'
    | 'written'
    | 'refusal'
    | 'stepAt'
    | 'endedAt'
  >
>
const COLUMN: Record<keyof JobChange, string> = {
  state: 'state',
  shape: 'shape',
  format: 'format',
  sourceName: 'source_name',
  tables: 'tables',
  rowsRead: 'rows_read',
  records: 'records',
  atRecord: 'at_record',
  tried: 'tried',
  written: 'written',
  refusal: 'refusal',
  stepAt: 'step_at',
  endedAt: 'ended_at',
}

export async function updateJob(db: Db, jobId: string, change: JobChange): Promise<void> {
  const entries = Object.entries(change) as [keyof JobChange, unknown][]
  const sets = entries.map(([key], i) => `${COLUMN[key]} = $${i + 2}`).join(', ')
  await db.query(`update catalogue.import_job set ${sets} where job_id = $1`, [
    jobId,
    ...entries.map(([key, v]) => (key === 'tried' || key === 'written' ? JSON.stringify(v) : v)),
  ])
}

export async function insertRows(tx: Tx, jobId: string, rows: (SourceRow & { no: number })[]): Promise<void> {
  await tx.prepared(
    'import-rows',
    `insert into catalogue.import_row (job_id, part, no, key, data)
     select $1, part, no, key, coalesce(data, 'null') from jsonb_to_recordset($2::jsonb) as r(part text, no int, key text, data jsonb)`,
    [jobId, JSON.stringify(rows)],
  )
}

/** How many rows of each part are put away: where a reader that was stopped goes on numbering. */
export async function rowsByPart(db: Db, jobId: string): Promise<Map<string, number>> {
  const rows = await db.query<{ part: string; n: number }>(
    'select part, count(*) as n from catalogue.import_row where job_id = $1 group by part',
    [jobId],
  )
  return new Map(rows.map((r) => [r.part, r.n]))
}

/** Rows of the other tables whose codes no record has: by table, how many. */
export async function strayRows(db: Db, jobId: string): Promise<{ part: string; rows: number }[]> {
  return db.query(
    `select part, sum(jsonb_array_length(data))::int as rows from catalogue.import_row r
      where job_id = $1 and part <> 'main'
        and not exists (select 1 from catalogue.import_row m where m.job_id = $1 and m.part = 'main' and m.key = r.key)
      group by part order by part`,
    [jobId],
  )
}

export interface StoredRow {
  no: number
  key: string
  data: unknown
}

/** The next records after number `after`; in earnest, those that the dry run did not refuse. */
export async function nextRecords(
  tx: Tx,
  jobId: string,
  after: number,
  most: number,
  earnest: boolean,
): Promise<StoredRow[]> {
  return tx.query<StoredRow>(
    earnest
      ? `select r.no, r.key, r.data from catalogue.import_row r join catalogue.import_outcome o using (job_id, no)
          where r.job_id = $1 and r.part = 'main' and r.no > $2 and o.outcome <> 'refused' order by r.no limit $3`
      : `select no, key, data from catalogue.import_row
          where job_id = $1 and part = 'main' and no > $2 order by no limit $3`,
    [jobId, after, most],
  )
}

/** The rows of the other tables that belong to these keys; neighbours in the file lie together. */
export async function rowsOfKeys(
  tx: Tx,
  jobId: string,
  keys: string[],
): Promise<{ part: string; key: string; data: Record<string, string>[] }[]> {
  return tx.query(
    `select part, key, data from catalogue.import_row
      where job_id = $1 and part <> 'main' and key = any($2) order by part, no`,
    [jobId, keys],
  )
}

export interface OutcomeRow {
  no: number
  sourceKey: string
  name: string
  implCode: string
  outcome: 'imported' | 'updated' | 'unchanged' | 'kept' | 'refused'
  itemId: string | null
  faults: RecordFault[]
  todos: Finding[]
}

/** Which of these records the file had before: by source key, the number of the first. */
export async function firstOf(tx: Tx, jobId: string, keys: string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ key: string; no: number }>(
    `select source_key as key, min(no) as no from catalogue.import_outcome
      where job_id = $1 and source_key = any($2) and outcome <> 'refused' group by source_key`,
    [jobId, keys],
  )
  return new Map(rows.map((r) => [r.key, r.no]))
}

export async function writeOutcomes(tx: Tx, jobId: string, rows: OutcomeRow[]): Promise<void> {
  await tx.prepared(
    'import-outcomes',
    `insert into catalogue.import_outcome (job_id, no, source_key, name, impl_code, outcome, item_id, faults, todos, todo_ids)
     select $1, no, key, name, code, outcome, item::uuid, faults, todos,
            array(select distinct t->>'id' from jsonb_array_elements(todos) t)
       from jsonb_to_recordset($2::jsonb) as o(no int, key text, name text, code text, outcome text, item text,
            faults jsonb, todos jsonb)
     on conflict (job_id, no) do update set outcome = excluded.outcome, item_id = excluded.item_id,
       faults = excluded.faults, todos = excluded.todos, todo_ids = excluded.todo_ids`,
    [
      jobId,
      JSON.stringify(
        rows.map((r) => ({
          no: r.no,
          key: r.sourceKey,
          name: r.name,
          code: r.implCode,
          outcome: r.outcome,
          item: r.itemId,
          faults: r.faults,
          todos: r.todos,
        })),
      ),
    ],
  )
}

export interface OutcomeQuery {
  outcome: OutcomeRow['outcome'] | null
  /** Id of a finding that the record has. */
  todo: string | null
  /** Field and reason of a refusal: `impl_code bad-check-digit`. */
  fault: string | null
  after: number
  most: number
}

/** What became of the records, in the order of the file, from behind number `after`. */
export async function readOutcomes(db: Db, jobId: string, q: OutcomeQuery): Promise<OutcomeRow[]> {
  const [field, reason] = q.fault?.split(' ') ?? []
  return db.query<OutcomeRow>(
    `select no, source_key as "sourceKey", name, impl_code as "implCode", outcome, item_id as "itemId", faults, todos
       from catalogue.import_outcome
      where job_id = $1 and no > $2 and ($3::text is null or outcome = $3) and ($4::text is null or $4 = any(todo_ids))
        and ($5::text is null or exists (select 1 from jsonb_array_elements(faults) f
              where regexp_replace(f->>'field', '\\.\\d+(?=\\.|$)', '', 'g') = $5 and f->>'reason' = $6))
      order by no limit $7`,
    [jobId, q.after, q.outcome, q.todo, field ?? null, reason ?? null, q.most],
  )
}

/** The file taken apart is needed no more once a job has ended; the report stays. */
export async function deleteRows(db: Db, jobId: string): Promise<void> {
  await db.query('delete from catalogue.import_row where job_id = $1', [jobId])
}

export async function deleteJob(db: Db, jobId: string): Promise<void> {
  await db.query('delete from catalogue.import_job where job_id = $1', [jobId])
}

/** Jobs that were begun before this moment, with their files. */
export async function jobsBefore(db: Db, before: Date): Promise<{ jobId: string; fileId: string | null }[]> {
  return db.query(
    'select job_id as "jobId", file_id as "fileId" from catalogue.import_job where created_at < $1 limit 1000',
    [before],
  )
}
