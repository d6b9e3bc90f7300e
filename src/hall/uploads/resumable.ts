import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { HallSession } from '../../identity/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Reply, type Request, sendRefusal, statusOf, type Web } from '../../platform/web.ts'
import { LEVEL_NEEDED, mayApply } from '../apply/may-apply.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { ROUTES } from '../personal-routes.ts'
import { maxBytesOf, receiveFile, shownName, tooBig } from './receive.ts'
import { targetOf } from './target.ts'

const KEPT_MS = 24 * 3600_000
const SWEEP_EVERY_MS = 3600_000

interface Place {
  draftId?: string
  dossierId?: string
  materialKey?: string
}

const NOT_FOUND: Refusal = {
  name: 'not-found',
  sentence: '找不到要放这份文件的地方。请刷新页面再传，填的内容都在。',
  english: 'There is no place for this file. Reload the page and try again; what you filled in is kept.',
}
const ENDED: Refusal = {
  name: 'sign-in-needed',
  sentence: '登录已结束。请再登录一次，填过的内容都在，这份文件接着传。',
  english: 'Your session has ended. Sign in again; what you filled in is kept.',
}

/** How @tus/server wants a refusal: thrown, with what the browser shall get. */
const thrown = (refusal: Refusal) => ({
  status_code: statusOf(refusal),
  body: JSON.stringify({ refusal }),
  headers: { 'content-type': 'application/json' },
})

/**
 * Uploads that go on after a broken connection (tus 1.0.0). Whoever begins one must be allowed to put a file there, and every further
 * request of it must come from the same account; the file itself is looked at when it is whole.
 */
export function registerResumableUploads(web: Web, deps: PersonalDeps): void {
  const directory = join(deps.uploadsDir, 'resumable')
  mkdirSync(directory, { recursive: true })
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: KEPT_MS })
  // The session was read from Fastify's request, which the handlers of the protocol do not see.
  const sessions = new WeakMap<object, HallSession>()
  const sessionOf = (request: { runtime?: { node?: { req?: object } } }): HallSession => {
    const raw = request.runtime?.node?.req
    const session = raw && sessions.get(raw)
    if (!session) throw thrown(ENDED)
    return session
  }
  const placeOf = async (session: HallSession, { draftId, dossierId, materialKey }: Place) => {
    const target = await targetOf(deps, session.account, {
      ...(draftId ? { draftId } : {}),
      ...(dossierId ? { dossierId } : {}),
      materialKey: materialKey ?? '',
    })
    if (!target) throw thrown(NOT_FOUND)
    return target
  }

  const server = new Server({
    path: ROUTES.uploads.replace(/\/$/, ''),
    datastore: store,
    relativeLocation: true,
    // No other site has business here; left out, the protocol's server would tell every browser that all have.
    allowedOrigins: [],
    async onIncomingRequest(request, uploadId) {
      const session = sessionOf(request as never)
      if (request.method === 'POST' || !uploadId) return
      const upload = await store.getUpload(uploadId).catch(() => null)
      if (upload?.metadata?.['accountId'] !== session.account.accountId) throw thrown(NOT_FOUND)
    },
    async onUploadCreate(request, upload) {
      const session = sessionOf(request as never)
      // The address says where the file is to go; from here on our own note of it counts.
      const place = Object.fromEntries(new URL(request.url).searchParams) as Place
      const target = await placeOf(session, place)
      const most = maxBytesOf(target)
      if (upload.size === undefined || upload.size > most)
        throw thrown(tooBig(target.material.maxMegabytes).refusal)
      const { draftId, dossierId, materialKey } = place
      return {
        metadata: {
          ...(draftId ? { draftId } : {}),
          ...(dossierId ? { dossierId } : {}),
          materialKey: materialKey ?? '',
          filename: shownName(upload.metadata?.['filename'] ?? ''),
          accountId: session.account.accountId,
        },
      }
    },
    async onUploadFinish(request, upload) {
      const session = sessionOf(request as never)
      const path = join(directory, upload.id)
      try {
        const target = await placeOf(session, upload.metadata as Place)
        const name = upload.metadata?.['filename'] ?? ''
        const received = await receiveFile(deps, session.account, target, { path, name }, deps.clock.now())
        if (!received.ok) throw thrown(received.refusal)
        return {
          status_code: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ material: upload.metadata?.['materialKey'] }),
        }
      } finally {
        await store.remove(upload.id).catch(() => rm(path, { force: true }))
      }
    },
  })

  // What was begun and never finished goes from the disk; the next ones to upload see to it.
  let sweptAt = 0
  const sweepNowAndThen = async (now: number) => {
    if (now - sweptAt < SWEEP_EVERY_MS) return
    sweptAt = now
    await server.cleanUpExpiredUploads()
  }

  void web.register((scope, _options, ready) => {
    // The protocol reads the bytes itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const handle = async (request: Request, reply: Reply) => {
      const session = await deps.identity.hallSession(request)
      if (!session) return reply.code(401).type('application/json').send({ refusal: ENDED })
      if (!mayApply(session)) return sendRefusal(reply, LEVEL_NEEDED)
      sessions.set(request.raw, session)
      if (request.method === 'POST')
        sweepNowAndThen(deps.clock.now().getTime()).catch((error) =>
          web.log.error({ err: error }, 'old uploads stay'),
        )
      reply.hijack()
      await server.handle(request.raw, reply.raw)
    }
    const options = { schema: { hide: true } }
    scope.all(ROUTES.uploads, options, handle)
    scope.all(`${ROUTES.uploads}*`, options, handle)
    ready()
  })
}
