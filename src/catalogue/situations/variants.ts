import type { Db } from '../../platform/database.ts'
import type { ItemContent } from '../item.ts'

/** Of the codes to which the item's tables lead, those of published items (业务办理项编码 or 实施编码). */
export async function publishedVariants(db: Db, { situations }: ItemContent): Promise<Set<string>> {
  const asked = [...new Set((situations?.effects ?? []).map((row) => row.variant))].filter((c) => c !== '')
  if (asked.length === 0) return new Set()
  const rows = await db.query<{ impl_code: string; handle_item_code: string }>(
    `select impl_code, handle_item_code from catalogue.item
      where published_version is not null and life = 'active' and (impl_code = any($1) or handle_item_code = any($1))`,
    [asked],
  )
  const known = new Set(rows.flatMap((r) => [r.impl_code, r.handle_item_code]))
  return new Set(asked.filter((code) => known.has(code)))
}

export interface Variant {
  /** 业务办理项编码, or the 实施编码 where it has none. */
  code: string
  name: string
}

/** What an item's tables may lead to: the other published items of its department, those of its own 实施编码 first. */
export async function variantsOf(
  db: Db,
  item: { itemId: string; organId: string; implCode: string },
): Promise<Variant[]> {
  return db.query<Variant>(
    `select coalesce(nullif(i.handle_item_code, ''), i.impl_code) as code, v.content->>'name' as name
       from catalogue.item i join catalogue.item_version v on v.item_id = i.item_id and v.version = i.published_version
      where i.organ_id = $1 and i.item_id <> $2 and i.life = 'active'
      order by (i.impl_code <> $3), name limit 300`,
    [item.organId, item.itemId, item.implCode],
  )
}
