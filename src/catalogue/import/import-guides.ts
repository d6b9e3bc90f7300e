import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor, History } from '../../history/index.ts'
import { ensureOrgan, organById } from '../../identity/index.ts'
import type { Database, Tx } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { streamOf } from '../acts/scene.ts'
import { canonical, clean } from '../draft.ts'
import type { Finding } from '../finding.ts'
import { guideCounts, publishFindings } from '../gate.ts'
import { gateContextOf } from '../gate-context.ts'
import type { ItemContent } from '../item.ts'
import {
  findItemByCodes,
  insertItem,
  lockItem,
  readImportRecord,
  readVersion,
  saveDraftRow,
  standInCode,
  writeImportRecord,
} from '../store.ts'
import { detailedRecord, readDetailed } from './detailed.ts'
import { excerptRecord, readExcerpt } from './excerpt.ts'
import { flatRecord, readFlat } from './flat.ts'
import { type Reading, type ReadRecord, type RecordFault, schemaFaults } from './reading.ts'
import { isObject, readSource, type Shape, type Source } from './source.ts'
import { takenOver } from './take-over.ts'

/** Who signs for what an import did. */
export const IMPORTER: Actor = { kind: 'system', id: 'import', name: '指南导入' }

/**
 * What became of one record. imported: a new draft; updated: the source changed and nobody had touched the draft;
 * unchanged: as the last time; kept: there is a draft or a guide that is not the import's to change; refused: see faults.
 */
export type RecordOutcome = 'imported' | 'updated' | 'unchanged' | 'kept' | 'refused'

export interface RecordReport {
  /** Place in the file, from 1. */
  no: number
  name: string
  implCode: string
  outcome: RecordOutcome
  itemId: string | null
  faults: RecordFault[]
  /** What the draft still lacks before it can be published, and what its clerk had better look at. */
  todos: Finding[]
}

export interface ImportReport {
  shape: Shape
  records: RecordReport[]
}

/**
 * Imports a file of guides. Each record by itself becomes an item with a draft (never published), or is refused with
 * field and reason; one bad record stops none of the others. Refuses the whole file only where it cannot be read.
 * Running it again changes nothing; a draft that a clerk has worked on is never overwritten.
 *
 * `to`: id of a department that takes the guides over as its own drafts; without it each stays with the body that the
 * source names.
 */
export async function importGuides(
  deps: { db: Database; history: History },
  file: Uint8Array,
  now: Date,
  { to = null }: { to?: string | null } = {},
): Promise<Result<ImportReport>> {
  const source = readSource(file)
  if (!source.ok) return source
  const organ = to === null ? null : await organById(deps.db, to)
  if (to !== null && organ === null) return refuse('no-organ', `没有部门“${to}”，一条也没有导入。`)
  const { shape, records } = source.value
  const report: ImportReport = { shape, records: [] }
  const seen = new Map<string, number>()
  for (const [i, raw] of records.entries()) {
    const reading = unlessSeen(readRecord(source.value, clean(raw)), seen, i + 1)
    report.records.push(
      reading.ok
        ? await takeRecord(deps, organ ? takenOver(reading.record, organ) : reading.record, i + 1, now)
        : {
            no: i + 1,
            name: reading.name,
            implCode: reading.implCode,
            outcome: 'refused',
            itemId: null,
            faults: reading.faults,
            todos: [],
          },
    )
  }
  return done(report)
}

const chinese = { error: z.locales.zhCN().localeError }

function readRecord({ shape, from }: Source, raw: unknown): Reading {
  const parse = <T extends z.ZodType>(schema: T, read: (record: z.output<T>) => Reading): Reading => {
    const parsed = schema.safeParse(raw, chinese)
    if (parsed.success) return read(parsed.data)
    const said = (key: string) => (isObject(raw) && typeof raw[key] === 'string' ? raw[key] : '')
    return { ok: false, name: said('name'), implCode: said('impl_code'), faults: schemaFaults(parsed.error) }
  }
  if (shape === 'flat') return parse(flatRecord, readFlat)
  if (shape === 'excerpt') return parse(excerptRecord, readExcerpt)
  return parse(detailedRecord, (record) => readDetailed(record, from))
}

/** By which a record is known again: its code; without one, the place, the department and the name. */
function sourceKeyOf({ content, organ }: ReadRecord): string {
  const code = content.handleItemCode || content.implCode
  if (code !== '') return `guide:${code}`
  return `guide:${sha256([organ.areaName, organ.areaCode, organ.name, content.name])}`
}

const sha256 = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex')

function unlessSeen(reading: Reading, seen: Map<string, number>, no: number): Reading {
  if (!reading.ok) return reading
  const key = sourceKeyOf(reading.record)
  const first = seen.get(key)
  if (first === undefined) {
    seen.set(key, no)
    return reading
  }
  const { name, implCode } = reading.record.content
  const fault = {
    field: implCode === '' ? 'name' : 'impl_code',
    reason: 'duplicate',
    sentence: `与本文件第 ${first} 条是同一个事项，只收第一条。`,
  }
  return { ok: false, name, implCode, faults: [fault] }
}

function takeRecord(
  deps: { db: Database; history: History },
  record: ReadRecord,
  no: number,
  now: Date,
): Promise<RecordReport> {
  const { name, implCode, handleItemCode } = record.content
  const report = { no, name, implCode, faults: [] }
  const sourceKey = sourceKeyOf(record)
  const sourceHash = sha256(record.content)
  return deps.db.transaction(async (tx) => {
    const known = await readImportRecord(tx, sourceKey)
    if (known === null) {
      const other = implCode === '' ? null : await findItemByCodes(tx, implCode, handleItemCode)
      if (other)
        return { ...report, outcome: 'kept' as const, itemId: other.itemId, todos: await todosOf(tx, other) }
      const itemId = randomUUID()
      const organId = await organOf(tx, record)
      await insertItem(tx, { itemId, implCode: implCode || standInCode(itemId), handleItemCode, organId })
      const content = { ...record.content, organId }
      await writeDraft(tx, deps.history, { itemId, version: 1, revision: 1, content }, 'item.imported', now)
      await writeImportRecord(tx, { sourceKey, itemId, sourceHash, version: 1, revision: 1 }, now)
      return { ...report, outcome: 'imported' as const, itemId, todos: await findingsOf(tx, content) }
    }

    const { itemId } = known
    const item = (await lockItem(tx, itemId))!
    if (known.sourceHash === sourceHash)
      return { ...report, outcome: 'unchanged' as const, itemId, todos: await todosOf(tx, item) }
    const draft = item.draftVersion === null ? null : await readVersion(tx, itemId, item.draftVersion)
    if (draft?.version !== known.version || draft.revision !== known.revision)
      return { ...report, outcome: 'kept' as const, itemId, todos: await todosOf(tx, item) }
    const content = { ...record.content, organId: item.organId }
    const { version } = draft
    const revision = draft.revision + 1
    await writeDraft(tx, deps.history, { itemId, version, revision, content }, 'item.import-changed', now)
    await writeImportRecord(tx, { ...known, sourceHash, version, revision }, now)
    return { ...report, outcome: 'updated' as const, itemId, todos: await findingsOf(tx, content) }
  })
}

async function writeDraft(
  tx: Tx,
  history: History,
  draft: { itemId: string; version: number; revision: number; content: ItemContent },
  type: string,
  now: Date,
): Promise<void> {
  const { content } = draft
  const counted = guideCounts(content, await gateContextOf(tx, content.organId, content))
  await saveDraftRow(tx, { ...draft, ...counted }, IMPORTER, now)
  const data = { version: draft.version, revision: draft.revision, origin: draft.content.origin, ...counted }
  await history.record(tx, streamOf(draft.itemId), IMPORTER, now, [{ type, data }])
}

async function todosOf(tx: Tx, item: { itemId: string; draftVersion: number | null }): Promise<Finding[]> {
  const draft = item.draftVersion === null ? null : await readVersion(tx, item.itemId, item.draftVersion)
  return draft ? findingsOf(tx, draft.content) : []
}

/** Of the guide alone: who works in the organ is not the source's matter. */
async function findingsOf(tx: Tx, content: ItemContent): Promise<Finding[]> {
  const context = await gateContextOf(tx, content.organId, content)
  return publishFindings(content, { ...context, staffing: null, joint: null })
}

/** The organ of a record under its credit code; an unknown one is entered, so that its clerk can be appointed. */
function organOf(tx: Tx, { organ }: ReadRecord): Promise<string> {
  const name = organ.name || `名称待补的部门（${organ.creditCode}）`
  return ensureOrgan(tx, {
    organId: `organ-${organ.creditCode.toLowerCase() || sha256([organ.name, organ.areaName]).slice(0, 16)}`,
    name,
    shortName: name,
    creditCode: organ.creditCode,
    areaCode: organ.areaCode,
    areaName: organ.areaName,
    kind: 'department',
    sample: false,
  })
}
