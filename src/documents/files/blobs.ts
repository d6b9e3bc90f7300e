import type { Readable } from 'node:stream'

/**
 * Where the bytes of stored files lie: a port, so that a city can put them on its object store. Promises:
 * - Content is addressed by its SHA-256 (lower-case hex): the same bytes written twice take room once, and never change.
 * - `write` returns only when the bytes will survive a crash of this process.
 * - A stream that breaks off leaves nothing behind.
 */
export interface BlobStore {
  write(content: Buffer | Readable): Promise<{ sha256: string; size: number }>
  /** All of it, or the bytes from `start` up to before `end`. Throws when there is no such content: the platform keeps only addresses of what it has written. */
  open(sha256: string, part?: { start: number; end: number }): Promise<Readable>
  /** The whole content, its digest checked: bytes that rotted on the disk are an error, never handed out. */
  read(sha256: string): Promise<Buffer>
  /** Deletes this content unless it was written within the last `restMs`; false then. Content that is not there is deleted already. */
  remove(sha256: string, restMs: number): Promise<boolean>
}
