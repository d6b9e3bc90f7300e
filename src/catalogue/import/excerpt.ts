import { z } from 'zod'
import { ITEM_TYPE_NAMES } from '../item.ts'
import {
  judged,
  limitOf,
  linesOf,
  type Reading,
  rawLimit,
  statedBy,
  subjectsOf,
  text,
  texts,
} from './reading.ts'

const law = z.object({ name: text, number: text, clause: text, content: text })

/** What somebody copied from a page: any part may be missing, and what is there is mostly prose. */
export const excerptRecord = z.object({
  source: text,
  city: text,
  impl_code: text,
  basic_code: text,
  local_code: text,
  name: text,
  item_type: text,
  dept: text,
  service_objects: texts,
  laws: z.array(law).nullish(),
  laws_text: text,
  conditions: text,
  materials: z.array(z.string().or(z.object({ name: text, source: text }))).nullish(),
  legal_limit: rawLimit,
  promise_limit: rawLimit,
  limit: text,
  place: text,
  places: texts,
  accept_office: text,
  consult_phones: texts,
  consult_phone: text,
  complaint_phone: text,
  fee: text,
  result: text,
  valid_for: text,
  review: text,
  incomplete: z.boolean().nullish(),
})
type Raw = z.output<typeof excerptRecord>

/** Takes what the page says, guesses nothing: what is ambiguous becomes a note for the clerk. */
export function readExcerpt(raw: Raw): Reading {
  const notes = notesOf(raw)
  const stated = statedBy(raw.impl_code)
  const places = raw.places.length > 0 ? raw.places : [raw.place].filter((p) => p !== '')
  return judged(
    {
      sample: false,
      name: raw.name,
      basicCode: raw.basic_code,
      implCode: raw.impl_code,
      itemType: typeNamed(raw.item_type, notes),
      level: stated.level,
      organId: '',
      organName: raw.dept,
      serviceObjects: subjectsOf(raw.service_objects, notes),
      legalBasis: raw.laws ?? lawsIn(raw.laws_text),
      conditions: linesOf(raw.conditions),
      materials: materialsOf(raw, notes),
      legalLimit: limitOf(raw.legal_limit, '法定时限', notes),
      promiseLimit: limitOf(raw.promise_limit, '承诺时限', notes),
      fee: raw.fee === '不收费' ? { charged: false, basis: '' } : null,
      handlingForms: places.length > 0 ? ['1'] : [],
      place: places.length > 0 ? { name: raw.accept_office, address: places.join('\n'), hours: '' } : null,
      result: resultNamed(raw),
      consultPhone: raw.consult_phone || raw.consult_phones.join('；'),
      complaintPhone: raw.complaint_phone,
      origin: `导入：${raw.source}（${raw.city || '地区不明'}）`,
      sourceNotes: notes,
    },
    { name: raw.dept, creditCode: stated.creditCode, areaName: raw.city },
  )
}

function materialsOf(raw: Raw, notes: string[]) {
  const list = (raw.materials ?? []).map((m) =>
    typeof m === 'string' ? { name: m.trim(), source: '' } : { name: m.name, source: m.source },
  )
  const cut = list.filter((m) => m.name.includes('…'))
  if (cut.length > 0) notes.push(`来源的材料清单在“${cut[0]!.name}”处断了，后面的没有收。请补全。`)
  if (list.length > 0) notes.push('来源没有写全材料的份数、形式、必要性和依据，现在是默认值，请逐份核对。')
  return list
    .filter((m) => m.name !== '')
    .map((m, i) => ({
      key: `m${i + 1}`,
      name: m.name,
      form: 'both' as const,
      source: m.source === '' || m.source === '申请人自备' ? ('10' as const) : ('20' as const),
      sourceOrgan: m.source === '申请人自备' ? '' : m.source,
    }))
}

/** 「《某条例》第四条……」: name, clause, and what it says; without a clause the text is only a name. */
function lawsIn(prose: string) {
  if (prose === '') return []
  const found = /^《([^》]+)》\s*(第[〇零一二三四五六七八九十百\d]+条)([\s\S]*)$/.exec(prose)
  return found
    ? [{ name: `《${found[1]}》`, clause: found[2]!, content: found[3]!.trim() }]
    : [{ name: prose }]
}

function typeNamed(name: string, notes: string[]): string {
  const codes = Object.keys(ITEM_TYPE_NAMES).filter((code) => ITEM_TYPE_NAMES[code] === name)
  if (codes.length === 1) return codes[0]!
  if (name !== '') notes.push(`来源写的事项类型是“${name}”，对应不到唯一的国家代码。请选择。`)
  return ''
}

function resultNamed({ result, valid_for }: Raw) {
  const name = result.replace(/^《(.*)》$/, '$1')
  if (name === '') return null
  const years = /^(\d+)\s*年$/.exec(valid_for)?.[1]
  const type = /(证|证书|执照)$/.test(name) ? ('licence' as const) : ('approval' as const)
  return { type, name, validMonths: years ? Number(years) * 12 : null }
}

function notesOf(raw: Raw): string[] {
  return [
    ...(raw.incomplete ? ['来源只是一部分，后面的没有。请对照原指南补全。'] : []),
    ...(raw.local_code === '' ? [] : [`来源的本地编码是 ${raw.local_code}，不是 12 位基本编码，没有收。`]),
    ...(raw.basic_code === '' && raw.impl_code.length === 31
      ? [`来源没写基本编码；实施编码的最后 12 位是 ${raw.impl_code.slice(19)}，请核对后填写。`]
      : []),
    ...(raw.limit === '' ? [] : [`来源只写时限“${raw.limit}”，没写是法定还是承诺。请核对后填写。`]),
    ...(raw.fee === '' || raw.fee === '不收费' ? [] : [`来源写的收费是“${raw.fee}”。请写明依据和标准。`]),
    ...(raw.review === '' ? [] : [`来源的审查内容：${raw.review}`]),
  ]
}
