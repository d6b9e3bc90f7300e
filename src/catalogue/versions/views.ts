import { readStream } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { mayRead, streamOf } from '../acts/scene.ts'
import { SECTION_NAMES, SECTIONS, type Section } from '../draft.ts'
import type { ItemContent } from '../item.ts'
import { findItem, type ItemRow, readVersion, type VersionRow } from '../store.ts'
import { type Difference, differences } from './differences.ts'
import { type FieldChange, fieldHistory } from './field-history.ts'
import { markWords, type Piece } from './words.ts'

/** Versions of one item: their list, what two of them differ in, who changed what. Null: not there for this officer. */

export interface VersionNote extends Pick<VersionRow, 'version' | 'savedAt' | 'publishedAt'> {
  status: 'draft' | 'in-force' | 'replaced'
  /** 'YYYY-MM-DD', from which it holds or held; null for a draft. */
  effectiveOn: string | null
  savedBy: string
}

export async function versionsOf(db: Db, staff: Staff, itemId: string): Promise<VersionNote[] | null> {
  const item = await readable(db, staff, itemId)
  if (item === null) return null
  return db.query<VersionNote>(
    `select v.version, v.saved_at as "savedAt", v.published_at as "publishedAt", v.effective_on as "effectiveOn",
            coalesce(v.saved_by->>'name', '') as "savedBy",
            case when v.status = 'draft' then 'draft' when v.version = i.published_version then 'in-force' else 'replaced' end as status
       from catalogue.item_version v join catalogue.item i using (item_id) where v.item_id = $1 order by v.version desc`,
    [itemId],
  )
}

/** A version by its number, or by what it is now. */
export type VersionName = number | 'draft' | 'in-force'

export interface MarkedDifference extends Omit<Difference, 'before' | 'after'> {
  before: Piece[]
  after: Piece[]
  /** Who changed this place last, up to the later version; empty where the history does not tell. */
  by: string
  at: Date | null
}

export interface ChangedSection<Row> {
  id: Section
  name: string
  rows: Row[]
}

export interface Comparison {
  from: number
  to: number
  /** Sections that differ, in the order of the editor. */
  sections: ChangedSection<MarkedDifference>[]
}

/** Two versions side by side. Null too where the item has no such version. */
export async function compareVersions(
  db: Db,
  staff: Staff,
  itemId: string,
  from: VersionName,
  to: VersionName,
): Promise<Comparison | null> {
  const item = await readable(db, staff, itemId)
  if (item === null) return null
  const [before, after] = [await named(db, item, from), await named(db, item, to)]
  if (before === null || after === null) return null
  const found = differences(before.content, after.content)
  const events = await readStream(db, streamOf(itemId))
  const history = fieldHistory(events).filter((c) => c.version <= after.version)
  return {
    from: before.version,
    to: after.version,
    sections: bySection(found, (d) => marked(d, history)),
  }
}

function bySection<Row>(found: Difference[], row: (d: Difference) => Row): ChangedSection<Row>[] {
  return (Object.keys(SECTIONS) as Section[]).flatMap((id) => {
    const rows = found.filter((d) => sectionOf(d.path) === id)
    return rows.length === 0 ? [] : [{ id, name: SECTION_NAMES[id], rows: rows.map(row) }]
  })
}

export type PublicDifference = Omit<MarkedDifference, 'by' | 'at'>

/** Parts of the content that are the department's own business. */
const INTERNAL = new Set(['sourceNotes', 'origin', 'directoryVersion'])

/** What a reader of the guide finds changed between two published versions: no names of officers, no notes of theirs. */
export function publicDifferences(
  before: ItemContent,
  after: ItemContent,
): ChangedSection<PublicDifference>[] {
  const found = differences(before, after).filter((d) => !INTERNAL.has(d.path.split('.')[0]!))
  return bySection(found.map(forReaders), (d) => ({ ...d, ...markWords(d.before, d.after) }))
}

/** Words of the editor that say nothing to who fills in a form. */
const TRAIL = new Set(['申请表', '组', '字段', '情形引导', '问题'])
const TOLD_OF_A_FIELD = /^(填写说明|说明|必填|单位|选项|答案|列|最小|最大|最多字数|字段)：/

/** A question that came or went is told by its name and what it asks for, not by every setting that the editor has. */
function forReaders(d: Difference): Difference {
  if (!/^(form|situations)\./.test(d.path)) return d
  const label = d.label.split(' · ').filter((word, i) => i > 3 || !TRAIL.has(word))
  const whole = d.kind === 'added' || d.kind === 'removed'
  const brief = (text: string): string => {
    if (!whole || text === '') return text
    const lines = text.split('\n').filter((line) => TOLD_OF_A_FIELD.test(line))
    return lines.join('\n') || label.at(-1)!
  }
  return { ...d, label: label.join(' · '), before: brief(d.before), after: brief(d.after) }
}

function marked(d: Difference, history: FieldChange[]): MarkedDifference {
  const last = history.find((c) => concerns(c.path, d.path))
  return { ...d, ...markWords(d.before, d.after), by: last?.by ?? '', at: last?.at ?? null }
}

/** One of the two places is the other, or lies in it. */
const concerns = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)

const sectionOf = (path: string): Section => {
  const part = path.split('.')[0]!
  const section = (Object.keys(SECTIONS) as Section[]).find((s) =>
    (SECTIONS[s] as readonly string[]).includes(part),
  )
  return section ?? 'basics'
}

/** Who changed which field when, newest first. `path`: only at this place and below it. */
export async function fieldHistoryOf(
  db: Db,
  staff: Staff,
  itemId: string,
  path: string | undefined,
): Promise<FieldChange[] | null> {
  const item = await readable(db, staff, itemId)
  if (item === null) return null
  const changes = fieldHistory(await readStream(db, streamOf(itemId)))
  if (path === undefined) return changes
  return changes.filter((c) => concerns(c.path, path))
}

async function readable(db: Db, staff: Staff, itemId: string): Promise<ItemRow | null> {
  const item = await findItem(db, itemId)
  return item !== null && mayRead(staff, item) ? item : null
}

async function named(db: Db, item: ItemRow, name: VersionName): Promise<VersionRow | null> {
  const version = name === 'draft' ? item.draftVersion : name === 'in-force' ? item.publishedVersion : name
  return version === null ? null : readVersion(db, item.itemId, version)
}
