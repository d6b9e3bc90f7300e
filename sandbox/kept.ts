import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A map that survives a restart of the sandbox when it was given a folder, and lives in memory when not. The file is
 * replaced whole and by renaming, so a kill in the middle leaves the last complete one.
 */
export class Kept<V> {
  readonly #map: Map<string, V>
  readonly #file: string | null

  /** `folder` null: memory only. Throws when the file is there but is not what this class wrote. */
  constructor(folder: string | null, name: string) {
    this.#file = folder === null ? null : join(folder, `${name}.json`)
    this.#map = new Map(this.#read())
  }

  #read(): [string, V][] {
    if (this.#file === null) return []
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as [string, V][]
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw new Error(`The sandbox cannot read ${this.#file}; delete it to begin anew.`, { cause: error })
    }
  }

  get(key: string): V | undefined {
    return this.#map.get(key)
  }

  set(key: string, value: V): void {
    this.#map.set(key, value)
    if (this.#file === null) return
    mkdirSync(join(this.#file, '..'), { recursive: true })
    // Keys of the identity platform are among what is kept, so nobody else may read it.
    writeFileSync(`${this.#file}.new`, JSON.stringify([...this.#map]), { mode: 0o600 })
    renameSync(`${this.#file}.new`, this.#file)
  }

  values(): V[] {
    return [...this.#map.values()]
  }
}
