import type { Db } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import { canonical, SECTIONS, type Section } from '../draft.ts'
import type { HoursSet } from '../gate/context.ts'
import type { ItemContent } from '../item.ts'
import { type ItemRow, readVersion } from '../store.ts'
import type { ChangeKind } from './change.ts'

/** What happens to the drafts of applicants when this content comes into force. */
export interface DraftsImpact {
  /** Drafts that go over to the new version by themselves. */
  moves: number
  /** Drafts whose applicants have something to look at. */
  needing: number
  /** What these will be told: each sentence with the number of drafts. One draft may have several. */
  attention: { count: number; told: string }[]
}

/** What happens to the visits that are booked on or after the day of effect. */
export interface BookingsImpact {
  total: number
  days: { day: Day; count: number }[]
  /** What these will be told: each sentence with the number of bookings. One booking may have several. */
  told: { count: number; told: string }[]
}

/** What the catalogue cannot know by itself: given by those who keep dossiers, drafts and bookings, wired in `main.ts`. */
export interface ImpactPort {
  /** Open dossiers by the version that they stay with. */
  openDossiers(itemId: string): Promise<{ version: number; count: number }[]>
  /** `content`: the guide as it will be; for what ends or suspends the item, as it is. */
  drafts?(itemId: string, kind: ChangeKind, content: ItemContent | null): Promise<DraftsImpact>
  /** From the day of effect on. `content`: the guide as it will be; null for what ends or suspends the item. */
  bookings?(
    itemId: string,
    change: { kind: ChangeKind; content: ItemContent | null; from: Day },
  ): Promise<BookingsImpact>
  /** For the gate, which reminds the clerk of what can be booked while there are no hours. */
  hoursSet?: HoursSet
}

export interface Impact {
  /** Which texts of the guide differ from the version in force, by section. */
  differs: { section: Section; keys: string[] }[]
  /** Null where nobody counts it. */
  openDossiers: { version: number; count: number }[] | null
  drafts: DraftsImpact | null
  bookings: BookingsImpact | null
}

/** What a change meets: asked by the clerk before submission, by those who sign, and told in the record. */
export async function impactOf(
  db: Db,
  port: ImpactPort | undefined,
  item: ItemRow,
  change: { kind: ChangeKind; version: number | null; effectiveOn: Day },
): Promise<Impact> {
  const read = async (version: number | null) =>
    version === null ? null : ((await readVersion(db, item.itemId, version))?.content ?? null)
  const before = await read(item.publishedVersion)
  const after = await read(change.version)
  return {
    differs: after === null ? [] : differencesOf(before, after),
    openDossiers: (await port?.openDossiers(item.itemId)) ?? null,
    drafts: (await port?.drafts?.(item.itemId, change.kind, after ?? before)) ?? null,
    bookings:
      (await port?.bookings?.(item.itemId, {
        kind: change.kind,
        content: after,
        from: change.effectiveOn,
      })) ?? null,
  }
}

function differencesOf(before: ItemContent | null, after: ItemContent): Impact['differs'] {
  if (before === null) return []
  return (Object.keys(SECTIONS) as Section[]).flatMap((section) => {
    const keys = SECTIONS[section].filter((key) => canonical(before[key]) !== canonical(after[key]))
    return keys.length > 0 ? [{ section, keys }] : []
  })
}
