import type { Reply, Request, Web } from '../../platform/web.ts'

/** While a whole catalogue changes, a screen is told this often. */
const REST_MS = 1000
/** Proxies close a silent line; a comment keeps it open and finds out who has gone. */
const BEAT_MS = 25_000

/** Lines of server-sent events to screens: each hears that something changed, and asks for its part anew. */
export function openLines(web: Web) {
  const open = new Set<() => void>()
  web.addHook('preClose', async () => {
    for (const end of open) end()
  })
  return {
    open(request: Request, reply: Reply, listen: (tell: () => void) => () => void): void {
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      raw.write('retry: 3000\n\n')
      let waiting: ReturnType<typeof setTimeout> | undefined
      const stop = listen(() => {
        waiting ??= setTimeout(() => {
          waiting = undefined
          raw.write('data: changed\n\n')
        }, REST_MS)
      })
      const beat = setInterval(() => raw.write(': here\n\n'), BEAT_MS)
      const end = () => {
        clearInterval(beat)
        clearTimeout(waiting)
        stop()
        open.delete(end)
        raw.end()
      }
      open.add(end)
      request.raw.on('close', end)
      raw.on('close', end)
    },
  }
}
