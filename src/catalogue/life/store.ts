import type { Actor } from '../../history/index.ts'
import type { Db, Tx } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import type { ItemRow } from '../store.ts'
import { type Change, type ChangeAct, OPEN_STATES } from './change.ts'

/** SQL over changes, their turns and filings, and the lineage of items. */

const CHANGE = `change_id as "changeId", item_id as "itemId", organ_id as "organId", kind, version, state, turn, since,
  sections, effective_on as "effectiveOn", reason, instead, document, resume_on as "resumeOn", targets, submitted_by as "submittedBy"`

export async function findChange(db: Db, changeId: string): Promise<Change | null> {
  const [row] = await db.query<Change>(`select ${CHANGE} from catalogue.change where change_id = $1`, [
    changeId,
  ])
  return row ?? null
}

/** The caller holds the lock on the item already: items are locked before their changes. */
export async function lockChange(tx: Tx, changeId: string): Promise<Change | null> {
  const [row] = await tx.query<Change>(
    `select ${CHANGE} from catalogue.change where change_id = $1 for update`,
    [changeId],
  )
  return row ?? null
}

/** The change of an item that is under way, or else the last one. */
export async function lastChange(db: Db, itemId: string): Promise<Change | null> {
  const [row] = await db.query<Change>(
    `select ${CHANGE} from catalogue.change where item_id = $1
      order by (state = any($2)) desc, since desc, change_id limit 1`,
    [itemId, OPEN_STATES],
  )
  return row ?? null
}

/** The change that last did this to an item, with the day from which it holds; null where none did. */
export async function lastInForce(
  db: Db,
  itemId: string,
  kind: Change['kind'],
): Promise<(Change & { enforcedOn: Day }) | null> {
  const [row] = await db.query<Change & { enforcedOn: Day }>(
    `select ${CHANGE}, (since at time zone 'Asia/Shanghai')::date as "enforcedOn" from catalogue.change
      where item_id = $1 and kind = $2 and state = 'in-force' order by since desc limit 1`,
    [itemId, kind],
  )
  return row ?? null
}

/** Since when an item that is suspended has been so, however often its suspension was prolonged. */
export async function suspendedSince(db: Db, itemId: string): Promise<Day | null> {
  const [row] = await db.query<{ day: Day | null }>(
    `select (min(s.since) at time zone 'Asia/Shanghai')::date as day from catalogue.change s
      where s.item_id = $1 and s.kind = 'suspend' and s.state = 'in-force' and not exists (
        select from catalogue.change r
         where r.item_id = $1 and r.kind = 'resume' and r.state = 'in-force' and r.since > s.since)`,
    [itemId],
  )
  return row?.day ?? null
}

/** Suspended items that are planned to be offered again by today, with nothing else under way. */
export async function dueResumptions(db: Db, today: Day): Promise<string[]> {
  const rows = await db.query<{ itemId: string }>(
    `select i.item_id as "itemId" from catalogue.item i where i.resumes_on <= $1 and not exists (
        select from catalogue.change c where c.item_id = i.item_id and c.state = any($2))`,
    [today, OPEN_STATES],
  )
  return rows.map((r) => r.itemId)
}

/** Changes whose day has come, and 下放 that may have waited for others, oldest first. */
export async function dueChanges(db: Db, today: Day): Promise<string[]> {
  const rows = await db.query<{ changeId: string }>(
    `select change_id as "changeId" from catalogue.change where state = 'scheduled' and effective_on <= $1
      order by effective_on, since`,
    [today],
  )
  return rows.map((r) => r.changeId)
}

/** The change of an item that only waits for its day, or null. */
export async function scheduledChange(
  db: Db,
  itemId: string,
): Promise<{ changeId: string; effectiveOn: Day } | null> {
  const [row] = await db.query<{ changeId: string; effectiveOn: Day }>(
    `select change_id as "changeId", effective_on as "effectiveOn" from catalogue.change
      where item_id = $1 and state = 'scheduled'`,
    [itemId],
  )
  return row ?? null
}

export async function insertChange(tx: Tx, c: Change): Promise<void> {
  await tx.query(
    `insert into catalogue.change (change_id, item_id, organ_id, kind, version, state, turn, since, sections, effective_on,
       reason, instead, document, targets, submitted_by, resume_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      c.changeId,
      c.itemId,
      c.organId,
      c.kind,
      c.version,
      c.state,
      c.turn,
      c.since,
      c.sections,
      c.effectiveOn,
      c.reason,
      c.instead,
      c.document,
      c.targets,
      c.submittedBy,
      c.resumeOn,
    ],
  )
}

/** What may still move of a change: where it lies, since when, and the document of its decision. */
export async function saveChange(tx: Tx, c: Change): Promise<void> {
  await tx.query(
    'update catalogue.change set state = $2, turn = $3, since = $4, document = $5 where change_id = $1',
    [c.changeId, c.state, c.turn, c.since, c.document],
  )
}

export interface Turn {
  turn: number
  act: ChangeAct
  by: Actor
  at: Date
  /** Note to the next, reasons for sending back, or the number of the document. */
  words: string
}

export async function insertTurn(tx: Tx, changeId: string, t: Turn): Promise<void> {
  await tx.query(
    'insert into catalogue.change_turn (change_id, turn, act, by, at, words) values ($1, $2, $3, $4, $5, $6)',
    [changeId, t.turn, t.act, JSON.stringify(t.by), t.at, t.words],
  )
}

export async function turnsOf(db: Db, changeId: string): Promise<Turn[]> {
  return db.query<Turn>(
    'select turn, act, by, at, words from catalogue.change_turn where change_id = $1 order by turn',
    [changeId],
  )
}

/** `resumesOn`: the planned end of a suspension, where there is one. */
export async function setLife(
  tx: Tx,
  itemId: string,
  life: ItemRow['life'],
  resumesOn: Day | null,
): Promise<void> {
  await tx.query('update catalogue.item set life = $2, resumes_on = $3 where item_id = $1', [
    itemId,
    life,
    resumesOn,
  ])
}

export interface Lineage {
  fromItem: string
  toItem: string
  fromCode: string
  toCode: string
  changeId: string
}

/** This version has lain before those who sign, whatever became of it. */
export async function wasSubmitted(db: Db, itemId: string, version: number): Promise<boolean> {
  const rows = await db.query('select from catalogue.change where item_id = $1 and version = $2 limit 1', [
    itemId,
    version,
  ])
  return rows.length > 0
}

/** A 下放 that has not been taken back made this item. */
export async function awaitedHeir(db: Db, itemId: string): Promise<boolean> {
  const rows = await db.query(
    `select from catalogue.lineage join catalogue.change using (change_id)
      where to_item = $1 and state = any($2) limit 1`,
    [itemId, OPEN_STATES],
  )
  return rows.length > 0
}

const LINEAGE = `from_item as "fromItem", to_item as "toItem", from_code as "fromCode", to_code as "toCode",
  change_id as "changeId"`

/** Writes, or writes again with the code that the new item carries by now. */
export async function writeLineage(tx: Tx, l: Lineage): Promise<void> {
  await tx.query(
    `insert into catalogue.lineage (from_item, to_item, from_code, to_code, change_id) values ($1, $2, $3, $4, $5)
     on conflict (to_item, change_id) do update set to_code = excluded.to_code`,
    [l.fromItem, l.toItem, l.fromCode, l.toCode, l.changeId],
  )
}

/** From which item this one came, newest first; a 下放 that was withdrawn and done again leaves two. */
export const lineageTo = (db: Db, itemId: string): Promise<Lineage[]> =>
  db.query<Lineage>(
    `select ${LINEAGE} from catalogue.lineage join catalogue.change using (change_id) where to_item = $1
      order by change.since desc`,
    [itemId],
  )

/** The items that a 下放 made, in the order in which they are locked. */
export const lineageOf = (db: Db, changeId: string): Promise<Lineage[]> =>
  db.query<Lineage>(`select ${LINEAGE} from catalogue.lineage where change_id = $1 order by to_item`, [
    changeId,
  ])

/** Living items of an entry of the directory at a body, but for those that were handed down to it from that department. */
export async function hasItemsOf(
  db: Db,
  organId: string,
  basicCode: string,
  handedBy: string,
): Promise<boolean> {
  const rows = await db.query(
    `select from catalogue.item i
      where right(i.impl_code, 12) = $2 and i.organ_id = $1 and i.life in ('active', 'suspended') and not exists (
        select from catalogue.lineage l join catalogue.item f on f.item_id = l.from_item
         where l.to_item = i.item_id and f.organ_id = $3) limit 1`,
    [organId, basicCode, handedBy],
  )
  return rows.length > 0
}
