import type { Db } from '../../platform/database.ts'

/** The SQL behind what other systems read: only what is or was in force. */

export interface OpenRow {
  itemId: string
  implCode: string
  handleItemCode: string
  name: string
  organId: string
  organName: string
  areaCode: string
  itemType: string
  life: 'active' | 'suspended'
  version: number
  effectiveOn: string | null
  sample: boolean
}

const ROW = `i.item_id as "itemId", i.impl_code as "implCode", i.handle_item_code as "handleItemCode",
  v.name, i.organ_id as "organId", v.organ_name as "organName", v.area_code as "areaCode", v.item_type as "itemType",
  i.life, i.published_version as version, v.effective_on as "effectiveOn", v.sample`
const FROM = `catalogue.item i join catalogue.item_version v on v.item_id = i.item_id and v.version = i.published_version`
const OPEN = `i.life in ('active', 'suspended')`

export interface OpenQuery {
  organ: string | null
  area: string | null
  type: string | null
  subject: string | null
  after: string | null
  most: number
}

export async function openRows(db: Db, q: OpenQuery): Promise<OpenRow[]> {
  return db.query<OpenRow>(
    `select ${ROW} from ${FROM}
      where ${OPEN} and v.status = 'published' and ($1::uuid is null or v.item_id > $1)
        and ($2::text is null or i.organ_id = $2)
        and ($3::text is null or starts_with(v.area_code, $3))
        and ($4::text is null or v.item_type = $4)
        and ($5::text is null or v.content->'serviceObjects' ? $5)
      order by v.item_id limit $6`,
    [q.after, q.organ, q.area, q.type, q.subject, q.most],
  )
}

/** The item under an id or a code; a code that several variants share names the main item. */
export async function openRow(db: Db, key: string): Promise<OpenRow | null> {
  const byId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)
  const [row] = await db.query<OpenRow>(
    `select ${ROW} from ${FROM}
      where ${OPEN} and ${byId ? 'i.item_id = $1' : '(i.impl_code = $1 or i.handle_item_code = $1)'}
      order by i.handle_item_code limit 1`,
    [key],
  )
  return row ?? null
}

export interface ChangeRow {
  seq: number
  kind: 'new' | 'change' | 'suspend' | 'resume' | 'cancel' | 'devolve'
  itemId: string
  implCode: string
  handleItemCode: string
  name: string
  organId: string
  organName: string
  areaCode: string
  version: number | null
  sections: string[]
  reason: string
  effectiveOn: string
  enteredAt: Date
}

/** The register from behind a number on. Entries get their numbers in the order of commit, so none comes in late before it. */
export async function changesAfter(db: Db, after: number, most: number): Promise<ChangeRow[]> {
  return db.query<ChangeRow>(
    `select seq, kind, item_id as "itemId", impl_code as "implCode", handle_item_code as "handleItemCode", name,
            organ_id as "organId", organ_name as "organName", area_code as "areaCode", version, sections, reason,
            effective_on as "effectiveOn", entered_at as "enteredAt"
       from catalogue.change_entry where seq > $1 order by seq limit $2`,
    [after, most],
  )
}
