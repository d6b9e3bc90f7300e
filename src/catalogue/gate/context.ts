import { organById, organStaffing } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { type DirectoryBasics, directoryBasics } from '../directory/basics.ts'
import { filesOpenTo } from '../files/store.ts'
import { type ItemContent, keptFileId, type PostKind } from '../item.ts'
import { publishedVariants } from '../situations/variants.ts'
import { type Supplies, suppliesFor, suppliesOf } from './supplies.ts'

/** What the gate must know of the organ: its credit code, and how many trained officers hold each post. */
export interface Staffing {
  creditCode: string
  holders: Record<PostKind, number>
}

/** A department that a step of the item asks for its opinion (会签). */
export interface JointOrgan {
  name: string
  holders: Record<PostKind, number>
}

/** Everything beside the content that decides whether a guide may be published. */
export interface GateContext {
  /** Null leaves out what depends on the organ's people, who change by themselves (for counting to-dos in a list). */
  staffing: Staffing | null
  /** The departments of the steps' `organId`s, by id; one that is not there does not exist. Null: not looked up. */
  joint: Record<string, JointOrgan> | null
  /** The directory's entry of the item's basic code, or null where the directory has none. */
  directory: DirectoryBasics | null
  /** Ids of the service centres. Null: not looked up. */
  centres: ReadonlySet<string> | null
  supplies: Supplies
  /** Codes of published items to which the situations lead (转到另一业务办理项). Null: not looked up. */
  variants: ReadonlySet<string> | null
  /** Ids of the files that the materials name and that the organ may name (空白表格、示例样表). Null: not looked up. */
  files: ReadonlySet<string> | null
  /** Whether the organ's counter in the item's centre has hours to be booked (开放时间). Null: in no centre, or not looked up. */
  hoursSet: boolean | null
}

/** Whether an organ's counter in a centre has hours to be booked. The bookings keep them; `main.ts` wires it. */
export type HoursSet = (db: Db, organId: string, centreId: string) => Promise<boolean>

/** For what is judged without a database, such as an example. */
export const GUIDE_ALONE: GateContext = {
  staffing: null,
  joint: null,
  directory: null,
  centres: null,
  supplies: suppliesOf([]),
  variants: null,
  files: null,
  hoursSet: null,
}

/** What is true now of the organ, the directory and the shared data that this content leans on. */
export async function gateContextOf(
  db: Db,
  organId: string,
  content: ItemContent,
  hoursSet?: HoursSet,
): Promise<GateContext> {
  const centreId = content.place?.centreId ?? ''
  const others = [...new Set(content.steps.map((s) => s.organId))].filter((id) => id !== '' && id !== organId)
  const joint: Record<string, JointOrgan> = {}
  for (const id of others) {
    const organ = await organById(db, id)
    const staffing = organ && (await staffingOf(db, id))
    if (organ && staffing) joint[id] = { name: organ.name, holders: staffing.holders }
  }
  return {
    staffing: await staffingOf(db, organId),
    joint,
    directory: content.basicCode === '' ? null : await directoryBasics(db, content.basicCode),
    centres: await centresOf(db, content),
    supplies: await suppliesFor(db, content),
    variants: await publishedVariants(db, content),
    files: await filesFor(db, organId, content),
    hoursSet: centreId === '' ? null : ((await hoursSet?.(db, organId, centreId)) ?? null),
  }
}

/** Of the files that the materials name, those that guides of this organ may name. */
export async function filesFor(db: Db, organId: string, content: ItemContent): Promise<ReadonlySet<string>> {
  const named = content.materials
    .flatMap((m) => [keptFileId(m.blankFile), keptFileId(m.filledFile)])
    .filter((id) => id !== null)
  return new Set(named.length === 0 ? [] : await filesOpenTo(db, organId, named))
}

/** Whether the one centre that the content names is there. */
async function centresOf(db: Db, { place }: ItemContent): Promise<ReadonlySet<string>> {
  if (!place?.centreId) return new Set()
  const rows = await db.query<{ id: string }>(
    'select centre_id as id from catalogue.centre where centre_id = $1',
    [place.centreId],
  )
  return new Set(rows.map((r) => r.id))
}

async function staffingOf(db: Db, organId: string): Promise<Staffing | null> {
  const found = await organStaffing(db, organId)
  if (found === null) return null
  const of = (post: string) => found.holders[post] ?? 0
  return {
    creditCode: found.creditCode,
    holders: { window: of('window'), examiner: of('examiner'), approver: of('approver') },
  }
}
