import type { ChosenSituation } from '../catalogue/index.ts'
import {
  type Actor,
  chain,
  eventRows,
  type History,
  type NewEvent,
  type StoredEvent,
} from '../history/index.ts'
import type { Db, Tx } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Applicant, Dossier, DossierClock, DossierResult, Status } from './dossier.ts'

interface DossierRow {
  dossier_id: string
  number: string
  item_id: string
  item_version: number
  item_name: string
  organ_id: string
  organ_name: string
  area_code: string
  account_id: string
  applicant: Applicant
  status: Status
  result: DossierResult | null
  step_key: string | null
  step_name: string
  holder_post: string | null
  channel: string
  situation: ChosenSituation | null
  submitted_at: Date
  received_at: Date
  accepted_at: Date | null
  decided_at: Date | null
  closed_at: Date | null
  clock: DossierClock
  corrections: number
  verification: Dossier['verification']
  sample: boolean
  version: number
}

const toDossier = (r: DossierRow): Dossier => ({
  dossierId: r.dossier_id,
  number: r.number,
  itemId: r.item_id,
  itemVersion: r.item_version,
  itemName: r.item_name,
  organId: r.organ_id,
  organName: r.organ_name,
  areaCode: r.area_code,
  accountId: r.account_id,
  applicant: r.applicant,
  status: r.status,
  result: r.result,
  stepKey: r.step_key,
  stepName: r.step_name,
  holderPost: r.holder_post,
  channel: r.channel,
  situation: r.situation,
  submittedAt: r.submitted_at,
  receivedAt: r.received_at,
  acceptedAt: r.accepted_at,
  decidedAt: r.decided_at,
  closedAt: r.closed_at,
  clock: r.clock,
  corrections: r.corrections,
  verification: r.verification,
  sample: r.sample,
  version: r.version,
})

export const streamOf = (dossierId: string): string => `dossier:${dossierId}`

/** Reads a dossier without locking it. */
export async function readDossier(db: Db, dossierId: string): Promise<Dossier | null> {
  const [row] = await db.prepared<DossierRow>(
    'dossier-read',
    'select * from casework.dossier where dossier_id = $1',
    [dossierId],
  )
  return row ? toDossier(row) : null
}

/** Reads a dossier and holds it until the transaction ends: two officers at once, one waits and then sees the change. */
export async function lockDossier(tx: Tx, dossierId: string): Promise<Dossier | null> {
  const [row] = await tx.prepared<DossierRow>(
    'dossier-lock',
    'select * from casework.dossier where dossier_id = $1 for update',
    [dossierId],
  )
  return row ? toDossier(row) : null
}

export async function findByNumber(db: Db, number: string): Promise<Dossier | null> {
  const [row] = await db.query<DossierRow>(
    `select d.* from casework.dossier_number n join casework.dossier d using (dossier_id) where n.number = $1`,
    [number],
  )
  return row ? toDossier(row) : null
}

export interface LightIndex {
  dueAt: Date | null
  yellowAt: Date | null
  redAt: Date | null
}

const closedStatuses: readonly Status[] = ['closed', 'archived']

/** Writes the changed dossier back with its light; the version rises by one. */
export async function saveDossier(tx: Tx, d: Dossier, light: LightIndex): Promise<void> {
  await tx.prepared(
    'dossier-save',
    `update casework.dossier set status=$2, result=$3, step_key=$4, step_name=$5, holder_post=$6, accepted_at=$7, decided_at=$8,
            closed_at=$9, clock=$10, corrections=$11, verification=$12, due_at=$13, yellow_at=$14, red_at=$15, open=$16,
            version=$17
      where dossier_id=$1`,
    [
      d.dossierId,
      d.status,
      d.result,
      d.stepKey,
      d.stepName,
      d.holderPost,
      d.acceptedAt,
      d.decidedAt,
      d.closedAt,
      JSON.stringify(d.clock),
      d.corrections,
      d.verification,
      light.dueAt,
      light.yellowAt,
      light.redAt,
      !closedStatuses.includes(d.status),
      d.version,
    ],
  )
}

/** A material as it was handed in: a file, a licence from the store, or announced by courier. */
export interface HandedIn {
  materialKey: string
  name: string
  source: 'upload' | 'licence' | 'courier'
  fileId: string | null
  fileName: string
  licence: Record<string, unknown> | null
}

/**
 * Writes a new dossier with everything that belongs to it in one statement, because every round trip more is paid by
 * each applicant who waits (limits.md of the study behind this: one statement is about twice as fast as six).
 */
export async function insertDossier(
  tx: Tx,
  d: Dossier,
  light: LightIndex,
  answers: Record<string, unknown>,
  materials: HandedIn[],
  events: StoredEvent[],
): Promise<void> {
  const row = {
    dossier_id: d.dossierId,
    number: d.number,
    item_id: d.itemId,
    item_version: d.itemVersion,
    item_name: d.itemName,
    organ_id: d.organId,
    organ_name: d.organName,
    area_code: d.areaCode,
    account_id: d.accountId,
    applicant: d.applicant,
    applicant_name: d.applicant.name,
    status: d.status,
    step_key: d.stepKey,
    step_name: d.stepName,
    holder_post: d.holderPost,
    channel: d.channel,
    situation: d.situation,
    submitted_at: d.submittedAt,
    received_at: d.receivedAt,
    clock: d.clock,
    due_at: light.dueAt,
    yellow_at: light.yellowAt,
    red_at: light.redAt,
    verification: d.verification,
    sample: d.sample,
    corrections: 0,
    open: true,
    version: d.version,
  }
  await tx.prepared(
    'dossier-insert',
    `with d as (
       insert into casework.dossier select * from jsonb_populate_record(null::casework.dossier, $1::jsonb) returning dossier_id
     ), n as (
       insert into casework.dossier_number (number, dossier_id) select $2, $3::uuid
     ), f as (
       insert into casework.dossier_form (dossier_id, revision, answers, at) select $3::uuid, 1, $4::jsonb, $5::timestamptz
     ), m as (
       insert into casework.dossier_material (dossier_id, material_key, revision, name, source, file_id, file_name, licence, at)
       select $3::uuid, material_key, 1, name, source, file_id, file_name, licence, $5::timestamptz
         from jsonb_to_recordset($6::jsonb) as m(material_key text, name text, source text, file_id uuid, file_name text, licence jsonb)
     )
     insert into history.event (stream_id, seq, type, at, actor, data, prev_hash, hash)
     select stream_id, seq, type, at, actor, data, prev_hash, hash
       from jsonb_to_recordset($7::jsonb) as e(stream_id text, seq int, type text, at timestamptz, actor jsonb, data jsonb,
            prev_hash text, hash text)`,
    [
      JSON.stringify(row),
      d.number,
      d.dossierId,
      JSON.stringify(answers),
      d.submittedAt,
      JSON.stringify(materials.map(materialRow)),
      JSON.stringify(eventRows(events)),
    ],
  )
}

const materialRow = (m: HandedIn) => ({
  material_key: m.materialKey,
  name: m.name,
  source: m.source,
  file_id: m.fileId,
  file_name: m.fileName,
  licence: m.licence,
})

/** The first events of a new dossier need no look at what came before. */
export function firstEvents(dossierId: string, actor: Actor, at: Date, events: NewEvent[]): StoredEvent[] {
  return chain(streamOf(dossierId), null, actor, at, events)
}

export async function enqueueFor(tx: Tx, jobs: Jobs, history: History, events: StoredEvent[]): Promise<void> {
  await jobs.enqueue(tx, history.jobsFor(events))
}

/** True when this client-made key was not used on this dossier before; it then is. */
export async function takeActKey(
  tx: Tx,
  dossierId: string,
  key: string,
  act: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into casework.act_key (dossier_id, act_key, act, at) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
    [dossierId, key, act, now],
  )
  return rows.length > 0
}
