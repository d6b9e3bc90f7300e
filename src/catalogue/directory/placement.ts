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
}

interface Row {
  basicCode: string
  organId: string
  published: number
  inCentre: number
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
    `with pair as (
       select basic_code, organ_id, sum(published)::int as published, sum(in_centre)::int as in_centre from (
         select basic_code, organ_id, 0 as published, 0 as in_centre from catalogue.directory_body
          where ($1::text is null or basic_code = $1) and ($2::text is null or organ_id = $2)
         union all
         select right(i.impl_code, 12), i.organ_id, 1,
                case when v.centre_id in (select centre_id from catalogue.centre) then 1 else 0 end
           from catalogue.item i
           join catalogue.item_version v on v.item_id = i.item_id and v.version = i.published_version
          where i.life in ('active', 'suspended') and v.directory_version > 0
            and ($1::text is null or right(i.impl_code, 12) = $1) and ($2::text is null or i.organ_id = $2)) one
        group by basic_code, organ_id)
     select p.basic_code as "basicCode", p.organ_id as "organId", p.published, p.in_centre as "inCentre",
            case when x.exception_id is not null then jsonb_build_object('kind', x.kind, 'reason', x.reason,
              'government', x.government, 'document', x.document, 'approvedOn', x.approved_on) end as exception
       from pair p join catalogue.directory_entry e on e.basic_code = p.basic_code and e.state = 'in-force'
       left join catalogue.directory_exception x
         on x.basic_code = p.basic_code and x.organ_id = p.organ_id and x.ended_at is null
      order by p.basic_code, p.organ_id`,
    [of.basicCode ?? null, of.organId ?? null],
  )
  const organs = new Map((await listOrgans(db)).map((o) => [o.organId, o]))
  return rows.map(({ basicCode, organId, published, inCentre, exception }) => {
    const { placement, ...ruling } = itemIsPlaced({ published, inCentre, exception }, today)
    return { basicCode, organ: organs.get(organId)!, placement, ruling, exception }
  })
}

/** A published item (业务办理项) of a body under an entry; `centre` is the name of its service centre, empty for none. */
export interface PlacedItem {
  basicCode: string
  organId: string
  itemId: string
  name: string
  centre: string
}

/** The published items of these entries, by their codes. */
export async function placedItems(db: Db, basicCodes: string[]): Promise<PlacedItem[]> {
  if (basicCodes.length === 0) return []
  return db.query<PlacedItem>(
    `select right(i.impl_code, 12) as "basicCode", i.organ_id as "organId", i.item_id as "itemId",
            v.name, coalesce(c.name, '') as centre
       from catalogue.item i
       join catalogue.item_version v on v.item_id = i.item_id and v.version = i.published_version
       left join catalogue.centre c on c.centre_id = v.centre_id
      where right(i.impl_code, 12) = any ($1) and i.life in ('active', 'suspended') and v.directory_version > 0
      order by 1, i.organ_id, i.handle_item_code`,
    [basicCodes],
  )
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
