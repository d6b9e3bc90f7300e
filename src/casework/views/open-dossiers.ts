import type { Db } from '../../platform/database.ts'

/** Open dossiers of an item by the version of its guide that they were submitted under and stay with. */
export async function openDossiersOf(db: Db, itemId: string): Promise<{ version: number; count: number }[]> {
  return db.query<{ version: number; count: number }>(
    `select item_version as version, count(*) as count from casework.dossier
      where item_id = $1 and open group by item_version order by item_version`,
    [itemId],
  )
}
