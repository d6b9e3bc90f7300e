import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const SHARED_KEY = 'contract-key'
export const CLIENT_SECRET = 'contract-client-secret'

export interface RunningSandbox {
  url: string
  /** Turns the fault dial of a neighbour. */
  dial(neighbour: string, mode: string, times?: number): Promise<void>
  /** Options for an adapter with signed HTTP. */
  signed: { baseUrl: string; sharedKey: string }
  process: ChildProcess
  stop(): Promise<number | null>
}

/** Starts the real sandbox process on a free port and waits for its line. It ends with this process, whatever happens. */
export async function startSandboxProcess(args: string[] = []): Promise<RunningSandbox> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const child = spawn(
    process.execPath,
    ['sandbox/main.ts', '--port', '0', '--shared-key', SHARED_KEY, '--client-secret', CLIENT_SECRET, ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  )
  const line = await Promise.race([
    once(createInterface(child.stdout!), 'line').then(([text]) => String(text)),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The sandbox ended with ${code}.`))),
  ])
  const { listening: url } = JSON.parse(line) as { listening: string }
  return {
    url,
    signed: { baseUrl: url, sharedKey: SHARED_KEY },
    process: child,
    async dial(neighbour, mode, times) {
      const response = await fetch(`${url}/dial/${neighbour}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode, times }),
      })
      if (!response.ok) throw new Error(`The dial refused: ${await response.text()}`)
    },
    async stop() {
      if (child.exitCode !== null) return child.exitCode
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = await gone
      return code as number | null
    },
  }
}
