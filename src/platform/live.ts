import pg from 'pg'

/**
 * Tells open pages that something new was recorded about a thing. One listening connection for the whole process;
 * the database notifies at commit (trigger on history.event), so any number of processes hear of it.
 */
export interface Live {
  /** Calls back whenever the stream gets a new event. Returns the way to stop. */
  subscribe(streamId: string, onChange: () => void): () => void
  /** Hears of every stream; for caches. */
  subscribeAll(onChange: (streamId: string) => void): () => void
  close(): Promise<void>
}

export async function createLive(url: string): Promise<Live> {
  const byStream = new Map<string, Set<() => void>>()
  const all = new Set<(streamId: string) => void>()
  let closed = false
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: url })
    fresh.on('error', () => {})
    fresh.on('notification', ({ payload }) => {
      if (!payload) return
      for (const callback of byStream.get(payload) ?? []) callback()
      for (const callback of all) callback(payload)
    })
    fresh.on('end', () => {
      if (!closed) setTimeout(reconnect, 500)
    })
    await fresh.connect()
    await fresh.query('listen stream')
    return fresh
  }

  function reconnect(): void {
    if (closed) return
    connect().then(
      (fresh) => {
        client = fresh
        // What happened while we were deaf is unknown: let every open page look again.
        for (const set of byStream.values()) for (const callback of set) callback()
        for (const callback of all) callback('*')
      },
      () => setTimeout(reconnect, 1000),
    )
  }

  return {
    subscribe(streamId, onChange) {
      const set = byStream.get(streamId) ?? new Set()
      byStream.set(streamId, set.add(onChange))
      return () => {
        set.delete(onChange)
        if (set.size === 0) byStream.delete(streamId)
      }
    },
    subscribeAll(onChange) {
      all.add(onChange)
      return () => {
        all.delete(onChange)
      }
    },
    async close() {
      closed = true
      await client.end()
    },
  }
}
