import pg from 'pg'

// A `date` is a day of the law, not an instant: keep it as text, or it shifts by the machine's time zone.
pg.types.setTypeParser(1082, (text) => text)
pg.types.setTypeParser(20, (text) => Number(text))

export type Row = Record<string, unknown>

/** What a store needs: run a statement with parameters, get rows. A pool or one transaction. */
export interface Db {
  query<R extends object = Row>(text: string, values?: unknown[]): Promise<R[]>
  /** A prepared statement under a name, for hot paths. */
  prepared<R extends object = Row>(name: string, text: string, values: unknown[]): Promise<R[]>
}

/** One open transaction. Acts take this, so that state, history and jobs are saved together or not at all. */
export interface Tx extends Db {
  readonly kind: 'transaction'
  /** Runs when the transaction has been committed, and not at all if it is not. Must not throw. */
  afterCommit(then: () => void): void
}

export interface Database extends Db {
  /** Runs the work in one transaction; any throw rolls it back and is thrown on. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
  readonly pool: pg.Pool
}

function over(client: pg.Pool | pg.PoolClient): Db {
  return {
    async query<R extends object>(text: string, values: unknown[] = []) {
      return (await client.query(text, values)).rows as R[]
    },
    async prepared<R extends object>(name: string, text: string, values: unknown[]) {
      return (await client.query({ name, text, values })).rows as R[]
    },
  }
}

export function openDatabase(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 12 })
  // A connection that dies while idle (server restart) is replaced by the pool; without a listener it ends the process.
  pool.on('error', () => {})
  return {
    ...over(pool),
    pool,
    async transaction(work) {
      const client = await pool.connect()
      let broken = false
      try {
        await client.query('begin')
        const then: (() => void)[] = []
        const tx: Tx = { ...over(client), kind: 'transaction', afterCommit: (f) => void then.push(f) }
        const result = await work(tx)
        await client.query('commit')
        for (const f of then) f()
        return result
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}
