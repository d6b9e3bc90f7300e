import { listOrgans, type Organ } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import {
  type Day,
  type ExceptionFacts,
  itemIsPlaced,
  type Placement,
  type Ruling,
} from '../../regulation/index.ts'

/** One entry at one body that has to implement it, or does, and how Art. 5.1(2) rules on it. */
export interface Placed {
  basicCode: string
  organ: Organ
  placement: Placement
  ruling: Ruling
  exception: ExceptionFacts | null
  /** Published items of the body under the entry, by their codes. */
  items: { itemId: string; name: string; centre: string }[]
}

interface Row {
  basicCode: string
  organId: string
  items: Placed['items'] | null
  exception: ExceptionFacts | null
}

/**
 * Every entry in force at every body that has to implement it, by entry and body. Suspended and cancelled entries ask
 * nothing of anybody. An item counts as published while it can be applied for or is suspended.
 */
export async function placements(
  db: Db,
  of: { basicCode?: string; organId?: string },
  today: Day,
): Promise<Placed[]> {
  const rows = await db.query<Row>(
    `with published as (
       select right(i.impl_code, 12) as basic_code, i.organ_id,
              jsonb_agg(jsonb_build_object('itemId', i.item_id, 'name', coalesce(s.name, ''), 'centre', coalesce(c.name, ''))
                order by i.handle_item_code) as items
         from catalogue.item i
         join catalogue.item_version v on v.item_id = i.item_id and v.version = i.published_version
         left join catalogue.centre c on c.centre_id = v.centre_id
         left join catalogue.search_entry s on s.item_id = i.item_id
        where i.life in ('active', 'suspended') and v.directory_version > 0
          and ($1::text is null or right(i.impl_code, 12) = $1) and ($2::text is null or i.organ_id = $2)
        group by 1, 2),
     pair as (
       select basic_code, organ_id from catalogue.directory_body
        where ($1::text is null or basic_code = $1) and ($2::text is null or organ_id = $2)
       union select basic_code, organ_id from published)
     select p.basic_code as "basicCode", p.organ_id as "organId", published.items,
            case when x.exception_id is not null then jsonb_build_object('kind', x.kind, 'reason', x.reason,
              'government', x.government, 'document', x.document, 'approvedOn', x.approved_on) end as exception
       from pair p join catalogue.directory_entry e on e.basic_code = p.basic_code and e.state = 'in-force'
       left join published on published.basic_code = p.basic_code and published.organ_id = p.organ_id
       left join catalogue.directory_exception x
         on x.basic_code = p.basic_code and x.organ_id = p.organ_id and x.ended_at is null
      order by p.basic_code, p.organ_id`,
    [of.basicCode ?? null, of.organId ?? null],
  )
  const organs = new Map((await listOrgans(db)).map((o) => [o.organId, o]))
  return rows.map((row) => {
    const items = row.items ?? []
    const inCentre = items.filter((i) => i.centre !== '').length
    const facts = { published: items.length, inCentre, exception: row.exception }
    const { placement, ...ruling } = itemIsPlaced(facts, today)
    const organ = organs.get(row.organId)!
    return { basicCode: row.basicCode, organ, placement, ruling, exception: row.exception, items }
  })
}

export interface Counts {
  in: number
  exempt: number
  missing: number
}

/** The public figure: how many are in, exempt and missing, altogether, by department and by district. */
export interface Figure {
  all: Counts
  byOrgan: (Counts & { organ: Organ })[]
  byArea: (Counts & { areaCode: string; areaName: string })[]
}

export function figureOf(placed: readonly Placed[]): Figure {
  const all: Counts = { in: 0, exempt: 0, missing: 0 }
  const organs = new Map<string, Counts & { organ: Organ }>()
  const areas = new Map<string, Counts & { areaCode: string; areaName: string }>()
  for (const { organ, placement } of placed) {
    const { organId, areaCode, areaName } = organ
    const ofOrgan = organs.get(organId) ?? { organ, in: 0, exempt: 0, missing: 0 }
    const ofArea = areas.get(areaCode) ?? { areaCode, areaName, in: 0, exempt: 0, missing: 0 }
    for (const counts of [all, ofOrgan, ofArea]) counts[placement] += 1
    organs.set(organId, ofOrgan)
    areas.set(areaCode, ofArea)
  }
  const byArea = [...areas.values()].sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1))
  const byOrgan = [...organs.values()].sort(
    (a, b) =>
      b.missing - a.missing ||
      (a.organ.areaCode + a.organ.organId < b.organ.areaCode + b.organ.organId ? -1 : 1),
  )
  return { all, byOrgan, byArea }
}
