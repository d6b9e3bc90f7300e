import {
  type PlacedItem,
  type PublicDirectory,
  type PublicEntry,
  placedItems,
  publicDirectory,
} from '../../../catalogue/index.ts'
import type { Db } from '../../../platform/database.ts'

/** What a visitor asked to see of the list. */
export interface Asked {
  q: string
  /** Id of a department, or empty. */
  organ: string
  /** Code of a district, or empty. */
  area: string
  /** `missing`: only what is missing. */
  only: '' | 'missing'
  page: number
}

const PER_PAGE = 20

export function askedFrom(query: Record<string, unknown>): Asked {
  const text = (key: string) => (typeof query[key] === 'string' ? query[key].trim().slice(0, 60) : '')
  const page = Number(text('page'))
  return {
    q: text('q'),
    organ: text('organ'),
    area: text('area'),
    only: text('only') === 'missing' ? 'missing' : '',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** The entries that fit what was asked, with the main item above its sub-items; bodies that do not fit are left out. */
function entriesFor(directory: PublicDirectory, { q, organ, area, only }: Asked) {
  const words = q.toLowerCase()
  const byBody = organ !== '' || area !== '' || only !== ''
  return directory.entries.flatMap((entry) => {
    const { name, legalBasis } = entry.elements
    const says = [name, entry.basicCode, ...legalBasis.map((b) => b.name)].join('\n').toLowerCase()
    if (!says.includes(words)) return []
    const bodies = entry.bodies.filter(
      (b) =>
        (organ === '' || b.organ.organId === organ) &&
        (area === '' || b.organ.areaCode === area) &&
        (only === '' || b.placement === only),
    )
    return byBody && bodies.length === 0 ? [] : [{ ...entry, bodies }]
  })
}

/** One page of the list, with the guides of the entries on it. */
export interface Found {
  total: number
  page: number
  pages: number
  shown: PublicEntry[]
  items: PlacedItem[]
}

export async function findEntries(db: Db, directory: PublicDirectory, asked: Asked): Promise<Found> {
  const found = entriesFor(directory, asked)
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
  const page = Math.min(asked.page, pages)
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const items = await placedItems(
    db,
    shown.map((e) => e.basicCode),
  )
  return { total: found.length, page, pages, shown, items }
}

/** Keeps the directory until an item or an entry changes, or the day does: reading it again is one pass over both. */
export function createDirectory(db: Db) {
  let kept: { day: string; reading: Promise<PublicDirectory> } | null = null
  return {
    forget(): void {
      kept = null
    },
    read(today: string): Promise<PublicDirectory> {
      if (kept?.day === today) return kept.reading
      const now = { day: today, reading: publicDirectory(db, today) }
      kept = now
      // What failed is not kept: the next visitor asks again.
      now.reading.catch(() => {
        if (kept === now) kept = null
      })
      return now.reading
    },
  }
}
