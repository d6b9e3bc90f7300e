import { z } from 'zod'

/** A day 'YYYY-MM-DD'. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Metadata of an e-licence under the names of GB/T 36903; extension items carry the prefix KZ_. */
export const licenceMetadata = z
  .object({
    /** 证照名称 */ ZZMC: z.string().min(1),
    /** 证照类型代码 */ ZZLXDM: z.string().length(21),
    /** 证照编号 */ ZZBH: z.string().min(1),
    /** 证照标识 */ ZZBS: z.string().min(1),
    /** 证照颁发机构 */ ZZBFJG: z.string().min(1),
    /** 证照颁发机构代码 */ ZZBFJGDM: z.string().length(18),
    /** 证照颁发日期 */ ZZBFRQ: day,
    /** 持证主体 */ CZZT: z.string().min(1),
    /** 持证主体代码 */ CZZTDM: z.string().min(1),
    /** 持证主体代码类型代码: 111 公民身份号码, 001 统一社会信用代码, 414 passport. */
    CZZTDMLXDM: z.enum(['111', '001', '414']),
    /** 证照有效期起始日期 */ ZZYXQQSRQ: day,
    /** 证照有效期截止日期; empty means for ever (长期). */
    ZZYXQJZRQ: z.union([day, z.literal('')]),
  })
  .catchall(z.string())
  .refine((m) => Object.keys(m).every((k) => k in KNOWN || k.startsWith('KZ_')), {
    message: 'an item outside the standard needs the prefix KZ_',
  })

const KNOWN: Record<string, true> = Object.fromEntries(
  [
    'ZZMC ZZLXMC ZZLXDM ZZBH ZZBS ZZBFJG ZZBFJGDM ZZBFRQ CZZT CZZTDM CZZTDMLX CZZTDMLXDM ZZYXQQSRQ ZZYXQJZRQ',
    'ZZQZR ZZQZSJ ZZQZMC CJSJ',
  ]
    .join(' ')
    .split(' ')
    .map((k) => [k, true]),
)

export type LicenceMetadata = z.infer<typeof licenceMetadata>
