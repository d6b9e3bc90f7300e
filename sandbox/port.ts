import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Kept } from './kept.ts'

async function isFree(host: string, port: number): Promise<boolean> {
  const probe = createServer()
  try {
    probe.listen(port, host)
    await once(probe, 'listening')
    return true
  } catch {
    return false
  } finally {
    probe.close()
  }
}

/**
 * The port to listen on when any will do: the one of the last run if it is free. The address is part of the issuer's name, so a
 * changed port would make strangers of everybody who is still signed in with the platform.
 */
export async function portAgain(host: string, kept: Kept<number>): Promise<number> {
  const last = kept.get('port')
  return last !== undefined && (await isFree(host, last)) ? last : 0
}
