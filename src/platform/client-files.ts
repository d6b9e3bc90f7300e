import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * Serves a built browser application under `prefix`: its files by their hashed names for ever, every other address below
 * the prefix with the application's page, because the application itself knows its addresses.
 */
export async function serveClient(web: FastifyInstance, prefix: string, folder: string): Promise<void> {
  if (!existsSync(folder)) {
    web.log.warn({ folder }, 'the browser application is not built')
    return
  }
  await web.register(fastifyStatic, {
    root: folder,
    prefix: `${prefix}/`,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      const hashed = /-[\w-]{8,}\.\w+$/.test(path)
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  // A file that is not there (an old page after an update) is missing, not the application's page.
  web.get(`${prefix}/assets/*`, { schema: { hide: true } }, (_request, reply) => reply.callNotFound())
  const page = (_request: unknown, reply: { sendFile(name: string, root: string): unknown }) =>
    reply.sendFile('index.html', folder)
  const options = { schema: { hide: true } }
  web.get(prefix, options, page)
  web.get(`${prefix}/*`, options, page)
}
