import type { Db } from '../../platform/database.ts'

/** An open dossier of this account and item that a window took in (窗口收件); null where there is none. Newest first. */
export async function handledAtCounter(
  db: Db,
  accountId: string,
  itemId: string,
): Promise<{ dossierId: string; number: string } | null> {
  const [row] = await db.query<{ dossierId: string; number: string }>(
    `select dossier_id as "dossierId", number from casework.dossier
      where account_id = $1 and item_id = $2 and channel = 'window' and open
      order by submitted_at desc limit 1`,
    [accountId, itemId],
  )
  return row ?? null
}
