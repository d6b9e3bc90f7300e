import type { Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import { readsAll } from '../acts/scene.ts'
import { cleanText } from '../draft.ts'
import { parentOf } from './code.ts'
import {
  type BasicElements,
  basicElements,
  type Entry,
  type EntryState,
  type EntryVersion,
  type Proposal,
} from './entry.ts'
import { type Exception, listExceptions } from './exception-store.ts'
import { mayReadException } from './exceptions.ts'
import { type Placed, type PlacedItem, placedItems, placements } from './placement.ts'
import { codesUnderChange, listProposals, readEntry, readVersions } from './store.ts'
import { type DirectoryTodo, directoryTodos } from './todos.ts'

/** What the desk shows of the directory. Every officer of the item posts reads it: it is what exists by law. */

export interface ListQuery {
  q?: string | undefined
  state?: EntryState | undefined
  itemType?: string | undefined
  /** Only entries that this body has to implement. */
  organId?: string | undefined
  page: number
}

export interface ListRow {
  basicCode: string
  parent: string
  version: number
  state: EntryState
  sample: boolean
  elements: BasicElements
  effectiveOn: Day
  bodies: number
}

export const PAGE = 30

const FROM = `from catalogue.directory_entry e
  join catalogue.directory_version v on v.basic_code = e.basic_code and v.version = greatest(e.version, 1)
 where ($1::text is null or v.elements->>'name' ilike $1 or e.basic_code like $1 or v.elements->>'legalBasis' ilike $1)
   and ($2::text is null or v.elements->>'itemType' = $2)
   and ($3::text is null or exists (select from catalogue.directory_body b
         where b.basic_code = e.basic_code and b.organ_id = $3))`

/** Entries by code, a main item before its sub-items. */
export async function listEntries(db: Db, { q, state, itemType, organId, page }: ListQuery) {
  const words = cleanText(q ?? '').trim()
  const like = words === '' ? null : `%${words.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
  const values = [like, itemType ?? null, organId ?? null]
  const rows = await db.query<Omit<ListRow, 'parent'>>(
    `select e.basic_code as "basicCode", e.version, e.state, e.sample, v.elements, v.effective_on as "effectiveOn",
            (select count(*) from catalogue.directory_body b where b.basic_code = e.basic_code) as bodies
       ${FROM} and ($4::text is null or e.state = $4)
      order by substr(e.basic_code, 5), e.basic_code limit ${PAGE} offset $5`,
    [...values, state ?? null, (page - 1) * PAGE],
  )
  const counted = await db.query<{ state: EntryState; n: number }>(
    `select e.state, count(*) as n ${FROM} group by e.state`,
    values,
  )
  const counts: Record<EntryState, number> = { waiting: 0, 'in-force': 0, suspended: 0, cancelled: 0 }
  for (const { state: of, n } of counted) counts[of] = n
  const every = Object.values(counts).reduce((a, b) => a + b, 0)
  return {
    rows: rows.map((row) => ({
      ...row,
      parent: parentOf(row.basicCode),
      elements: basicElements.parse(row.elements),
    })),
    counts,
    total: state ? counts[state] : every,
    page,
    pageSize: PAGE,
  }
}

export interface EntryRecord {
  entry: Entry
  parent: { basicCode: string; name: string } | null
  subItems: { basicCode: string; name: string; state: EntryState }[]
  versions: EntryVersion[]
  /** 拆分、合并: from which codes it came, and into which it went. */
  cameFrom: { basicCode: string; name: string }[]
  became: { basicCode: string; name: string }[]
  placed: (Placed & { items: PlacedItem[] })[]
  exceptions: Exception[]
  proposals: Proposal[]
  todos: DirectoryTodo[]
  /** A proposal that is open or a version that waits stands in the way of another. */
  underChange: boolean
}

export async function entryRecord(
  db: Db,
  staff: Staff,
  basicCode: string,
  today: Day,
): Promise<EntryRecord | null> {
  const entry = await readEntry(db, basicCode)
  if (entry === null) return null
  const main = parentOf(basicCode)
  const parent = main === '' ? null : await readEntry(db, main)
  const named = (column: string, other: string) =>
    db.query<{ basicCode: string; name: string }>(
      `select l.${column} as "basicCode", v.elements->>'name' as name from catalogue.directory_lineage l
         join catalogue.directory_version v on v.basic_code = l.${column} and v.version = 1
        where l.${other} = $1 order by 1`,
      [basicCode],
    )
  const all = readsAll(staff)
  const exceptions = await listExceptions(db, { basicCode, ended: true })
  const items = await placedItems(db, [basicCode])
  const secret = new Set(exceptions.filter((e) => !mayReadException(staff, e)).map((e) => e.organId))
  return {
    entry,
    parent: parent && { basicCode: parent.basicCode, name: parent.elements.name },
    subItems: main === '' ? await subItems(db, basicCode) : [],
    versions: await readVersions(db, basicCode),
    cameFrom: await named('from_code', 'to_code'),
    became: await named('to_code', 'from_code'),
    placed: (await placements(db, { basicCode }, today)).map((p) => {
      const withheld = p.exception !== null && secret.has(p.organ.organId)
      const own = items.filter((item) => item.organId === p.organ.organId)
      return { ...p, ...(withheld ? { exception: null, ruling: WITHHELD(p) } : {}), items: own }
    }),
    exceptions: exceptions.filter((e) => mayReadException(staff, e)),
    proposals: await listProposals(db, { basicCode, organ: all ? null : staff.organId }),
    todos: await directoryTodos(db, { basicCode, organId: all ? null : staff.organId }),
    underChange: (await codesUnderChange(db, [basicCode])).length > 0,
  }
}

/** That there is an exception is no secret, what it says is. */
const WITHHELD = ({ ruling }: Placed): Placed['ruling'] => ({
  ...ruling,
  facts: {},
  sentence: {
    zh: '有批准的例外，内容不公开。',
    en: 'There is an approved exception; its contents are not public.',
  },
})

async function subItems(db: Db, main: string) {
  return db.query<{ basicCode: string; name: string; state: EntryState }>(
    `select e.basic_code as "basicCode", v.elements->>'name' as name, e.state
       from catalogue.directory_entry e
       join catalogue.directory_version v on v.basic_code = e.basic_code and v.version = greatest(e.version, 1)
      where e.basic_code like left($1, 9) || '%' and e.basic_code <> $1 order by 1`,
    [main],
  )
}
