import type { Db } from '../../platform/database.ts'

/** An item of a department that is in force and handled in a service centre. */
export interface CentredItem {
  itemId: string
  name: string
  centreId: string
  centreName: string
  /** The guide says that it can be booked (可以预约). */
  bookable: boolean
}

/** What a department handles in service centres, by centre and name: where its counters are. */
export async function itemsInCentres(db: Db, organId: string): Promise<CentredItem[]> {
  return db.query<CentredItem>(
    `select i.item_id as "itemId", v.name, c.centre_id as "centreId", c.name as "centreName",
            coalesce((v.content->>'bookable')::boolean, false) as bookable
       from catalogue.item i
       join catalogue.item_version v on v.item_id = i.item_id and v.version = i.published_version
       join catalogue.centre c on c.centre_id = v.content->'place'->>'centreId'
      where i.organ_id = $1 and i.life = 'active'
      order by c.area_code, c.centre_id, name`,
    [organId],
  )
}
