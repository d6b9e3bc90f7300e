import { holds, type Staff } from '../../../identity/index.ts'
import type { Db } from '../../../platform/database.ts'
import { readsAll } from '../../acts/scene.ts'
import { type Change, OPEN_STATES } from '../change.ts'

export const QUEUE_FILTERS = ['mine', 'open', 'ended'] as const
export type QueueFilter = (typeof QUEUE_FILTERS)[number]

export interface QueueRow
  extends Pick<Change, 'changeId' | 'itemId' | 'kind' | 'state' | 'since' | 'effectiveOn' | 'organId'> {
  name: string
  organName: string
  /** Who did the last turn. */
  by: string
  sample: boolean
}

export const QUEUE_PAGE = 50

const WROTE = (table: string) =>
  `select from catalogue.${table} s where s.item_id = c.item_id and s.version = c.version and s.saved_by->>'id' = me.id`

/**
 * What lies before this officer: the queue of each post that they hold. A checker does not see here what they submitted or
 * wrote themselves, for they may not pass it. A clerk has what came back to them, until they hand in anew.
 */
const MINE = `((c.state = 'checking' and me.checks and c.organ_id = me.organ and c.submitted_by <> me.id
    and not exists (${WROTE('draft_revision')}) and not exists (${WROTE('item_version')}))
  or (c.state = 'filing' and me.files) or (c.state = 'deciding' and me.decides)
  or (c.state = 'sent-back' and me.writes and c.submitted_by = me.id and not exists (
    select from catalogue.change later where later.item_id = c.item_id and later.since > c.since)))`
const OPEN = `c.state in (${OPEN_STATES.map((s) => `'${s}'`).join(', ')})`

const WHERE: Record<QueueFilter, string> = { mine: MINE, open: OPEN, ended: `not ${OPEN}` }

const scopeOf = (staff: Staff) => [
  staff.organId,
  staff.staffId,
  holds(staff, 'checker'),
  holds(staff, 'registrar'),
  holds(staff, 'reformer'),
  holds(staff, 'clerk'),
  readsAll(staff),
]
/** Changes of other organs are there only for those who look at all. */
const REACH = '(me.every or c.organ_id = me.organ)'
const ME = `with me as (select $1::text as organ, $2::text as id, $3::boolean as checks, $4::boolean as files,
  $5::boolean as decides, $6::boolean as writes, $7::boolean as every)`

export type QueueCounts = Record<QueueFilter, number>

export async function queueCounts(db: Db, staff: Staff): Promise<QueueCounts> {
  const [row] = await db.query<QueueCounts>(
    `${ME} select count(*) filter (where ${MINE}) as mine, count(*) filter (where ${OPEN}) as open,
            count(*) filter (where not ${OPEN}) as ended from catalogue.change c, me where ${REACH}`,
    scopeOf(staff),
  )
  return row!
}

/** What waits longest first; what has ended, the newest first. */
export async function queueOf(db: Db, staff: Staff, filter: QueueFilter, page: number) {
  const order = filter === 'ended' ? 'desc' : 'asc'
  const rows = await db.query<QueueRow>(
    `${ME} select c.change_id as "changeId", c.item_id as "itemId", c.kind, c.state, c.since,
            c.effective_on as "effectiveOn", c.organ_id as "organId", v.content->>'name' as name,
            v.content->>'organName' as "organName", (v.content->>'sample')::boolean as sample, t.by->>'name' as by
       from me, catalogue.change c
       join catalogue.item i using (item_id)
       join catalogue.item_version v on v.item_id = c.item_id and v.version = coalesce(c.version, i.published_version)
       join catalogue.change_turn t on t.change_id = c.change_id and t.turn = c.turn
      where ${REACH} and ${WHERE[filter]}
      order by c.since ${order}, c.change_id limit ${QUEUE_PAGE} offset $8::int`,
    [...scopeOf(staff), (page - 1) * QUEUE_PAGE],
  )
  const counts = await queueCounts(db, staff)
  return { rows, counts, total: counts[filter], page, pageSize: QUEUE_PAGE }
}
