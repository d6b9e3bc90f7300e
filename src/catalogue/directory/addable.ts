import { listOrgans, type Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { cleanText } from '../draft.ts'
import { levelOf } from '../handed-over.ts'

/** An entry from which a clerk may add an item for their own body. */
export interface Addable {
  basicCode: string
  name: string
  itemType: string
  legalBasis: string
  levels: string[]
  /** The body has to implement it and has no item of it yet: offered first. */
  expected: boolean
  /** Items that the body has of it already: a further one needs a variant's name. */
  existing: { itemId: string; name: string }[]
}

/** Entries in force on the level of the clerk's body, those first that the body should have and lacks; at most 50. */
export async function addable(db: Db, staff: Staff, q: string): Promise<Addable[]> {
  const words = cleanText(q).trim()
  const like = words === '' ? null : `%${words.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
  const organ = (await listOrgans(db)).find((o) => o.organId === staff.organId)
  if (!organ) return []
  const rows = await db.query<
    Omit<Addable, 'expected' | 'legalBasis'> & { due: boolean; basis: string | null }
  >(
    `select e.basic_code as "basicCode", v.elements->>'name' as name, v.elements->>'itemType' as "itemType",
            v.elements->'legalBasis'->0->>'name' as basis, v.elements->'levels' as levels,
            exists (select from catalogue.directory_body b where b.basic_code = e.basic_code and b.organ_id = $1) as due,
            coalesce((select jsonb_agg(jsonb_build_object('itemId', i.item_id, 'name', w.content->>'name') order by i.handle_item_code)
              from catalogue.item i join catalogue.item_version w
                on w.item_id = i.item_id and w.version = coalesce(i.draft_version, i.published_version)
             where right(i.impl_code, 12) = e.basic_code and i.organ_id = $1 and i.life in ('active', 'suspended')), '[]')
              as existing
       from catalogue.directory_entry e join catalogue.directory_version v using (basic_code, version)
      where e.state = 'in-force' and (v.elements->'levels' @> to_jsonb($2::text) or v.elements->'levels' @> '"7"')
        and ($3::text is null or v.elements->>'name' ilike $3 or e.basic_code like $3)
        and not exists (select from catalogue.directory_entry s where e.basic_code like '%000'
          and s.basic_code like left(e.basic_code, 9) || '%' and s.basic_code <> e.basic_code and s.state <> 'cancelled')`,
    [staff.organId, levelOf(organ.areaCode), like],
  )
  const found = rows.map(({ due, basis, ...row }) => ({
    ...row,
    legalBasis: basis ?? '',
    expected: due && row.existing.length === 0,
    due,
  }))
  const rank = (a: (typeof found)[number]) => (a.expected ? 0 : a.due ? 1 : 2)
  found.sort((a, b) => rank(a) - rank(b) || (a.basicCode < b.basicCode ? -1 : 1))
  return found.slice(0, 50).map(({ due: _, ...row }) => row)
}
