import { checkCreditCode, checkPhone, checkResidentId } from '../../identity/index.ts'
import type { Result } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import type { AreaTree } from '../areas/tree.ts'
import type { PlainField } from '../form.ts'
import { bareNumeral } from './numeral.ts'
import { dayText } from './text.ts'
import type { FormValue } from './value.ts'

/** A sentence that names what is wrong and the way out. */
export interface Fault {
  zh: string
  en: string
}

/** What judging a form needs to know of the world. */
export interface FormContext {
  now: Date
  areas: AreaTree
}

/** `at` names the part of the field that is wrong (`idNumber`), empty for the field as a whole. */
export type Checked<T = FormValue> = { value: T } | { faults: ({ at: string } & Fault)[] }

export const no = (zh: string, en: string, at = ''): { faults: ({ at: string } & Fault)[] } => ({
  faults: [{ at, zh, en }],
})

/** What a label is called in English; the Chinese one where the item has none. */
export const inEnglish = (field: { label: string; labelEn: string }): string => field.labelEn || field.label

/** Checks an answer that is one text. */
export function checkOne(field: PlainField, text: string, now: Date): Checked<string> {
  switch (field.type) {
    case 'number':
    case 'money':
      return checkNumber(field, text)
    case 'date':
      return checkDate(field, text.trim(), now)
    case 'choice':
      return field.options.some((o) => o.value === text)
        ? { value: text }
        : no(
            `请在列出的选项里选一个：${field.label}`,
            `Choose one of the listed options for ${inEnglish(field)}`,
          )
    case 'resident-id':
      return fromCheck(checkResidentId(text, dayOf(now)))
    case 'credit-code':
      return fromCheck(checkCreditCode(text))
    case 'phone':
      return fromCheck(checkPhone(text))
    case 'person-name':
      return checkName(field, text)
    case 'text':
    case 'long-text':
    case 'address':
      return checkText(field, text)
    default:
      return no(`请重新填写：${field.label}`, `Please enter again: ${inEnglish(field)}`)
  }
}

export const fromCheck = (result: Result<string>, at = ''): Checked<string> =>
  result.ok
    ? { value: result.value }
    : no(result.refusal.sentence, result.refusal.english ?? result.refusal.sentence, at)

function checkNumber(field: PlainField, typed: string): Checked<string> {
  const bare = bareNumeral(typed)
  const example = field.type === 'money' ? '1200 或 1200.50' : '86 或 86.5'
  const exampleEn = field.type === 'money' ? '1200 or 1200.50' : '86 or 86.5'
  if (!/^-?\d+(\.\d+)?$/.test(bare)) {
    const unit = field.unit && bare.endsWith(field.unit) ? `，不用写「${field.unit}」` : ''
    return no(`请填数字，例如 ${example}${unit}`, `Enter a number, for example ${exampleEn}`)
  }
  if (bare.replace(/^-/, '').length > 15)
    return no('数字太长，请再看一遍', 'This number is too long; please check it')
  if (field.type === 'money' && /\.\d{3,}$/.test(bare))
    return no('金额最多写到分，也就是两位小数', 'Amounts have at most two decimals')
  const value = Number(bare)
  const unit = field.unit ? ` ${field.unit}` : ''
  if (field.min !== undefined && value < field.min)
    return no(`不能少于 ${field.min}${unit}，您填了 ${bare}`, `At least ${field.min}; you entered ${bare}`)
  if (field.max !== undefined && value > field.max)
    return no(`不能多于 ${field.max}${unit}，您填了 ${bare}`, `At most ${field.max}; you entered ${bare}`)
  return { value: bare.replace(/^(-?)0+(?=\d)/, '$1') }
}

export function checkDate(field: Pick<PlainField, 'dateRule'>, typed: string, now: Date): Checked<string> {
  const day = dayFrom(typed)
  if (day === null)
    return no('请写成年月日，例如 2026-11-23', 'Write the date as year-month-day, for example 2026-11-23')
  if (day === 'no-such-day')
    return no(`没有 ${typed} 这一天，请再看一遍`, `There is no ${typed}; please check the date`)
  if (day < '1900-01-01' || day > '2199-12-31')
    return no(`年份 ${day.slice(0, 4)} 不对，请再看一遍`, `The year ${day.slice(0, 4)} cannot be right`)
  const today = dayOf(now)
  if (field.dateRule === 'past' && day > today)
    return no(`不能晚于今天（${dayText(today, 'zh')}）`, `The date cannot be after today (${today})`)
  if (field.dateRule === 'future' && day < today)
    return no(`不能早于今天（${dayText(today, 'zh')}）`, `The date cannot be before today (${today})`)
  return { value: day }
}

type Lengths = Pick<PlainField, 'type' | 'minLength' | 'maxLength'>

/** 2026-11-3, 2026年11月3日, 2026/11/03, 20261103 and their full-width forms. */
function dayFrom(typed: string): string | 'no-such-day' | null {
  const bare = typed.normalize('NFKC').trim()
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(bare) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(bare)
  if (!found) return null
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : 'no-such-day'
}

export function checkName(field: Lengths, typed: string): Checked<string> {
  const name = typed.normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (/\d/.test(name)) return no('姓名里不会有数字，请再看一遍', 'A name has no digits; please check it')
  return checkText({ ...field, minLength: field.minLength ?? 2, maxLength: field.maxLength ?? 50 }, name)
}

export function checkText(field: Lengths, typed: string): Checked<string> {
  const text = typed.trim()
  const length = [...text].length
  const most = field.maxLength ?? (field.type === 'long-text' ? 2000 : 200)
  if (field.minLength !== undefined && length < field.minLength)
    return no(
      `至少写 ${field.minLength} 个字，您写了 ${length} 个`,
      `At least ${field.minLength} characters; you wrote ${length}`,
    )
  if (length > most)
    return no(
      `最多 ${most} 个字，您写了 ${length} 个，请删去 ${length - most} 个`,
      `At most ${most} characters; you wrote ${length}, please cut ${length - most}`,
    )
  // Control characters come in by copying from elsewhere and would spoil the printed papers.
  if (/[^\P{Cc}\n\t]/u.test(text))
    return no(
      '里面有看不见的字符，请删掉重新输入',
      'There are invisible characters in it; please type it again',
    )
  return { value: text }
}
