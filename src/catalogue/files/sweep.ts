import type { FileStore } from '../../documents/index.ts'
import { type History, SYSTEM } from '../../history/index.ts'
import type { Database } from '../../platform/database.ts'
import { streamOf } from '../acts/scene.ts'
import { deleteUnnamed, markUnnamed } from './store.ts'

const DAY = 24 * 60 * 60_000

/** Days for which a file is kept after the last draft let go of it: whoever took it out by mistake puts it back. */
export const UNNAMED_KEPT_DAYS = 30

/**
 * For the timetable: forgets the files of items that no version and no draft has named for {@link UNNAMED_KEPT_DAYS}. What
 * a version once in force names stays for ever, as the version does. Returns how many.
 */
export async function sweepItemFiles(
  { db, history, files }: { db: Database; history: History; files: FileStore },
  now: Date,
): Promise<number> {
  return db.transaction(async (tx) => {
    await markUnnamed(tx, now)
    const gone = await deleteUnnamed(tx, new Date(now.getTime() - UNNAMED_KEPT_DAYS * DAY))
    await files.remove(
      gone.map((f) => f.fileId),
      tx,
    )
    for (const { itemId, fileId, name } of gone)
      await history.record(tx, streamOf(itemId), SYSTEM, now, [
        { type: 'item.file-forgotten', data: { fileId, name } },
      ])
    return gone.length
  })
}
