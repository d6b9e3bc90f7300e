import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** One program of ours as its own process. It ends with this one, because its standard input then closes. */
export interface Program {
  /** The address that it listens on. */
  url: string
  /** Asks it to end and waits for it. */
  end(): Promise<void>
  /** `kill -9`: no goodbye, nothing is flushed. */
  kill(): Promise<void>
}

/** Starts `file` and waits for its line that says where it listens. */
export async function start(
  file: string,
  args: string[],
  env: Record<string, string | undefined>,
): Promise<Program> {
  const child = spawn(process.execPath, ['--import', './src/platform/tsx.ts', file, ...args], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const url = await listening(child, file)
  const gone = (signal: NodeJS.Signals) => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  return { url, end: gone('SIGTERM'), kill: gone('SIGKILL') }
}

function listening(child: ChildProcess, file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('{"listening"')) resolve((JSON.parse(line) as { listening: string }).listening)
    })
  })
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
