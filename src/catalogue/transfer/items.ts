import type { Db } from '../../platform/database.ts'
import { itemContent } from '../item.ts'
import type { ItemRow } from '../store.ts'
import type { ExportedItem } from './to-tables.ts'

/** Which items an export takes. */
export interface ExportQuery {
  /** Null: of every department. */
  organId: string | null
  /** in-force: what the public reads; newest: the draft where there is one. */
  which: 'in-force' | 'newest'
  /** 事项类型, two digits; null: all. */
  itemType: string | null
  /** Part of the name or of the implementation code; empty: all. */
  q: string
}

const WHERE = `($1::text is null or i.organ_id = $1) and ($2::text is null or v.item_type = $2)
  and ($3 = '' or v.name ilike '%' || $3 || '%' or i.impl_code ilike '%' || $3 || '%')`

const versionOf = (which: ExportQuery['which']) =>
  which === 'in-force' ? 'i.published_version' : 'coalesce(i.draft_version, i.published_version)'

const literally = (q: string) => q.replace(/[\\%_]/g, (sign) => `\\${sign}`)

export async function countItems(db: Db, query: ExportQuery): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select count(*) as n from catalogue.item i
       join catalogue.item_version v on v.item_id = i.item_id and v.version = ${versionOf(query.which)} where ${WHERE}`,
    [query.organId, query.itemType, literally(query.q)],
  )
  return row!.n
}

const PAGE = 500

/** The items page by page, ordered by their codes, so that the same catalogue gives the same file. */
export async function* itemsToExport(db: Db, query: ExportQuery): AsyncIterable<ExportedItem> {
  let after = ['', '']
  for (;;) {
    const rows = await db.query<{
      itemId: string
      implCode: string
      handleItemCode: string
      life: ItemRow['life']
      version: number
      status: string
      effectiveOn: string | null
      content: unknown
    }>(
      `select i.item_id as "itemId", i.impl_code as "implCode", i.handle_item_code as "handleItemCode", i.life, v.version,
              v.status, v.effective_on as "effectiveOn", v.content
         from catalogue.item i
         join catalogue.item_version v on v.item_id = i.item_id and v.version = ${versionOf(query.which)}
        where ${WHERE} and (i.impl_code, i.handle_item_code) > ($4, $5)
        order by i.impl_code, i.handle_item_code limit ${PAGE}`,
      [query.organId, query.itemType, literally(query.q), ...after],
    )
    for (const { itemId, life, version, status, effectiveOn, content } of rows) {
      const state = status === 'draft' ? '4' : life === 'active' ? '1' : life === 'suspended' ? '2' : '3'
      yield { itemId, version, state, effectiveOn, content: itemContent.parse(content) }
    }
    const last = rows.at(-1)
    if (rows.length < PAGE || !last) return
    after = [last.implCode, last.handleItemCode]
  }
}
