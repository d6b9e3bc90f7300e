import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** A file on its way into a ZIP. */
export interface PackedFile {
  name: string
  /** False for what is packed already. */
  deflate: boolean
  content: AsyncIterable<Uint8Array>
}

/** A ZIP, made while it is read: files of any size fit in memory, and packing them does not hold up the process. */
export async function* packed(files: Iterable<PackedFile>): AsyncIterable<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const made = function* () {
    const chunks = ready
    ready = []
    yield* chunks
  }
  for (const { name, deflate, content } of files) {
    const entry: ZipInputFile = { filename: name, size: 0, crc: 0, compression: deflate ? 8 : 0 }
    zip.add(entry)
    const measured = measuring(content, entry)
    const chunks = deflate
      ? Readable.from(measured, { objectMode: false }).pipe(createDeflateRaw())
      : measured
    for await (const chunk of chunks as AsyncIterable<Uint8Array<ArrayBuffer>>) {
      entry.ondata!(null, chunk, false)
      yield* made()
    }
    entry.ondata!(null, new Uint8Array(0), true)
    yield* made()
  }
  zip.end()
  yield* made()
}

/** The ZIP states size and check behind each file. */
async function* measuring(
  content: AsyncIterable<Uint8Array>,
  entry: ZipInputFile,
): AsyncIterable<Uint8Array> {
  for await (const chunk of content) {
    entry.size += chunk.length
    entry.crc = crc32(chunk, entry.crc)
    yield chunk
  }
}
