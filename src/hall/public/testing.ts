/** A hall of a test's own: the public pages over a fresh database with the sample world in it. */
import { randomBytes } from 'node:crypto'
import { loadWorld } from '../../../seeds/world.ts'
import type { HallSession } from '../../identity/index.ts'
import { createLive } from '../../platform/live.ts'
import { testDatabase } from '../../platform/testing.ts'
import { createWeb, type Web } from '../../platform/web.ts'
import { officialCalendar } from '../../regulation/index.ts'
import { errorPage, registerHallPublic } from '../public-routes.ts'

export async function publicHall(today = '2026-11-23T10:00:00+08:00') {
  const world = await testDatabase()
  const now = new Date(today)
  await loadWorld(world.ownerUrl, now)
  const live = await createLive(world.appUrl)
  const queryCodeKey = randomBytes(32)
  const seen = { sessions: 0, session: null as HallSession | null }
  const web: Web = await createWeb({ logLevel: 'silent', publicUrl: () => 'http://localhost', errorPage })
  const deps = {
    db: world.db,
    live,
    clock: { now: () => now },
    calendar: officialCalendar,
    queryCodeKey,
    identity: {
      async hallSession() {
        seen.sessions++
        return seen.session
      },
    },
  }
  registerHallPublic(web, deps)
  await web.ready()
  return {
    ...deps,
    web,
    world,
    now,
    seen,
    get: (url: string, headers: Record<string, string> = {}) => web.inject({ url, headers: { accept: 'text/html', ...headers } }),
    async close() {
      await web.close()
      await live.close()
      await world.close()
    },
  }
}
