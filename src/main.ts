/**
 * The composition root: reads the settings, picks the adapters, wires the modules, starts web and worker.
 * Everything that the platform is made of is named on this page.
 */
import { createHmac } from 'node:crypto'
import { fstatSync } from 'node:fs'
import { join } from 'node:path'
import { sandboxArchive } from './adapters/archive/index.ts'
import { openIdIdentity } from './adapters/identity/index.ts'
import { sandboxLicencePlatform } from './adapters/licence-platform/index.ts'
import { sandboxRegister } from './adapters/register/index.ts'
import { sandboxSms } from './adapters/sms/index.ts'
import { bookingsImpact, hoursSetAt, registerBookingApi, wireAppointments } from './appointments/index.ts'
import { drawCorrection, openDossiersOf, registerDeskApi, wireReactions } from './casework/index.ts'
import {
  type ImpactPort,
  registerCatalogueApi,
  registerFormApi,
  registerItemFileApi,
  registerOpenApi,
  registerTransferApi,
  workOnImports,
} from './catalogue/index.ts'
import { createDocuments } from './documents/index.ts'
import { registerEnquiryApi, tellAsker } from './feedback/index.ts'
import { displayOf, draftsImpact, errorPage, registerHall, wireDrafts } from './hall/index.ts'
import { createHistory } from './history/index.ts'
import { createIdentity } from './identity/index.ts'
import { workOnMessages } from './messages/index.ts'
import { serveClient } from './platform/client-files.ts'
import { runningClock } from './platform/clock.ts'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import { createJobs, installJobs } from './platform/jobs.ts'
import { createLive } from './platform/live.ts'
import { migrate } from './platform/migrations.ts'
import { sentenceOf } from './platform/one-off.ts'
import { loadSecrets } from './platform/secrets.ts'
import { allowFormTarget, createWeb } from './platform/web.ts'
import { dayOf, officialCalendar } from './regulation/index.ts'
import { startTimetable } from './timetable.ts'

export interface Platform {
  url: string
  close(): Promise<void>
}

export async function startPlatform(config: Config): Promise<Platform> {
  if (!config.databaseUrl)
    throw new ConfigError('DATABASE_URL is not set. `npm start` starts an embedded server and sets it.')
  if (!config.sandboxUrl)
    throw new ConfigError('RONGBAN_SANDBOX_URL is not set. `npm start` starts the neighbours and sets it.')
  const clock = runningClock(config.clockStart)
  const now = () => clock.now()

  const { appUrl } = await migrate(config.databaseUrl)
  await installJobs(config.databaseUrl, new URL(appUrl).username)
  const db = openDatabase(appUrl, { max: 16 })
  const jobs = createJobs(appUrl, (error) => console.error(`jobs: ${error.message}`))
  const live = await createLive(appUrl)
  const history = createHistory(jobs, live.announce)
  const secrets = loadSecrets(config.dataDir)
  let publicUrl = config.publicUrl ?? ''

  const neighbour = { baseUrl: config.sandboxUrl, sharedKey: secrets.neighbourKey }
  const register = sandboxRegister(neighbour)
  const licencePlatform = sandboxLicencePlatform(neighbour)
  const provider = identityProvider(config.sandboxUrl, secrets.oidcClientSecret, () => publicUrl)

  const identity = createIdentity({
    db,
    history,
    clock,
    provider,
    secrets,
    publicUrl: () => publicUrl,
    display: displayOf,
  })
  if (!(await identity.keysFit())) {
    throw new ConfigError(
      `The keys in ${config.dataDir}/secrets.json are not those that sealed this database's numbers. Restore the right file from the backup.`,
    )
  }
  const documents = await createDocuments({ db, dataDir: config.dataDir })
  const queryCodeKey = createHmac('sha256', secrets.blindKey).update('query-codes').digest()
  const deps = {
    db,
    jobs,
    history,
    live,
    clock,
    now,
    identity,
    documents,
    register,
    licencePlatform,
    archivePort: sandboxArchive(neighbour),
    calendar: officialCalendar,
    queryCodeKey,
    dataDir: config.dataDir,
    uploadsDir: join(config.dataDir, 'uploads'),
    get publicUrl() {
      return publicUrl
    },
    hallSession: identity.hallSession,
    deskSession: identity.deskSession,
  }

  const web = await createWeb({ logLevel: config.logLevel, publicUrl: () => publicUrl, errorPage })
  allowFormTarget(new URL(config.sandboxUrl).origin)
  identity.registerRoutes(web)
  registerHall(web, deps)
  registerDeskApi(web, {
    ...deps,
    files: {
      notes: async (within, fileIds) =>
        new Map((await documents.files.findAll(fileIds, within)).map((f) => [f.fileId, f])),
      async open(fileId) {
        const file = await documents.files.find(fileId)
        return file && { ...file, stream: await documents.files.open(fileId) }
      },
    },
    drawCorrection: (...asked) => drawCorrection({ ...deps, documents, publicUrl }, ...asked),
  })
  registerEnquiryApi(web, { ...deps, tell: tellAsker({ jobs, identity }) })
  // What a change of an item meets is counted by those who keep it; the catalogue only asks.
  const impact: ImpactPort = {
    openDossiers: (itemId) => openDossiersOf(db, itemId),
    drafts: (itemId, kind, content) => draftsImpact(deps, itemId, kind, content, now()),
    bookings: (itemId, change) => bookingsImpact(db, itemId, change),
    hoursSet: (within, organId, centreId) => hoursSetAt(within, { organId, centreId }, dayOf(now())),
  }
  registerCatalogueApi(web, { ...deps, impact })
  registerBookingApi(web, deps)
  const transfers = { ...deps, files: documents.files }
  registerTransferApi(web, transfers)
  registerItemFileApi(web, transfers)
  registerOpenApi(web, deps)
  registerFormApi(web, deps)

  web.get('/api', { schema: { hide: true } }, () => web.swagger())
  await serveClient(web, '/desk', join(import.meta.dirname, '../build/desk'))

  workOnImports(transfers)
  workOnMessages({ db, jobs, identity, sms: sandboxSms(neighbour) }, now)
  wireReactions(deps)
  wireDrafts(deps)
  wireAppointments(deps)
  // Listeners are declared in every role: an act must write the jobs that it causes, whoever does them.
  const works = config.role !== 'web'
  const timetable = works ? startTimetable(deps) : null
  await (works ? jobs.start() : jobs.prepare())
  const address = await web.listen({ port: config.port, host: config.host })
  if (!publicUrl) publicUrl = `http://localhost:${new URL(address).port}`
  return {
    url: publicUrl,
    async close() {
      timetable?.stop()
      await web.close()
      await jobs.stop()
      await live.close()
      await db.close()
    },
  }
}

/** Applicants and officers come through two doors of the same provider, as two clients of it. */
function identityProvider(sandboxUrl: string, clientSecret: string, publicUrl: () => string) {
  const doors = {
    hall: { clientId: 'rongban-hall', path: '/sign-in/callback' },
    desk: { clientId: 'rongban-desk', path: '/desk/sign-in/callback' },
  }
  const made = new Map<string, ReturnType<typeof openIdIdentity>>()
  return (door: 'hall' | 'desk') => {
    const { clientId, path } = doors[door]
    const redirectUri = `${publicUrl()}${path}`
    const known = made.get(redirectUri)
    if (known) return known
    const fresh = openIdIdentity({ issuer: `${sandboxUrl}/oidc`, clientId, clientSecret, redirectUri })
    made.set(redirectUri, fresh)
    return fresh
  }
}

if (import.meta.main) {
  try {
    const platform = await startPlatform(readConfig(process.env))
    const end = () => void platform.close().then(() => process.exit(0))
    process.on('SIGTERM', end)
    process.on('SIGINT', end)
    // Started by `npm start` as its child: ends with it, however that ends.
    const input = fstatSync(0)
    if (input.isFIFO() || input.isSocket()) process.stdin.on('end', end).resume()
    console.log(JSON.stringify({ listening: platform.url }))
  } catch (error) {
    console.error(`榕办: ${sentenceOf(error as Error)}`)
    process.exit(1)
  }
}
