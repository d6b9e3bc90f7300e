import type { Actor } from '../history/index.ts'
import type { Db, Tx } from '../platform/database.ts'
import type { Day } from '../regulation/index.ts'
import { type ItemContent, itemContent } from './item.ts'

/** This module's SQL over items and their versions; search entries have theirs in `search/`. */

export interface ItemRow {
  itemId: string
  /** In force, for the time being not, ended, or handed down to the districts; a draft that never was in force is active. */
  life: 'active' | 'suspended' | 'cancelled' | 'devolved'
  implCode: string
  handleItemCode: string
  organId: string
  publishedVersion: number | null
  draftVersion: number | null
}

export interface VersionRow {
  itemId: string
  version: number
  status: 'draft' | 'published' | 'replaced'
  content: ItemContent
  revision: number
  createdAt: Date
  savedAt: Date | null
  savedBy: Actor | null
  publishedAt: Date | null
}

interface RawVersion {
  item_id: string
  version: number
  status: VersionRow['status']
  content: unknown
  revision: number
  created_at: Date
  saved_at: Date | null
  saved_by: Actor | null
  published_at: Date | null
}

const toVersion = (r: RawVersion): VersionRow => ({
  itemId: r.item_id,
  version: r.version,
  status: r.status,
  // Parsed, so that fields added to the type since the version was written have their defaults.
  content: itemContent.parse(r.content),
  revision: r.revision,
  createdAt: r.created_at,
  savedAt: r.saved_at,
  savedBy: r.saved_by,
  publishedAt: r.published_at,
})

const ITEM = `item_id as "itemId", life, impl_code as "implCode", handle_item_code as "handleItemCode",
  organ_id as "organId", published_version as "publishedVersion", draft_version as "draftVersion"`

export async function lockItem(tx: Tx, itemId: string): Promise<ItemRow | null> {
  const [row] = await tx.query<ItemRow>(`select ${ITEM} from catalogue.item where item_id = $1 for update`, [
    itemId,
  ])
  return row ?? null
}

export async function findItem(db: Db, itemId: string): Promise<ItemRow | null> {
  const [row] = await db.query<ItemRow>(`select ${ITEM} from catalogue.item where item_id = $1`, [itemId])
  return row ?? null
}

/** The item that carries these codes; with no handle item code it is the main item. */
export async function findItemByCodes(
  db: Db,
  implCode: string,
  handleItemCode: string,
): Promise<ItemRow | null> {
  const [row] = await db.query<ItemRow>(
    `select ${ITEM} from catalogue.item where impl_code = $1 and handle_item_code = $2`,
    [implCode, handleItemCode],
  )
  return row ?? null
}

/** Every item that was ever made under an implementation code, by its newest name; `ended`: cancelled or handed down. */
export function itemsUnder(
  db: Db,
  implCode: string,
): Promise<{ code: string; name: string; ended: boolean }[]> {
  return db.query(
    `select i.handle_item_code as code, v.content->>'name' as name, i.life in ('cancelled', 'devolved') as ended
       from catalogue.item i join catalogue.item_version v
         on v.item_id = i.item_id and v.version = coalesce(i.draft_version, i.published_version)
      where i.impl_code = $1`,
    [implCode],
  )
}

/** Which item is open to applicants under this id or code, and at which version. One prepared query: a guide's hot path. */
export async function findPublished(
  db: Db,
  key: string,
): Promise<{ itemId: string; version: number } | null> {
  const found = await findOnceInForce(db, key)
  return found?.life === 'active' ? found : null
}

export interface OnceInForce {
  itemId: string
  version: number
  life: ItemRow['life']
  /** The planned end of a suspension; null where none is planned. */
  resumesOn: Day | null
}

/** The same of every item that was put in force, whatever became of it since. */
export async function findOnceInForce(db: Db, key: string): Promise<OnceInForce | null> {
  const byId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)
  const [row] = await db.prepared<OnceInForce>(
    byId ? 'catalogue-published-id' : 'catalogue-published-code',
    `select item_id as "itemId", published_version as version, life, resumes_on as "resumesOn" from catalogue.item
      where published_version is not null and ${byId ? 'item_id = $1' : '(impl_code = $1 or handle_item_code = $1)'}
      order by life, handle_item_code limit 1`,
    [key],
  )
  return row ?? null
}

export async function readVersion(db: Db, itemId: string, version: number): Promise<VersionRow | null> {
  const [row] = await db.prepared<RawVersion>(
    'catalogue-version',
    `select item_id, version, status, content, revision, created_at, saved_at, saved_by, published_at
       from catalogue.item_version where item_id = $1 and version = $2`,
    [itemId, version],
  )
  return row ? toVersion(row) : null
}

export async function insertItem(
  tx: Tx,
  item: Omit<ItemRow, 'life' | 'publishedVersion' | 'draftVersion'>,
): Promise<void> {
  await tx.query(
    'insert into catalogue.item (item_id, impl_code, handle_item_code, organ_id) values ($1, $2, $3, $4)',
    [item.itemId, item.implCode, item.handleItemCode, item.organId],
  )
}

export interface DraftRow {
  itemId: string
  version: number
  revision: number
  content: ItemContent
  blocks: number
  warns: number
}

/** Writes a draft, new or again, and makes it the item's draft under the codes that it now states. */
export async function saveDraftRow(tx: Tx, draft: DraftRow, by: Actor, at: Date): Promise<void> {
  await tx.query(
    `insert into catalogue.item_version
       (item_id, version, status, content, revision, created_at, saved_at, saved_by, blocks, warns)
     values ($1, $2, 'draft', $3, $4, $5, $5, $6, $7, $8)
     on conflict (item_id, version) do update set content = excluded.content, revision = excluded.revision,
       saved_at = excluded.saved_at, saved_by = excluded.saved_by, blocks = excluded.blocks, warns = excluded.warns
     where item_version.status = 'draft'`,
    [
      draft.itemId,
      draft.version,
      JSON.stringify(draft.content),
      draft.revision,
      at,
      JSON.stringify(by),
      draft.blocks,
      draft.warns,
    ],
  )
  await tx.query('update catalogue.item set draft_version = $2 where item_id = $1', [
    draft.itemId,
    draft.version,
  ])
}

/** Takes a draft away, with the revisions that its saves were merged from; the version in force is the newest again. */
export async function deleteDraft(tx: Tx, itemId: string, version: number): Promise<void> {
  await tx.query('update catalogue.item set draft_version = null where item_id = $1', [itemId])
  await tx.query('delete from catalogue.draft_revision where item_id = $1 and version = $2', [
    itemId,
    version,
  ])
  await tx.query(
    "delete from catalogue.item_version where item_id = $1 and version = $2 and status = 'draft'",
    [itemId, version],
  )
}

/** An item without an implementation code stands under a stand-in, because the column is half of its key. */
export const standInCode = (itemId: string): string => `uncoded-${itemId}`

export async function setItemCodes(
  tx: Tx,
  itemId: string,
  implCode: string,
  handleItemCode: string,
): Promise<void> {
  await tx.query('update catalogue.item set impl_code = $2, handle_item_code = $3 where item_id = $1', [
    itemId,
    implCode || standInCode(itemId),
    handleItemCode,
  ])
}

/** Makes the draft the version in force; the one before it is kept for the dossiers that are pinned to it. */
export async function publishRow(
  tx: Tx,
  item: { itemId: string; version: number; replaces: number | null; effectiveOn: Day },
  by: Actor,
  at: Date,
): Promise<void> {
  if (item.replaces !== null)
    await tx.query(
      "update catalogue.item_version set status = 'replaced' where item_id = $1 and version = $2",
      [item.itemId, item.replaces],
    )
  await tx.query(
    `update catalogue.item_version set status = 'published', published_at = $3, published_by = $4,
            effective_on = $5
      where item_id = $1 and version = $2 and status = 'draft'`,
    [item.itemId, item.version, at, by.id, item.effectiveOn],
  )
  await tx.query(
    'update catalogue.item set published_version = $2, draft_version = null where item_id = $1',
    [item.itemId, item.version],
  )
}

export interface FilingRow {
  itemId: string
  /** The version that is filed; null where the kind brings none. */
  version: number | null
  kind: ChangeEntry['kind']
  sections: string[]
  organId: string
  /** The change that it is of; null for the sample world, which is loaded as filed. */
  changeId: string | null
}

export async function insertFiling(tx: Tx, filing: FilingRow, by: Actor, at: Date): Promise<void> {
  await tx.query(
    `insert into catalogue.filing (item_id, version, kind, sections, organ_id, change_id, filed_by, filed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      filing.itemId,
      filing.version,
      filing.kind,
      filing.sections,
      filing.organId,
      filing.changeId,
      JSON.stringify(by),
      at,
    ],
  )
}

export interface ImportRecord {
  sourceKey: string
  itemId: string
  sourceHash: string
  version: number
  revision: number
}

export async function readImportRecord(db: Db, sourceKey: string): Promise<ImportRecord | null> {
  const [row] = await db.query<ImportRecord>(
    `select source_key as "sourceKey", item_id as "itemId", source_hash as "sourceHash", version, revision
       from catalogue.import_record where source_key = $1 for update`,
    [sourceKey],
  )
  return row ?? null
}

export async function writeImportRecord(tx: Tx, record: ImportRecord, at: Date): Promise<void> {
  await tx.query(
    `insert into catalogue.import_record (source_key, item_id, source_hash, version, revision, imported_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (source_key) do update set source_hash = excluded.source_hash, version = excluded.version,
       revision = excluded.revision, imported_at = excluded.imported_at`,
    [record.sourceKey, record.itemId, record.sourceHash, record.version, record.revision, at],
  )
}

/** The day on which a later version took this one's place; null while none did. */
export async function replacedOn(db: Db, itemId: string, version: number): Promise<Day | null> {
  const [row] = await db.query<{ day: Day }>(
    `select effective_on as day from catalogue.item_version
      where item_id = $1 and version > $2 and published_at is not null order by version limit 1`,
    [itemId, version],
  )
  return row?.day ?? null
}

export interface ChangeEntry {
  itemId: string
  version: number | null
  kind: 'new' | 'change' | 'suspend' | 'resume' | 'cancel' | 'devolve'
  content: ItemContent
  sections: string[]
  /** Why, for the public; empty for what speaks for itself. */
  reason: string
  effectiveOn: Day
}

/**
 * Enters into the public register (变更公告) what comes into force. The lock makes numbers follow the order of commit, so
 * that who reads on from a number misses nothing.
 */
export async function enterChange(tx: Tx, entry: ChangeEntry, now: Date): Promise<void> {
  const { content: c } = entry
  await tx.query("select pg_advisory_xact_lock(hashtext('catalogue.change_entry'))")
  await tx.query(
    `insert into catalogue.change_entry (item_id, version, kind, name, impl_code, handle_item_code, organ_id, organ_name,
       area_code, sections, reason, effective_on, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      entry.itemId,
      entry.version,
      entry.kind,
      c.name,
      c.implCode,
      c.handleItemCode,
      c.organId,
      c.organName,
      c.areaCode,
      entry.sections,
      entry.reason,
      entry.effectiveOn,
      now,
    ],
  )
}
