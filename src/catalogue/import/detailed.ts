import { z } from 'zod'
import { ITEM_TYPE_NAMES, type ItemContent } from '../item.ts'
import {
  count,
  flag,
  judged,
  limitOf,
  linesOf,
  type Reading,
  rawLimit,
  statedBy,
  subjectsOf,
  text,
  texts,
  undecoded,
} from './reading.ts'

const detailedMaterial = z.object({
  name: text,
  required: flag,
  by_law: text,
  original_copies: count,
  photocopies: count,
  sign_requirement: text,
  source: text,
  source_channel_code: text,
  paper: text,
  accept_standard: text,
  remark: text,
})

const list = <T extends z.ZodType>(of: T) =>
  z
    .array(of)
    .nullish()
    .transform((value) => value ?? [])

/** One record of an item library: national codes as they are, materials with copies and basis, laws clause by clause. */
export const detailedRecord = z.object({
  impl_code: text,
  basic_code: text,
  handle_item_code: text,
  name: text,
  item_type_code: text,
  item_type: text,
  level_code: text,
  area_code: text,
  dept: text,
  dept_code: text,
  serve_object_codes: texts,
  project_type_code: text,
  legal_limit: rawLimit,
  legal_limit_note: text,
  promise_limit: rawLimit,
  promise_limit_note: text,
  fee: flag,
  conditions: text,
  materials: list(detailedMaterial),
  laws: list(z.object({ name: text, number: text, clause: text, content: text })),
  special_links: list(
    z.object({ name_code: text, days: z.number().int().min(0).max(3650), unit: z.string(), basis: text }),
  ),
  window: z
    .object({ name: text, address: text, hours: text, traffic: text })
    .nullish()
    .transform((value) => value ?? null),
  result: z
    .object({ name: text, type_code: text })
    .nullish()
    .transform((value) => value ?? null),
  handle_form_codes: texts,
  online: flag,
  express: flag,
  pay_online: flag,
  bookable: flag,
  visits_required: count,
  visit_reason: text,
  consult_phone: text,
  complaint_phone: text,
  themes: z.object({ natural: texts, legal: texts }).nullish(),
  accept_standard: text,
  faq: list(z.object({ q: text, a: text })),
  procedure_text: text,
  intermediary: text,
  exercise_content: text,
})
type Raw = z.output<typeof detailedRecord>

const said = (value: string) => (value === '无' ? '' : value)

/** The source has no table of steps and no sample of the result: they stay gaps for the clerk. */
export function readDetailed(raw: Raw, from: string): Reading {
  const notes = notesOf(raw)
  const stated = statedBy(raw.impl_code)
  const creditCode = stated.creditCode || raw.dept_code
  const contradicts = raw.dept_code !== '' && stated.creditCode !== '' && raw.dept_code !== stated.creditCode
  return judged(
    {
      sample: false,
      name: raw.name,
      basicCode: raw.basic_code,
      implCode: raw.impl_code,
      handleItemCode: raw.handle_item_code,
      itemType: raw.item_type_code,
      projectType: raw.project_type_code === '1' ? '1' : '2',
      level: raw.level_code || stated.level,
      areaCode: raw.area_code,
      organId: '',
      organName: raw.dept,
      serviceObjects: subjectsOf(raw.serve_object_codes, notes),
      legalBasis: raw.laws,
      conditions: linesOf(raw.conditions),
      materials: raw.materials.map(materialOf),
      legalLimit: limitOf(raw.legal_limit, '法定时限', notes),
      legalLimitNote: said(raw.legal_limit_note),
      promiseLimit: limitOf(raw.promise_limit, '承诺时限', notes),
      promiseLimitNote: said(raw.promise_limit_note),
      specialProcedures: specialsOf(raw, notes),
      fee:
        raw.fee === false
          ? { charged: false, basis: '' }
          : raw.fee
            ? { charged: true, basis: '', payOnline: raw.pay_online === true }
            : null,
      handlingForms: formsOf(raw, notes),
      visits: raw.visits_required,
      visitReason: said(raw.visit_reason),
      express: raw.express === true,
      bookable: raw.bookable === true,
      place: raw.window,
      result: resultOf(raw, notes),
      consultPhone: raw.consult_phone,
      complaintPhone: raw.complaint_phone,
      faq: raw.faq,
      origin: from === '' ? '导入的事项库记录' : `导入：${from}`,
      sourceNotes: notes,
    },
    { name: raw.dept, creditCode, areaName: '' },
    contradicts
      ? [
          {
            field: 'dept_code',
            reason: 'parts-contradict',
            sentence: `部门代码是 ${raw.dept_code}，实施编码里的是 ${stated.creditCode}，两处要相同。请核对哪一处写错。`,
          },
        ]
      : [],
    { level: 'level_code' },
  )
}

function materialOf(m: Raw['materials'][number], i: number) {
  const source = (['10', '20', '30', '99'] as const).find((code) => code === m.source_channel_code)
  return {
    key: `m${i + 1}`,
    name: m.name,
    need: m.required === false ? ('optional' as const) : ('required' as const),
    form: m.original_copies + m.photocopies > 0 ? ('paper' as const) : ('both' as const),
    originals: m.original_copies,
    copies: m.photocopies,
    source: source ?? ('99' as const),
    sourceOrgan: source === '10' ? '' : m.source,
    basis: m.by_law,
    standard: [m.sign_requirement, m.accept_standard].filter((t) => t !== '').join('；'),
    note: [m.paper && `纸张 ${m.paper}`, m.remark].filter((t) => t !== '').join('；'),
  }
}

function specialsOf(raw: Raw, notes: string[]): ItemContent['specialProcedures'] {
  return raw.special_links.flatMap((s) => {
    const limit = limitOf(s, '特别程序时限', notes)
    return limit ? [{ ...limit, name: `特别程序（来源代码 ${s.name_code || '缺'}）`, basis: s.basis }] : []
  })
}

function formsOf(raw: Raw, notes: string[]): ItemContent['handlingForms'] {
  const known = ['1', '2', '3', '4', '9'] as const
  const strange = raw.handle_form_codes.filter((code) => !known.some((k) => k === code))
  notes.push(...undecoded('办理形式', strange))
  return known.filter((code) => raw.handle_form_codes.includes(code))
}

const RESULT_TYPES: Record<string, 'licence' | 'approval' | 'none'> = {
  '10': 'licence',
  '20': 'approval',
  '99': 'none',
}

function resultOf({ result }: Raw, notes: string[]) {
  if (result === null || (result.name === '' && result.type_code === '')) return null
  const type = RESULT_TYPES[result.type_code]
  if (type) return { type, name: result.name }
  notes.push(`来源的结果类型代码是“${result.type_code}”，没有对照表。结果“${result.name}”请自己填写。`)
  return null
}

/** What the source says that has no field of its own here, so that nothing is lost on the way. */
function notesOf(raw: Raw): string[] {
  const typeName = ITEM_TYPE_NAMES[raw.item_type_code]
  return [
    ...(raw.item_type !== '' && typeName !== undefined && typeName !== raw.item_type
      ? [`来源写的事项类型是“${raw.item_type}”，国家代码 ${raw.item_type_code} 是“${typeName}”。请核对。`]
      : []),
    ...undecoded('主题', [...(raw.themes?.natural ?? []), ...(raw.themes?.legal ?? [])]),
    ...(raw.procedure_text === '' ? [] : [`来源的办理流程是一段文字，请拆成环节：${raw.procedure_text}`]),
    ...(raw.accept_standard === '' ? [] : [`来源的受理标准：${raw.accept_standard}`]),
    ...(said(raw.intermediary) === '' ? [] : [`来源的中介服务：${raw.intermediary}`]),
    ...(raw.exercise_content === '' ? [] : [`来源的行使内容：${raw.exercise_content}`]),
  ]
}
