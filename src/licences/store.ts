import type { Db, Tx } from '../platform/database.ts'
import type { Licence } from './licence.ts'

const columns = `licence_id as "licenceId", identifier, dossier_id as "dossierId", kind, name, number, holder_account as "holderAccount",
  holder_name as "holderName", holder_code_masked as "holderCodeMasked", organ_id as "organId", organ_name as "organName",
  issued_on as "issuedOn", valid_until as "validUntil", face, file_id as "fileId", check_token as "checkToken", status,
  made_offline as "madeOffline", pushed_at as "pushedAt", sample, made_at as "madeAt"`

export async function licenceOf(db: Db, dossierId: string): Promise<Licence | null> {
  const [row] = await db.query<Licence>(`select ${columns} from licences.licence where dossier_id = $1`, [
    dossierId,
  ])
  return row ?? null
}

/** A holder's own licences, newest first. */
export async function licencesOf(db: Db, accountId: string): Promise<Licence[]> {
  return db.query<Licence>(
    `select ${columns} from licences.licence where holder_account = $1 order by issued_on desc, made_at desc`,
    [accountId],
  )
}

/** A holder's own licence; another person's does not exist for them. */
export async function ownLicence(db: Db, accountId: string, licenceId: string): Promise<Licence | null> {
  const [row] = await db.query<Licence>(
    `select ${columns} from licences.licence where holder_account = $1 and licence_id::text = $2`,
    [accountId, licenceId],
  )
  return row ?? null
}

/** What the public check page may show: found by the long random token of the QR code only. */
export async function licenceByToken(db: Db, token: string): Promise<Licence | null> {
  const [row] = await db.query<Licence>(`select ${columns} from licences.licence where check_token = $1`, [
    token,
  ])
  return row ?? null
}

/** Writes a new licence; false when this dossier has one already (the work was done before). */
export async function insertLicence(tx: Tx, l: Licence, holderCodeBlind: Buffer): Promise<boolean> {
  const rows = await tx.query(
    `insert into licences.licence (licence_id, identifier, dossier_id, kind, name, number, holder_account, holder_name,
       holder_code_masked, holder_code_blind, organ_id, organ_name, issued_on, valid_until, face, file_id, check_token, status,
       made_offline, pushed_at, sample, made_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22)
     on conflict (dossier_id) do nothing returning 1`,
    [
      l.licenceId,
      l.identifier,
      l.dossierId,
      l.kind,
      l.name,
      l.number,
      l.holderAccount,
      l.holderName,
      l.holderCodeMasked,
      holderCodeBlind,
      l.organId,
      l.organName,
      l.issuedOn,
      l.validUntil,
      JSON.stringify(l.face),
      l.fileId,
      l.checkToken,
      l.status,
      l.madeOffline,
      l.pushedAt,
      l.sample,
      l.madeAt,
    ],
  )
  return rows.length > 0
}

export async function markPushed(tx: Tx, licenceId: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    'update licences.licence set pushed_at = $2 where licence_id = $1 and pushed_at is null returning 1',
    [licenceId, at],
  )
  return rows.length > 0
}
