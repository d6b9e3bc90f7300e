import type { Db } from '../platform/database.ts'

interface Waiting {
  resolve(serial: number): void
  reject(error: unknown): void
}

/** Who waits for a number of which item's day; one draw at a time for each. */
const waitingOn = new WeakMap<Db, Map<string, Waiting[]>>()

/**
 * Draws the next number of an item's day. Outside the act's transaction: a gap does no harm, a waiting queue would. All
 * who ask while a draw is under way are served by the next one together.
 */
export function drawNumber(db: Db, implCode: string, day: string): Promise<number> {
  const queues = waitingOn.get(db) ?? new Map<string, Waiting[]>()
  waitingOn.set(db, queues)
  const key = `${implCode} ${day}`
  return new Promise((resolve, reject) => {
    const queue = queues.get(key)
    if (queue) return queue.push({ resolve, reject })
    queues.set(key, [{ resolve, reject }])
    void serve(db, queues, implCode, day)
  })
}

async function serve(db: Db, queues: Map<string, Waiting[]>, implCode: string, day: string): Promise<void> {
  const key = `${implCode} ${day}`
  for (;;) {
    const batch = queues.get(key)!.splice(0)
    if (batch.length === 0) {
      queues.delete(key)
      return
    }
    try {
      const last = await advance(db, implCode, day, batch.length)
      batch.forEach((w, i) => {
        w.resolve(last - batch.length + 1 + i)
      })
    } catch (error) {
      for (const w of batch) w.reject(error)
    }
  }
}

/**
 * Everyone who files the same item draws from one row, so this commit does not wait for the disk. No number can come
 * twice: the dossier that carries it commits later and waits, and the log is flushed in order.
 */
async function advance(db: Db, implCode: string, day: string, by: number): Promise<number> {
  const [row] = await db.prepared<{ last_number: number }>(
    'number-draw',
    `with quick as materialized (select set_config('synchronous_commit', 'off', true))
     insert into casework.number_day (impl_code, day, last_number) select $1, $2, $3 from quick
     on conflict (impl_code, day) do update set last_number = casework.number_day.last_number + $3 returning last_number`,
    [implCode, day, by],
  )
  return row!.last_number
}
