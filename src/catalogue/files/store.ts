import type { Actor } from '../../history/index.ts'
import type { Db, Tx } from '../../platform/database.ts'

/** A file that a department keeps for the materials of an item; its bytes lie in the file store under `fileId`. */
export interface ItemFile {
  fileId: string
  itemId: string
  name: string
  mediaType: string
  /** Bytes. */
  size: number
}

const FILE = 'file_id as "fileId", item_id as "itemId", name, media_type as "mediaType", size'

export async function insertItemFile(tx: Tx, file: ItemFile, by: Actor, at: Date): Promise<void> {
  await tx.query(
    `insert into catalogue.item_file (file_id, item_id, name, media_type, size, kept_by, kept_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [file.fileId, file.itemId, file.name, file.mediaType, file.size, JSON.stringify(by), at],
  )
}

export async function findItemFile(db: Db, fileId: string): Promise<ItemFile | null> {
  const [row] = await db.query<ItemFile>(`select ${FILE} from catalogue.item_file where file_id = $1`, [
    fileId,
  ])
  return row ?? null
}

/** What was kept for the item, and what its versions took over from the item that it was handed down from (下放). */
export async function filesOfItem(db: Db, itemId: string): Promise<ItemFile[]> {
  return db.query<ItemFile>(
    `select ${FILE} from catalogue.item_file
      where item_id = $1 or file_id in (
        select substr(named, 6)::uuid
          from catalogue.item_version v, jsonb_array_elements(v.content->'materials') m,
               unnest(array[m->>'blankFile', m->>'filledFile']) named
         where v.item_id = $1 and named ~ '^file:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
      order by kept_at`,
    [itemId],
  )
}
