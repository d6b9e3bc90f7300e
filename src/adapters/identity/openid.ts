import * as client from 'openid-client'
import { z } from 'zod'
import { answered, failed } from '../neighbour.ts'
import type { IdentityPort, ProvenLevel } from './port.ts'

const NAME = '统一身份认证'
const TIMEOUT_MS = 5000
const SCOPE = 'openid profile phone identity'

export interface OpenIdOptions {
  /** e.g. http://127.0.0.1:4000/oidc */
  issuer: string
  clientId: string
  clientSecret: string
  /** Our callback; must be registered with the provider. */
  redirectUri: string
  /** How long to wait for each answer of the provider, in milliseconds. Default 5000. */
  timeoutMs?: number
}

const userinfo = z.object({
  name: z.string(),
  subject_kind: z.enum([
    'person',
    'foreign-person',
    'enterprise',
    'cooperative',
    'foreign-representative',
    'institution',
    'organisation',
    'staff',
  ]),
  id_kind: z.enum(['resident-id', 'passport', 'credit-code', 'staff-number']),
  id_number: z.string().min(1),
  phone_number: z.string(),
})

export const acrOf = (level: ProvenLevel) => `urn:rongban:level:${level}`

function levelOf(acr: unknown): ProvenLevel | null {
  const match = /^urn:rongban:level:([123])$/.exec(String(acr))
  return match ? (Number(match[1]) as ProvenLevel) : null
}

/** Everything that the provider's absence or nonsense can raise; the rest is our own mistake and is thrown on. */
function outage(error: unknown) {
  if (error instanceof client.ClientError) {
    if (error.code === 'OAUTH_TIMEOUT') return failed(NAME, 'down', error.code)
    const status = (error.cause as Response | undefined)?.status
    if (typeof status === 'number' && status >= 500) return failed(NAME, 'down', `HTTP ${status}`)
    return failed(NAME, 'wrong', `${error.code ?? error.message}`)
  }
  if (error instanceof TypeError) {
    const cause = error.cause as { code?: string } | undefined
    return failed(NAME, 'down', cause?.code ?? error.message)
  }
  return null
}

/** 统一身份认证 as a relying party of an OpenID provider: the sandbox's or a city's. */
export function openIdIdentity(options: OpenIdOptions): IdentityPort {
  let discovered: Promise<client.Configuration> | null = null

  function configuration(): Promise<client.Configuration> {
    // Kept once it worked; an outage at the first sign-in must not last longer than the outage itself.
    discovered ??= discover().catch((error) => {
      discovered = null
      throw error
    })
    return discovered
  }

  async function discover(): Promise<client.Configuration> {
    const issuer = new URL(options.issuer)
    const timeout = (options.timeoutMs ?? TIMEOUT_MS) / 1000
    return client.discovery(
      issuer,
      options.clientId,
      undefined,
      client.ClientSecretBasic(options.clientSecret),
      {
        timeout,
        // Plain HTTP is for the sandbox on the same machine; a city's provider has https in its issuer.
        ...(issuer.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}),
      },
    )
  }

  /** Behind a balancer a request may name an inner address; the provider compares with the registered one. */
  function returned(callbackUrl: string): URL {
    const url = new URL(options.redirectUri)
    url.search = new URL(callbackUrl, options.redirectUri).search
    return url
  }

  return {
    async beginLogin({ level, fresh, language }) {
      try {
        const checks = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          codeVerifier: client.randomPKCECodeVerifier(),
          level,
        }
        const url = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: options.redirectUri,
          scope: SCOPE,
          state: checks.state,
          nonce: checks.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
          code_challenge_method: 'S256',
          acr_values: acrOf(level),
          ...(fresh ? { prompt: 'login' } : {}),
          ...(language === 'en' ? { ui_locales: 'en' } : {}),
        })
        return answered({ url: url.href, checks })
      } catch (error) {
        const failure = outage(error)
        if (failure === null) throw error
        return failure
      }
    },

    async finishLogin(callbackUrl, checks) {
      try {
        const config = await configuration()
        const tokens = await client.authorizationCodeGrant(config, returned(callbackUrl), {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.codeVerifier,
        })
        const claims = tokens.claims()
        if (!claims || tokens.id_token === undefined) return failed(NAME, 'wrong', 'no ID token')
        const told = userinfo.safeParse(await client.fetchUserInfo(config, tokens.access_token, claims.sub))
        if (!told.success) return failed(NAME, 'wrong', `claims lack ${told.error.issues[0]?.path.join('.')}`)
        const level = levelOf(claims['acr'])
        // A provider that lets somebody through below the level would open what Art. 8 closes.
        if (level === null || level < checks.level) return failed(NAME, 'wrong', `acr ${claims['acr']}`)
        const { name, subject_kind, id_kind, id_number, phone_number } = told.data
        return answered({
          sub: claims.sub,
          identity: {
            name,
            subjectKind: subject_kind,
            idKind: id_kind,
            idNumber: id_number,
            phone: phone_number,
          },
          level,
          idToken: tokens.id_token,
        })
      } catch (error) {
        const returned = turnedBack(error)
        if (returned !== null) return { ok: false, failure: returned }
        const failure = outage(error)
        if (failure === null) throw error
        return failure
      }
    },

    async logoutUrl(idToken, returnTo) {
      try {
        const url = client.buildEndSessionUrl(await configuration(), {
          id_token_hint: idToken,
          post_logout_redirect_uri: returnTo,
        })
        return answered({ url: url.href })
      } catch (error) {
        const failure = outage(error)
        if (failure === null) throw error
        return failure
      }
    },
  }
}

/** Returns that are neither an outage nor our mistake: the person cancelled, or came back with an old or foreign link. */
function turnedBack(error: unknown) {
  if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied') {
    return {
      kind: 'cancelled' as const,
      sentence: '您没有登录。要办事时再登录就行。',
      technical: error.error,
    }
  }
  const stale =
    error instanceof client.AuthorizationResponseError ||
    (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') ||
    (error instanceof client.ClientError && error.code === 'OAUTH_INVALID_RESPONSE' && isAboutState(error)) ||
    (error instanceof TypeError && (error as { code?: string }).code === 'ERR_INVALID_ARG_VALUE')
  if (!stale) return null
  return {
    kind: 'stale' as const,
    sentence: '这次登录已经过期，或者用过了。请再登录一次，填过的内容都在。',
    technical: error instanceof Error ? error.message : 'stale',
  }
}

/** The library says which parameter of the return it did not expect only in the message of the cause. */
function isAboutState(error: client.ClientError): boolean {
  return /response parameter/.test(String((error.cause as Error | undefined)?.message))
}
