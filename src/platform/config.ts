import { resolve } from 'node:path'
import { z } from 'zod'

/** A setting that cannot work. Its message is one sentence for the operator; the process ends with exit code 1. */
export class ConfigError extends Error {}

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  RONGBAN_HOST: z.string().min(1).default('127.0.0.1'),
  RONGBAN_DATA: z.string().min(1).default('data'),
  RONGBAN_PUBLIC_URL: z.url().optional(),
  RONGBAN_SANDBOX_URL: z.url().optional(),
  RONGBAN_CLOCK: z.coerce.date().optional(),
  RONGBAN_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  RONGBAN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
})

export interface Config {
  port: number
  host: string
  databaseUrl: string | null
  dataDir: string
  publicUrl: string | null
  sandboxUrl: string | null
  clockStart: Date | null
  /** Whether this process answers requests, does the work that follows acts, or both. */
  role: z.infer<typeof settings>['RONGBAN_ROLE']
  logLevel: z.infer<typeof settings>['RONGBAN_LOG']
}

/** Reads and checks the settings. Throws {@link ConfigError} naming the setting; an unknown RONGBAN_ setting is an error too. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const known = Object.keys(settings.shape)
  const unknown = Object.keys(env).filter((k) => k.startsWith('RONGBAN_') && !known.includes(k))
  if (unknown.length > 0) {
    throw new ConfigError(`Unknown setting ${unknown[0]}. Known: ${known.join(', ')}.`)
  }
  const given = Object.fromEntries(known.map((k) => [k, env[k] === '' ? undefined : env[k]]))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new ConfigError(`Setting ${issue.path.join('.')} cannot be used: ${issue.message}.`)
  }
  const s = parsed.data
  return {
    port: s.PORT,
    host: s.RONGBAN_HOST,
    databaseUrl: s.DATABASE_URL ?? null,
    dataDir: resolve(s.RONGBAN_DATA),
    publicUrl: s.RONGBAN_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    sandboxUrl: s.RONGBAN_SANDBOX_URL ?? null,
    clockStart: s.RONGBAN_CLOCK ?? null,
    role: s.RONGBAN_ROLE,
    logLevel: s.RONGBAN_LOG,
  }
}
