import type { Actor } from '../../history/index.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { type ItemContent, itemContent } from '../item.ts'

/** The revisions of a draft: what a save made on an older one is merged from. */

export interface Revision {
  itemId: string
  version: number
  revision: number
  content: ItemContent
  savedAt: Date
  savedBy: Actor
}

/** As far back as an editor may have been left open and still be merged. */
const KEPT = 300

/** `sent`: the content as the clerk's own page had it, where others' changes were merged into what was saved. */
export async function keepRevision(tx: Tx, r: Revision, sent: ItemContent | null): Promise<void> {
  await tx.query(
    `insert into catalogue.draft_revision (item_id, version, revision, content, sent, saved_at, saved_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      r.itemId,
      r.version,
      r.revision,
      JSON.stringify(r.content),
      sent && JSON.stringify(sent),
      r.savedAt,
      JSON.stringify(r.savedBy),
    ],
  )
  await tx.query(
    'delete from catalogue.draft_revision where item_id = $1 and (version < $2 or (version = $2 and revision <= $3))',
    [r.itemId, r.version, r.revision - KEPT],
  )
}

/** What a page that knows of this revision shows; `asSent`: before others' changes were merged into it. Null: not kept. */
export async function readRevision(
  db: Db,
  place: Pick<Revision, 'itemId' | 'version' | 'revision'>,
  asSent: boolean,
): Promise<ItemContent | null> {
  const [row] = await db.query<{ content: unknown }>(
    `select ${asSent ? 'coalesce(sent, content)' : 'content'} as content from catalogue.draft_revision
      where item_id = $1 and version = $2 and revision = $3`,
    [place.itemId, place.version, place.revision],
  )
  return row ? itemContent.parse(row.content) : null
}

/** Ids of all who saved this version as a draft, as far as its revisions are kept, the last one always. */
export async function whoSaved(db: Db, itemId: string, version: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select saved_by->>'id' as id from catalogue.draft_revision where item_id = $1 and version = $2
      union select saved_by->>'id' from catalogue.item_version where item_id = $1 and version = $2 and saved_by is not null`,
    [itemId, version],
  )
  return rows.map((r) => r.id)
}

/** The revisions after one, oldest first: who came in between. */
export async function revisionsAfter(
  db: Db,
  { itemId, version, revision }: Pick<Revision, 'itemId' | 'version' | 'revision'>,
): Promise<Revision[]> {
  const rows = await db.query<Omit<Revision, 'content'> & { content: unknown }>(
    `select item_id as "itemId", version, revision, content, saved_at as "savedAt", saved_by as "savedBy"
       from catalogue.draft_revision where item_id = $1 and version = $2 and revision > $3 order by revision`,
    [itemId, version, revision],
  )
  return rows.map((r) => ({ ...r, content: itemContent.parse(r.content) }))
}
