import type { Db } from '../../platform/database.ts'

/** How far an export has come, under the number that its page made up: the page asks while the file is being made. */
export interface ExportProgress {
  done: number
  items: number
}

/** A number that is somebody else's stays theirs. */
export async function tellProgress(
  db: Db,
  { watch, staffId }: { watch: string; staffId: string },
  { done, items }: ExportProgress,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into catalogue.export_progress (watch, staff_id, done, items, at) values ($1, $2, $3, $4, $5)
     on conflict (watch) do update set done = excluded.done, items = excluded.items, at = excluded.at
       where export_progress.staff_id = excluded.staff_id`,
    [watch, staffId, done, items, now],
  )
}

/** Null where this officer has no such export under way, and before its first items are there. */
export async function progressOf(db: Db, watch: string, staffId: string): Promise<ExportProgress | null> {
  const [row] = await db.query<ExportProgress>(
    'select done, items from catalogue.export_progress where watch = $1 and staff_id = $2',
    [watch, staffId],
  )
  return row ?? null
}

/** Forgets what nobody asks for any more. */
export async function forgetProgress(db: Db, before: Date): Promise<void> {
  await db.query('delete from catalogue.export_progress where at < $1', [before])
}
