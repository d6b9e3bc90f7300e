import fastify, { type FastifyInstance } from 'fastify'
import type Provider from 'oidc-provider'
import { type ArchiveShelf, archivePage, archiveRoutes } from './archive/routes.ts'
import { Blobs } from './blobs.ts'
import { Dial, type Neighbour } from './dial.ts'
import { frontRoutes } from './front.ts'
import { Kept } from './kept.ts'
import { type LicenceShelf, licenceRoutes, preload } from './licence-platform/routes.ts'
import { licenceShelfPage } from './licence-platform/shelf-page.ts'
import { Levels } from './oidc/levels.ts'
import { CLIENTS, type ClientId, identityProvider, Redirects } from './oidc/provider.ts'
import { identityRoutes } from './oidc/routes.ts'
import { portAgain } from './port.ts'
import { registerRoutes } from './register/register.ts'
import { requireSignature } from './signature.ts'
import { type SandboxMessage, smsRoutes } from './sms/gateway.ts'
import { phoneRoutes } from './sms/phone.ts'

export interface SandboxOptions {
  host: string
  /** 0: any free port. */
  port: number
  /** Where what was received is kept; null keeps it in memory. */
  dataFolder: string | null
  clientSecret: string
  sharedKey: string
  redirects: { clientId: ClientId; url: string }[]
  /** Where browsers and the platform reach the sandbox, when that is not the address it listens on. */
  publicUrl: string | null
}

export interface Sandbox {
  url: string
  close(): Promise<void>
}

/** Largest body: an archive package in base64. */
const BODY_LIMIT = 96 * 1024 * 1024

/** Starts all neighbours on one port and answers when they can be called. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const app: FastifyInstance = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  })
  const dial = new Dial()
  app.addHook('onClose', async () => dial.close())

  const redirects = new Redirects(new Kept(options.dataFolder, 'oidc-redirects'))
  for (const { clientId, url } of options.redirects) redirects.add(clientId, url)

  let provider: Provider | null = null
  const neighbour = (routes: (scope: FastifyInstance) => void) =>
    app.register((scope, _options, ready) => {
      routes(scope)
      ready()
    })
  const signedNeighbour = (name: Neighbour, routes: (scope: FastifyInstance) => void) =>
    neighbour((scope) => {
      dial.guard(scope, name)
      requireSignature(scope, options.sharedKey)
      routes(scope)
    })

  await neighbour((scope) => {
    dial.guard(scope, 'oidc')
    identityRoutes(scope, {
      provider: () => {
        if (provider === null)
          throw new Error('The identity platform was called before the sandbox listened.')
        return provider
      },
      levels: new Levels(new Kept(options.dataFolder, 'oidc-levels')),
      redirects,
      clientSecret: options.clientSecret,
    })
  })
  await signedNeighbour('register', registerRoutes)

  const folder = options.dataFolder
  const messages = new Kept<SandboxMessage>(folder, 'sms')
  await signedNeighbour('sms', (scope) => smsRoutes(scope, messages))
  await neighbour((scope) => phoneRoutes(scope, messages))

  const licences: LicenceShelf = {
    licences: new Kept(folder, 'licences'),
    files: new Blobs(folder, 'licence-files'),
  }
  preload(licences, new Date())
  await signedNeighbour('licence-platform', (scope) => licenceRoutes(scope, licences))
  await neighbour((scope) => licenceShelfPage(scope, licences))

  const archive: ArchiveShelf = {
    receipts: new Kept(folder, 'archive'),
    packages: new Blobs(folder, 'archive-packages'),
  }
  await signedNeighbour('archive', (scope) => archiveRoutes(scope, archive))
  await neighbour((scope) => archivePage(scope, archive))

  await neighbour((scope) => frontRoutes(scope, dial))

  const ports = new Kept<number>(folder, 'port')
  const port = options.port === 0 ? await portAgain(options.host, ports) : options.port
  const listening = await app.listen({ host: options.host, port })
  ports.set('port', Number(new URL(listening).port))
  const url = (options.publicUrl ?? listening).replace(/\/$/, '')
  provider = identityProvider({
    issuer: `${url}/oidc`,
    clientSecret: options.clientSecret,
    redirects,
    dataFolder: options.dataFolder,
  })
  return { url, close: () => app.close() }
}

export const clientIds = Object.keys(CLIENTS) as ClientId[]
