import type { Db } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import type { Section } from '../draft.ts'
import type { ChangeKind } from '../life/change.ts'

/**
 * 变更公告: what came into force, read from the entries that are written with each change and never touched again; and what is
 * decided and waits for its day.
 */

export interface RegisterFilter {
  /** Empty: all. */
  organId: string
  areaCode: string
  kind: ChangeKind | ''
  /** 'YYYY-MM' of the day of effect. */
  month: string
}

export interface RegisterEntry {
  /** Number in the order of publication; stays for ever. */
  seq: number
  itemId: string
  kind: ChangeKind
  name: string
  code: string
  organId: string
  organName: string
  areaCode: string
  sections: Section[]
  /** For the public; empty where none was given. */
  reason: string
  /** Where to go instead; empty where nothing is said. */
  instead: string
  /** 文号 of the document behind it; empty where there is none. */
  document: string
  /** 暂停: when it is planned to be offered again; null where nothing is planned. */
  resumeOn: Day | null
  effectiveOn: Day
  enteredAt: Date
  /** The version that came into force and the one that it replaced; null where the change brought no text. */
  version: number | null
  replaced: number | null
  sample: boolean
}

// A change is put in force and entered at one moment, so that its decision is found by it.
const ENTRY = `e.seq, e.item_id as "itemId", e.kind, e.name, coalesce(nullif(e.handle_item_code, ''), e.impl_code) as code,
  e.organ_id as "organId", e.organ_name as "organName", e.area_code as "areaCode", e.sections, e.reason,
  c.resume_on as "resumeOn", coalesce(c.instead, '') as instead, coalesce(c.document, '') as document, e.effective_on as "effectiveOn",
  e.entered_at as "enteredAt", e.version,
  case when e.kind = 'change' then (select max(p.version) from catalogue.item_version p
    where p.item_id = e.item_id and p.version < e.version and p.published_at is not null) end as replaced,
  coalesce((select v.sample from catalogue.item_version v
    where v.item_id = e.item_id and v.version = e.version), false) as sample`
const MORE = `left join lateral (select document, instead, resume_on from catalogue.change c
  where c.item_id = e.item_id and c.kind = e.kind and c.state = 'in-force' and c.since = e.entered_at limit 1) c on true`
const WHERE = `($1 = '' or e.organ_id = $1) and ($2 = '' or e.area_code = $2) and ($3 = '' or e.kind = $3)
  and ($4::date is null or e.effective_on >= $4::date and e.effective_on < $4::date + interval '1 month')`

const values = ({ organId, areaCode, kind, month }: RegisterFilter) => [
  organId,
  areaCode,
  kind,
  month === '' ? null : `${month}-01`,
]

/** Newest first. */
export async function registerEntries(
  db: Db,
  filter: RegisterFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<RegisterEntry[]> {
  return db.query<RegisterEntry>(
    // What belongs to an entry is looked up for those of the page alone, however many pages went before.
    `with page as materialized (select * from catalogue.change_entry e where ${WHERE} order by e.seq desc limit $5 offset $6)
     select ${ENTRY} from page e ${MORE} order by e.seq desc`,
    [...values(filter), limit, offset],
  )
}

/** How many there are, and the number of the newest: together they tell whether a reader has seen them all. */
export async function registerSize(
  db: Db,
  filter: RegisterFilter,
): Promise<{ total: number; newest: number }> {
  const [row] = await db.query<{ total: number; newest: number }>(
    `select count(*)::int as total, coalesce(max(e.seq), 0) as newest from catalogue.change_entry e where ${WHERE}`,
    values(filter),
  )
  return row!
}

export async function registerEntry(db: Db, seq: number): Promise<RegisterEntry | null> {
  const [row] = await db.query<RegisterEntry>(
    `select ${ENTRY} from catalogue.change_entry e ${MORE} where e.seq = $1`,
    [seq],
  )
  return row ?? null
}

/** What a reader may choose from: only what stands in the register. */
export interface RegisterChoices {
  organs: { organId: string; name: string }[]
  areas: string[]
  /** Newest first. */
  months: string[]
}

export async function registerChoices(db: Db): Promise<RegisterChoices> {
  const [organs, areas, months] = await Promise.all([
    db.query<{ organId: string; name: string }>(
      `select distinct on (organ_id) organ_id as "organId", organ_name as name from catalogue.change_entry
        order by organ_id, seq desc`,
    ),
    db.query<{ area: string }>(
      "select distinct area_code as area from catalogue.change_entry where area_code <> '' order by area_code",
    ),
    db.query<{ month: string }>(
      "select distinct to_char(effective_on, 'YYYY-MM') as month from catalogue.change_entry order by month desc",
    ),
  ])
  organs.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  return { organs, areas: areas.map((a) => a.area), months: months.map((m) => m.month) }
}

/** Decided, and not yet in force. */
export type ComingChange = Pick<
  RegisterEntry,
  | 'itemId'
  | 'kind'
  | 'name'
  | 'code'
  | 'organId'
  | 'organName'
  | 'areaCode'
  | 'sections'
  | 'reason'
  | 'instead'
  | 'document'
  | 'resumeOn'
  | 'effectiveOn'
  | 'sample'
> & {
  /** There is a guide to look at by now. */
  published: boolean
}

/** What has all its signatures and waits for its day, or with its day behind it for the others that come with it; the next first. */
export async function comingChanges(db: Db, filter: RegisterFilter): Promise<ComingChange[]> {
  return db.query<ComingChange>(
    `select e.* from (
       select c.item_id as "itemId", c.kind, v.content->>'name' as name, c.sections, c.reason, c.instead, c.document, c.resume_on as "resumeOn",
              coalesce(nullif(v.content->>'handleItemCode', ''), v.content->>'implCode') as code,
              c.organ_id, c.organ_id as "organId", v.content->>'organName' as "organName",
              v.content->>'areaCode' as area_code, v.content->>'areaCode' as "areaCode",
              c.effective_on, c.effective_on as "effectiveOn", (v.content->>'sample')::boolean as sample,
              i.published_version is not null as published
         from catalogue.change c join catalogue.item i using (item_id)
         join catalogue.item_version v on v.item_id = c.item_id and v.version = coalesce(c.version, i.published_version)
        where c.state = 'scheduled') e
      where ${WHERE} order by e.effective_on, e.name limit 100`,
    values(filter),
  )
}
