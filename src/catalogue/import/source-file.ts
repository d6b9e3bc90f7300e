import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'

/** Bytes from `start` up to `end`, which is not among them. */
export interface Part {
  start: number
  end: number
}

/** A file to import. It may be too big to be held in memory, so it is read as a stream, from any place. */
export interface SourceFile {
  name: string
  /** Bytes. */
  size: number
  /** All of it, or a part. */
  stream(part?: Part): Promise<Readable>
}

/** A file that is in memory already. */
export const heldFile = (name: string, bytes: Uint8Array): SourceFile => ({
  name,
  size: bytes.length,
  stream: async ({ start, end } = { start: 0, end: bytes.length }) =>
    Readable.from([Buffer.from(bytes.subarray(start, end))], { objectMode: false }),
})

/** A file on the disk. Throws what the disk says where there is none. */
export async function diskFile(path: string): Promise<SourceFile> {
  const { size } = await stat(path)
  return { name: basename(path), size, stream: async (part) => createReadStream(path, inclusive(part)) }
}

/** The disk counts the last byte in. */
const inclusive = (part?: Part) => part && { start: part.start, end: part.end - 1 }
