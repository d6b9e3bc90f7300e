import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Files by their SHA-256: in a folder when the sandbox was given one, else in memory. */
export class Blobs {
  readonly #folder: string | null
  readonly #memory = new Map<string, Buffer>()

  constructor(folder: string | null, name: string) {
    this.#folder = folder === null ? null : join(folder, name)
  }

  /** Keeps the bytes and answers their digest. */
  put(bytes: Buffer): string {
    const digest = sha256(bytes)
    if (this.#folder === null) {
      this.#memory.set(digest, bytes)
      return digest
    }
    mkdirSync(this.#folder, { recursive: true })
    const file = join(this.#folder, digest)
    writeFileSync(`${file}.new`, bytes, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return digest
  }

  /** The bytes, or undefined when none were put under this digest. */
  get(digest: string): Buffer | undefined {
    if (!/^[0-9a-f]{64}$/.test(digest)) return undefined
    if (this.#folder === null) return this.#memory.get(digest)
    try {
      return readFileSync(join(this.#folder, digest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }
}
