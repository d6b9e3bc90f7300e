import type { Actor } from '../history/index.ts'
import type { Db, Tx } from '../platform/database.ts'
import type { HandedIn } from './store.ts'

/** A material of a dossier at one revision; a correction adds a revision and keeps the earlier one. */
export interface DossierMaterial extends HandedIn {
  revision: number
  verdict: 'unseen' | 'ok' | 'fault'
  problem: string
  cure: string
  at: Date
}

interface MaterialRow {
  material_key: string
  revision: number
  name: string
  source: HandedIn['source']
  file_id: string | null
  file_name: string
  licence: Record<string, unknown> | null
  verdict: DossierMaterial['verdict']
  problem: string
  cure: string
  at: Date
}

const toMaterial = (r: MaterialRow): DossierMaterial => ({
  materialKey: r.material_key,
  revision: r.revision,
  name: r.name,
  source: r.source,
  fileId: r.file_id,
  fileName: r.file_name,
  licence: r.licence,
  verdict: r.verdict,
  problem: r.problem,
  cure: r.cure,
  at: r.at,
})

/** The newest revision of each material. */
export async function latestMaterials(db: Db, dossierId: string): Promise<DossierMaterial[]> {
  const rows = await db.query<MaterialRow>(
    `select distinct on (material_key) * from casework.dossier_material where dossier_id = $1
      order by material_key, revision desc`,
    [dossierId],
  )
  return rows.map(toMaterial)
}

/** Every revision, oldest first. */
export async function allMaterials(db: Db, dossierId: string): Promise<DossierMaterial[]> {
  const rows = await db.query<MaterialRow>(
    'select * from casework.dossier_material where dossier_id = $1 order by material_key, revision',
    [dossierId],
  )
  return rows.map(toMaterial)
}

export async function addRevisions(tx: Tx, dossierId: string, handedIn: HandedIn[], at: Date): Promise<void> {
  for (const m of handedIn) {
    await tx.query(
      `insert into casework.dossier_material (dossier_id, material_key, revision, name, source, file_id, file_name, licence, at)
       select $1, $2, coalesce(max(revision), 0) + 1, $3, $4, $5, $6, $7, $8 from casework.dossier_material
        where dossier_id = $1 and material_key = $2`,
      [dossierId, m.materialKey, m.name, m.source, m.fileId, m.fileName, m.licence, at],
    )
  }
}

/** Writes the verdict on the newest revision. False when there is no such material. */
export async function saveVerdict(
  tx: Tx,
  dossierId: string,
  materialKey: string,
  v: { verdict: 'ok' | 'fault'; problem: string; cure: string },
): Promise<boolean> {
  const rows = await tx.query(
    `update casework.dossier_material set verdict = $3, problem = $4, cure = $5
      where dossier_id = $1 and material_key = $2
        and revision = (select max(revision) from casework.dossier_material where dossier_id = $1 and material_key = $2)
      returning 1`,
    [
      dossierId,
      materialKey,
      v.verdict,
      v.verdict === 'ok' ? '' : v.problem,
      v.verdict === 'ok' ? '' : v.cure,
    ],
  )
  return rows.length > 0
}

export async function concludeDifferenceRow(
  tx: Tx,
  dossierId: string,
  field: string,
  conclusion: string,
): Promise<boolean> {
  const rows = await tx.query(
    'update casework.verification set conclusion = $3 where dossier_id = $1 and field = $2 returning 1',
    [dossierId, field, conclusion],
  )
  return rows.length > 0
}

export interface ToldDemand {
  materialKey: string
  name: string
  problem: string
  cure: string
  basis: string
}

export interface Correction {
  correctionNo: number
  askedBy: Actor
  askedAt: Date
  demands: ToldDemand[]
  answerUntil: string
  answeredAt: Date | null
  superiorReason: string | null
}

export async function readCorrections(db: Db, dossierId: string): Promise<Correction[]> {
  return db.query<Correction>(
    `select correction_no as "correctionNo", asked_by as "askedBy", asked_at as "askedAt", demands, answer_until as "answerUntil",
            answered_at as "answeredAt", superior_reason as "superiorReason"
       from casework.correction where dossier_id = $1 order by correction_no`,
    [dossierId],
  )
}

export async function saveCorrection(tx: Tx, dossierId: string, c: Correction): Promise<void> {
  await tx.query(
    `insert into casework.correction (dossier_id, correction_no, asked_by, asked_at, demands, answer_until, superior_reason)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      dossierId,
      c.correctionNo,
      c.askedBy,
      c.askedAt,
      JSON.stringify(c.demands),
      c.answerUntil,
      c.superiorReason,
    ],
  )
}

export async function answerCorrection(
  tx: Tx,
  dossierId: string,
  correctionNo: number,
  at: Date,
): Promise<void> {
  await tx.query(
    'update casework.correction set answered_at = $3 where dossier_id = $1 and correction_no = $2',
    [dossierId, correctionNo, at],
  )
}

/** The newest answers of the form. */
export async function latestAnswers(db: Db, dossierId: string): Promise<Record<string, unknown>> {
  const [row] = await db.query<{ answers: Record<string, unknown> }>(
    'select answers from casework.dossier_form where dossier_id = $1 order by revision desc limit 1',
    [dossierId],
  )
  return row?.answers ?? {}
}
