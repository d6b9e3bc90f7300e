/** The elements as one script for browsers, made once when the server starts (some 100 ms). */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

export interface ElementsScript {
  /** Address with the hash of the content; may be cached for ever. */
  href: string
  type: 'text/javascript; charset=utf-8'
  body: Buffer
}

export async function bundleElements(): Promise<ElementsScript> {
  const build = await rolldown({
    input: fileURLToPath(new URL('./index.ts', import.meta.url)),
    platform: 'browser',
    transform: { target: 'es2021' },
    logLevel: 'silent',
  })
  const { output } = await build.generate({ format: 'es', minify: true, codeSplitting: false })
  await build.close()
  const body = Buffer.from(output[0].code)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { href: `/assets/elements.js?v=${hash}`, type: 'text/javascript; charset=utf-8', body }
}
