import type { Actor } from '../../history/index.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { type ItemContent, itemContent } from '../item.ts'
import { type ImportRecord, type ItemRow, standInCode, type VersionRow } from '../store.ts'

/** The SQL of a batch of records: one statement for all of them where the item's own store has one for each. */

const ITEM = `item_id as "itemId", impl_code as "implCode", handle_item_code as "handleItemCode",
  organ_id as "organId", published_version as "publishedVersion", draft_version as "draftVersion", life`

export async function importRecords(db: Db, keys: string[]): Promise<Map<string, ImportRecord>> {
  const rows = await db.query<ImportRecord>(
    `select source_key as "sourceKey", item_id as "itemId", source_hash as "sourceHash", version, revision
       from catalogue.import_record where source_key = any($1)`,
    [keys],
  )
  return new Map(rows.map((r) => [r.sourceKey, r]))
}

/** Items by id or by their codes; `lock` holds them until the transaction ends, always in the same order. */
export async function itemsOf(
  db: Db,
  ids: string[],
  codes: { implCode: string; handleItemCode: string }[],
  lock: boolean,
): Promise<ItemRow[]> {
  return db.query<ItemRow>(
    `select ${ITEM} from catalogue.item
      where item_id = any($1::uuid[])
         or (impl_code, handle_item_code) in (select * from unnest($2::text[], $3::text[]))
      order by item_id ${lock ? 'for update' : ''}`,
    [ids, codes.map((c) => c.implCode), codes.map((c) => c.handleItemCode)],
  )
}

/** The newest version of each item: its draft, or else the one in force. */
export async function newestVersions(
  db: Db,
  items: ItemRow[],
): Promise<Map<string, Pick<VersionRow, 'version' | 'revision' | 'content' | 'savedBy'>>> {
  const rows = await db.query<{
    itemId: string
    version: number
    revision: number
    content: unknown
    savedBy: Actor | null
  }>(
    `select v.item_id as "itemId", v.version, v.revision, v.content, v.saved_by as "savedBy"
       from catalogue.item_version v join unnest($1::uuid[], $2::int[]) as n(item_id, version) using (item_id, version)`,
    [items.map((i) => i.itemId), items.map((i) => i.draftVersion ?? i.publishedVersion)],
  )
  return new Map(rows.map((r) => [r.itemId, { ...r, content: itemContent.parse(r.content) }]))
}

export interface NewItem {
  itemId: string
  content: ItemContent
  blocks: number
  warns: number
}

/** New items with their first draft. */
export async function insertItems(tx: Tx, items: NewItem[], by: Actor, at: Date): Promise<void> {
  await tx.prepared(
    'import-items',
    `insert into catalogue.item (item_id, impl_code, handle_item_code, organ_id, draft_version)
     select i, c, h, o, 1 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as n(i, c, h, o)`,
    [
      items.map((i) => i.itemId),
      items.map((i) => i.content.implCode || standInCode(i.itemId)),
      items.map((i) => i.content.handleItemCode),
      items.map((i) => i.content.organId),
    ],
  )
  await tx.prepared(
    'import-drafts',
    `insert into catalogue.item_version (item_id, version, status, content, revision, created_at, saved_at, saved_by, blocks, warns)
     select "itemId", 1, 'draft', content, 1, $2, $2, $3, blocks, warns
       from jsonb_to_recordset($1::jsonb) as n("itemId" uuid, content jsonb, blocks int, warns int)`,
    [
      JSON.stringify(items.map(({ itemId, content, blocks, warns }) => ({ itemId, content, blocks, warns }))),
      at,
      JSON.stringify(by),
    ],
  )
}

export async function writeImportRecords(tx: Tx, records: ImportRecord[], at: Date): Promise<void> {
  await tx.prepared(
    'import-records',
    `insert into catalogue.import_record (source_key, item_id, source_hash, version, revision, imported_at)
     select k, i, h, v, r, $6 from unnest($1::text[], $2::uuid[], $3::text[], $4::int[], $5::int[]) as n(k, i, h, v, r)
     on conflict (source_key) do update set item_id = excluded.item_id, source_hash = excluded.source_hash,
       version = excluded.version, revision = excluded.revision, imported_at = excluded.imported_at`,
    [
      records.map((r) => r.sourceKey),
      records.map((r) => r.itemId),
      records.map((r) => r.sourceHash),
      records.map((r) => r.version),
      records.map((r) => r.revision),
      at,
    ],
  )
}
