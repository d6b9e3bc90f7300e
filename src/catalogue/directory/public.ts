import type { Organ } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import type { Day, ExceptionFacts, Placement } from '../../regulation/index.ts'
import { parentOf } from './code.ts'
import { type BasicElements, basicElements } from './entry.ts'
import { type Figure, figureOf, placements } from './placement.ts'

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

/**
 * Reads all of it. An entry at a body that is exempt for a state secret counts in the figure and stands nowhere else; an
 * entry that has no other body does not stand there at all.
 */
export async function publicDirectory(db: Db, today: Day): Promise<PublicDirectory> {
  const placed = await placements(db, {}, today)
  const rows = await db.query<Pick<PublicEntry, 'basicCode' | 'suspended' | 'sample' | 'elements'>>(
    `select e.basic_code as "basicCode", e.state = 'suspended' as suspended, e.sample, v.elements
       from catalogue.directory_entry e join catalogue.directory_version v using (basic_code, version)
      where e.state in ('in-force', 'suspended') order by substr(e.basic_code, 5), e.basic_code`,
  )
  const isSecret = (p: (typeof placed)[number]) => p.exception?.kind === 'state-secret'
  const open = Map.groupBy(
    placed.filter((p) => !isSecret(p)),
    (p) => p.basicCode,
  )
  const secret = new Set(placed.filter(isSecret).map((p) => p.basicCode))
  const entries = rows
    .filter(({ basicCode }) => !secret.has(basicCode) || open.has(basicCode))
    .map((row) => ({
      ...row,
      parent: parentOf(row.basicCode),
      elements: basicElements.parse(row.elements),
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
