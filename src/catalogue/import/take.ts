import { randomUUID } from 'node:crypto'
import type { Actor, History, NewEvent } from '../../history/index.ts'
import { ensureOrgan, type Organ } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import { streamOf } from '../acts/scene.ts'
import { blocking } from '../gate/finding.ts'
import type { ItemContent } from '../item.ts'
import { type ImportRecord, type ItemRow, saveDraftRow, type VersionRow } from '../store.ts'
import { type Decision, decide } from './decide.ts'
import { batchGate } from './gate-batch.ts'
import { firstOf, type OutcomeRow } from './job-store.ts'
import { sha256, sourceKeyOf } from './read-record.ts'
import type { Reading, ReadRecord, RecordFault } from './reading.ts'
import { importRecords, insertItems, itemsOf, newestVersions, writeImportRecords } from './take-store.ts'

/** A batch of one job: whose items it may touch, and whether this is in earnest. */
export interface Batch {
  jobId: string
  /** Only this organ's; null: everybody's. */
  own: Organ | null
  /** Source files of the national tables may change what is in force here; guides of elsewhere may not. */
  mayStartChange: boolean
  /** What the file calls the department and the code, for refusals. */
  columns: { dept: string; code: string }
  /** Null in a dry run: nothing is written. */
  write: { by: Actor; history: History } | null
  now: Date
}

export interface ReadRow {
  no: number
  reading: Reading
}

interface Candidate {
  no: number
  record: ReadRecord
  sourceKey: string
  sourceHash: string
}

/**
 * What becomes of each record of a batch; in earnest, what is to be written is written too. Each record by itself: one that is
 * refused stops none of the others. New items and the checks take one statement a batch.
 */
export async function takeBatch(tx: Tx, batch: Batch, rows: ReadRow[]): Promise<OutcomeRow[]> {
  const outcomes = new Map<number, OutcomeRow>()
  const refuse = (no: number, sourceKey: string, name: string, implCode: string, faults: RecordFault[]) =>
    outcomes.set(no, { no, sourceKey, name, implCode, outcome: 'refused', itemId: null, faults, todos: [] })

  const candidates: Candidate[] = []
  for (const { no, reading } of rows) {
    if (!reading.ok) refuse(no, '', reading.name, reading.implCode, reading.faults)
    else {
      const { record } = reading
      candidates.push({ no, record, sourceKey: sourceKeyOf(record), sourceHash: sha256(record.content) })
    }
  }
  const before = await firstOf(
    tx,
    batch.jobId,
    candidates.map((c) => c.sourceKey),
  )
  const own: Candidate[] = []
  for (const c of candidates) {
    const first = before.get(c.sourceKey)
    if (first === undefined || first >= c.no) before.set(c.sourceKey, c.no)
    const { name, implCode } = c.record.content
    const faults =
      first !== undefined && first < c.no ? [duplicateOf(first, implCode, batch)] : foreign(c.record, batch)
    if (faults.length > 0) refuse(c.no, c.sourceKey, name, implCode, faults)
    else own.push(c)
  }

  const known = await knownOf(tx, own, batch.write !== null)
  const decided: { c: Candidate; decision: Decision }[] = []
  for (const c of own) {
    const found = known(c)
    decided.push({ c, decision: await decide(tx, batch, c, found) })
  }
  if (batch.write)
    for (const d of decided)
      if (d.decision.outcome === 'imported')
        d.decision.content.organId = batch.own?.organId ?? (await organOf(tx, d.c.record))
  const gate = await batchGate(
    tx,
    decided.map((d) => d.decision.content),
  )
  const writes: Written[] = []
  for (const { c, decision } of decided) {
    const todos = await gate(decision.content)
    const { name, implCode } = c.record.content
    const { outcome } = decision
    const itemId = outcome === 'imported' && batch.write ? randomUUID() : decision.itemId
    outcomes.set(c.no, {
      no: c.no,
      sourceKey: c.sourceKey,
      name,
      implCode,
      outcome,
      itemId,
      faults: decision.faults,
      todos: outcome === 'refused' ? [] : todos,
    })
    if (outcome !== 'imported' && outcome !== 'updated') continue
    const blocks = blocking(todos).length
    const { version, revision, content } = decision
    writes.push({ c, itemId: itemId ?? '', version, revision, content, blocks, warns: todos.length - blocks })
  }
  if (batch.write) await write(tx, batch.write, writes, batch.now)
  return rows.map((r) => outcomes.get(r.no)!)
}

const duplicateOf = (first: number, implCode: string, { columns }: Batch): RecordFault => ({
  field: implCode === '' ? 'name' : columns.code,
  reason: 'duplicate',
  sentence: `与本文件第 ${first} 条是同一个事项，只收第一条。`,
})

/** A department's clerk imports for the own department (Art. 5.1(4)). */
function foreign({ organ }: ReadRecord, { own, columns }: Batch): RecordFault[] {
  if (own === null) return []
  const same = organ.creditCode === '' ? organ.name === own.name : organ.creditCode === own.creditCode
  if (same) return []
  const sentence = `这条是${organ.name || organ.creditCode}的，只能导入${own.name}的。`
  return [{ field: columns.dept, reason: 'other-organ', sentence }]
}

/** What is here already of these records: by which record of the source, which item, and its newest version. */
export interface Known {
  record: ImportRecord | null
  item: ItemRow | null
  newest: Pick<VersionRow, 'version' | 'revision' | 'content' | 'savedBy'> | null
}

async function knownOf(tx: Tx, list: Candidate[], lock: boolean): Promise<(c: Candidate) => Known> {
  const records = await importRecords(
    tx,
    list.map((c) => c.sourceKey),
  )
  const codes = list.map((c) => c.record.content).filter((c) => c.implCode !== '')
  const ids = [...records.values()].map((r) => r.itemId)
  const items = await itemsOf(tx, ids, codes, lock)
  const byId = new Map(items.map((i) => [i.itemId, i]))
  const byCode = new Map(items.map((i) => [`${i.implCode} ${i.handleItemCode}`, i]))
  const newest = await newestVersions(tx, items)
  return ({ record: { content }, sourceKey }) => {
    const record = records.get(sourceKey) ?? null
    const item = record
      ? byId.get(record.itemId)
      : content.implCode === ''
        ? undefined
        : byCode.get(`${content.implCode} ${content.handleItemCode}`)
    return { record, item: item ?? null, newest: (item && newest.get(item.itemId)) ?? null }
  }
}

interface Written {
  c: Candidate
  itemId: string
  version: number
  revision: number
  content: ItemContent
  blocks: number
  warns: number
}

async function write(
  tx: Tx,
  { by, history }: { by: Actor; history: History },
  writes: Written[],
  now: Date,
): Promise<void> {
  if (writes.length === 0) return
  const fresh = writes.filter((w) => w.version === 1 && w.revision === 1)
  if (fresh.length > 0) await insertItems(tx, fresh, by, now)
  for (const draft of writes) if (!fresh.includes(draft)) await saveDraftRow(tx, draft, by, now)
  await history.recordAll(
    tx,
    by,
    now,
    writes.map((w) => ({ streamId: streamOf(w.itemId), events: [eventOf(w)] })),
  )
  await writeImportRecords(
    tx,
    writes.map(({ c, itemId, version, revision }) => ({
      sourceKey: c.sourceKey,
      sourceHash: c.sourceHash,
      itemId,
      version,
      revision,
    })),
    now,
  )
}

function eventOf({ version, revision, content, blocks, warns }: Written): NewEvent {
  const type = version === 1 && revision === 1 ? 'item.imported' : 'item.import-changed'
  return { type, data: { version, revision, origin: content.origin, blocks, warns } }
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
