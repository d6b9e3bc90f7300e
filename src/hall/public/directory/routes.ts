import { createElement } from 'react'
import type { Web } from '../../../platform/web.ts'
import { dayOf } from '../../../regulation/index.ts'
import { frameOf, sendPage } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import type { PublicDeps } from '../deps.ts'
import { DirectoryPage } from './page.tsx'
import { askedFrom, createDirectory, findEntries } from './read.ts'

/** GET /directory?q=&organ=&area=&only=missing&page=: the public figure of Art. 5.1(2) and the directory itself. */
export function registerDirectory(web: Web, { db, identity, live, clock }: PublicDeps): void {
  const directory = createDirectory(db)
  const stop = live.subscribeAll((streamId) => {
    if (streamId === '*' || streamId.startsWith('item:') || streamId.startsWith('directory:'))
      directory.forget(streamId)
  })
  web.addHook('onClose', async () => stop())

  web.get<{ Querystring: Record<string, unknown> }>(
    PUBLIC.directory({}),
    { schema: { hide: true } },
    async (request, reply) => {
      const known = await directory.read(dayOf(clock.now()))
      const frame = frameOf(request, await identity.hallSession(request))
      const asked = askedFrom(request.query)
      const found = await findEntries(db, known, asked)
      return sendPage(reply, createElement(DirectoryPage, { frame, directory: known, asked, found }))
    },
  )
}
