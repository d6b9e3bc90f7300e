import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { type AdapterPayload, type Configuration, interactionPolicy, type JWK, Provider } from 'oidc-provider'
import { html } from '../html.ts'
import { Kept } from '../kept.ts'
import { page } from '../page.ts'
import { accountOf } from '../register/people.ts'
import { acrOf, claimsOf, levelAsked, levelOf } from './levels.ts'
import { memoryStorage } from './storage.ts'

export const CLIENTS = {
  'rongban-hall': { name: '福州市网上办事大厅', staff: false },
  'rongban-desk': { name: '政务服务管理平台', staff: true },
} as const

export type ClientId = keyof typeof CLIENTS

export const isClientId = (id: string): id is ClientId => Object.hasOwn(CLIENTS, id)

/** Applicants sign in to the hall, officers to the desk: one browser may be both, one session never is. */
export function mayEnter(sub: string, clientId: string): boolean {
  const account = accountOf(sub)
  return (
    account !== undefined && isClientId(clientId) && CLIENTS[clientId].staff === (account.kind === 'staff')
  )
}

interface Secrets {
  jwk: JWK
  cookieKey: string
}

function loadSecrets(folder: string | null): Secrets {
  const kept = new Kept<Secrets>(folder, 'oidc-keys')
  const known = kept.get('keys')
  if (known) return known
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = {
    ...(privateKey.export({ format: 'jwk' }) as JWK),
    use: 'sig',
    alg: 'ES256',
    kid: randomUUID(),
  }
  const made = { jwk, cookieKey: randomBytes(32).toString('base64url') }
  kept.set('keys', made)
  return made
}

/** The addresses that each client may be led back to; more can be added while the sandbox runs. */
export class Redirects {
  readonly #kept: Kept<string[]>

  constructor(kept: Kept<string[]>) {
    this.#kept = kept
  }

  of(clientId: ClientId): string[] {
    return this.#kept.get(clientId) ?? []
  }

  add(clientId: ClientId, url: string): void {
    const known = this.of(clientId)
    if (!known.includes(url)) this.#kept.set(clientId, [...known, new URL(url).href])
  }
}

export interface IdentityOptions {
  /** Where this provider is reached, e.g. http://127.0.0.1:4000/oidc */
  issuer: string
  clientSecret: string
  redirects: Redirects
  dataFolder: string | null
}

function policy() {
  const prompts = interactionPolicy.base()
  // First-party clients: nobody is asked to consent to their own city.
  prompts.remove('consent')
  const { Check } = interactionPolicy
  const login = prompts.get('login')!
  login.checks.remove('essential_acr')
  login.checks.remove('essential_acrs')
  login.checks.add(
    new Check(
      'wrong_door',
      'this kind of account does not belong to this client',
      'interaction_required',
      (ctx) => {
        const sub = ctx.oidc.session?.accountId
        return sub !== undefined && !mayEnter(sub, ctx.oidc.client!.clientId)
          ? Check.REQUEST_PROMPT
          : Check.NO_NEED_TO_PROMPT
      },
    ),
  )
  login.checks.add(
    new Check('acr_insufficient', 'a higher level is needed', 'interaction_required', (ctx) => {
      if (ctx.oidc.session?.accountId === undefined) return Check.NO_NEED_TO_PROMPT
      const reached = levelOf(ctx.oidc.session.acr ?? '') ?? 0
      return reached < levelAsked(ctx.oidc.params?.['acr_values'])
        ? Check.REQUEST_PROMPT
        : Check.NO_NEED_TO_PROMPT
    }),
  )
  return prompts
}

/** For a sign-in that cannot go on: an old tab, a cut address, a client that is not registered. */
export function brokenLoginPage(technical: string): string {
  return page({
    title: '登录没有完成',
    neighbour: '统一身份认证',
    home: null,
    body: html`<h1>登录没有完成</h1><p class="lead">这次登录已过期，或者打开的地址不完整。您在办事大厅填过的内容不受影响。</p>
<p>请回到办事大厅，再点一次登录。</p><p class="small mute">给技术人员：${technical}</p>`,
  })
}

/** Makes the OpenID provider of 统一身份认证. It is mounted by the caller under the path of `issuer`. */
export function identityProvider(options: IdentityOptions): Provider {
  const { jwk, cookieKey } = loadSecrets(options.dataFolder)
  const mount = new URL(options.issuer).pathname.replace(/\/$/, '')

  const client = (id: string): AdapterPayload | undefined => {
    if (!isClientId(id)) return undefined
    const redirects = options.redirects.of(id)
    return {
      client_id: id,
      client_secret: options.clientSecret,
      client_name: CLIENTS[id].name,
      redirect_uris: redirects,
      post_logout_redirect_uris: [...new Set(redirects.map((r) => new URL('/', r).href))],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
    }
  }

  const configuration: Configuration = {
    adapter: memoryStorage(client),
    jwks: { keys: [jwk] },
    acrValues: [acrOf(1), acrOf(2), acrOf(3)],
    claims: {
      openid: ['sub'],
      profile: ['name', 'subject_kind', 'organ', 'post'],
      phone: ['phone_number'],
      identity: ['id_kind', 'id_number'],
    },
    scopes: ['openid', 'profile', 'phone', 'identity'],
    conformIdTokenClaims: false,
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    cookies: {
      keys: [cookieKey],
      // Cookies know no port: the platform on the same host must not meet these names.
      names: { session: 'rb_idp_session', interaction: 'rb_idp_step', resume: 'rb_idp_resume' },
      long: { httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      Session: 8 * 3600,
      Interaction: 3600,
      Grant: 8 * 3600,
      AccessToken: 3600,
      IdToken: 3600,
      AuthorizationCode: 60,
    },
    interactions: { policy: policy(), url: (_ctx, interaction) => `${mount}/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) =>
      accountOf(sub) ? { accountId: sub, claims: () => claimsOf(sub) } : undefined,
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! })
      grant.addOIDCScope('openid profile phone identity')
      await grant.save()
      return grant
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          // `form` is the provider's own markup; its scriptless button is ours.
          ctx.body = page({
            title: '退出登录',
            neighbour: '统一身份认证',
            home: null,
            body: html`<h1>退出登录</h1><p class="lead">也退出统一身份认证，下次要重新登录。</p><!--form-->
<div class="acts"><button class="btn" type="submit" form="op.logoutForm" value="yes" name="logout">退出</button><button class="btn btn-3" type="submit" form="op.logoutForm">不退出</button></div>`,
          }).replace('<!--form-->', () => form)
        },
        postLogoutSuccessSource(ctx) {
          ctx.body = page({
            title: '已退出',
            neighbour: '统一身份认证',
            body: html`<h1>已退出</h1><p class="lead">您已退出统一身份认证。可以关掉这一页。</p>`,
          })
        },
      },
    },
    renderError(ctx, out) {
      ctx.type = 'html'
      ctx.body = brokenLoginPage(`${out.error} ${out.error_description ?? ''}`)
    },
  }
  const provider = new Provider(options.issuer, configuration)
  provider.on('server_error', (_ctx, error) => console.error('[oidc]', error))
  return provider
}
