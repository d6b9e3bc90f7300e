// Runs before `npm start` and `npm test` with whatever Node.js is there: installs by the lockfile, only when needed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules', '.rongban-installed')
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('榕办: installing the dependencies by the lockfile (about a minute, only the first time) …')
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
    })
  } catch {
    console.error(
      '榕办: npm ci failed, see the lines above. Check the network to your npm registry, then run the command again.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}
