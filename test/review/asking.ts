import { deskCookie } from '../../src/identity/testing.ts'
import type { LifeWorld } from '../life/world.ts'

export type Asking = ReturnType<typeof asking>

/** Asks the whole platform over HTTP as an officer, or as nobody. */
export function asking(world: LifeWorld, ownOrgan: string) {
  const cookies = new Map<string, string>()

  /** The desk's cookie of an officer of the own organ, or of the one that is named: `window`, `clerk@gl-wjj`. */
  async function cookieOf(who: string): Promise<string> {
    const [post, organ = ownOrgan] = who.split('@')
    const cookie =
      cookies.get(who) ?? (await deskCookie(world.database.db, `staff-${organ}-${post}`, world.startedAt))
    cookies.set(who, cookie)
    return cookie
  }

  /** `who`: an officer, or empty for nobody. */
  async function ask(
    who: string,
    path: string,
    { method, json, bytes }: { method?: string; json?: unknown; bytes?: string } = {},
  ) {
    const body = bytes ?? (json === undefined ? undefined : JSON.stringify(json))
    const type = bytes === undefined ? 'application/json' : 'application/octet-stream'
    const answer = await fetch(world.url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        accept: path.startsWith('/api/') ? 'application/json' : 'text/html',
        ...(who === '' ? {} : { cookie: await cookieOf(who) }),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body }),
    })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }

  return { ask, cookieOf }
}
