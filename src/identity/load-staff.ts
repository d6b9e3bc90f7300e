import type { Tx } from '../platform/database.ts'
import { ensureOrgan, type Organ, organById } from './organs.ts'
import { mayGive, type Post } from './staff.ts'
import { insertHolding, insertStaff } from './store.ts'

/** An officer as a seed or a department's list names them. */
export interface StaffEntry {
  staffId: string
  /** Their account at 统一身份认证. */
  subject: string
  name: string
  organId: string
  /** `trainedOn` null: given the post, not yet trained (Art. 5.1(1)). */
  posts: readonly { post: Post; trainedOn: string | null }[]
  sample?: boolean
}

/**
 * Loads organs and their staff. May run at every start: what is there already stays as it is, so a change that was made since
 * (a renamed organ, a training day, a closed account) is never undone. Returns how many officers were new. Throws where a
 * list gives a post that is not its organ's to give.
 */
export async function loadStaff(
  tx: Tx,
  world: { organs: readonly Organ[]; staff: readonly StaffEntry[] },
): Promise<number> {
  // An organ may stand under another id already, e.g. because its guides were imported first.
  const idOf = new Map<string, string>()
  for (const organ of world.organs) idOf.set(organ.organId, await ensureOrgan(tx, organ))
  let loaded = 0
  for (const entry of world.staff) {
    const organId = idOf.get(entry.organId) ?? entry.organId
    if (!(await insertStaff(tx, { ...entry, organId }))) continue
    loaded += 1
    const organ = (await organById(tx, organId))!
    for (const { post, trainedOn } of entry.posts) {
      if (!mayGive(organ.kind, post)) throw new Error(`${organ.name} cannot give the post ${post}`)
      await insertHolding(tx, entry.staffId, post, trainedOn)
    }
  }
  return loaded
}
