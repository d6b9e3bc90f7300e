import type { Db } from '../../platform/database.ts'
import type { Dossier } from '../dossier.ts'

/** What a list in the applicant's own space shows; clocks are read from it. */
export type OwnDossier = Pick<
  Dossier,
  | 'dossierId'
  | 'number'
  | 'itemId'
  | 'itemName'
  | 'organName'
  | 'status'
  | 'result'
  | 'stepName'
  | 'clock'
  | 'corrections'
  | 'submittedAt'
  | 'receivedAt'
  | 'closedAt'
  | 'sample'
> & {
  /** Day until which an asked correction is awaited, while one is. */
  answerUntil: string | null
}

const MOST = 200

/** The dossiers of one account, newest first. */
export async function dossiersOf(db: Db, accountId: string): Promise<OwnDossier[]> {
  return db.prepared<OwnDossier>(
    'own-dossiers',
    `select d.dossier_id as "dossierId", d.number, d.item_id as "itemId", d.item_name as "itemName", d.organ_name as "organName",
            d.status, d.result, d.step_name as "stepName", d.clock, d.corrections, d.submitted_at as "submittedAt",
            d.received_at as "receivedAt", d.closed_at as "closedAt", d.sample,
            case when d.status = 'correcting' then (
              select c.answer_until from casework.correction c where c.dossier_id = d.dossier_id
               order by c.correction_no desc limit 1) end as "answerUntil"
       from casework.dossier d where d.account_id = $1 order by d.submitted_at desc limit ${MOST}`,
    [accountId],
  )
}
