import type { Organ } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import type { Day, ExceptionFacts, Placement } from '../../regulation/index.ts'
import { parentOf } from './code.ts'
import { type BasicElements, basicElements } from './entry.ts'
import { type Figure, figureOf, type Placed, placements } from './placement.ts'

/** One body with one entry, as everybody may see it. */
export interface PublicBody {
  organ: Organ
  placement: Placement
  sentence: { zh: string; en: string }
}

export interface PublicEntry {
  basicCode: string
  /** Basic code of the main item; empty for a main item. */
  parent: string
  suspended: boolean
  sample: boolean
  elements: BasicElements
  bodies: PublicBody[]
}

export interface PublicException {
  basicCode: string
  name: string
  organ: Organ
  exception: ExceptionFacts
}

/** The directory as it is public: who implements what, what is missing, what is exempt and by whose approval. */
export interface PublicDirectory {
  figure: Figure
  entries: PublicEntry[]
  exceptions: PublicException[]
  /** Exceptions for state secrets: their number and nothing else. */
  secrets: number
}

type EntryRow = Pick<PublicEntry, 'basicCode' | 'suspended' | 'sample' | 'elements'>

/** What was read of the directory, before it is made public. */
export interface DirectoryRows {
  placed: readonly Placed[]
  rows: readonly EntryRow[]
}

/** All of the directory, or its entry under one code. */
export async function directoryRows(db: Db, today: Day, basicCode?: string): Promise<DirectoryRows> {
  const placed = await placements(db, basicCode === undefined ? {} : { basicCode }, today)
  const rows = await db.query<EntryRow>(
    `select e.basic_code as "basicCode", e.state = 'suspended' as suspended, e.sample, v.elements
       from catalogue.directory_entry e join catalogue.directory_version v using (basic_code, version)
      where e.state in ('in-force', 'suspended') and ($1::text is null or e.basic_code = $1)`,
    [basicCode ?? null],
  )
  return { placed, rows: rows.map((row) => ({ ...row, elements: basicElements.parse(row.elements) })) }
}

/** The same with the entry under one code as it is by now. */
export const withEntry = (before: DirectoryRows, basicCode: string, now: DirectoryRows): DirectoryRows => ({
  placed: [...before.placed.filter((p) => p.basicCode !== basicCode), ...now.placed],
  rows: [...before.rows.filter((row) => row.basicCode !== basicCode), ...now.rows],
})

/** Basic codes of the entries that these items implement. */
export async function basicCodesOf(db: Db, itemIds: string[]): Promise<string[]> {
  const rows = await db.query<{ code: string }>(
    'select distinct right(impl_code, 12) as code from catalogue.item where item_id = any ($1::uuid[])',
    [itemIds],
  )
  return rows.map((row) => row.code)
}

/** A main item above its sub-items, whatever kinds (事项类型) they are of. */
const inOrder = (a: EntryRow, b: EntryRow): number => (place(a) < place(b) ? -1 : 1)
const place = ({ basicCode }: EntryRow): string => basicCode.slice(4) + basicCode

/**
 * What of it is public. An entry at a body that is exempt for a state secret counts in the figure and stands nowhere else; an
 * entry that has no other body does not stand there at all.
 */
export function publicOf({ placed, rows }: DirectoryRows): PublicDirectory {
  const isSecret = (p: (typeof placed)[number]) => p.exception?.kind === 'state-secret'
  const open = Map.groupBy(
    placed.filter((p) => !isSecret(p)),
    (p) => p.basicCode,
  )
  const secret = new Set(placed.filter(isSecret).map((p) => p.basicCode))
  const entries = rows
    .toSorted(inOrder)
    .filter(({ basicCode }) => !secret.has(basicCode) || open.has(basicCode))
    .map((row) => ({
      ...row,
      parent: parentOf(row.basicCode),
      bodies: (open.get(row.basicCode) ?? []).map(({ organ, placement, ruling }) => ({
        organ,
        placement,
        sentence: ruling.sentence,
      })),
    }))
  const names = new Map(entries.map((e) => [e.basicCode, e.elements.name]))
  const exceptions = placed.flatMap(({ basicCode, organ, placement, exception }) =>
    placement === 'exempt' && exception && exception.kind !== 'state-secret'
      ? [{ basicCode, name: names.get(basicCode) ?? '', organ, exception }]
      : [],
  )
  const secrets = placed.filter((p) => p.placement === 'exempt' && isSecret(p)).length
  return { figure: figureOf(placed), entries, exceptions, secrets }
}

/** Reads all of it. */
export const publicDirectory = async (db: Db, today: Day): Promise<PublicDirectory> =>
  publicOf(await directoryRows(db, today))
