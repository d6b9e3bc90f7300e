import { setSignedOut } from './signed-out.ts'

/** The typed client of the HTTP API. What the server refuses arrives as {@link Refused}, with its sentence for the page. */
export interface Refusal {
  name: string
  sentence: string
  field?: string
  detail?: unknown
}

export class Refused extends Error {
  readonly status: number
  readonly refusal: Refusal
  constructor(status: number, refusal: Refusal) {
    super(refusal.sentence)
    this.status = status
    this.refusal = refusal
  }
}

/** The server gave no answer that we can read: no network, or the service is down. */
export class NoAnswer extends Error {}

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init })
  } catch {
    throw new NoAnswer('服务没有回应')
  }
  setSignedOut(response.status === 401)
  if (response.ok) return response
  const body = (await response.json().catch(() => null)) as { refusal?: Refusal } | null
  if (body?.refusal) throw new Refused(response.status, body.refusal)
  throw new NoAnswer(`服务回答 ${response.status}`)
}

/** GET as JSON. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await ask(path, { headers: { accept: 'application/json' }, signal: signal ?? null })
  return (await response.json()) as T
}

/** POST or PUT of JSON, answered with JSON. */
export async function send<T>(path: string, body: unknown, method: 'POST' | 'PUT' = 'POST'): Promise<T> {
  return (await ask(path, json(method, body))).json() as Promise<T>
}

/** POST of a file as it is, answered with JSON. */
export async function sendFile<T>(path: string, file: File): Promise<T> {
  const headers = { 'content-type': 'application/octet-stream', accept: 'application/json' }
  return (await ask(path, { method: 'POST', headers, body: file })).json() as Promise<T>
}

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify(body),
})

/** A key for one act: sent again after a lost answer, the act is still done once. */
export const newKey = (): string => crypto.randomUUID()
