import { createElement } from 'react'
import {
  clocksOf,
  findByNumber,
  itemOfDossier,
  queryCodeFits,
  readCorrections,
  streamOf,
} from '../../../casework/index.ts'
import { readStream } from '../../../history/index.ts'
import type { Request, Web } from '../../../platform/web.ts'
import { createLimiter } from '../../limiter.ts'
import { frameOf, sendPage } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import type { PublicDeps } from '../deps.ts'
import { AskProgressPage, ProgressPage } from './page.tsx'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** GET and POST /progress. The code never stands in an address: addresses end up in histories and logs. */
export function registerProgress(web: Web, deps: PublicDeps): void {
  const { db, identity, clock, calendar, queryCodeKey } = deps
  const limiter = createLimiter({ tries: 20, windowMs: 10 * 60_000 })
  const frame = async (request: Request) => frameOf(request, await identity.hallSession(request))

  web.get<{ Querystring: Record<string, unknown> }>(
    PUBLIC.progress,
    { schema: { hide: true } },
    async (request, reply) =>
      sendPage(
        reply,
        createElement(AskProgressPage, {
          frame: await frame(request),
          number: cleanNumber(request.query['number']),
        }),
      ),
  )

  web.post<{ Body: Record<string, unknown> | undefined }>(
    PUBLIC.progress,
    { schema: { hide: true } },
    async (request, reply) => {
      const now = clock.now()
      const number = cleanNumber(request.body?.['number'])
      const code = typeof request.body?.['code'] === 'string' ? request.body['code'].slice(0, 40) : ''
      const ask = async (fault: 'no-match' | 'too-many', status: number) =>
        sendPage(
          reply,
          createElement(AskProgressPage, { frame: await frame(request), number, fault }),
          status,
        )

      if (!limiter.allows(request.ip, now)) return ask('too-many', 429)
      const dossier = number === '' ? null : await findByNumber(db, number)
      // The code is compared in any case, so that the time taken does not tell whether the number exists.
      const fits = queryCodeFits(queryCodeKey, dossier?.dossierId ?? NOBODY, code)
      if (dossier === null || !fits) {
        limiter.count(request.ip, now)
        return ask('no-match', 422)
      }
      const item = await itemOfDossier(db, dossier)
      const [events, corrections] = await Promise.all([
        readStream(db, streamOf(dossier.dossierId)),
        readCorrections(db, dossier.dossierId),
      ])
      const answerUntil = dossier.status === 'correcting' ? (corrections.at(-1)?.answerUntil ?? null) : null
      const clocks = clocksOf(dossier, now, calendar)
      const facts = { dossier, item, events, clocks, answerUntil, now, calendar }
      return sendPage(reply, createElement(ProgressPage, { frame: await frame(request), facts }))
    },
  )
}

/** As printed or as typed: without spaces, letters large. */
const cleanNumber = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/[\s-]/g, '').toUpperCase().slice(0, 60) : ''
