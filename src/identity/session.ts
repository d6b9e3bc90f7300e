import { createHash, randomBytes } from 'node:crypto'
import type { SessionTimes } from './store.ts'

/** A session left alone this long has ended. Sliding; the moment is written down at most once a minute. */
export const IDLE_MS = 30 * 60_000
/** No session is older than this, however busy. */
export const ABSOLUTE_MS = 8 * 3600_000
const WRITE_EVERY_MS = 60_000

export const COOKIES = { hall: 'rb_hall', desk: 'rb_desk' } as const
export type Door = keyof typeof COOKIES

/** What the browser keeps (256 random bits) and what we keep of it. The token itself is never stored. */
export function newToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOf(token) }
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export const timesFrom = (now: Date): SessionTimes => ({
  lastSeenAt: now,
  expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
})

export const isOver = (times: SessionTimes, now: Date): boolean =>
  now >= times.expiresAt || now.getTime() - times.lastSeenAt.getTime() >= IDLE_MS

export const needsTouch = (times: SessionTimes, now: Date): boolean =>
  now.getTime() - times.lastSeenAt.getTime() >= WRITE_EVERY_MS
