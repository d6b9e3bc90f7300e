import {
  basicCodesOf,
  type DirectoryRows,
  directoryRows,
  type PlacedItem,
  type PublicDirectory,
  type PublicEntry,
  placedItems,
  publicOf,
  withEntry,
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

/** An entry may have dozens of bodies with their guides. */
const PER_PAGE = 10

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

/** Beyond this, one pass over everything takes less than reading entry by entry. */
const MOST_ONE_BY_ONE = 50

/**
 * Keeps the directory. Of what changes since, the entries that it concerns are read anew before the next answer, not the whole: that
 * takes seconds where there are 100,000 items. With the day all of it is read anew.
 */
export function createDirectory(db: Db) {
  let kept: { day: string; reading: Promise<Read> } | null = null
  const changed = { items: new Set<string>(), codes: new Set<string>() }

  async function whole(today: string): Promise<Read> {
    const rows = await directoryRows(db, today)
    return { rows, directory: publicOf(rows) }
  }
  async function renewed(before: Read, today: string, items: string[], codes: string[]): Promise<Read> {
    const concerned = new Set([...codes, ...(items.length > 0 ? await basicCodesOf(db, items) : [])])
    if (concerned.size > MOST_ONE_BY_ONE) return whole(today)
    let { rows } = before
    for (const code of concerned) rows = withEntry(rows, code, await directoryRows(db, today, code))
    return { rows, directory: publicOf(rows) }
  }

  return {
    /** What has changed: `item:<id>`, `directory:<basic code>`; `*` is everything. */
    forget(streamId: string): void {
      const [kind, id = ''] = streamId.split(':')
      if (kind === 'item') changed.items.add(id)
      else if (kind === 'directory' && id !== '') changed.codes.add(id)
      else kept = null
    },
    read(today: string): Promise<PublicDirectory> {
      const [items, codes] = [[...changed.items], [...changed.codes]]
      changed.items.clear()
      changed.codes.clear()
      const before = kept?.day === today ? kept.reading : null
      if (before && items.length + codes.length === 0) return before.then((read) => read.directory)
      const reading = before ? before.then((read) => renewed(read, today, items, codes)) : whole(today)
      const now = { day: today, reading }
      kept = now
      // What failed is not kept: the next visitor asks again.
      reading.catch(() => {
        if (kept === now) kept = null
      })
      return reading.then((read) => read.directory)
    },
  }
}

interface Read {
  rows: DirectoryRows
  directory: PublicDirectory
}
