import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** How far the caller's clock may be from ours. */
const TOLERANCE_MS = 5 * 60 * 1000

/**
 * What a caller must sign: method, path with query, timestamp (ms since 1970) and the SHA-256 of the body, joined by line feeds.
 * The signature is HMAC-SHA256 under the shared key, as lower-case hex.
 */
export function signatureOf(
  key: string,
  method: string,
  path: string,
  timestamp: string,
  body: Buffer,
): string {
  const digest = createHash('sha256').update(body).digest('hex')
  return createHmac('sha256', key).update([method, path, timestamp, digest].join('\n')).digest('hex')
}

const bodies = new WeakMap<FastifyRequest, Buffer>()

/** Refuses every call to the routes of `scope` that is not signed; parses JSON bodies itself because it needs their bytes. */
export function requireSignature(scope: FastifyInstance, key: string): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    bodies.set(request, body as Buffer)
    try {
      done(null, JSON.parse((body as Buffer).toString('utf8')))
    } catch {
      done(Object.assign(new Error('请求正文不是 JSON'), { statusCode: 400 }))
    }
  })
  scope.addHook('preValidation', async (request, reply) => {
    const given = request.headers['x-rongban-signature']
    const timestamp = request.headers['x-rongban-timestamp']
    const refuse = (sentence: string) => reply.code(401).send({ error: 'signature', sentence })
    if (typeof given !== 'string' || typeof timestamp !== 'string') return refuse('没有签名')
    if (!(Math.abs(Date.now() - Number(timestamp)) < TOLERANCE_MS)) return refuse('签名时间相差超过 5 分钟')
    const body = bodies.get(request) ?? Buffer.alloc(0)
    const expected = Buffer.from(signatureOf(key, request.method, request.url, timestamp, body))
    const received = Buffer.from(given)
    if (received.length !== expected.length || !timingSafeEqual(received, expected)) return refuse('签名不对')
  })
}
