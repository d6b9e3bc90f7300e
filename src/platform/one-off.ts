import { mkdirSync } from 'node:fs'
import { type Config, ConfigError, readConfig } from './config.ts'
import { type Database, openDatabase } from './database.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { createJobs, installJobs, type Jobs } from './jobs.ts'
import { migrate } from './migrations.ts'

/** What a command of the command line gets: the same database as the platform, whether that runs or not. */
export interface OneOff {
  config: Config
  db: Database
  jobs: Jobs
  /** Signed in as the owner; only for commands that look behind the application's own rights. */
  ownerUrl: string
}

/**
 * Opens the configured database (DATABASE_URL, or the embedded one, started for the duration if it is not running),
 * migrates it, does the work and closes everything. Returns the exit code; a setting that cannot work is one sentence.
 */
export async function withDatabase(work: (one: OneOff) => Promise<number>): Promise<number> {
  try {
    const config = readConfig(process.env)
    const server = config.databaseUrl ? null : await embedded(config.dataDir)
    try {
      const ownerUrl = config.databaseUrl ?? server!.url
      const { appUrl } = await migrate(ownerUrl)
      await installJobs(ownerUrl, new URL(appUrl).username)
      const db = openDatabase(appUrl, { max: 6 })
      const jobs = createJobs(appUrl, () => {})
      try {
        return await work({ config, db, jobs, ownerUrl })
      } finally {
        await jobs.stop().catch(() => {})
        await db.close()
      }
    } finally {
      await server?.stop()
    }
  } catch (error) {
    if (error instanceof ConfigError || (error as { code?: string }).code) {
      console.error(`榕办: ${sentenceOf(error as Error & { code?: string })}`)
      return 1
    }
    throw error
  }
}

/** One sentence for the operator, for a fault that is not ours. */
export function sentenceOf(error: Error & { code?: string }): string {
  if (error instanceof ConfigError) return error.message
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EHOSTUNREACH':
      return 'No PostgreSQL answers at DATABASE_URL. Start it, or unset DATABASE_URL to use the embedded one.'
    case '28P01':
    case '28000':
      return 'PostgreSQL does not let us in: check the user and password in DATABASE_URL.'
    case '3D000':
      return 'The database named in DATABASE_URL does not exist. Create it first.'
    case '42501':
      return 'The user in DATABASE_URL may not create the schema, the role or the extension that the platform needs.'
    case 'EADDRINUSE':
      return `Port ${(error as { port?: number }).port ?? ''} is taken by another program. Set PORT to a free one.`
    case 'EACCES':
      return `No permission: ${error.message}.`
    default:
      return error.message
  }
}

async function embedded(dataDir: string) {
  mkdirSync(dataDir, { recursive: true })
  return startEmbeddedPostgres(dataDir)
}
