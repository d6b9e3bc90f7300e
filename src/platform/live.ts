import pg from 'pg'

/**
 * Tells open pages and caches of every process that something new was recorded about a thing. One listening connection a
 * process. Announced after the commit and in bunches: a notification inside an act's own transaction would make all
 * commits of the database wait for one another. A process that dies in between loses at most a hint, never an act.
 */
export interface Live {
  /** Calls back whenever the stream gets a new event. Returns the way to stop. */
  subscribe(streamId: string, onChange: () => void): () => void
  /** Says that these streams have something new; called after the commit. */
  announce(streamId: string): void
  /** Hears of every stream; for caches. */
  subscribeAll(onChange: (streamId: string) => void): () => void
  close(): Promise<void>
}

export async function createLive(url: string): Promise<Live> {
  const byStream = new Map<string, Set<() => void>>()
  const all = new Set<(streamId: string) => void>()
  let closed = false
  let client = await connect()
  const waiting = new Set<string>()

  function send(): void {
    const streams = [...waiting]
    waiting.clear()
    if (closed || streams.length === 0) return
    const text = "select pg_notify('stream', s) from unnest($1::text[]) as s"
    client.query(text, [streams]).catch(() => {
      // The connection broke; every listener looks again when it is back.
    })
  }

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
    announce(streamId) {
      if (waiting.size === 0) setTimeout(send, 20)
      waiting.add(streamId)
    },
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
      send()
      closed = true
      await client.end()
    },
  }
}
