/**
 * Slows down guessing and flooding: so many times per address within a window, then a pause until the window has passed.
 * Kept in memory and per process: the query code alone has 31^8 possibilities, this only keeps the noise down.
 */
export function createLimiter({ tries, windowMs }: { tries: number; windowMs: number }) {
  const seen = new Map<string, { count: number; until: number }>()
  const MOST = 20_000
  return {
    /** May this address go on now? */
    allows(address: string, now: Date): boolean {
      const entry = seen.get(address)
      return entry === undefined || entry.until <= now.getTime() || entry.count < tries
    },
    /** One more: a wrong guess, a question sent. */
    count(address: string, now: Date): void {
      const entry = seen.get(address)
      if (entry !== undefined && entry.until > now.getTime()) {
        entry.count++
        return
      }
      if (seen.size >= MOST) seen.delete(seen.keys().next().value!)
      seen.delete(address)
      seen.set(address, { count: 1, until: now.getTime() + windowMs })
    },
  }
}
