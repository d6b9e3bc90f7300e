/** Builds the desk into `build/`, only when a source has changed. The hall's elements are bundled by the platform itself. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'build', 'sources.sha256')

function sourcesHash(): string {
  const files = globSync(['desk/**/*', 'src/**/api/contract.ts', 'package-lock.json'], { cwd: root })
    .filter((f) => /\.(ts|tsx|css|html|json|svg)$/.test(f) && !f.includes('.test.'))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

export async function buildBrowserFiles(): Promise<void> {
  const hash = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  console.log('榕办: building the desk (once per change) …')
  await build({ configFile: join(root, 'desk/vite.config.ts'), root: join(root, 'desk'), logLevel: 'warn' })
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stamp, hash)
}

if (import.meta.main) await buildBrowserFiles()
