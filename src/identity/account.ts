import type { AssuranceLevel, SubjectKind } from '../regulation/index.ts'

export type IdKind = 'resident-id' | 'passport' | 'credit-code'

/** An applicant (申请人) as 统一身份认证 proved them. The full numbers stay sealed; see `fullIdNumber` and `phoneOf`. */
export interface Account {
  accountId: string
  /** The provider's stable name of the account. */
  subject: string
  subjectKind: SubjectKind
  name: string
  idKind: IdKind
  /** 350102****002X */
  idMasked: string
  /** 154****0002; empty when the provider knows no phone. */
  phoneMasked: string
  /** The highest level (Art. 8) that this account has ever proved. What counts now is the session's. */
  level: AssuranceLevel
}

/** One signed-in browser of an applicant. */
export interface HallSession {
  account: Account
  /** The level that was proved in this session; `mayUse` judges by it. */
  level: AssuranceLevel
  /** Name of the session that gives nothing away: the token's hash. */
  sessionId: string
}
