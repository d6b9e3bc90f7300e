import { postName } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { addCalendarDays, dayOf, startOfDay, type WorkingCalendar } from '../../regulation/index.ts'
import type { Filter, WorklistCounts, WorklistPage, WorklistQuery } from '../api/worklist-contract.ts'
import { branchesHeld, opinionsSigned } from './branch-rows.ts'
import { type Reach, WORKING_POSTS } from './reach.ts'
import { type Row, readRow, toRow } from './worklist-row.ts'

export const PAGE_SIZE = 20

/** A list shows only these; the rest of a dossier is read when it is opened. */
const COLUMNS = `dossier_id, number, applicant_name, item_name, step_name, holder_post, status, result, received_at, clock,
  corrections, sample, asked_by`
const OWN = COLUMNS.replace('asked_by', `'' as asked_by`)

/**
 * The open dossiers of one organ lie in the index by post and due moment. A list over several posts asks for the head
 * of each post's run and merges them: PostgreSQL then reads 20 entries, not the whole organ, whatever its size.
 */
export function pageStatement(
  reach: Reach,
  query: WorklistQuery,
  now: Date,
): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const bind = (value: unknown): string => `$${values.push(value)}`
  const where: string[] = query.filter === 'done' ? ['not open'] : ['open']
  if (reach.organId !== null) where.push(`organ_id = ${bind(reach.organId)}`)
  where.push(...conditions(query.filter, now, bind))
  if (query.q !== '') where.push(matching(query.q, bind))

  const order = orderOf(query)
  const limit = bind(query.page * PAGE_SIZE + 1)
  const run = (holder: string) =>
    `(select ${OWN}, due_at, closed_at from casework.dossier where ${[...where, holder].join(' and ')} order by ${order} limit ${limit})`
  const holders = holdersOf(reach, query.filter)
  const runs =
    holders === null
      ? [run('true')]
      : holders.map((p) => run(p === null ? 'holder_post is null' : `holder_post = ${bind(p)}`))
  const more = elsewhere(reach, query.filter, () => bind(reach.organId))
  if (more !== null) {
    const held = [
      ...conditions(query.filter, now, bind),
      ...(query.q === '' ? [] : [matching(query.q, bind)]),
      'true',
    ]
    runs.push(
      `(select ${COLUMNS}, due_at, closed_at from (${more}) b where ${held.join(' and ')} order by ${order} limit ${limit})`,
    )
  }
  const text = `select ${COLUMNS} from (${runs.join(' union all ')}) w order by ${order}
    limit ${PAGE_SIZE + 1} offset ${bind((query.page - 1) * PAGE_SIZE)}`
  return { text, values }
}

/** What lies in the officer's posts beside whole dossiers: branches, and for what is done the joint opinions signed. */
function elsewhere(reach: Reach, filter: Filter, organ: () => string): string | null {
  if (reach.organId === null || filter === 'organ' || reach.posts.length === 0) return null
  if (filter === 'done') return opinionsSigned(organ())
  return filter === 'corrections-back' || filter === 'to-decide' ? null : branchesHeld(organ(), reach.posts)
}

/** Whose hands the list is about; null when it does not matter. Supervisors have no hands in it and see all. */
function holdersOf(reach: Reach, filter: Filter): (string | null)[] | null {
  if (filter === 'done' || reach.organId === null) return null
  if (filter === 'organ') return [...WORKING_POSTS, null]
  if (filter === 'to-decide') return reach.posts.filter((p) => p === 'approver')
  return reach.posts
}

function conditions(filter: Filter, now: Date, bind: (v: unknown) => string): string[] {
  if (filter === 'red-yellow') return [`yellow_at <= ${bind(now)}`]
  if (filter === 'today') return [`due_at < ${bind(startOfDay(addCalendarDays(dayOf(now), 1)))}`]
  if (filter === 'corrections-back') return [`status = 'received' and corrections > 0`]
  if (filter === 'to-decide') return [`holder_post = 'approver'`]
  if (filter === 'paused') return [`status = 'accepted' and due_at is null`]
  return []
}

function matching(q: string, bind: (v: unknown) => string): string {
  const like = bind(`%${escapeLike(q)}%`)
  const end = bind(`%${escapeLike(q.replaceAll('-', ''))}`)
  return `(applicant_name ilike ${like} or item_name ilike ${like} or number like ${end})`
}

const escapeLike = (s: string): string => s.replace(/[\\%_]/g, (c) => `\\${c}`)

function orderOf(query: WorklistQuery): string {
  if (query.filter === 'done') return 'closed_at desc, dossier_id'
  if (query.sort === 'received') return 'received_at, dossier_id'
  if (query.sort === 'received-desc') return 'received_at desc, dossier_id'
  return 'due_at, dossier_id'
}

/** One page of the worklist. Paused dossiers have no due moment and come last. */
export async function worklistPage(
  db: Db,
  reach: Reach,
  query: WorklistQuery,
  now: Date,
  calendar: WorkingCalendar,
): Promise<WorklistPage> {
  if (holdersOf(reach, query.filter)?.length === 0)
    return { at: now.toISOString(), page: query.page, more: false, rows: [] }
  const { text, values } = pageStatement(reach, query, now)
  // The text differs only by filter and posts, so its plan is worth keeping under a name.
  const rows = await db.prepared<Row>(`worklist-${nameOf(reach, query)}`, text, values)
  return {
    at: now.toISOString(),
    page: query.page,
    more: rows.length > PAGE_SIZE,
    rows: rows.slice(0, PAGE_SIZE).map((r) => toRow(r, readRow(calendar, r, now))),
  }
}

function nameOf(reach: Reach, query: WorklistQuery): string {
  const posts = holdersOf(reach, query.filter)
  const whose = posts === null ? 'any' : posts.map((p) => p ?? 'none').join('+')
  return [
    query.filter,
    query.sort,
    reach.organId === null ? 'all' : 'own',
    whose,
    query.q === '' ? '' : 'q',
  ].join('-')
}

/** Counting stops here, for each post: what is due soonest is counted first, and nobody works down a longer list. */
const COUNT_CAP = 5000

/**
 * How many there are, by filter, and the red ones; for an empty list also what comes next in the organ. The sight of
 * the soonest due of each post bounds the work, whatever the size of the organ; a count at the cap reads "or more".
 */
export async function worklistCounts(db: Db, reach: Reach, now: Date): Promise<WorklistCounts> {
  const tomorrow = startOfDay(addCalendarDays(dayOf(now), 1))
  const own = 'open and organ_id = $3'
  const soonest = (where: string) =>
    `(select status, corrections, holder_post, due_at, yellow_at, red_at from casework.dossier
       where ${where} order by due_at limit ${COUNT_CAP})`
  const runs =
    reach.organId === null
      ? [soonest('open and $3::text is null')]
      : reach.posts.map((post) => soonest(`${own} and holder_post = '${post}'`))
  if (reach.organId !== null && reach.posts.length > 0)
    runs.push(
      `(select status, corrections, holder_post, due_at, yellow_at, red_at from (${branchesHeld('$3', reach.posts)}) b
         limit ${COUNT_CAP})`,
    )
  const signed =
    reach.organId === null
      ? '0'
      : `(select count(*) from (select 1 from (${opinionsSigned('$3')}) o limit ${COUNT_CAP}) c)`
  const sight = runs.length > 0 ? runs.join(' union all ') : soonest(`${own} and false`)
  const some = (where: string) =>
    `(select count(*) from (select 1 from casework.dossier where ${where} limit ${COUNT_CAP}) c)`
  const whose = '($3::text is null or organ_id = $3)'
  const [row] = await db.query<Record<Filter | 'red', number>>(
    `select count(*) as "all",
            count(*) filter (where yellow_at <= $1) as "red-yellow",
            count(*) filter (where due_at < $2) as "today",
            count(*) filter (where status = 'received' and corrections > 0) as "corrections-back",
            count(*) filter (where holder_post = 'approver') as "to-decide",
            count(*) filter (where status = 'accepted' and due_at is null) as "paused",
            count(*) filter (where red_at <= $1) as "red",
            ${some(`open and ${whose}`)} as "organ",
            ${some(`not open and ${whose}`)} + ${signed} as "done"
       from (${sight}) mine`,
    [now, tomorrow, reach.organId],
  )
  const { red, ...counts } = row!
  return { at: now.toISOString(), counts, cap: COUNT_CAP, red, next: await nextElsewhere(db, reach) }
}

/** The soonest due that lies in another post of the organ. */
async function nextElsewhere(db: Db, reach: Reach): Promise<WorklistCounts['next']> {
  const others = WORKING_POSTS.filter((post) => !reach.posts.includes(post))
  if (reach.organId === null || others.length === 0) return null
  const runs = others.map(
    (post) => `(select due_at, holder_post from casework.dossier
       where open and organ_id = $1 and holder_post = '${post}' and due_at is not null order by due_at limit 1)`,
  )
  const [next] = await db.query<{ due_at: Date; holder_post: string }>(
    `select due_at, holder_post from (${runs.join(' union all ')}) n order by due_at limit 1`,
    [reach.organId],
  )
  return next ? { dueAt: next.due_at.toISOString(), holder: postName(next.holder_post) } : null
}
