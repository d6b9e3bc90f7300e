import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  payload: AdapterPayload
  expiresAt: number
}

/** Reads a client's registration at the moment of asking, so that redirect addresses can be added while running. */
export type ClientSource = (clientId: string) => AdapterPayload | undefined

/**
 * Memory of the identity platform: sign-ins, codes and tokens, dropped when they expire. A restart ends every sign-in here,
 * which the sandbox can afford; the platform keeps its own sessions.
 */
export function memoryStorage(clients: ClientSource): new (model: string) => Adapter {
  const entries = new Map<string, Entry>()
  const SWEEP_EVERY = 500
  let writes = 0

  const live = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key)
    if (!entry) return undefined
    if (entry.expiresAt > Date.now()) return entry.payload
    entries.delete(key)
    return undefined
  }
  const sweep = () => {
    for (const key of entries.keys()) live(key)
  }

  return class MemoryStorage implements Adapter {
    readonly #model: string

    constructor(model: string) {
      this.#model = model
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
      if (++writes % SWEEP_EVERY === 0) sweep()
      entries.set(`${this.#model}:${id}`, {
        payload,
        expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY,
      })
    }

    async find(id: string) {
      return this.#model === 'Client' ? clients(id) : live(`${this.#model}:${id}`)
    }

    async findByUid(uid: string) {
      for (const key of entries.keys()) {
        if (!key.startsWith(`${this.#model}:`)) continue
        const payload = live(key)
        if (payload?.uid === uid) return payload
      }
      return undefined
    }

    /** The device flow is switched off. */
    async findByUserCode() {
      return undefined
    }

    async consume(id: string) {
      const payload = live(`${this.#model}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    }

    async destroy(id: string) {
      entries.delete(`${this.#model}:${id}`)
    }

    async revokeByGrantId(grantId: string) {
      for (const [key, entry] of entries) if (entry.payload.grantId === grantId) entries.delete(key)
    }
  }
}
