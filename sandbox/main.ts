/**
 * Starts the neighbours of the platform as one process.
 *
 *   node sandbox/main.ts --port 0 [--host 127.0.0.1] [--data DIR] [--client-secret S] [--shared-key K]
 *     [--redirect URL | --redirect rongban-hall=URL]... [--public-url URL]
 *
 * Prints one JSON line `{"listening":"http://…"}` when ready. Ends on SIGTERM or SIGINT, and when its IPC channel or the pipe on
 * its standard input closes: it never outlives who started it. The secrets can also come from SANDBOX_CLIENT_SECRET and
 * SANDBOX_SHARED_KEY, which other users of the machine cannot read from the list of processes.
 */
import { fstatSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isClientId } from './oidc/provider.ts'
import { clientIds, type SandboxOptions, startSandbox } from './server.ts'

// Standard output carries the one line that the parent reads; everything else goes to standard error.
console.info = console.warn
console.log = console.warn

function readOptions(): SandboxOptions {
  const { values } = parseArgs({
    options: {
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      'client-secret': {
        type: 'string',
        default: process.env['SANDBOX_CLIENT_SECRET'] ?? 'sandbox-client-secret',
      },
      'shared-key': { type: 'string', default: process.env['SANDBOX_SHARED_KEY'] ?? 'sandbox-shared-key' },
      redirect: { type: 'string', multiple: true, default: [] },
      'public-url': { type: 'string' },
    },
  })
  const redirects = values.redirect.flatMap((given) => {
    const [name, ...rest] = given.split('=')
    return isClientId(name!)
      ? [{ clientId: name, url: rest.join('=') }]
      : clientIds.map((clientId) => ({ clientId, url: given }))
  })
  return {
    host: values.host,
    port: Number(values.port),
    dataFolder: values.data ?? null,
    clientSecret: values['client-secret'],
    sharedKey: values['shared-key'],
    redirects,
    publicUrl: values['public-url'] ?? null,
  }
}

/** A parent that holds the other end of our standard input; a terminal or /dev/null is nobody. */
function hasParentOnStdin(): boolean {
  try {
    const stdin = fstatSync(0)
    return stdin.isFIFO() || stdin.isSocket()
  } catch {
    return false
  }
}

const sandbox = await startSandbox(readOptions())

let ending = false
async function end(): Promise<void> {
  if (ending) return
  ending = true
  await sandbox.close()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
process.on('disconnect', () => void end())
if (hasParentOnStdin()) {
  process.stdin.resume()
  process.stdin.on('close', () => void end())
}

process.stdout.write(`${JSON.stringify({ listening: sandbox.url })}\n`)
