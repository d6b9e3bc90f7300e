import { createHash, createHmac } from 'node:crypto'
import type { z } from 'zod'
import { type Answer, answered, failed, type NeighbourFailure, type NeighbourRefusal } from './neighbour.ts'

export interface SignedHttpOptions {
  /** Where the neighbour is, e.g. http://127.0.0.1:4000 */
  baseUrl: string
  /** The key shared with it, for HMAC-SHA256. */
  sharedKey: string
  /** How long to wait for a whole answer, in milliseconds. Default 5000. */
  timeoutMs?: number
}

const TIMEOUT_MS = 5000

/** Signs and sends JSON to one neighbour. Never throws for what the neighbour does; throws when it does not accept our key. */
export class SignedHttp {
  readonly #name: string
  readonly #options: SignedHttpOptions

  /** `name` is the neighbour's name in sentences, e.g. 短信网关. */
  constructor(name: string, options: SignedHttpOptions) {
    this.#name = name
    this.#options = options
  }

  async #send(
    method: string,
    path: string,
    body: string,
  ): Promise<Answer<{ status: number; bytes: Buffer }>> {
    const { baseUrl, sharedKey, timeoutMs = TIMEOUT_MS } = this.#options
    const url = new URL(path, baseUrl)
    const timestamp = String(Date.now())
    const digest = createHash('sha256').update(body).digest('hex')
    const signed = [method, url.pathname + url.search, timestamp, digest].join('\n')
    try {
      const response = await fetch(url, {
        method,
        headers: {
          ...(body === '' ? {} : { 'content-type': 'application/json' }),
          'x-rongban-timestamp': timestamp,
          'x-rongban-signature': createHmac('sha256', sharedKey).update(signed).digest('hex'),
        },
        body: body === '' ? null : body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      const bytes = Buffer.from(await response.arrayBuffer())
      if (response.status === 401)
        throw new Error(`${this.#name} refuses our signature: ${bytes.toString('utf8').slice(0, 200)}`)
      if (response.status >= 500) return failed(this.#name, 'down', `HTTP ${response.status}`)
      return answered({ status: response.status, bytes })
    } catch (error) {
      if (!isOutage(error)) throw error
      return failed(this.#name, 'down', describe(error))
    }
  }

  /** Calls and reads JSON of the given shape. A 4xx with `{ error, sentence }` is a refusal of the neighbour, as a value. */
  async call<T>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    shape: z.ZodType<T>,
    payload?: unknown,
  ): Promise<Answer<T, NeighbourFailure | NeighbourRefusal>> {
    const sent = await this.#send(method, path, payload === undefined ? '' : JSON.stringify(payload))
    if (!sent.ok) return sent
    const { status, bytes } = sent.value
    let json: unknown
    try {
      json = JSON.parse(bytes.toString('utf8'))
    } catch {
      return failed(this.#name, 'wrong', `HTTP ${status} without JSON`)
    }
    if (status >= 400) {
      const { error, sentence } = (json ?? {}) as { error?: unknown; sentence?: unknown }
      if (typeof error !== 'string' || typeof sentence !== 'string')
        return failed(this.#name, 'wrong', `HTTP ${status}`)
      return {
        ok: false,
        failure: { kind: 'refused', name: error, sentence, technical: `HTTP ${status} ${error}` },
      }
    }
    const parsed = shape.safeParse(json)
    if (parsed.success) return answered(parsed.data)
    return failed(
      this.#name,
      'wrong',
      `answer lacks ${parsed.error.issues[0]?.path.join('.') || 'its shape'}`,
    )
  }

  /** Fetches bytes, e.g. a licence's file. Anything but 200 with content of `mediaType` is a failure, 404 is null. */
  async fetchFile(path: string, mediaType: string, startsWith: string): Promise<Answer<Buffer | null>> {
    const sent = await this.#send('GET', path, '')
    if (!sent.ok) return sent
    const { status, bytes } = sent.value
    if (status === 404) return answered(null)
    if (status !== 200 || !bytes.subarray(0, startsWith.length).equals(Buffer.from(startsWith))) {
      return failed(this.#name, 'wrong', `HTTP ${status} without ${mediaType}`)
    }
    return answered(bytes)
  }
}

/** fetch rejects with TypeError for a broken connection and with TimeoutError when the time is over. */
function isOutage(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')
}

function describe(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause
  return cause?.code ?? cause?.message ?? (error as Error).message
}

/** For calls whose only refusals are our own mistakes: turns them into an exception with what the neighbour said. */
export function neverRefused<T>(answer: Answer<T, NeighbourFailure | NeighbourRefusal>): Answer<T> {
  if (answer.ok) return answer
  const { failure } = answer
  if (failure.kind === 'refused')
    throw new Error(`Our call was refused: ${failure.technical} ${failure.sentence}`)
  return { ok: false, failure }
}
