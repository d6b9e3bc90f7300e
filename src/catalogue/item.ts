import { z } from 'zod'

/**
 * A service item (事项) as its implementation list (实施清单) states it. Field names follow the national exchange
 * tables in meaning; codes are kept as strings, because their lengths differ by generation.
 */

/** A term of the law or of the promise: G = 工作日 working days, Z = 自然日 calendar days; 0 days = 当场 on the spot. */
export const limit = z.object({ days: z.number().int().min(0).max(3650), unit: z.enum(['G', 'Z']) })
export type Limit = z.infer<typeof limit>

const text = z.string()
const lines = z.array(text)

export const legalBasis = z.object({
  name: text,
  number: text.default(''),
  clause: text.default(''),
  content: text.default(''),
})

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
  courierAllowed: z.boolean().default(false),
})
export type Material = z.infer<typeof material>

/** 岗位 that does a step. Who holds it is a matter of the organ's staff. */
export const postKinds = ['window', 'examiner', 'approver'] as const
export type PostKind = (typeof postKinds)[number]

export const step = z.object({
  key: text,
  name: text,
  phase: z.enum(['accept', 'examine', 'decide']),
  kind: z.enum(['plain', 'site-visit', 'expert-review']).default('plain'),
  post: z.enum(postKinds),
  limit,
  /** 审查标准: what the officer checks here. */
  standard: text.default(''),
  /** What the applicant sees at this step. */
  note: text.default(''),
})
export type Step = z.infer<typeof step>

export const fieldTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'choice',
  'multiple',
  'person-name',
  'resident-id',
  'credit-code',
  'phone',
  'address',
] as const

/** Where a field's value is already known (Art. 13): a path into what the registers say of the applicant. */
export const prefillPaths = [
  'person.name',
  'person.idNumber',
  'person.address',
  'person.phone',
  'body.name',
  'body.creditCode',
  'body.legalPerson',
  'body.address',
  'body.scope',
  'body.capital',
] as const

export const formField = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: text,
  labelEn: text.default(''),
  hint: text.default(''),
  type: z.enum(fieldTypes),
  required: z.boolean().default(true),
  unit: text.default(''),
  min: z.number().optional(),
  max: z.number().optional(),
  minLength: z.number().int().optional(),
  maxLength: z.number().int().optional(),
  /** For dates: not before / not after the day of filing. */
  dateRule: z.enum(['past', 'future']).optional(),
  options: z.array(z.object({ value: text, label: text, hint: text.default('') })).default([]),
  prefill: z.enum(prefillPaths).optional(),
  /** Shown only when another field has this value. */
  when: z.object({ field: text, equals: text }).optional(),
})
export type FormField = z.infer<typeof formField>

export const form = z.object({
  groups: z.array(z.object({ key: text, title: text, hint: text.default(''), fields: z.array(formField) })),
})
export type Form = z.infer<typeof form>

export const itemContent = z.object({
  /** True for items of the shipped sample world and for guides completed with sample parts: shown as 示例. */
  sample: z.boolean(),
  name: text,
  nameEn: text.default(''),
  /** One sentence: for whom and what for. */
  summary: text.default(''),
  summaryEn: text.default(''),
  /** Everyday names that people search by. */
  everydayNames: lines.default([]),
  basicCode: text.default(''),
  implCode: text.default(''),
  handleItemCode: text.default(''),
  /** 事项类型: GB/T 39046 A.1, two digits. */
  itemType: text.default(''),
  /** 办件类型: 1 即办件, 2 承诺件 */
  projectType: z.enum(['1', '2']).default('2'),
  /** 行使层级: GB/T 39046 A.2 */
  level: text.default(''),
  areaCode: text.default(''),
  organId: text,
  organName: text,
  /** 服务对象: GB/T 39046 A.4, 1 自然人 … 6 其他组织 */
  serviceObjects: z.array(z.enum(['1', '2', '3', '4', '5', '6'])).default([]),
  topics: lines.default([]),
  legalBasis: z.array(legalBasis).default([]),
  conditions: lines.default([]),
  materials: z.array(material).default([]),
  /** True where the item truly asks for nothing, so that an empty list is not a gap. */
  noMaterialsNeeded: z.boolean().default(false),
  steps: z.array(step).default([]),
  /** Names of the steps at the counter, to hold the online steps against (Art. 23). */
  counterSteps: lines.default([]),
  legalLimit: limit.nullable().default(null),
  legalLimitNote: text.default(''),
  promiseLimit: limit.nullable().default(null),
  promiseLimitNote: text.default(''),
  /** 特别程序: periods outside the promise, with their basis. */
  specialProcedures: z
    .array(z.object({ name: text, days: z.number().int(), unit: z.enum(['G', 'Z']), basis: text }))
    .default([]),
  fee: z
    .object({
      charged: z.boolean(),
      basis: text,
      items: z.array(z.object({ name: text, standard: text, basis: text })).default([]),
      payOnline: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** 办理形式: GB/T 39046 A.5, 1 窗口 2 电脑端 3 移动端 4 快递 9 其他 */
  handlingForms: z.array(z.enum(['1', '2', '3', '4', '9'])).default([]),
  visits: z.number().int().min(0).default(0),
  visitReason: text.default(''),
  express: z.boolean().default(false),
  bookable: z.boolean().default(false),
  place: z
    .object({ name: text, address: text, hours: text, traffic: text.default('') })
    .nullable()
    .default(null),
  result: z
    .object({
      /** 证照, 批文, or nothing to hand over */
      type: z.enum(['licence', 'approval', 'none']),
      name: text,
      /** 证照类型代码, 21 characters, or empty for an approval */
      licenceTypeCode: text.default(''),
      licenceKind: text.default(''),
      validMonths: z.number().int().nullable().default(null),
      /** 结果样本: which fields of the form the face shows, so that the sample is drawn by the same template. */
      faceFields: z.array(z.object({ label: text, value: text, sampleValue: text })).default([]),
      offlineAllowed: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  consultPhone: text.default(''),
  complaintPhone: text.default(''),
  faq: z.array(z.object({ q: text, a: text })).default([]),
  /** Art. 27: to whom one turns against the decision. */
  remedy: z.object({ reviewOrgan: text, court: text }).default({ reviewOrgan: '', court: '' }),
  form: form.nullable().default(null),
  /** Where an imported guide came from, told to the clerk; empty for our own. */
  origin: text.default(''),
  /** What the source says that has no place here or needs a look; the clerk strikes out each note when it is settled. */
  sourceNotes: lines.default([]),
})
export type ItemContent = z.infer<typeof itemContent>

/** A service item at one version. Open dossiers stay with the version they were submitted under. */
export interface ItemVersion {
  itemId: string
  version: number
  status: 'draft' | 'published' | 'replaced'
  publishedAt: Date | null
  content: ItemContent
}

/** `faceFields[].value` is a template: `{form.key}`, `{holder.name}`, `{holder.code}`, `{organ.name}`, `{decision.day}`. */
export const ITEM_TYPE_NAMES: Record<string, string> = {
  '00': '行政权力事项',
  '01': '行政许可',
  '02': '行政处罚',
  '03': '行政强制',
  '04': '行政征收',
  '05': '行政给付',
  '06': '行政检查',
  '07': '行政确认',
  '08': '行政奖励',
  '09': '行政裁决',
  '10': '其他类别事项',
  '20': '公共服务',
  '21': '公共服务',
}

export const SERVICE_OBJECT_NAMES: Record<string, string> = {
  '1': '自然人',
  '2': '企业法人',
  '3': '事业法人',
  '4': '社会组织法人',
  '5': '行政机关',
  '6': '其他组织',
}

export const HANDLING_FORM_NAMES: Record<string, string> = {
  '1': '窗口办理',
  '2': '电脑端网上办理',
  '3': '移动端网上申请',
  '4': '快递申请',
  '9': '其他',
}

/** 「5 个工作日」 「当场」 「60 日（自然日）」 */
export function limitText(l: Limit | null): string {
  if (l === null) return ''
  if (l.days === 0) return '当场办结'
  return l.unit === 'G' ? `${l.days} 个工作日` : `${l.days} 个自然日`
}
