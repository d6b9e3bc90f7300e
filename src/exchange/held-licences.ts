import { randomUUID } from 'node:crypto'
import type { HeldLicence, LicencePlatformPort } from '../adapters/licence-platform/port.ts'
import type { Account } from '../identity/index.ts'
import { licenceName } from '../licences/index.ts'
import { dayOf, isPerson } from '../regulation/index.ts'
import { bodyRecord } from './body-record.ts'
import type { Asking, ExchangeDeps } from './registers.ts'
import { hiddenNumber } from './sealed-answers.ts'
import { insertLookUp } from './store.ts'

export const LICENCE_PLATFORM = '电子证照共享平台'

/** A licence of the applicant as a dossier keeps it: what its face says, without full numbers of persons. */
export interface LicenceCopy extends Record<string, unknown> {
  kind: string
  name: string
  number: string
  holder: string
  organ: string
  issuedOn: string
  validUntil: string
  identifier: string
  /** SHA-256 of the file on the platform. */
  digest: string
  face: { label: string; value: string }[]
}

const EXTENSION_NAMES: Record<string, string> = {
  KZ_XB: '性别',
  KZ_CSRQ: '出生日期',
  KZ_DZ: '住址',
  KZ_FDDBR: '法定代表人（经营者）',
  KZ_ZS: '住所',
  KZ_JYFW: '范围',
}

export type Held = { licences: LicenceCopy[]; pending: boolean; at: string }

const KEPT_MS = 5 * 60_000
const KEPT_PENDING_MS = 20_000
const kept = new Map<string, Held>()

/** Who asks, and for which dossier; the applicant themselves while they fill in. */
type By = Pick<Asking, 'actor' | 'dossierId'>

const applicant = (account: Account): By['actor'] => ({
  kind: 'applicant',
  id: account.accountId,
  name: account.name,
})

export interface LicenceDeps extends ExchangeDeps {
  licencePlatform: LicencePlatformPort
}

/**
 * Licences that may answer materials of these kinds, so that they are fetched and not asked for (Art. 13.1): the applicant's
 * own, and for a body also the identity card of its legal representative. `pending`: the platform or the register gave no
 * answer, which never stops the applicant. Written to the ledger; answers are kept for a few minutes.
 */
export async function heldLicences(
  deps: LicenceDeps,
  account: Account,
  kinds: readonly string[],
  cause: string,
  now: Date,
  by: By = { actor: applicant(account), dossierId: null },
): Promise<Held> {
  const wanted = [...new Set(kinds)].filter((k) => k !== '').sort()
  if (wanted.length === 0) return { licences: [], pending: false, at: now.toISOString() }
  const key = `${account.accountId}:${wanted.join()}`
  const before = kept.get(key)
  if (before) {
    const age = now.getTime() - new Date(before.at).getTime()
    if (age >= 0 && age < (before.pending ? KEPT_PENDING_MS : KEPT_MS)) return before
  }
  const found = await fetchHeld(deps, account, wanted, cause, now, by)
  if (kept.size >= 5000) kept.delete(kept.keys().next().value!)
  kept.set(key, found)
  return found
}

async function fetchHeld(
  deps: LicenceDeps,
  account: Account,
  kinds: string[],
  cause: string,
  now: Date,
  by: By,
): Promise<Held> {
  const asking = { cause, ...by, accountId: account.accountId }
  const own = await deps.identity.fullIdNumber(deps.db, account.accountId, by.actor, cause)
  const holders = [own]
  let pending = false
  if (!isPerson(account.subjectKind) && kinds.includes('resident-id')) {
    const body = await bodyRecord(deps, own, asking, now)
    if (!body.ok) pending = true
    else if (body.value.record?.legalPersonId) holders.push(body.value.record.legalPersonId)
  }
  const licences: LicenceCopy[] = []
  for (const [i, holder] of holders.entries()) {
    const answer = await deps.licencePlatform.heldBy(holder, cause)
    await insertLookUp(deps.db, {
      lookUpId: randomUUID(),
      at: now,
      register: LICENCE_PLATFORM,
      subjectBlind: deps.identity.vault.blind(holder === own ? account.idKind : 'resident-id', holder),
      ...asking,
      outcome: answer.ok ? (answer.value.length > 0 ? 'found' : 'not-found') : 'no-answer',
    })
    if (!answer.ok) {
      pending = true
      continue
    }
    // Of a legal representative only the identity card is the body's business.
    const useful = i === 0 ? kinds : kinds.filter((k) => k === 'resident-id')
    for (const held of answer.value) {
      const kind = useful.find((k) => fits(k, held, now))
      if (kind) licences.push(copyOf(kind, held))
    }
  }
  return { licences, pending, at: now.toISOString() }
}

function fits(kind: string, { metadata, state }: HeldLicence, now: Date): boolean {
  if (state !== 'valid') return false
  if (metadata.ZZYXQJZRQ !== '' && metadata.ZZYXQJZRQ < dayOf(now)) return false
  return metadata.ZZMC === licenceName(kind)
}

function copyOf(kind: string, { metadata: m, digest }: HeldLicence): LicenceCopy {
  const person = m.CZZTDMLXDM !== '001'
  return {
    kind,
    name: m.ZZMC,
    number: person ? hiddenNumber(m.ZZBH) : m.ZZBH,
    holder: m.CZZT,
    organ: m.ZZBFJG,
    issuedOn: m.ZZBFRQ,
    validUntil: m.ZZYXQJZRQ || '长期',
    identifier: m.ZZBS,
    digest,
    face: Object.entries(EXTENSION_NAMES).flatMap(([key, label]) => {
      const value = m[key as `KZ_${string}`]
      return value ? [{ label, value }] : []
    }),
  }
}
