import { z } from 'zod'

const text = z.string()
const lines = z.array(text)

/** What a material's file may be; decided by content, not by its name. */
export const mediaKinds = ['pdf', 'jpg', 'png', 'docx', 'xlsx', 'zip', 'ofd'] as const
export type MediaKind = (typeof mediaKinds)[number]

export const material = z.object({
  /** Stable within the item, e.g. `m1`: drafts and dossiers refer to it. */
  key: text,
  name: text,
  /** 必要性: necessary, not necessary, or 容缺后补 (may follow later). */
  need: z.enum(['required', 'optional', 'later']).default('required'),
  /** 材料形式 */
  form: z.enum(['electronic', 'paper', 'both']).default('electronic'),
  originals: z.number().int().min(0).default(0),
  copies: z.number().int().min(0).default(0),
  /** 来源渠道: 10 申请人自备, 20 政府部门核发, 30 中介机构出具, 99 其他 */
  source: z.enum(['10', '20', '30', '99']).default('10'),
  sourceOrgan: text.default(''),
  /** 要求提供材料的依据 */
  basis: text.default(''),
  /** 受理标准: what makes it right. */
  standard: text.default(''),
  note: text.default(''),
  accept: z.array(z.enum(mediaKinds)).default(['pdf', 'jpg', 'png']),
  maxMegabytes: z.number().int().min(1).max(200).default(20),
  /** 电子证照类型: the kind of licence that answers this material, e.g. `business-licence`; empty if none does. */
  licenceKind: text.default(''),
  /** 共享数据: which register already holds what this material proves (`population`, `enterprise`); empty if none does. */
  sharedSource: text.default(''),
  /** Behind a name such as 其他材料: the papers that are meant, one by one; never open-ended. */
  namedList: lines.default([]),
  /** 空白表格 and 示例样表: `file:` and the id of a file kept for the item; empty where there is none. Other words are an imported
   * guide's own reference, behind which we have no file. */
  blankFile: text.default(''),
  filledFile: text.default(''),
  courierAllowed: z.boolean().default(false),
})
export type Material = z.infer<typeof material>

/** The id of the file that a material names; null where it names none of ours. */
export function keptFileId(value: string): string | null {
  const id = value.startsWith('file:') ? value.slice('file:'.length) : ''
  return z.uuid().safeParse(id).success ? id : null
}
