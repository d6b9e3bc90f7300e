import { licenceOf } from '../../licences/index.ts'
import type { Db } from '../../platform/database.ts'

/** Whether the file belongs to the dossier: a material at any revision, a paper, or its licence. */
export async function fileOfDossier(db: Db, dossierId: string, fileId: string): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>(
    `select exists (select 1 from casework.dossier_material where dossier_id = $1 and file_id = $2)
         or exists (select 1 from casework.paper where dossier_id = $1 and file_id = $2) as found`,
    [dossierId, fileId],
  )
  if (row!.found) return true
  const licence = await licenceOf(db, dossierId)
  return licence?.fileId === fileId
}

/** The file of a paper of this dossier by its number, or null. */
export async function paperFile(db: Db, dossierId: string, paperNo: number): Promise<string | null> {
  const [row] = await db.query<{ file_id: string }>(
    'select file_id from casework.paper where dossier_id = $1 and paper_no = $2',
    [dossierId, paperNo],
  )
  return row?.file_id ?? null
}
