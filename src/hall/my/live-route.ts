import { streamOf } from '../../casework/index.ts'
import { SIGN_IN_NEEDED } from '../../identity/index.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { ROUTES } from '../personal-routes.ts'
import { ownDossier } from '../uploads/target.ts'
import { notFound } from './frame.tsx'

type Params = { Params: { dossierId: string } }

const HIDE = { schema: { hide: true } }

/** Tells an open page of an own dossier, by server-sent events, that something was recorded. */
export function registerLive(web: Web, deps: PersonalDeps): void {
  web.get<Params>(ROUTES.live, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    const dossier = session && (await ownDossier(deps, session.account, request.params.dossierId))
    if (!dossier) return session ? notFound(reply) : sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 3000\n\n')
    const stop = deps.live.subscribe(streamOf(dossier.dossierId), () => raw.write('data: changed\n\n'))
    // Proxies close a silent line; a comment keeps it open and finds out who has gone.
    const beat = setInterval(() => raw.write(': here\n\n'), 25_000)
    const end = () => {
      clearInterval(beat)
      stop()
      raw.end()
    }
    request.raw.on('close', end)
    open.add(end)
    raw.on('close', () => open.delete(end))
  })
  const open = new Set<() => void>()
  web.addHook('preClose', async () => {
    for (const end of open) end()
  })
}
