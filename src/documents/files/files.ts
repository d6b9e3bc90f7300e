import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Database, Db } from '../../platform/database.ts'
import type { BlobStore } from './blobs.ts'
import {
  deleteLooseContent,
  deleteStoredFiles,
  insertStoredFile,
  looseContents,
  type StoredFile,
  storedFile,
  storedFiles,
} from './store.ts'

/** Bytes are written before their description: what was written this lately may be about to be described. */
const REST_MS = 3600_000

/** What is told about a file when it is put away. */
export interface NewFile {
  mediaType: string
  name: string
  at: Date
  pages?: number
  ownerAccount?: string
  ownerStaff?: string
  /** Given where a repeated request must find the same file. */
  fileId?: string
}

/** Stored files: everything uploaded and everything made, by id. Whether someone may see a file is the caller's question. */
export interface FileStore {
  /** Keeps the content and its description; `db` may be an open transaction, so that the description is saved with the act or not at all. */
  put(content: Buffer | Readable, about: NewFile, db?: Db): Promise<StoredFile>
  find(fileId: string, db?: Db): Promise<StoredFile | null>
  findAll(fileIds: string[], db?: Db): Promise<StoredFile[]>
  /** Forgets files that nothing refers to any more; nobody can open them from then on. Their bytes go with a later sweep. */
  remove(fileIds: string[], db?: Db): Promise<void>
  /** For the timetable: deletes the bytes of removed files that no other file has. Returns how many. */
  sweep(): Promise<number>
  /** The content as a stream: all of it, or the bytes from `start` up to before `end`. Throws for an unknown id. */
  open(fileId: string, part?: { start: number; end: number }): Promise<Readable>
  /** The content as a whole, its digest checked. Throws for an unknown id. */
  read(fileId: string): Promise<Buffer>
}

export function createFileStore(database: Database, blobs: BlobStore): FileStore {
  const known = async (fileId: string): Promise<StoredFile> => {
    const file = await storedFile(database, fileId)
    if (!file) throw new Error(`no stored file ${fileId}`)
    return file
  }
  return {
    async put(content, about, db = database) {
      // Bytes first: a description without its bytes would be a lie, bytes without a description only take room.
      const { sha256, size } = await blobs.write(content)
      const file: StoredFile = {
        fileId: about.fileId ?? randomUUID(),
        sha256,
        size,
        mediaType: about.mediaType,
        name: about.name,
        pages: about.pages ?? null,
        ownerAccount: about.ownerAccount ?? null,
        ownerStaff: about.ownerStaff ?? null,
        createdAt: about.at,
      }
      await insertStoredFile(db, file)
      return file
    },
    find: (fileId, db = database) => storedFile(db, fileId),
    findAll: (fileIds, db = database) => storedFiles(db, fileIds),
    async remove(fileIds, db = database) {
      if (fileIds.length > 0) await deleteStoredFiles(db, fileIds)
    },
    async sweep() {
      let gone = 0
      for (const { sha256, inUse } of await looseContents(database)) {
        const removed = !inUse && (await blobs.remove(sha256, REST_MS))
        if (removed || inUse) await deleteLooseContent(database, sha256)
        if (removed) gone++
      }
      return gone
    },
    open: async (fileId, part) => blobs.open((await known(fileId)).sha256, part),
    read: async (fileId) => blobs.read((await known(fileId)).sha256),
  }
}
