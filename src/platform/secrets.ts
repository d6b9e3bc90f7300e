import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ConfigError } from './config.ts'

const FILE = 'secrets.json'

const key = z.base64url().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length === 32) return bytes
  context.addIssue('must be 32 bytes')
  return z.NEVER
})
const word = z.string().min(20)

const kept = z.object({
  encryptionKey: key,
  blindKey: key,
  cookieKey: key,
  oidcClientSecret: word,
  neighbourKey: word,
})

/** The secrets of this installation. Whoever loses them can no longer read the sealed numbers: they belong in the backup. */
export interface Secrets {
  /** 32 bytes, AES-256: seals identity numbers and phones at rest. */
  encryptionKey: Buffer
  /** 32 bytes, HMAC-SHA256: blind indexes, so that a number can be found without being readable. */
  blindKey: Buffer
  /** 32 bytes, AES-256: seals what a browser keeps for us. */
  cookieKey: Buffer
  /** What we prove ourselves with to the sandbox's identity platform. */
  oidcClientSecret: string
  /** Shared with the sandbox's other neighbours for signed requests. */
  neighbourKey: string
}

/**
 * Reads the secrets of the data folder; draws them at the very first start. The file is readable by its owner only, and a file
 * that others can read is refused with a {@link ConfigError}, as is one that cannot be understood: drawing new keys over it
 * would make every sealed number unreadable.
 */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, FILE)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    draw(dataDir, path)
    text = readFileSync(path, 'utf8')
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new ConfigError(`${path} can be read by others. Run: chmod 600 ${path}`)
  return understand(path, text)
}

function understand(path: string, text: string): Secrets {
  try {
    return kept.parse(JSON.parse(text))
  } catch {
    throw new ConfigError(
      `${path} is damaged. Put back the copy of your backup; without it no sealed number can be read.`,
    )
  }
}

/** Written beside and linked into place, so that two processes that start together agree on one file. */
function draw(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true })
  const random = () => randomBytes(32).toString('base64url')
  const names = Object.keys(kept.shape)
  const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(beside, `${JSON.stringify(Object.fromEntries(names.map((n) => [n, random()])), null, 2)}\n`, {
    mode: 0o600,
    flag: 'wx',
  })
  try {
    linkSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(beside)
  }
}
