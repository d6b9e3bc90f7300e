import { z } from 'zod'
import { form } from './form.ts'
import { limit } from './limit.ts'
import { material } from './material.ts'
import { situations } from './situation.ts'
import { step } from './step.ts'

export * from './form/value.ts'
export * from './form.ts'
export * from './limit.ts'
export * from './material.ts'
export * from './situation.ts'
export * from './step.ts'

/**
 * A service item (事项) as its implementation list (实施清单) states it. Field names follow the national exchange
 * tables in meaning; codes are kept as strings, because their lengths differ by generation.
 */

const text = z.string()
const lines = z.array(text)

export const legalBasis = z.object({
  name: text,
  number: text.default(''),
  clause: text.default(''),
  content: text.default(''),
})

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
  /**
   * The basic elements (基本要素) are the directory's: copied from the entry of `basicCode` at this version, read-only
   * here. 0: not bound to a directory entry (an imported guide of elsewhere).
   */
  directoryVersion: z.number().int().min(0).default(0),
  /** 事项名称 in the directory; `name` is the name of this handling variant (业务办理项) and may be narrower. */
  directoryName: text.default(''),
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
  materials: z.array(material).max(500).default([]),
  /** True where the item truly asks for nothing, so that an empty list is not a gap. */
  noMaterialsNeeded: z.boolean().default(false),
  steps: z.array(step).max(200).default([]),
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
  /** 国家、省级系统: full name of the one in which the item has to be applied for, where there is one (Art. 5.1(5)); else empty. */
  stateSystem: text.default(''),
  express: z.boolean().default(false),
  bookable: z.boolean().default(false),
  place: z
    .object({
      name: text,
      address: text,
      hours: text,
      traffic: text.default(''),
      /** 进驻的服务中心: id of the centre where it is handled; empty: in none. */ centreId: text.default(''),
      /** 窗口: e.g. A12、A13 */ windows: text.default(''),
    })
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
  /** 情形引导: questions whose answers choose materials, steps, variant and fee, and say who meets the conditions. */
  situations: situations.nullable().default(null),
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
