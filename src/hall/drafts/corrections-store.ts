import type { Db } from '../../platform/database.ts'
import type { GivenMaterial } from './draft.ts'

/** Materials gathered for a correction; the caller has made sure that the dossier is theirs. */
export async function correctionMaterials(
  db: Db,
  dossierId: string,
  correctionNo: number,
): Promise<GivenMaterial[]> {
  return db.query<GivenMaterial>(
    `select material_key as "materialKey", source, file_id as "fileId", file_name as "fileName", licence, added_at as "addedAt"
       from hall.correction_material where dossier_id = $1 and correction_no = $2 order by material_key`,
    [dossierId, correctionNo],
  )
}

export async function putCorrectionMaterial(
  db: Db,
  dossierId: string,
  correctionNo: number,
  m: GivenMaterial,
): Promise<void> {
  await db.query(
    `insert into hall.correction_material (dossier_id, correction_no, material_key, source, file_id, file_name, licence, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (dossier_id, correction_no, material_key) do update set source = excluded.source,
       file_id = excluded.file_id, file_name = excluded.file_name, licence = excluded.licence, added_at = excluded.added_at`,
    [
      dossierId,
      correctionNo,
      m.materialKey,
      m.source,
      m.fileId,
      m.fileName,
      m.licence && JSON.stringify(m.licence),
      m.addedAt,
    ],
  )
}

export async function removeCorrectionMaterial(
  db: Db,
  dossierId: string,
  correctionNo: number,
  materialKey: string,
): Promise<void> {
  await db.query(
    'delete from hall.correction_material where dossier_id = $1 and correction_no = $2 and material_key = $3',
    [dossierId, correctionNo, materialKey],
  )
}
