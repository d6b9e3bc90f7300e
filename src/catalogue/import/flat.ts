import { z } from 'zod'
import { ITEM_TYPE_NAMES } from '../item.ts'
import {
  count,
  flag,
  judged,
  limitOf,
  linesOf,
  type Reading,
  type RecordFault,
  rawLimit,
  statedBy,
  subjectsOf,
  text,
  texts,
} from './reading.ts'

/** One record of a province's exported catalogue. Fields that we have no use for are let be. */
export const flatRecord = z.object({
  impl_code: text,
  basic_code: text,
  name: text,
  item_type_code: text,
  item_type: text,
  dept: text,
  dept_org_code: text,
  area_code: text,
  area: text,
  level: text,
  conditions: text,
  materials: texts,
  legal_limit: rawLimit,
  promise_limit: rawLimit,
  visits_required: count,
  online: flag,
  express: flag,
  bookable: flag,
  place: text,
  co_departments: text,
  consult_phone: text,
  complaint_phone: text,
  themes: texts,
  service_objects: texts,
})

const LEVELS: Record<string, string> = {
  国家级: '1',
  省级: '2',
  市级: '3',
  县级: '4',
  区级: '4',
  '镇（乡、街道）级': '5',
  镇级: '5',
  '村（社区）级': '6',
  村级: '6',
}

const NO_COUNTER = /^无(线下)?(办理)?窗口$|^无线下办理窗口$/

/**
 * The source states no legal basis, no procedure, no fee and no sample: they stay gaps for the clerk. Of materials it has
 * the names alone. An implementation code of 33 places is a handle item's: its first 31 are the item's own.
 */
export function readFlat(raw: z.output<typeof flatRecord>): Reading {
  const notes: string[] = []
  const isHandleItem = raw.impl_code.length === 33
  const implCode = isHandleItem ? raw.impl_code.slice(0, 31) : raw.impl_code
  const stated = statedBy(implCode)
  const level = LEVELS[raw.level]
  if (raw.level !== '' && level === undefined)
    notes.push(`来源的行使层级“${raw.level}”不在国家代码里，请核对。`)
  const typeName = ITEM_TYPE_NAMES[raw.item_type_code]
  if (raw.item_type !== '' && typeName !== undefined && typeName !== raw.item_type)
    notes.push(
      `来源写的事项类型是“${raw.item_type}”，国家代码 ${raw.item_type_code} 是“${typeName}”。请核对。`,
    )
  if (raw.co_departments !== '') notes.push(`来源写有联办部门：${raw.co_departments}。请在办理环节里安排。`)
  if (raw.materials.length > 0)
    notes.push('来源只有材料名称。份数、形式、必要性、来源和依据是默认值，请逐份核对。')
  const counter = raw.place !== '' && !NO_COUNTER.test(raw.place)
  const promiseLimit = limitOf(raw.promise_limit, '承诺时限', notes)
  return judged(
    {
      sample: false,
      name: raw.name,
      basicCode: raw.basic_code,
      implCode,
      handleItemCode: isHandleItem ? raw.impl_code : '',
      itemType: raw.item_type_code,
      projectType: promiseLimit?.days === 0 ? '1' : '2',
      level: level ?? stated.level,
      areaCode: raw.area_code,
      organId: '',
      organName: raw.dept,
      serviceObjects: subjectsOf(raw.service_objects, notes),
      topics: raw.themes,
      conditions: linesOf(raw.conditions),
      materials: raw.materials.map((name, i) => ({ key: `m${i + 1}`, name, form: 'both' as const })),
      legalLimit: limitOf(raw.legal_limit, '法定时限', notes),
      promiseLimit,
      handlingForms: [...(counter ? ['1' as const] : []), ...(raw.online ? ['2' as const] : [])],
      visits: raw.visits_required,
      express: raw.express === true,
      bookable: raw.bookable === true,
      place: counter ? { name: '', address: raw.place, hours: '' } : null,
      consultPhone: raw.consult_phone,
      complaintPhone: raw.complaint_phone,
      origin: `导入的公开指南（${raw.area || raw.area_code || '地区不明'}）`,
      sourceNotes: notes,
    },
    { name: raw.dept, creditCode: stated.creditCode, areaName: raw.area },
    organFaults(raw.dept_org_code, stated.creditCode),
    { handleItemCode: 'impl_code' },
  )
}

/** 组织机构代码 is the ninth to seventeenth character of the credit code. */
function organFaults(orgCode: string, creditCode: string): RecordFault[] {
  if (orgCode === '' || creditCode === '' || creditCode.slice(8, 17) === orgCode) return []
  return [
    {
      field: 'dept_org_code',
      reason: 'parts-contradict',
      sentence: `组织机构代码是 ${orgCode}，实施编码里的是 ${creditCode.slice(8, 17)}，两处要相同。请核对哪一处写错。`,
    },
  ]
}
