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

/** Files (`f`) that guides of the organ `$1` may name: its own items', and what came to it with an item that was handed down (下放). */
const OPEN_TO = `exists (select from catalogue.item i where i.item_id = f.item_id and i.organ_id = $1)
  or exists (select from catalogue.lineage l join catalogue.item h on h.item_id = l.to_item
              where l.from_item = f.item_id and h.organ_id = $1)`

/** The files that the versions `v` name, one row a file. */
const NAMED = `select substr(named, 6)::uuid as file_id
  from catalogue.item_version v, jsonb_array_elements(v.content->'materials') m,
       unnest(array[m->>'blankFile', m->>'filledFile']) named
 where named ~* '^file:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`

/** What was kept for the item, and what else its versions name that is its department's to name. */
export async function filesOfItem(
  db: Db,
  { itemId, organId }: { itemId: string; organId: string },
): Promise<ItemFile[]> {
  return db.query<ItemFile>(
    `select ${FILE} from catalogue.item_file f
      where (${OPEN_TO}) and (f.item_id = $2 or f.file_id in (${NAMED} and v.item_id = $2)) order by kept_at`,
    [organId, itemId],
  )
}

/** Which of these files guides of the organ may name. */
export async function filesOpenTo(db: Db, organId: string, fileIds: string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select f.file_id as id from catalogue.item_file f where f.file_id = any($2) and (${OPEN_TO})`,
    [organId, fileIds],
  )
  return rows.map((r) => r.id)
}

/**
 * Marks files that no version and no draft names, from now on, and takes the mark off those that one names again. One
 * reading of the versions of those departments that keep files.
 */
export async function markUnnamed(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `with named as (${NAMED} and v.item_id in (
         select i.item_id from catalogue.item i where i.organ_id in (
           select o.organ_id from catalogue.item_file join catalogue.item o using (item_id))
         union select l.to_item from catalogue.lineage l join catalogue.item_file f on f.item_id = l.from_item)),
       found as (select file_id, file_id in (select file_id from named) as is_named from catalogue.item_file)
     update catalogue.item_file f set unnamed_since = case when is_named then null else $1::timestamptz end
       from found where found.file_id = f.file_id and is_named = (f.unnamed_since is not null)`,
    [now],
  )
}

/** Forgets the files that nothing has named since before that moment. */
export async function deleteUnnamed(tx: Tx, before: Date): Promise<ItemFile[]> {
  return tx.query<ItemFile>(`delete from catalogue.item_file where unnamed_since < $1 returning ${FILE}`, [
    before,
  ])
}
