import { randomBytes } from 'node:crypto'
import { openIdIdentity } from '../src/adapters/identity/index.ts'
import { createHistory } from '../src/history/index.ts'
import { createIdentity, type HallSession, type Identity, type Staff } from '../src/identity/index.ts'
import type { Db } from '../src/platform/database.ts'
import { createJobs } from '../src/platform/jobs.ts'
import { type TestDatabase, testDatabase } from '../src/platform/testing.ts'
import { createWeb, type Request } from '../src/platform/web.ts'
import { CLIENT_SECRET, type RunningSandbox, startSandboxProcess } from './contract/sandbox-process.ts'

/** The module on a real database, beside the real sandbox, behind a real port; only the clock is the test's. */
export interface IdentityWorld {
  identity: Identity
  database: TestDatabase
  sandbox: RunningSandbox
  url: string
  /** Moves the clock on. */
  pass(minutes: number): void
  now(): Date
  /** Tokens given to browsers, newest last. */
  tokens: string[]
  /** Prepared statements run since the start. */
  prepared: string[]
  close(): Promise<void>
}

/** `hallClient`: the client that the hall signs in as; another than its own shows what a wrong provider would send us. */
export async function identityWorld(hallClient = 'rongban-hall'): Promise<IdentityWorld> {
  const database = await testDatabase()
  let now = new Date('2026-11-23T01:00:00Z')
  let url = ''
  const prepared: string[] = []
  const tokens: string[] = []
  const counting: Pick<Db, 'prepared'> = {
    prepared(name, text, values) {
      prepared.push(name)
      return database.db.prepared(name, text, values)
    },
  }
  const web = await createWeb({
    logLevel: 'silent',
    publicUrl: () => url,
    errorPage: (_request, _status, refusal) => refusal.sentence,
  })
  let sandbox: RunningSandbox
  const client = (door: 'hall' | 'desk') =>
    openIdIdentity({
      issuer: `${sandbox.url}/oidc`,
      clientId: door === 'hall' ? hallClient : 'rongban-desk',
      clientSecret: CLIENT_SECRET,
      redirectUri: `${url}${door === 'hall' ? '' : '/desk'}/sign-in/callback`,
      timeoutMs: 3000,
    })
  const random = () => randomBytes(32)
  const identity = createIdentity({
    db: { ...database.db, ...counting },
    history: createHistory(createJobs(database.appUrl, () => {})),
    clock: { now: () => now },
    provider: client,
    secrets: {
      encryptionKey: random(),
      blindKey: random(),
      cookieKey: random(),
      oidcClientSecret: CLIENT_SECRET,
      neighbourKey: '',
    },
    publicUrl: () => url,
  })
  identity.registerRoutes(web)
  web.addHook('onSend', async (_request, reply) => {
    for (const line of [reply.getHeader('set-cookie') ?? []].flat()) {
      const token = /^rb_(?:hall|desk)=([^;]+)/.exec(String(line))?.[1]
      if (token) tokens.push(token)
    }
  })
  // A page of another module: who is here?
  web.get('/my', async (request) => (await whoIsHere(identity, request)).hall)
  web.get('/desk', async (request) => (await whoIsHere(identity, request)).desk)
  url = await web.listen({ port: 0, host: '127.0.0.1' })
  const redirects = [
    `${hallClient}=${url}/sign-in/callback`,
    `rongban-desk=${url}/desk/sign-in/callback`,
  ].flatMap((redirect) => ['--redirect', redirect])
  sandbox = await startSandboxProcess(redirects)
  return {
    identity,
    database,
    sandbox,
    url,
    tokens,
    prepared,
    now: () => now,
    pass: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    async close() {
      await web.close()
      await sandbox.stop()
      await database.close()
    },
  }
}

async function whoIsHere(identity: Identity, request: Request) {
  const hall: HallSession | null = await identity.hallSession(request)
  const desk: { staff: Staff } | null = await identity.deskSession(request)
  return { hall: hall ?? {}, desk: desk ?? {} }
}
