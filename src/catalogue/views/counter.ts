import type { Db } from '../../platform/database.ts'
import { type Limit, limit } from '../item.ts'

/** An item as the screen of a service centre lists it, out of the version in force. */
export interface CounterItem {
  itemId: string
  name: string
  nameEn: string
  organName: string
  areaCode: string
  /** 窗口 of the centre, one by one; empty where the guide names none. */
  windows: string[]
  promise: Limit | null
  /** 暂停: listed, and not taken at present. */
  suspended: boolean
}

/** What is handled at a centre (进驻事项), by name: whatever is in force or suspended, nothing that ended. */
export async function itemsAtCentre(db: Db, centreId: string): Promise<CounterItem[]> {
  const rows = await db.query<CounterItem & { at: string }>(
    `select i.item_id as "itemId", v.name, coalesce(v.content->>'nameEn', '') as "nameEn",
            v.organ_name as "organName", v.area_code as "areaCode",
            coalesce(v.content->'place'->>'windows', '') as at, v.content->'promiseLimit' as promise,
            i.life = 'suspended' as suspended
       from catalogue.item_version v join catalogue.item i on i.item_id = v.item_id and i.published_version = v.version
      where v.status = 'published' and v.content->'place'->>'centreId' = $1 and i.life in ('active', 'suspended')
      order by v.name, i.item_id`,
    [centreId],
  )
  return rows.map(({ at, promise, ...row }) => ({
    ...row,
    windows: windowsOf(at),
    promise: promise === null ? null : limit.parse(promise),
  }))
}

/** 「A12、A13 号窗口」 names two. */
export const windowsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
]
