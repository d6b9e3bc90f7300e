/** The part of autocannon that the benchmark uses; the package ships no types. */
declare module 'autocannon' {
  export interface Sent {
    method: string
    path?: string
    headers: Record<string, string>
    body?: string
    setupRequest?: (request: Sent) => Sent
  }
  export interface Result {
    requests: { average: number }
    non2xx: number
    errors: number
    '3xx': number
    /** seconds */
    duration: number
  }
  export default function autocannon(options: {
    url: string
    headers?: Record<string, string>
    connections: number
    duration?: number
    amount?: number
    requests?: Sent[]
  }): Promise<Result>
}
