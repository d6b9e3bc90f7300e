import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BlobStore } from './blobs.ts'

/** Blobs in a local folder, `ab/cd/abcd…`. Every file is written aside, flushed, and then moved into place. */
export function diskBlobs(dir: string): BlobStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256: ${sha256}`)
    return join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  return {
    async write(content) {
      const incoming = join(dir, 'incoming')
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      const aside = join(incoming, randomUUID())
      const hash = createHash('sha256')
      let size = 0
      const measured = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          hash.update(chunk)
          size += chunk.length
          next(null, chunk)
        },
      })
      try {
        const source = Buffer.isBuffer(content) ? Readable.from([content], { objectMode: false }) : content
        await pipeline(source, measured, createWriteStream(aside, { mode: 0o600, flags: 'wx', flush: true }))
        const sha256 = hash.digest('hex')
        const path = pathOf(sha256)
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        // The same bytes may be there already, from anyone: replacing them by themselves is harmless.
        await rename(aside, path)
        await flushFolder(dirname(path))
        return { sha256, size }
      } finally {
        await rm(aside, { force: true })
      }
    },

    async open(sha256, part) {
      const path = pathOf(sha256)
      await access(path)
      return createReadStream(path, part && { start: part.start, end: part.end - 1 })
    },

    async read(sha256) {
      const bytes = await readFile(pathOf(sha256))
      const found = createHash('sha256').update(bytes).digest('hex')
      if (found !== sha256)
        throw new Error(`stored content ${sha256} has changed on disk: it now digests to ${found}`)
      return bytes
    },

    async remove(sha256, restMs) {
      const path = pathOf(sha256)
      const written = await stat(path).catch(() => null)
      if (written && (await diskTime(dir)) - written.mtimeMs < restMs) return false
      await rm(path, { force: true })
      return true
    },
  }
}

/** What the disk's own clock says: it wrote the moments that are compared with it. */
async function diskTime(dir: string): Promise<number> {
  const probe = join(dir, 'incoming', randomUUID())
  try {
    await writeFile(probe, '')
    return (await stat(probe)).mtimeMs
  } finally {
    await rm(probe, { force: true })
  }
}

/** The move itself must survive a power cut too, not only the bytes. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
