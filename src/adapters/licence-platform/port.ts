import type { Answer, NeighbourFailure, NeighbourRefusal } from '../neighbour.ts'

/**
 * Metadata of an e-licence under the names of GB/T 36903. Days are 'YYYY-MM-DD'. Items outside the standard carry the prefix KZ_
 * (e.g. KZ_JYFW).
 */
export interface LicenceMetadata {
  /** 证照名称 */
  ZZMC: string
  /** 证照类型代码, 21 characters */
  ZZLXDM: string
  /** 证照编号 */
  ZZBH: string
  /** 证照标识 (GB/T 36904) with its check character */
  ZZBS: string
  /** 证照颁发机构 */
  ZZBFJG: string
  /** 证照颁发机构代码: its 统一社会信用代码 */
  ZZBFJGDM: string
  /** 证照颁发日期 */
  ZZBFRQ: string
  /** 持证主体 */
  CZZT: string
  /** 持证主体代码 */
  CZZTDM: string
  /** 持证主体代码类型代码: 111 公民身份号码, 001 统一社会信用代码, 414 passport */
  CZZTDMLXDM: '111' | '001' | '414'
  /** 证照有效期起始日期 */
  ZZYXQQSRQ: string
  /** 证照有效期截止日期; '' for 长期 */
  ZZYXQJZRQ: string
  [extension: `KZ_${string}`]: string
}

export interface HeldLicence {
  metadata: LicenceMetadata
  /** `replaced`: a later version of it exists. */
  state: 'valid' | 'replaced'
  /** SHA-256 of the file, lower-case hex. */
  digest: string
  /** Bytes of the file. */
  size: number
}

export interface LicenceReceipt {
  receivedAt: Date
  /** SHA-256 of the file as the platform received it, lower-case hex. */
  digest: string
  /** The platform had exactly this already. */
  repeated: boolean
}

/**
 * 电子证照共享服务平台. Promises:
 * - Pushing the same licence again changes nothing and is answered as the first time; after a `down` the same call is safe.
 * - Another content under a used identifier is `refused` (`identifier-used`): a change needs a higher version.
 * - Every read names its cause (1–200 characters, GB/T 36906); an empty one throws.
 */
export interface LicencePlatformPort {
  push(
    metadata: LicenceMetadata,
    pdf: Buffer,
  ): Promise<Answer<LicenceReceipt, NeighbourFailure | NeighbourRefusal>>
  /** All licences of a holder by 公民身份号码, passport number or 统一社会信用代码; none is an empty list. */
  heldBy(holderCode: string, useCause: string): Promise<Answer<HeldLicence[]>>
  /** The file of a licence; null when the platform has no such licence. */
  file(identifier: string, useCause: string): Promise<Answer<Buffer | null>>
}
