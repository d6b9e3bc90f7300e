import type { Db, Tx } from '../platform/database.ts'

/** A dossier's archive package (归档信息包) and what the archive said of it. */
export interface ArchivedPackage {
  dossierId: string
  fileNumber: string
  fileId: string
  sha256: string
  size: number
  findings: { code: string; sentence: string }[]
  /** 移交清单 as XML, handed over with the package. */
  transferList: string
  madeAt: Date
  receipt: { receiptNumber: string; receivedAt: string; digest: string } | null
  takenAt: Date | null
}

const columns = `dossier_id as "dossierId", file_number as "fileNumber", file_id as "fileId", sha256, size, findings,
  transfer_list as "transferList", made_at as "madeAt", receipt, taken_at as "takenAt"`

export async function packageOf(db: Db, dossierId: string): Promise<ArchivedPackage | null> {
  const [row] = await db.query<ArchivedPackage>(
    `select ${columns} from archive.package where dossier_id = $1`,
    [dossierId],
  )
  return row ?? null
}

/** 流水号 of the electronic file number, drawn per year and item. */
export async function drawFileSerial(db: Db, year: number, taskCode: string): Promise<number> {
  const [row] = await db.query<{ last_number: number }>(
    `insert into archive.serial (year, task_code, last_number) values ($1, $2, 1)
     on conflict (year, task_code) do update set last_number = archive.serial.last_number + 1 returning last_number`,
    [year, taskCode],
  )
  return row!.last_number
}

/** Keeps the package that was made; false when the dossier has one. */
export async function insertPackage(
  tx: Tx,
  p: Omit<ArchivedPackage, 'receipt' | 'takenAt'>,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into archive.package (dossier_id, file_number, file_id, sha256, size, findings, transfer_list, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (dossier_id) do nothing returning 1`,
    [
      p.dossierId,
      p.fileNumber,
      p.fileId,
      p.sha256,
      p.size,
      JSON.stringify(p.findings),
      p.transferList,
      p.madeAt,
    ],
  )
  return rows.length > 0
}

export async function keepReceipt(tx: Tx, dossierId: string, receipt: object, at: Date): Promise<void> {
  await tx.query(
    'update archive.package set receipt = $2, taken_at = $3 where dossier_id = $1 and receipt is null',
    [dossierId, JSON.stringify(receipt), at],
  )
}
