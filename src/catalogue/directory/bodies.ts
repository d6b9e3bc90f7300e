import { type History, SYSTEM } from '../../history/index.ts'
import type { Tx } from '../../platform/database.ts'
import { directoryStream } from './entry.ts'
import { addBodies, lockEntries, removeBodies } from './store.ts'

/**
 * 下放: who has to implement an entry, after an item of it went from one body to others. The old body stays while it has
 * another item (业务办理项) of the entry. Nothing where the directory has no such entry: a guide from elsewhere.
 */
export async function handDownBodies(
  tx: Tx,
  history: History,
  { basicCode, from, to }: { basicCode: string; from: string; to: string[] },
  now: Date,
): Promise<void> {
  const [entry] = await lockEntries(tx, [basicCode])
  if (!entry) return
  const [others] = await tx.query<{ n: number }>(
    `select count(*) as n from catalogue.item
      where right(impl_code, 12) = $1 and organ_id = $2 and life in ('active', 'suspended')`,
    [basicCode, from],
  )
  const leaves = others!.n === 0
  await addBodies(tx, basicCode, to)
  if (leaves) await removeBodies(tx, basicCode, [from])
  const data = { added: to, removed: leaves ? [from] : [] }
  await history.record(tx, directoryStream(basicCode), SYSTEM, now, [
    { type: 'directory.bodies-handed-down', data },
  ])
}
