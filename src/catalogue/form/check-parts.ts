import { bareNumber, checkCreditCode } from '../../identity/index.ts'
import { dayOf } from '../../regulation/index.ts'
import { areaNames, isWhole } from '../areas/tree.ts'
import { type PersonIdKind, type PlainField, personIdKinds } from '../form.ts'
import {
  type Checked,
  checkDate,
  checkName,
  checkText,
  type FormContext,
  fromCheck,
  no,
} from './check-one.ts'
import { bareNumeral } from './numeral.ts'
import { checkPersonId } from './person-id.ts'
import type { Parts } from './value.ts'

type Given = Record<string, unknown>
type Part = Checked<string>

const textOf = (given: Given, part: string): string => {
  const value = given[part]
  return typeof value === 'string' ? value : ''
}

/** A part that must be there; its own check runs when it is. */
function need(given: Given, at: string, zh: string, en: string, check: (text: string) => Part): Part {
  const text = textOf(given, at)
  if (text.trim() === '') return no(zh, en, at)
  const checked = check(text)
  return 'faults' in checked ? { faults: checked.faults.map((f) => ({ ...f, at })) } : checked
}

const maybe = (given: Given, at: string, check: (text: string) => Part): Part =>
  textOf(given, at).trim() === '' ? { value: '' } : need(given, at, '', '', check)

/** All parts together: their faults, or their values without the empty ones. */
function together(parts: Record<string, Part>): Checked<Parts> {
  const faults = Object.values(parts).flatMap((p) => ('faults' in p ? p.faults : []))
  if (faults.length > 0) return { faults }
  const values = Object.entries(parts).map(([at, p]) => [at, (p as { value: string }).value] as const)
  return { value: Object.fromEntries(values.filter(([, value]) => value !== '')) }
}

const line = (max: number) => (text: string) => checkText({ type: 'text', maxLength: max }, text)

/** Checks an answer of several parts, at least one of them given. */
export function checkParts(field: PlainField, given: Given, context: FormContext): Checked<Parts> {
  switch (field.type) {
    case 'period':
      return checkPeriod(field, given, context.now)
    case 'person':
      return checkPerson(field, given, context.now)
    case 'body':
      return together({
        name: need(given, 'name', '请填单位名称', 'Enter the name of the body', line(100)),
        creditCode: need(
          given,
          'creditCode',
          '请填统一社会信用代码，共 18 位',
          'Enter the 18-place unified credit code',
          (t) => fromCheck(checkCreditCode(t)),
        ),
      })
    case 'account':
      return together({
        holder: need(
          given,
          'holder',
          '请填户名，和开户时的名称一样',
          'Enter the holder as at the bank',
          line(100),
        ),
        bank: need(given, 'bank', '请填开户银行，写到支行', 'Enter the bank with its branch', line(100)),
        number: need(given, 'number', '请填账号', 'Enter the account number', checkAccount),
      })
    case 'region-address':
      return checkRegion(field, given, context)
    case 'map-point':
      return checkPoint(given)
    case 'signature':
      return checkSignature(given)
    case 'file':
      return textOf(given, 'fileId') === ''
        ? no(`还没有上传：${field.label}`, `Not uploaded yet: ${field.labelEn || field.label}`)
        : { value: { fileId: textOf(given, 'fileId'), name: textOf(given, 'name') } }
    default:
      return no(`请重新填写：${field.label}`, `Please enter again: ${field.labelEn || field.label}`)
  }
}

function checkPeriod(field: PlainField, given: Given, now: Date): Checked<Parts> {
  const day = (text: string) => checkDate(field, text.trim(), now)
  const checked = together({
    from: need(given, 'from', '请填开始的日期', 'Enter the first day', day),
    to: need(given, 'to', '请填结束的日期', 'Enter the last day', day),
  })
  if ('faults' in checked) return checked
  const { from, to } = checked.value
  return to! < from!
    ? no(`结束的日期早于开始的 ${from}，请再看一遍`, `The last day is before the first (${from})`, 'to')
    : checked
}

function checkPerson(field: PlainField, given: Given, now: Date): Checked<Parts> {
  const kinds: readonly string[] = field.idKinds.length > 0 ? field.idKinds : personIdKinds
  const kind = need(given, 'idKind', '请选证件类型', 'Choose the kind of document', (text) =>
    kinds.includes(text)
      ? { value: text }
      : no('请在列出的证件里选一种', 'Choose one of the listed documents'),
  )
  return together({
    name: need(given, 'name', '请填姓名', 'Enter the name', (text) =>
      checkName({ type: 'person-name' }, text),
    ),
    idKind: kind,
    idNumber: need(given, 'idNumber', '请填证件号码', 'Enter the number of the document', (text) =>
      'value' in kind
        ? fromCheck(checkPersonId(kind.value as PersonIdKind, text, dayOf(now)))
        : { value: text },
    ),
  })
}

/** Accounts of companies and cards of persons differ in length and check; digits and a sane length is what they share. */
function checkAccount(typed: string): Part {
  const number = bareNumber(typed)
  if (!/^\d+$/.test(number)) return no('账号只有数字，请去掉别的字符', 'An account number has digits only')
  return number.length < 8 || number.length > 32
    ? no(
        `账号是 8 到 32 位，您填了 ${number.length} 位`,
        `An account number has 8 to 32 digits; you entered ${number.length}`,
      )
    : { value: number }
}

function checkRegion(field: PlainField, given: Given, { areas }: FormContext): Checked<Parts> {
  const code = textOf(given, 'region')
  const region: Part = isWhole(areas, code, field.regionDepth)
    ? { value: code }
    : code === ''
      ? no('请选区县和街道', 'Choose the district and the street', 'region')
      : no(
          `「${areaNames(areas, code)}」下面还要选一级`,
          `Please choose one more step below ${areaNames(areas, code)}`,
          'region',
        )
  const checked = together({
    region,
    names: { value: areaNames(areas, code) },
    detail: need(
      given,
      'detail',
      '请填详细地址：路名、门牌、楼层',
      'Enter street, number and floor',
      line(200),
    ),
  })
  return checked
}

function checkPoint(given: Given): Checked<Parts> {
  const degrees =
    (least: number, most: number, zh: string, en: string) =>
    (typed: string): Part => {
      const bare = bareNumeral(typed).replace(/[°度]$/, '')
      const value = Number(bare)
      return /^\d{1,3}(\.\d{1,10})?$/.test(bare) && value >= least && value <= most
        ? { value: bare.replace(/^0+(?=\d)/, '') }
        : no(
            `${zh}在 ${least} 到 ${most} 之间，例如 ${zh === '经度' ? '119.3062' : '26.0753'}`,
            `${en} lies between ${least} and ${most}`,
          )
    }
  const parts = {
    address: need(given, 'address', '请写这个点在哪里', 'Say where this point is', line(200)),
    // The mainland and its seas lie within.
    lng: maybe(given, 'lng', degrees(73, 136, '经度', 'Longitude')),
    lat: maybe(given, 'lat', degrees(3, 54, '纬度', 'Latitude')),
  }
  const checked = together(parts)
  if ('faults' in checked) return checked
  const { lng = '', lat = '' } = checked.value
  if ((lng === '') === (lat === '')) return checked
  return lng === ''
    ? no('有纬度没有经度，两个一起填，或者都不填', 'Give longitude and latitude together, or neither', 'lng')
    : no('有经度没有纬度，两个一起填，或者都不填', 'Give longitude and latitude together, or neither', 'lat')
}

function checkSignature(given: Given): Checked<Parts> {
  const name = need(given, 'name', '请写上姓名，作为签名', 'Type your name as your signature', (text) =>
    checkName({ type: 'person-name' }, text),
  )
  const fileId = textOf(given, 'fileId')
  if (fileId !== '') return together({ name, fileId: { value: fileId } })
  const declared: Part =
    textOf(given, 'declared') === 'yes'
      ? { value: 'yes' }
      : no('请勾选确认，或者上传签名的照片', 'Please tick the confirmation, or upload a picture', 'declared')
  return together({ name, declared })
}
