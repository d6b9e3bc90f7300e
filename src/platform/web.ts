import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Refusal } from './refusal.ts'
import { storable } from './storable.ts'

export type { FastifyInstance as Web, FastifyReply as Reply, FastifyRequest as Request }

export interface WebOptions {
  logLevel: string
  /** Our own address as browsers see it: posts from any other origin are refused. */
  publicUrl: () => string
  /** Draws the error page of the hall: what happened, whether the work is safe, what to do. */
  errorPage: (request: FastifyRequest, status: number, refusal: Refusal, code: string) => string
}

/** HTTP status of a refusal, by its name; the only place that decides it. Unlisted names are 422: understood, but not possible. */
const STATUS: Record<string, number> = {
  'not-found': 404,
  'sign-in-needed': 401,
  'level-needed': 403,
  'not-allowed': 403,
  'foreign-origin': 403,
  conflict: 409,
  'too-big': 413,
  'too-many': 429,
  invalid: 400,
}

export const statusOf = (refusal: Refusal): number => STATUS[refusal.name] ?? 422

/** Answers an API request with a refusal: `{refusal: {name, sentence, field?, detail?}}`. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(statusOf(refusal)).type('application/json').send({ refusal })
}

export async function createWeb(options: WebOptions): Promise<FastifyInstance> {
  const web = Fastify({
    logger: options.logLevel === 'silent' ? false : { level: options.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    trustProxy: 'loopback',
  })
  web.setValidatorCompiler(validatorCompiler)
  web.setSerializerCompiler(serializerCompiler)
  await web.register(cookie)
  await web.register(formbody)
  await web.register(multipart, { limits: { fileSize: 200 * 1024 * 1024, files: 1, fields: 20 } })
  await web.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '榕办 API',
        version: '0.1.0',
        description: 'The HTTP API of the desk and of other systems.',
      },
    },
    transform: jsonSchemaTransform,
  })

  // A form of another site must not act in the name of a signed-in person. Browsers send Origin with every post.
  web.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    const origin = request.headers.origin
    const site = request.headers['sec-fetch-site']
    const own =
      origin === undefined
        ? site === undefined || site === 'same-origin'
        : sameOrigin(origin, request, options)
    if (!own) {
      const refusal = {
        name: 'foreign-origin',
        sentence: '这个请求来自别的网站，没有执行。请回到榕办页面再操作。',
      }
      return sendRefusal(reply, refusal)
    }
  })

  web.addHook('preValidation', async (request) => {
    request.body = storable(request.body)
    storable(request.query)
    storable(request.params)
  })

  web.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    // What the API tells is about persons and changes by the minute: no cache on the way may keep it.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
    if (!reply.hasHeader('content-security-policy')) {
      // Ant Design writes inline styles, so only the desk may have them.
      const styles = request.url.startsWith('/desk') ? "'self' 'unsafe-inline'" : "'self'"
      reply.header(
        'content-security-policy',
        `default-src 'self'; img-src 'self' data: blob:; style-src ${styles}; script-src 'self'; frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self' ${formTargets}`.trim(),
      )
    }
  })

  web.setErrorHandler((error, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const first = error.validation[0]
      const field = first?.instancePath.split('/').filter(Boolean).join('.') ?? ''
      return sendRefusal(reply, {
        name: 'invalid',
        sentence: `请求里的 ${field || '内容'} 不对：${first?.message ?? error.message}`,
        field,
      })
    }
    const known = (error as { statusCode?: number }).statusCode
    const status = known && known >= 400 && known < 500 ? known : 500
    const code = randomBytes(4)
      .toString('hex')
      .toUpperCase()
      .replace(/(.{4})/, '$1-')
    if (status === 500) web.log.error({ err: error, code, url: request.url }, 'request failed')
    const refusal: Refusal =
      status === 413
        ? { name: 'too-big', sentence: '内容太大，没有收下。请分开或压缩后再传。' }
        : status === 500
          ? {
              name: 'our-fault',
              sentence: `是我们出了问题。已经保存的内容都在。着急的话打 12345，报编号 ${code}。`,
            }
          : { name: 'invalid', sentence: '这个请求我们读不懂，没有执行。请回到上一页再试。' }
    return respondWith(request, reply, status, refusal, code, options)
  })
  web.setNotFoundHandler((request, reply) =>
    respondWith(
      request,
      reply,
      404,
      { name: 'not-found', sentence: '没有这个页面，或者它不是您的。' },
      '',
      options,
    ),
  )
  return web
}

/** Origins other than ours that a form may end at: the sign-in provider answers our post with a redirect to itself. */
let formTargets = ''
export function allowFormTarget(origin: string): void {
  if (!formTargets.includes(origin)) formTargets = `${formTargets} ${origin}`.trim()
}

function sameOrigin(origin: string, request: FastifyRequest, options: WebOptions): boolean {
  const own = new URL(options.publicUrl())
  try {
    const { origin: from, host } = new URL(origin)
    // In the open only the one address counts; on a laptop its other names (127.0.0.1, localhost) do too.
    return from === own.origin || (own.protocol === 'http:' && host === request.host)
  } catch {
    return false
  }
}

function respondWith(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  refusal: Refusal,
  code: string,
  options: WebOptions,
): FastifyReply {
  reply.code(status)
  const wantsJson = request.url.startsWith('/api/') || request.headers.accept?.includes('application/json')
  if (wantsJson) return reply.type('application/json').send({ refusal })
  return reply.type('text/html; charset=utf-8').send(options.errorPage(request, status, refusal, code))
}
