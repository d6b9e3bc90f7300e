import { sampleBodies } from './bodies.ts'
import { type Level, samplePeople } from './citizens.ts'
import { sampleOrgan } from './organs.ts'
import { sampleStaff } from './staff.ts'

export { type BodyKind, type SampleBody, sampleBodies } from './bodies.ts'
export { type Level, type SamplePerson, samplePeople, samplePerson } from './citizens.ts'
export { type SampleOrgan, sampleOrgan, sampleOrgans } from './organs.ts'
export { type SampleStaff, type StaffRole, sampleStaff } from './staff.ts'

/** Every account of the sample world has this password; it protects nothing. */
export const SAMPLE_PASSWORD = 'rongban-sample'

export type SubjectKind =
  | 'person'
  | 'foreign-person'
  | 'enterprise'
  | 'cooperative'
  | 'foreign-representative'
  | 'institution'
  | 'organisation'
  | 'staff'

/** One account of the identity platform: what the seed reads and what the sign-in list prints. */
export interface SampleAccount {
  sub: string
  kind: SubjectKind
  name: string
  idKind: 'resident-id' | 'passport' | 'credit-code' | 'staff-number'
  idNumber: string
  phone: string
  /** The level reached before anyone steps up: 1 初级, 2 中级, 3 高级. */
  level: Level
  password: string
  /** Only staff: the department and the post. */
  organ: string | null
  post: string | null
  /** 社保卡号 and bank-card end that a step-up may compare; null where this kind of account has none. */
  proofs: { socialSecurityCard: string; bankCardTail: string } | null
  purpose: string
}

export const sampleAccounts: readonly SampleAccount[] = [
  ...samplePeople.map(
    (p): SampleAccount => ({
      sub: p.sub,
      kind: p.kind,
      name: p.name,
      idKind: p.idKind,
      idNumber: p.idNumber,
      phone: p.phone,
      level: p.level,
      password: SAMPLE_PASSWORD,
      organ: null,
      post: null,
      proofs: { socialSecurityCard: p.socialSecurityCard, bankCardTail: p.bankCardTail },
      purpose: p.purpose,
    }),
  ),
  ...sampleBodies.map(
    (b): SampleAccount => ({
      sub: b.sub,
      kind: b.kind,
      name: b.name,
      idKind: 'credit-code',
      idNumber: b.creditCode,
      phone: b.phone,
      level: b.level,
      password: SAMPLE_PASSWORD,
      organ: null,
      post: null,
      proofs: null,
      purpose: b.purpose,
    }),
  ),
  ...sampleStaff.map(
    (s): SampleAccount => ({
      sub: s.sub,
      kind: 'staff',
      name: s.name,
      idKind: 'staff-number',
      idNumber: s.staffNumber,
      phone: s.phone,
      level: 3,
      password: SAMPLE_PASSWORD,
      organ: s.organ,
      post: s.post,
      proofs: null,
      purpose: `${sampleOrgan(s.organ).name} ${s.post}`,
    }),
  ),
]

/** The account that a person means by what they typed: phone, identity number, credit code, staff number or account name. */
export function findAccount(typed: string): SampleAccount | undefined {
  const wanted = typed.trim().toUpperCase()
  if (wanted === '') return undefined
  return sampleAccounts.find(
    (a) =>
      a.sub.toUpperCase() === wanted ||
      a.idNumber.toUpperCase() === wanted ||
      // A body shares its legal person's phone, so a phone number means the person.
      (a.phone === wanted && a.idKind !== 'credit-code'),
  )
}

export function accountOf(sub: string): SampleAccount | undefined {
  return sampleAccounts.find((a) => a.sub === sub)
}
