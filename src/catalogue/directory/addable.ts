import type { Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { cleanText } from '../draft.ts'

/** An entry from which a clerk may add an item for their own body. */
export interface Addable {
  basicCode: string
  name: string
  itemType: string
  legalBasis: string
  levels: string[]
  /** The body has no item of it yet: offered first. */
  expected: boolean
  /** Items that the body has of it already: a further one needs a variant's name. */
  existing: { itemId: string; name: string }[]
}

/** Entries in force that the clerk's body has to implement, those first of which it has no item yet; at most 100. */
export async function addable(db: Db, staff: Staff, q: string): Promise<Addable[]> {
  const words = cleanText(q).trim()
  const like = words === '' ? null : `%${words.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
  const rows = await db.query<Omit<Addable, 'expected' | 'legalBasis'> & { basis: string | null }>(
    `select e.basic_code as "basicCode", v.elements->>'name' as name, v.elements->>'itemType' as "itemType",
            v.elements->'legalBasis'->0->>'name' as basis, v.elements->'levels' as levels,
            coalesce((select jsonb_agg(jsonb_build_object('itemId', i.item_id, 'name', w.content->>'name') order by i.handle_item_code)
              from catalogue.item i join catalogue.item_version w
                on w.item_id = i.item_id and w.version = coalesce(i.draft_version, i.published_version)
             where right(i.impl_code, 12) = e.basic_code and i.organ_id = $1 and i.life in ('active', 'suspended')), '[]')
              as existing
       from catalogue.directory_body b
       join catalogue.directory_entry e using (basic_code)
       join catalogue.directory_version v using (basic_code, version)
      where b.organ_id = $1 and e.state = 'in-force'
        and ($2::text is null or v.elements->>'name' ilike $2 or e.basic_code like $2)`,
    [staff.organId, like],
  )
  return rows
    .map(({ basis, ...row }) => ({ ...row, legalBasis: basis ?? '', expected: row.existing.length === 0 }))
    .sort((a, b) => Number(b.expected) - Number(a.expected) || (a.basicCode < b.basicCode ? -1 : 1))
    .slice(0, 100)
}
