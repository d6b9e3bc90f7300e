import type { Db } from '../../platform/database.ts'

/** What the platform knows of a stored file; its bytes lie in the blob store under `sha256`. */
export interface StoredFile {
  fileId: string
  /** Lower-case hex. */
  sha256: string
  /** Bytes. */
  size: number
  mediaType: string
  /** The name it came with or was given; shown and offered for download, never used as a path. */
  name: string
  pages: number | null
  /** Who put it there: an applicant's account or a member of staff; both null for what the platform made itself. */
  ownerAccount: string | null
  ownerStaff: string | null
  createdAt: Date
}

const columns = `file_id as "fileId", sha256, size, media_type as "mediaType", name, pages,
  owner_account as "ownerAccount", owner_staff as "ownerStaff", created_at as "createdAt"`

export async function insertStoredFile(db: Db, file: StoredFile): Promise<void> {
  await db.query(
    `insert into documents.stored_file
       (file_id, sha256, size, media_type, name, pages, owner_account, owner_staff, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      file.fileId,
      file.sha256,
      file.size,
      file.mediaType,
      file.name,
      file.pages,
      file.ownerAccount,
      file.ownerStaff,
      file.createdAt,
    ],
  )
}

export async function storedFile(db: Db, fileId: string): Promise<StoredFile | null> {
  const [row] = await db.query<StoredFile>(
    `select ${columns} from documents.stored_file where file_id = $1`,
    [fileId],
  )
  return row ?? null
}

export async function storedFiles(db: Db, fileIds: string[]): Promise<StoredFile[]> {
  return db.query<StoredFile>(
    `select ${columns} from documents.stored_file where file_id = any($1::uuid[])`,
    [fileIds],
  )
}

/** Deletes descriptions and notes their contents as perhaps no longer needed. */
export async function deleteStoredFiles(db: Db, fileIds: string[]): Promise<void> {
  await db.query(
    `with gone as (delete from documents.stored_file where file_id = any($1::uuid[]) returning sha256)
     insert into documents.loose_content (sha256) select distinct sha256 from gone on conflict do nothing`,
    [fileIds],
  )
}

/** Contents of deleted files, and whether another file has the same. */
export async function looseContents(db: Db): Promise<{ sha256: string; inUse: boolean }[]> {
  return db.query<{ sha256: string; inUse: boolean }>(
    `select sha256, exists (select 1 from documents.stored_file f where f.sha256 = l.sha256) as "inUse"
       from documents.loose_content l limit 1000`,
  )
}

export async function deleteLooseContent(db: Db, sha256: string): Promise<void> {
  await db.query('delete from documents.loose_content where sha256 = $1', [sha256])
}
