import type { Answer } from '../neighbour.ts'

/** What the population register (人口库) tells about a person. The phone is masked: it can be compared, not read. */
export interface RegisteredPerson {
  name: string
  sex: string
  /** 'YYYY-MM-DD' */
  birthday: string
  address: string
  nationality: string
  idKind: string
  phoneMasked: string
}

/** What the enterprise register (企业库) tells about a body. */
export interface RegisteredBody {
  name: string
  kind: string
  /** The words on its certificate, e.g. 个体工商户. */
  registeredAs: string
  legalPerson: string
  legalPersonId: string
  address: string
  /** 元; null where the kind of body has none. */
  capital: number | null
  /** 'YYYY-MM-DD' */
  founded: string
  scope: string
}

/** A record and the moment up to which the register answers for it. `record` null: the register knows no such number. */
export interface Registered<T> {
  record: T | null
  asOf: Date
}

/** `unknown`: the register keeps no such field. The register's own value is there for the officer who must judge a difference. */
export interface FieldComparison {
  field: string
  result: 'match' | 'differs' | 'unknown'
  registerValue: string | null
}

export interface ComparisonRequest {
  kind: 'person' | 'body'
  /** 公民身份号码, passport number or 统一社会信用代码. */
  number: string
  /** What the applicant said, by the register's field name (name, sex, birthday, address, phone; legalPerson, scope …). */
  fields: Record<string, string>
  cause: string
}

/**
 * The real-name sources. Promises:
 * - `cause` says why we ask (1–200 characters, e.g. 「办件 …，核对申请人」); the source keeps it. An empty one throws.
 * - An unknown number is an answer (`record: null`), not a failure.
 * - An outage or nonsense is a failure value within the time-out; asking again is always safe, nothing is written.
 */
export interface RegisterPort {
  person(idNumber: string, cause: string): Promise<Answer<Registered<RegisteredPerson>>>
  body(creditCode: string, cause: string): Promise<Answer<Registered<RegisteredBody>>>
  /** Compares field by field. `fields` null: the register knows no such number. */
  compare(request: ComparisonRequest): Promise<Answer<{ fields: FieldComparison[] | null; asOf: Date }>>
}
