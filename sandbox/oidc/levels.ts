import type { Kept } from '../kept.ts'
import { accountOf, type Level, type SampleAccount } from '../register/people.ts'

export const LEVEL_NAMES = {
  1: { zh: '初级', en: 'Basic' },
  2: { zh: '中级', en: 'Medium' },
  3: { zh: '高级', en: 'High' },
} as const

export const acrOf = (level: Level) => `urn:rongban:level:${level}`

/** The level that an acr value names; null for anything else. */
export function levelOf(acr: string): Level | null {
  const match = /^urn:rongban:level:([123])$/.exec(acr)
  return match ? (Number(match[1]) as Level) : null
}

/** The level that a request asks for: the lowest of the values that it would accept; 1 when it asks for none. */
export function levelAsked(acrValues: unknown): Level {
  const levels = String(acrValues ?? '')
    .split(' ')
    .map(levelOf)
    .filter((l) => l !== null)
  return levels.length === 0 ? 1 : (Math.min(...levels) as Level)
}

/** Real-name levels belong to the account and stay: what was proved once need not be proved at every sign-in. */
export class Levels {
  readonly #reached: Kept<Level>

  constructor(reached: Kept<Level>) {
    this.#reached = reached
  }

  of(account: SampleAccount): Level {
    const reached = this.#reached.get(account.sub) ?? account.level
    return Math.max(reached, account.level) as Level
  }

  raise(account: SampleAccount, to: Level): void {
    if (to > this.of(account)) this.#reached.set(account.sub, to)
  }
}

/** The ways up, as the step-up page offers them. */
export const PROOFS = {
  'social-security': { level: 2, zh: '社保卡核对', en: 'Social security card' },
  'bank-card': { level: 2, zh: '银行卡核对', en: 'Bank card' },
  face: { level: 3, zh: '刷脸', en: 'Face check' },
  counter: { level: 3, zh: '到窗口核对', en: 'Check at the counter' },
} as const satisfies Record<string, { level: Level; zh: string; en: string }>

export type Proof = keyof typeof PROOFS

export const isProof = (name: string): name is Proof => Object.hasOwn(PROOFS, name)

/** The ways that can lead this account to `asked`. Bodies have no social security card and no bank card to compare. */
export function proofsFor(account: SampleAccount, asked: Level): Proof[] {
  return (Object.keys(PROOFS) as Proof[]).filter(
    (proof) => PROOFS[proof].level >= asked && (account.proofs !== null || PROOFS[proof].level === 3),
  )
}

/** Compares what was typed with what the source holds. Face and counter are played: choosing them is passing them. */
export function proves(account: SampleAccount, proof: Proof, typed: string): boolean {
  const given = typed.trim().toUpperCase()
  if (proof === 'social-security') return account.proofs?.socialSecurityCard === given
  if (proof === 'bank-card') return account.proofs?.bankCardTail === given
  return true
}

/** The claims that a relying party receives about an account; never its password or its proofs. */
export function claimsOf(sub: string): Record<string, unknown> & { sub: string } {
  const account = accountOf(sub)
  if (!account) throw new Error(`No account ${sub}.`)
  return {
    sub,
    name: account.name,
    subject_kind: account.kind,
    id_kind: account.idKind,
    id_number: account.idNumber,
    phone_number: account.phone,
    ...(account.organ === null ? {} : { organ: account.organ, post: account.post }),
  }
}
