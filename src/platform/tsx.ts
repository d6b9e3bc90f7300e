/**
 * Lets Node.js run `.tsx` files as they are: Node strips types from `.ts` by itself but does not know JSX.
 * Used as `node --import ./src/platform/tsx.ts …`, so the hall needs no build step on the server.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/utils'

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    const path = fileURLToPath(url)
    const result = transformSync(path, readFileSync(path, 'utf8'), {
      lang: 'tsx',
      jsx: { runtime: 'automatic' },
      sourcemap: true,
    })
    if (result.errors.length > 0) throw new SyntaxError(result.errors.map((e) => e.message).join('\n'))
    const map = Buffer.from(JSON.stringify(result.map)).toString('base64')
    const source = `${result.code}\n//# sourceMappingURL=data:application/json;base64,${map}`
    return { format: 'module', source, shortCircuit: true }
  },
})
