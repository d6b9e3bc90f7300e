import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** The neighbours that can be made to fail, with the name that the index page shows. */
export const NEIGHBOURS = {
  oidc: '统一身份认证',
  register: '人口库与企业库',
  sms: '短信网关',
  'licence-platform': '电子证照共享服务平台',
  archive: '可信电子文件',
} as const

export type Neighbour = keyof typeof NEIGHBOURS

export const MODES = {
  ok: '正常',
  down: '停机（503）',
  reset: '断线',
  slow: '慢（8 秒）',
  wrong: '答非所问',
  duplicate: '办了但没回音',
} as const

export type Mode = keyof typeof MODES

export interface DialState {
  mode: Mode
  /** How many more calls are affected; null means until somebody turns the dial. */
  times: number | null
}

const SLOW_MS = 8000
/** What a neighbour that answers wrongly says: cut JSON, status 200. */
const NONSENSE = '{"result": {"code": "0000", "data": ['

export const isNeighbour = (name: string): name is Neighbour => Object.hasOwn(NEIGHBOURS, name)
export const isMode = (name: string): name is Mode => Object.hasOwn(MODES, name)

/** The fault dial: one setting per neighbour. */
export class Dial {
  readonly #states = new Map<Neighbour, DialState>()
  readonly #closing = new AbortController()

  state(neighbour: Neighbour): DialState {
    return this.#states.get(neighbour) ?? { mode: 'ok', times: null }
  }

  turn(neighbour: Neighbour, mode: Mode, times: number | null = null): void {
    if (mode === 'ok') this.#states.delete(neighbour)
    else this.#states.set(neighbour, { mode, times })
  }

  /** The mode of this call; counts a limited fault down. */
  #next(neighbour: Neighbour): Mode {
    const { mode, times } = this.state(neighbour)
    if (times !== null) this.turn(neighbour, times > 1 ? mode : 'ok', times - 1)
    return mode
  }

  /** Ends the waits of slow answers, so that the sandbox can stop at once. */
  close(): void {
    this.#closing.abort()
  }

  /** Puts the dial before every route of `scope` (an encapsulated plugin). */
  guard(scope: FastifyInstance, neighbour: Neighbour): void {
    scope.addHook('onRequest', async (request, reply) => {
      const mode = this.#next(neighbour)
      if (mode === 'down') {
        return reply
          .code(503)
          .header('retry-after', '60')
          .type('text/plain; charset=utf-8')
          .send('停机（沙盒拨盘）')
      }
      if (mode === 'reset') {
        reply.hijack()
        request.raw.socket.destroy()
        return reply
      }
      if (mode === 'wrong') return reply.type('application/json').send(NONSENSE)
      if (mode === 'slow')
        await wait(SLOW_MS, undefined, { signal: this.#closing.signal }).catch(() => undefined)
      if (mode === 'duplicate') {
        // The work is done and the answer gets lost, so a careful caller asks again: twice asked must be once done.
        request.answerLost = true
      }
    })
    scope.addHook('onSend', async (request, _reply, payload) => {
      if (request.answerLost) request.raw.socket.destroy()
      return payload
    })
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    answerLost?: boolean
  }
}
