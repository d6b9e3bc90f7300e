import { refuse } from '../../platform/refusal.ts'
import type { ItemContent } from '../item.ts'
import { differences } from './differences.ts'
import type { Clash } from './merge.ts'
import type { Revision } from './revision-store.ts'
import { same, valueAt } from './shape.ts'

/** A clash as a clerk reads it. */
export interface ToldClash {
  path: string
  label: string
  /** Both values in words; empty: nothing there. */
  theirs: string
  mine: string
  /** Who changed it in between, and when; empty where that is not kept any more. */
  by: string
  at: Date | null
}

/** The refusal of a save that clashes: nothing of it is saved, and each place is told with both values, who and when. */
export function clashRefusal(
  clashes: Clash[],
  { base, theirs, mine }: Record<'base' | 'theirs' | 'mine', ItemContent>,
  between: Revision[],
  revision: number,
) {
  const inWords = new Map(differences(theirs, mine).map((d) => [d.path, d]))
  const told = clashes.map(({ path }): ToldClash => {
    const words = inWords.get(path)
    const changed = lastChange(path, base, between)
    return {
      path,
      label: words?.label ?? path,
      theirs: words?.before ?? '',
      mine: words?.after ?? '',
      by: changed?.savedBy.name ?? '',
      at: changed?.savedAt ?? null,
    }
  })
  const [first] = told
  const more = told.length > 1 ? `等 ${told.length} 处` : ''
  return refuse(
    'conflict',
    `${first?.by || '别人'}也改了“${first?.label}”${more}，两边写的不同。逐处选用哪一个，选完一起保存。`,
    { detail: { revision, clashes: told } },
  )
}

/** The last of the revisions in between that changed this place. */
function lastChange(path: string, base: ItemContent, between: Revision[]): Revision | undefined {
  return between.findLast((r, i) => {
    const place = path.replace(/\.#order$/, '')
    return !same(valueAt(r.content, place), valueAt(i === 0 ? base : between[i - 1]!.content, place))
  })
}
