import type { Answer, NeighbourFailure } from '../neighbour.ts'

/** 1 初级, 2 中级, 3 高级 (Art. 8). */
export type ProvenLevel = 1 | 2 | 3

export type ProvenSubjectKind =
  | 'person'
  | 'foreign-person'
  | 'enterprise'
  | 'cooperative'
  | 'foreign-representative'
  | 'institution'
  | 'organisation'
  | 'staff'

/** Who 统一身份认证 says has signed in. */
export interface ProvenIdentity {
  name: string
  subjectKind: ProvenSubjectKind
  idKind: 'resident-id' | 'passport' | 'credit-code' | 'staff-number'
  idNumber: string
  phone: string
}

/** What must be kept (in the browser's own session, server side) between sending somebody off and their return. */
export interface LoginChecks {
  state: string
  nonce: string
  codeVerifier: string
  /** The level that was asked for. */
  level: ProvenLevel
}

export interface BeginLogin {
  /** The lowest level that will do. The provider asks for a further proof when the account has less. */
  level: ProvenLevel
  /** Ask again even though somebody is signed in there, e.g. to change account. */
  fresh?: boolean
  language?: 'zh' | 'en'
}

export interface FinishedLogin {
  /** The provider's stable name of the account. */
  sub: string
  identity: ProvenIdentity
  /** The level proved, never below the one asked for. */
  level: ProvenLevel
  /** Needed to end the sign-in at the provider. */
  idToken: string
}

/**
 * `cancelled`: the person turned back. `stale`: the return does not belong to these checks (an old tab, a second try, a forged link);
 * start again. Neither is an outage.
 */
export type LoginFailure =
  | NeighbourFailure
  | { kind: 'cancelled' | 'stale'; sentence: string; technical: string }

/**
 * 统一身份认证 by OpenID Connect (authorization code, PKCE). Promises:
 * - An outage is a failure value within the time-out; our own misconfiguration (unknown client, wrong secret) throws.
 * - `finishLogin` answers at most once per return: a code cannot be used twice.
 * - Nothing of the person is logged.
 */
export interface IdentityPort {
  beginLogin(request: BeginLogin): Promise<Answer<{ url: string; checks: LoginChecks }>>
  /** `callbackUrl`: the address that the browser came back to, or its path with the query. */
  finishLogin(callbackUrl: string, checks: LoginChecks): Promise<Answer<FinishedLogin, LoginFailure>>
  /** Where to send a browser to end the sign-in at the provider too; it comes back to `returnTo`. */
  logoutUrl(idToken: string, returnTo: string): Promise<Answer<{ url: string }>>
}
