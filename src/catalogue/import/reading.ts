import { z } from 'zod'
import { promiseWithinLaw } from '../../regulation/index.ts'
import { codeFaults, implCodeParts } from '../codes.ts'
import { type ItemContent, itemContent, type Limit } from '../item.ts'

/** Why a record is not taken: which field of the source, a stable reason for counting, and a sentence. */
export interface RecordFault {
  field: string
  reason: string
  sentence: string
}

/** A record as we understand it: the draft's content but for the id of the organ, which the database knows. */
export interface ReadRecord {
  content: ItemContent
  /** The elements that the source speaks of; null: all that there are. What it does not speak of, an item keeps. */
  said: (keyof ItemContent)[] | null
  organ: { name: string; creditCode: string; areaCode: string; areaName: string }
}

export type Reading =
  | { ok: true; record: ReadRecord }
  | { ok: false; name: string; implCode: string; faults: RecordFault[] }

/** Text that may be missing. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '')
export const texts = z
  .array(z.string())
  .nullish()
  .transform((list) => (list ?? []).map((t) => t.trim()).filter((t) => t !== ''))
export const flag = z.boolean().nullish()
export const count = z
  .number()
  .int()
  .min(0)
  .max(1000)
  .nullish()
  .transform((n) => n ?? 0)
export const rawLimit = z
  .object({ days: z.number().int().min(0).max(3650), unit: z.string() })
  .nullish()
  .transform((value) => value ?? null)
export type RawLimit = z.infer<typeof rawLimit>

const UNITS: Record<string, Limit['unit']> = { 工作日: 'G', 自然日: 'Z' }

/** A limit in a unit that the law's clocks know; any other is left to the clerk, with a note of what the source says. */
export function limitOf(raw: RawLimit, what: string, notes: string[]): Limit | null {
  if (raw === null) return null
  const unit = UNITS[raw.unit.trim()]
  if (unit) return { days: raw.days, unit }
  notes.push(`来源写的${what}是“${raw.days} ${raw.unit}”，不是工作日或自然日。请换算后填写。`)
  return null
}

const SUBJECTS: Record<string, '1' | '2' | '3' | '4' | '5' | '6'> = {
  自然人: '1',
  企业法人: '2',
  事业法人: '3',
  事业单位法人: '3',
  社会组织法人: '4',
  社会团体法人: '4',
  基金会法人: '4',
  民办非企业法人: '4',
  行政机关: '5',
  // The national table has no place of its own for enterprises without legal personality.
  非法人企业: '6',
  其他组织: '6',
}

/** 服务对象 by name or by national code. */
export function subjectsOf(named: string[], notes: string[]): ItemContent['serviceObjects'] {
  const codes = new Set<'1' | '2' | '3' | '4' | '5' | '6'>()
  for (const name of named) {
    const code = SUBJECTS[name] ?? (/^[1-6]$/.test(name) ? (name as '1') : null)
    if (code) codes.add(code)
    else notes.push(`来源的服务对象“${name}”不在国家代码里，没有收。请核对服务对象。`)
  }
  return [...codes].sort()
}

/** One condition a line. */
export const linesOf = (value: string): string[] =>
  value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A note about codes of tables that we were not given: kept as they are, never guessed. */
export const undecoded = (what: string, codes: string[]): string[] =>
  codes.length === 0 ? [] : [`来源的${what}代码是 ${codes.join('、')}，没有对照表，没有收。请自己填写。`]

/** Names of our fields in the source that is being read, for refusals. */
export type FieldNames = Partial<
  Record<
    'basicCode' | 'implCode' | 'handleItemCode' | 'itemType' | 'level' | 'promiseLimit' | 'name' | 'dept',
    string
  >
>

const FIELDS: Required<FieldNames> = {
  basicCode: 'basic_code',
  implCode: 'impl_code',
  handleItemCode: 'handle_item_code',
  itemType: 'item_type_code',
  level: 'level',
  promiseLimit: 'promise_limit',
  name: 'name',
  dept: 'dept',
}

/**
 * Judges what was read: a record that contradicts itself or the law is refused, whole, with every reason; one that only
 * lacks something is taken, and the gate lists what.
 */
export function judged(
  draft: z.input<typeof itemContent>,
  organ: Omit<ReadRecord['organ'], 'areaCode'>,
  more: RecordFault[] = [],
  names: FieldNames = {},
  said: ReadRecord['said'] = null,
): Reading {
  const content = itemContent.parse(draft)
  const called = { ...FIELDS, ...names }
  const faults: RecordFault[] = [
    ...more,
    ...codeFaults(content).map((f) => ({ ...f, field: called[f.field] })),
  ]
  const { legalLimit, promiseLimit } = content
  // Across units only a person can tell; the gate asks for one.
  if (legalLimit && promiseLimit && legalLimit.unit === promiseLimit.unit) {
    const ruling = promiseWithinLaw(legalLimit, promiseLimit)
    if (ruling.outcome === 'not-met')
      faults.push({
        field: called.promiseLimit,
        reason: 'promise-over-law',
        sentence: ruling.sentence.zh,
      })
  }
  if (content.name === '' && content.implCode === '')
    faults.push({
      field: called.name,
      reason: 'missing',
      sentence: '名称和实施编码都没有，不知道是哪个事项。',
    })
  if (organ.name === '' && organ.creditCode === '')
    faults.push({
      field: called.dept,
      reason: 'missing',
      sentence: '没有实施部门，也没有实施编码，不知道归哪个部门管。',
    })
  if (faults.length > 0) return { ok: false, name: content.name, implCode: content.implCode, faults }
  return { ok: true, record: { content, said, organ: { ...organ, areaCode: content.areaCode } } }
}

/** The organ's credit code and the level, as the implementation code states them. */
export const statedBy = (implCode: string): { creditCode: string; level: string } => {
  const parts = implCodeParts(implCode)
  return { creditCode: parts?.creditCode ?? '', level: parts?.level ?? '' }
}

/** What is wrong with a record's fields, named as the source names them. */
export function schemaFaults(error: z.ZodError): RecordFault[] {
  return error.issues.map((issue) => ({
    field: issue.path.join('.') || 'record',
    reason: issue.code === 'invalid_type' ? 'wrong-type' : 'bad-value',
    sentence: `“${issue.path.join('.') || '整条'}”读不懂：${issue.message}。`,
  }))
}
