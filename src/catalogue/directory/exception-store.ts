import type { Actor } from '../../history/index.ts'
import type { Db, Tx } from '../../platform/database.ts'
import type { ExceptionFacts } from '../../regulation/index.ts'

/** An approved exception (不进驻的例外) of one body from being in a service centre with one entry. */
export interface Exception extends ExceptionFacts {
  exceptionId: string
  basicCode: string
  organId: string
  recordedBy: Actor
  recordedAt: Date
  endedAt: Date | null
  endReason: string
}

export interface RecordException extends ExceptionFacts {
  basicCode: string
  organId: string
}

export async function insertException(
  tx: Tx,
  e: RecordException & { exceptionId: string },
  by: Actor,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into catalogue.directory_exception (exception_id, basic_code, organ_id, kind, reason, government, document,
       approved_on, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      e.exceptionId,
      e.basicCode,
      e.organId,
      e.kind,
      e.reason,
      e.government,
      e.document,
      e.approvedOn,
      JSON.stringify(by),
      at,
    ],
  )
}

/** Exceptions that hold now, or all there ever were. */
export async function listExceptions(
  db: Db,
  of: { basicCode?: string; organId?: string; ended?: boolean } = {},
): Promise<Exception[]> {
  return db.query<Exception>(
    `select exception_id as "exceptionId", basic_code as "basicCode", organ_id as "organId", kind, reason, government,
            document, approved_on as "approvedOn", recorded_by as "recordedBy", recorded_at as "recordedAt",
            ended_at as "endedAt", end_reason as "endReason"
       from catalogue.directory_exception where ($1::text is null or basic_code = $1)
        and ($2::text is null or organ_id = $2) and ($3 or ended_at is null) order by recorded_at desc, exception_id`,
    [of.basicCode ?? null, of.organId ?? null, of.ended ?? false],
  )
}

/** Ends an exception that holds; null where there is none, or it was ended before. */
export async function endExceptionRow(
  tx: Tx,
  exceptionId: string,
  by: Actor,
  reason: string,
  at: Date,
): Promise<{ basicCode: string; organId: string } | null> {
  const [row] = await tx.query<{ basicCode: string; organId: string }>(
    `update catalogue.directory_exception set ended_at = $2, ended_by = $3, end_reason = $4
      where exception_id = $1 and ended_at is null returning basic_code as "basicCode", organ_id as "organId"`,
    [exceptionId, at, JSON.stringify(by), reason],
  )
  return row ?? null
}
