import type { Actor } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import type { Result } from '../../platform/refusal.ts'
import { mayDiscard } from '../acts/discard-draft.ts'
import { mayEdit } from '../acts/scene.ts'
import { changedSections, cleanText, type Section } from '../draft.ts'
import { gateContextOf } from '../gate/context.ts'
import type { Finding } from '../gate/finding.ts'
import { publishFindings } from '../gate/gate.ts'
import { type ChangeKind, OPEN_STATES, type OpenState } from '../life/change.ts'
import type { ImpactPort } from '../life/impact.ts'
import { mayChange } from '../life/under-way.ts'
import { findItem, type ItemRow, readVersion, type VersionRow } from '../store.ts'

/** What the item desk shows of one item: draft, version in force, and what the gate says of the newer of them. */
export interface DeskItem {
  item: ItemRow
  draft: VersionRow | null
  published: VersionRow | null
  findings: Finding[]
  changes: Section[]
  mayEdit: Answer
  /** Of the draft; where there is none yet, of the one that would be begun. */
  mayDiscard: Answer
}

/** `sentence`: why not, else empty. */
type Answer = { allowed: boolean; sentence: string }

const answer = (result: Result<unknown>): Answer => ({
  allowed: result.ok,
  sentence: result.ok ? '' : result.refusal.sentence,
})

export async function deskItem(
  db: Db,
  staff: Staff,
  itemId: string,
  port?: ImpactPort,
): Promise<DeskItem | null> {
  const item = await findItem(db, itemId)
  if (item === null) return null
  const allowed = mayEdit(staff, item)
  if (!allowed.ok && allowed.refusal.name === 'not-found') return null
  const read = (version: number | null) => (version === null ? null : readVersion(db, itemId, version))
  const draft = await read(item.draftVersion)
  const published = await read(item.publishedVersion)
  const newest = draft ?? published
  const closed = allowed.ok ? await mayChange(db, item) : allowed
  return {
    item,
    draft,
    published,
    findings: newest
      ? publishFindings(newest.content, await gateContextOf(db, item.organId, newest.content, port?.hoursSet))
      : [],
    changes: draft ? changedSections(published?.content ?? null, draft.content) : [],
    mayEdit: answer(closed),
    mayDiscard: answer(closed.ok && draft ? await mayDiscard(db, item, draft.version) : closed),
  }
}

/** What still has to be done before an item's draft can be published; empty where there is no draft. */
export async function todoOf(db: Db, itemId: string): Promise<Finding[]> {
  const item = await findItem(db, itemId)
  if (item === null || item.draftVersion === null) return []
  const draft = (await readVersion(db, itemId, item.draftVersion))!
  return publishFindings(draft.content, await gateContextOf(db, item.organId, draft.content))
}

export type ItemStatus = 'draft' | 'published' | 'changing'

export interface DeskListQuery {
  /** Null: every organ. */
  organ: string | null
  status?: ItemStatus | 'ready'
  q?: string
  page: number
}

export interface DeskListRow {
  itemId: string
  name: string
  implCode: string
  handleItemCode: string
  organId: string
  organName: string
  itemType: string
  sample: boolean
  status: ItemStatus
  publishedVersion: number | null
  publishedAt: Date | null
  draftVersion: number | null
  savedAt: Date | null
  savedBy: string
  blocks: number
  warns: number
  life: ItemRow['life']
  /** Where the change that is under way lies; null where none is. */
  changeState: OpenState | null
}

export const LIST_PAGE = 20

const STATUS = `case when i.published_version is null then 'draft' when i.draft_version is null then 'published'
  else 'changing' end`
const MATCHES: Record<NonNullable<DeskListQuery['status']>, string> = {
  draft: 'i.published_version is null',
  published: 'i.published_version is not null and i.draft_version is null',
  changing: 'i.published_version is not null and i.draft_version is not null',
  ready: `i.draft_version is not null and v.blocks = 0 and not exists (
    select from catalogue.change c where c.item_id = i.item_id and c.state in (${OPEN_STATES.map((s) => `'${s}'`)}))`,
}

/** Every item with its newest version, and beside it every item with its draft where it has one: less to read for a count. */
const NEWEST = `catalogue.item i join catalogue.item_version v
  on v.item_id = i.item_id and v.version = coalesce(i.draft_version, i.published_version)`
const DRAFTS = `catalogue.item i left join catalogue.item_version v
  on v.item_id = i.item_id and v.version = i.draft_version and v.status = 'draft'`

/** The items of an organ (or of all), what was changed last first, without those that were given up before they ever were in force. */
export async function listForOrgan(db: Db, query: DeskListQuery) {
  const q = cleanText(query.q ?? '').trim()
  const like = q === '' ? null : `%${q.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
  const organ = query.organ && cleanText(query.organ)
  const listed = `($1::text is null or i.organ_id = $1) and coalesce(i.draft_version, i.published_version) is not null
    and (i.published_version is not null or i.life <> 'cancelled')`
  // Whole codes are looked for among codes alone. Capitals and small letters are told apart where there are none: that takes a
  // third of the time.
  const codes = 'i.impl_code like upper($2) or i.handle_item_code like upper($2)'
  const names = `v.name ${/[a-z]/i.test(q) ? 'ilike' : 'like'} $2`
  const said = /^[\da-z]{10,}$/i.test(q) ? codes : /^[\da-z]+$/i.test(q) ? `${names} or ${codes}` : names
  const named = `${listed} and ($2::text is null or ${said})`
  // The page is found by what stands in an index; the rest is read for its rows alone.
  const rows = await db.query<DeskListRow>(
    `with page as materialized (
       select i.item_id, v.version from ${NEWEST} where ${named} ${query.status ? `and ${MATCHES[query.status]}` : ''}
        order by v.saved_at desc nulls last, v.item_id limit ${LIST_PAGE} offset $3)
     select i.item_id as "itemId", v.name, v.content->>'implCode' as "implCode", i.handle_item_code as "handleItemCode",
            i.organ_id as "organId", v.organ_name as "organName", v.item_type as "itemType", v.sample, ${STATUS} as status,
            i.published_version as "publishedVersion",
            (select p.published_at from catalogue.item_version p where p.item_id = i.item_id and p.version = i.published_version)
              as "publishedAt",
            i.draft_version as "draftVersion", v.saved_at as "savedAt", coalesce(v.saved_by->>'name', '') as "savedBy",
            v.blocks, v.warns, i.life,
            (select c.state from catalogue.change c where c.item_id = i.item_id and c.state = any($4)) as "changeState"
       from page join catalogue.item_version v using (item_id, version) join catalogue.item i using (item_id)
      order by v.saved_at desc nulls last, v.item_id`,
    [organ, like, (query.page - 1) * LIST_PAGE, OPEN_STATES],
  )
  const [counts] = await db.query<Record<NonNullable<DeskListQuery['status']>, number>>(
    `select ${Object.entries(MATCHES)
      .map(([name, condition]) => `count(*) filter (where ${condition}) as ${name}`)
      .join(', ')} from ${like === null ? `${DRAFTS} where ${listed}` : `${NEWEST} where ${named}`}`,
    like === null ? [organ] : [organ, like],
  )
  const { draft, published, changing, ready } = counts!
  const total = query.status ? counts![query.status] : draft + published + changing
  return { rows, total, page: query.page, pageSize: LIST_PAGE, counts: { draft, published, changing, ready } }
}

export interface Filing {
  itemId: string
  name: string
  version: number | null
  kind: ChangeKind
  sections: string[]
  organId: string
  filedBy: Actor
  filedAt: Date
}

/** 备案: the newest filings of one organ, or of all for those who supervise. */
export async function newestFilings(db: Db, organ: string | null): Promise<Filing[]> {
  return db.query<Filing>(
    `select f.item_id as "itemId", v.name, f.version, f.kind, f.sections, f.organ_id as "organId",
            f.filed_by as "filedBy", f.filed_at as "filedAt"
       from catalogue.filing f join catalogue.item i using (item_id)
       join catalogue.item_version v on v.item_id = f.item_id and v.version = coalesce(f.version, i.published_version)
      where $1::text is null or f.organ_id = $1 order by f.filed_at desc, f.item_id limit 100`,
    [organ],
  )
}
