import type { IdentityPort } from '../adapters/identity/port.ts'
import type { Actor, History } from '../history/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Db, Tx } from '../platform/database.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Request, Web } from '../platform/web.ts'
import { FUNCTIONS, type HallFunction, mayUse, type Ruling } from '../regulation/index.ts'
import type { Display } from '../ui/index.ts'
import type { Account, HallSession, IdKind } from './account.ts'
import {
  lockIdCipher,
  readAccount,
  readAccountByBlind,
  readAnyIdCipher,
  readPhoneCipher,
} from './account-store.ts'
import { registerSignIn } from './pages/routes.ts'
import { COOKIES, type Door, hashOf, IDLE_MS, isOver, needsTouch } from './session.ts'
import { beginSignIn, finishSignIn, SIGN_IN_MS } from './sign-in.ts'
import type { Staff } from './staff.ts'
import { deleteSession, readDeskSession, readHallSession, sweep, touchSession } from './store.ts'
import { createVault, open, seal, type Vault } from './vault.ts'

export type { Account, HallSession, IdKind } from './account.ts'
export { loadStaff, type StaffEntry } from './load-staff.ts'
export { maskName, maskNumber, maskPhone } from './mask.ts'
export {
  birthdayOf,
  checkCreditCode,
  checkIdNumber,
  checkPassport,
  checkPhone,
  checkResidentId,
  creditCodeHolds,
} from './numbers.ts'
export { ensureOrgan, holdersByOrgan, listOrgans, type Organ, organById, organStaffing } from './organs.ts'
export { SIGN_IN_NEEDED } from './pages/routes.ts'
export { type Holding, holds, POSTS, type Post, postName, postRuling, type Staff } from './staff.ts'
export { bareNumber, createVault, type Vault } from './vault.ts'

export interface IdentityParts {
  db: Database
  history: History
  clock: Clock
  /** The adapter to 统一身份认证 for either door: applicants and officers are different clients of it. Asked at each use. */
  provider: (door: 'hall' | 'desk') => IdentityPort
  secrets: Secrets
  /** Our own address as browsers see it, without a slash at the end. Asked at each use: the port may be drawn at start. */
  publicUrl: () => string
  /** Language and 长辈版 of a browser, as the hall keeps them. Default: 中文, standard. `?lang=` in an address goes before it. */
  display?: (request: Request) => Display
}

export interface Identity {
  /** The applicant's session of this browser, or null. One prepared query; asked twice in one request it runs once. */
  hallSession(request: Request): Promise<HallSession | null>
  /** The officer's session of this browser, or null; null also when the officer is no longer active. */
  deskSession(request: Request): Promise<{ staff: Staff } | null>
  /**
   * GET /sign-in?to=&level=1|2|3&lang=zh|en, /sign-in/callback, /sign-in/problem; POST /sign-out; the same under /desk; GET /api/me.
   * `to` is only ever followed to a path of ours.
   */
  registerRoutes(web: Web): void
  /** `within`: the caller's transaction, if it has one. */
  account(accountId: string, within?: Db): Promise<Account | null>
  /** The account of the person or body with this number, found by the blind index. */
  accountByNumber(idKind: IdKind, number: string, within?: Db): Promise<Account | null>
  /**
   * The full identity number. Every read is recorded in the account's history (stream `account:<id>`, `account.number-read`, with
   * `cause`) before the number is given away; inside a transaction the caller must not let it out before the commit.
   * Throws for an unknown account or an empty cause.
   */
  fullIdNumber(within: Database | Tx, accountId: string, reader: Actor, cause: string): Promise<string>
  /** The full phone number for a message to the person, or null when none is known. */
  phoneOf(accountId: string, within?: Db): Promise<string | null>
  /**
   * Do the secrets belong to this database? False when what is sealed does not open: then the platform must not start, for every
   * further sign-in would seal under keys that do not match.
   */
  keysFit(): Promise<boolean>
  /** Seals and blinds what other modules keep of persons (contact phones, licence holders). */
  vault: Vault
}

const SWEEP_EVERY_MS = 10 * 60_000

/** Accounts, real-name levels, sessions and staff (统一身份认证, Art. 8; Art. 5.1(1)). */
export function createIdentity(parts: IdentityParts): Identity {
  const { db, history, clock, provider, secrets, publicUrl } = parts
  const vault = createVault(secrets)
  const hallSeen = new WeakMap<Request, Promise<HallSession | null>>()
  const deskSeen = new WeakMap<Request, Promise<{ staff: Staff } | null>>()
  let sweptAt = 0

  async function live<S extends { lastSeenAt: Date; expiresAt: Date }>(
    request: Request,
    door: Door,
    read: (db: Db, tokenHash: Buffer) => Promise<S | null>,
  ) {
    const token = request.cookies[COOKIES[door]]
    if (!token) return null
    const tokenHash = hashOf(token)
    const session = await read(db, tokenHash)
    const now = clock.now()
    if (session === null || isOver(session, now)) return null
    if (needsTouch(session, now)) await touchSession(db, tokenHash, now)
    return { ...session, tokenHash }
  }

  const once = <S>(seen: WeakMap<Request, Promise<S>>, request: Request, read: () => Promise<S>) => {
    const known = seen.get(request)
    if (known !== undefined) return known
    const reading = read()
    seen.set(request, reading)
    return reading
  }

  const hallSession = (request: Request) =>
    once(hallSeen, request, async () => {
      const found = await live(request, 'hall', readHallSession)
      return (
        found && { account: found.account, level: found.level, sessionId: found.tokenHash.toString('hex') }
      )
    })

  const deskSession = (request: Request) =>
    once(deskSeen, request, async () => {
      const found = await live(request, 'desk', readDeskSession)
      return found && { staff: found.staff }
    })

  async function sweepNowAndThen(now: Date) {
    if (now.getTime() - sweptAt < SWEEP_EVERY_MS) return
    sweptAt = now.getTime()
    await sweep(db, now, new Date(now.getTime() - IDLE_MS), new Date(now.getTime() - SIGN_IN_MS))
  }

  async function end(door: Door, token: string | null, sealedIdToken: string | null) {
    if (token !== null) await deleteSession(db, hashOf(token), door)
    const idToken = sealedIdToken === null ? null : openFromBrowser(secrets, sealedIdToken)
    if (idToken === null) return null
    const url = await provider(door).logoutUrl(idToken, `${publicUrl()}/`)
    return url.ok ? url.value.url : null
  }

  const signInParts = { db, history, vault, provider }
  return {
    vault,
    hallSession,
    deskSession,
    registerRoutes(web) {
      registerSignIn(web, {
        publicUrl,
        display: parts.display ?? (() => ({ lang: 'zh', mode: 'standard' })),
        hallSession,
        deskSession,
        async begin(begin) {
          const now = clock.now()
          await sweepNowAndThen(now)
          return beginSignIn(signInParts, begin, now)
        },
        finish: (back) => finishSignIn(signInParts, back, clock.now()),
        end,
        sealForBrowser: (text) => seal(secrets.cookieKey, text, FOR_SIGN_OUT).toString('base64url'),
      })
    },
    account: (accountId, within = db) => readAccount(within, accountId),
    accountByNumber: (idKind, number, within = db) =>
      readAccountByBlind(within, idKind, vault.blind(idKind, number)),
    fullIdNumber(within, accountId, reader, cause) {
      if (cause.trim() === '') throw new Error('a full number is read for a stated cause only')
      const read = async (tx: Tx) => {
        const cipher = await lockIdCipher(tx, accountId)
        if (cipher === null) throw new Error(`no account ${accountId}`)
        const event = { type: 'account.number-read', data: { cause } }
        await history.record(tx, `account:${accountId}`, reader, clock.now(), [event])
        return vault.open(cipher, `account-id:${accountId}`)
      }
      return 'transaction' in within ? within.transaction(read) : read(within)
    },
    async keysFit() {
      const sample = await readAnyIdCipher(db)
      if (sample === null) return true
      try {
        return vault.open(sample.idCipher, `account-id:${sample.accountId}`) !== ''
      } catch {
        return false
      }
    },
    async phoneOf(accountId, within = db) {
      const cipher = await readPhoneCipher(within, accountId)
      return cipher && vault.open(cipher, `account-phone:${accountId}`)
    },
  }
}

const FOR_SIGN_OUT = 'id-token'

function openFromBrowser(secrets: Secrets, sealed: string): string | null {
  try {
    return open(secrets.cookieKey, Buffer.from(sealed, 'base64url'), FOR_SIGN_OUT)
  } catch {
    // Whatever a browser sends; the sign-out of our own session does not depend on it.
    return null
  }
}

/** What Art. 8 says about using a function of the hall in this session; nobody signed in has level 0. */
export function levelRuling(fn: HallFunction, session: HallSession | null): Ruling {
  if (session) return mayUse(fn, session.level, session.account.subjectKind)
  return mayUse(fn, 0, FUNCTIONS[fn].audience === 'bodies' ? 'enterprise' : 'person')
}
