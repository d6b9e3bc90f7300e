import { z } from 'zod'
import { done, type Result, refuse } from '../platform/refusal.ts'
import { type ItemContent, itemContent } from './item.ts'

/** The sections of the editor: which parts of the content each holds, in the order in which a clerk fills them in. */
export const SECTIONS = {
  basics: [
    'name',
    'nameEn',
    'summary',
    'summaryEn',
    'everydayNames',
    'directoryName',
    'directoryVersion',
    'basicCode',
    'implCode',
    'handleItemCode',
    'itemType',
    'projectType',
    'level',
    'areaCode',
    'serviceObjects',
    'topics',
    'sample',
    'sourceNotes',
  ],
  basis: ['legalBasis', 'conditions'],
  materials: ['materials', 'noMaterialsNeeded'],
  steps: ['steps', 'counterSteps'],
  limits: ['legalLimit', 'legalLimitNote', 'promiseLimit', 'promiseLimitNote', 'specialProcedures'],
  fee: ['fee'],
  handling: ['handlingForms', 'visits', 'visitReason', 'stateSystem', 'express', 'bookable', 'place'],
  result: ['result'],
  form: ['form'],
  situations: ['situations'],
  contact: ['consultPhone', 'complaintPhone', 'faq', 'remedy'],
} as const satisfies Record<string, readonly (keyof ItemContent)[]>

export type Section = keyof typeof SECTIONS

export const SECTION_NAMES = {
  basics: '基本信息',
  basis: '依据与条件',
  materials: '申请材料',
  steps: '办理环节',
  limits: '时限',
  fee: '收费',
  handling: '办理形式与地点',
  result: '结果与样本',
  form: '申请表',
  situations: '情形引导',
  contact: '联系与救济',
} as const satisfies Record<Section, string>

/** What a clerk may change. The organ and the origin belong to the item, not to its text. */
const EDITABLE: ReadonlySet<string> = new Set(Object.values(SECTIONS).flat())

/** JSON with sorted keys: the same content always reads the same, whatever wrote it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}

/** In which sections two contents differ. With nothing to compare, every section is new. */
export function changedSections(before: ItemContent | null, after: ItemContent): Section[] {
  const sections = Object.keys(SECTIONS) as Section[]
  if (before === null) return sections
  return sections.filter((s) => SECTIONS[s].some((key) => canonical(before[key]) !== canonical(after[key])))
}

/** The next draft starts as the version in force reads; it is a new object, so that the published one stays as it is. */
export const newDraftFrom = (published: ItemContent): ItemContent => structuredClone(published)

/** Text without what no database keeps and nobody can see: control characters but line breaks, and halves of characters. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '')
}

/** The same for every text of a value, such as a patch or a record of a source. */
export function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, clean(v)]))
}

const chinese = z.locales.zhCN().localeError

/**
 * The draft after the clerk's change. Refuses parts that are not the clerk's to change and values that the type of the
 * item does not allow, naming the place; whether the guide is complete is the gate's question, not this one's.
 */
export function applyPatch(content: ItemContent, patch: Record<string, unknown>): Result<ItemContent> {
  const foreign = Object.keys(patch).find((key) => !EDITABLE.has(key))
  if (foreign !== undefined)
    return refuse('invalid', `“${foreign}”不能在这里改，草稿没有保存。`, { field: foreign })
  // A guide that was completed with invented parts may be marked; a mark once set stays, whatever is rewritten.
  if (content.sample && 'sample' in patch && patch['sample'] !== true)
    return refuse('invalid', '示例的标记不能去掉，草稿没有保存。', { field: 'sample' })
  const parsed = itemContent.safeParse({ ...content, ...(clean(patch) as object) }, { error: chinese })
  if (parsed.success) return done(parsed.data)
  const issue = parsed.error.issues[0]!
  const field = issue.path.join('.')
  return refuse('invalid', `“${field}”填得不对：${issue.message}。草稿没有保存。`, { field })
}
