/** The only place that reads the time. Everything below it gets the moment as an argument. */
export interface Clock {
  now(): Date
}

/**
 * The running clock. With `startAt` it begins at that moment instead of today and runs on from there: for tests and
 * for showing the platform on a chosen date (setting RONGBAN_CLOCK).
 */
export function runningClock(startAt: Date | null): Clock {
  if (startAt === null) return { now: () => new Date() }
  const offset = startAt.getTime() - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}
