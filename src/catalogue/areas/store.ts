import type { Db } from '../../platform/database.ts'
import { type Area, type AreaTree, treeOf } from './tree.ts'

const KEPT_MS = 60_000
const kept = new WeakMap<object, { at: number; tree: Promise<AreaTree> }>()

/** The region tree; read anew at most once a minute, since it changes a few times a year. */
export function areaTree(db: Db, now: Date): Promise<AreaTree> {
  const before = kept.get(db)
  if (before && Math.abs(now.getTime() - before.at) < KEPT_MS) return before.tree
  const tree = db.query<Area>('select code, name, parent from catalogue.area').then(treeOf)
  kept.set(db, { at: now.getTime(), tree })
  // What failed is not kept: the next page asks again.
  tree.catch(() => kept.delete(db))
  return tree
}

/**
 * Puts a whole list in the place of the one before; areas that it does not name are gone for new answers, while filed ones keep
 * the names that they were filed with.
 */
export async function replaceAreas(tx: Db, areas: readonly Area[]): Promise<void> {
  await tx.query('delete from catalogue.area where code <> all($1::text[])', [areas.map((a) => a.code)])
  await tx.query(
    `insert into catalogue.area (code, name, parent)
     select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (code) do update set name = excluded.name, parent = excluded.parent`,
    [areas.map((a) => a.code), areas.map((a) => a.name), areas.map((a) => a.parent)],
  )
}

/** The areas of the sample world, only where no list was ever loaded: an operator's own list stays. */
export async function loadSampleAreas(tx: Db, areas: readonly Area[]): Promise<void> {
  const [held] = await tx.query('select 1 from catalogue.area limit 1')
  if (!held) await replaceAreas(tx, areas)
}
