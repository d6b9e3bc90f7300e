import type { Column, FieldType } from './model.ts'

interface Kind {
  name: string
  /** When to take it. */
  says: string
}

/** The kinds of field by what they ask for, in the words of the palette. */
export const FAMILIES: { name: string; kinds: Partial<Record<FieldType, Kind>> }[] = [
  {
    name: '文字',
    kinds: {
      text: { name: '一行字', says: '名称、编号、简短的回答' },
      'long-text': { name: '多行字', says: '理由、经过、说明' },
    },
  },
  {
    name: '选择',
    kinds: {
      choice: { name: '单选', says: '几个里选一个' },
      multiple: { name: '多选', says: '几个里选几个' },
    },
  },
  {
    name: '数和日期',
    kinds: {
      number: { name: '数', says: '可以带单位，也可以自动算' },
      money: { name: '金额', says: '到分，也可以自动算' },
      date: { name: '日期', says: '一天' },
      period: { name: '起止日期', says: '从哪天到哪天' },
    },
  },
  {
    name: '人和单位',
    kinds: {
      person: { name: '人', says: '姓名、证件类型和号码一起' },
      'person-name': { name: '姓名', says: '只要名字' },
      'resident-id': { name: '身份证号', says: '按国家标准核对' },
      body: { name: '单位', says: '名称和信用代码一起' },
      'credit-code': { name: '统一社会信用代码', says: '按国家标准核对' },
      phone: { name: '手机号', says: '11 位' },
      account: { name: '银行账号', says: '户名、开户行、账号' },
    },
  },
  {
    name: '地方',
    kinds: {
      'region-address': { name: '选到街道的地址', says: '先选区县、街道，再写门牌' },
      address: { name: '地址', says: '自己写整行地址' },
      'map-point': { name: '地图位置', says: '路口、门牌和经纬度' },
    },
  },
  {
    name: '表格和附件',
    kinds: {
      table: { name: '表格', says: '几行同样的内容，例如设备清单' },
      file: { name: '文件', says: '材料清单以外的附件' },
      signature: { name: '签名', says: '写姓名，或者上传签名照片' },
    },
  },
]

const ALL = Object.assign({}, ...FAMILIES.map((f) => f.kinds)) as Record<FieldType, Kind>

export const kindName = (type: FieldType): string => ALL[type].name

/** Kinds that may stand in a row of a table. */
export const COLUMN_TYPES: readonly FieldType[] = [
  'text',
  'number',
  'money',
  'date',
  'choice',
  'person-name',
  'resident-id',
  'credit-code',
  'phone',
  'address',
]
/** Kinds that may not stand in a group that is filled in several times. */
export const NOT_IN_ROWS: readonly FieldType[] = ['table', 'file', 'signature']

type Prefill = NonNullable<Column['prefill']>

export const PREFILL_NAMES: Record<Prefill, string> = {
  person: '实名认证：本人的姓名和证件',
  'person.name': '实名认证：姓名',
  'person.idNumber': '实名认证：证件号码',
  'person.address': '人口库：住址',
  'person.phone': '账户：手机号',
  body: '实名认证：单位名称和信用代码',
  'body.name': '实名认证：单位名称',
  'body.creditCode': '实名认证：信用代码',
  'body.legalPerson': '企业库：法定代表人',
  'body.address': '企业库：住所',
  'body.scope': '企业库：经营范围',
  'body.capital': '企业库：注册资本',
}

/** What the registers can answer, by kind of field. */
export function prefillsFor(type: FieldType): Prefill[] {
  switch (type) {
    case 'person':
      return ['person']
    case 'body':
      return ['body']
    case 'person-name':
      return ['person.name', 'body.legalPerson']
    case 'resident-id':
      return ['person.idNumber']
    case 'credit-code':
      return ['body.creditCode']
    case 'phone':
      return ['person.phone']
    case 'number':
    case 'money':
      return ['body.capital']
    case 'address':
    case 'region-address':
      return ['person.address', 'body.address']
    case 'text':
      return ['person.name', 'body.name', 'body.legalPerson', 'person.address', 'body.address', 'body.scope']
    case 'long-text':
      return ['body.scope', 'person.address', 'body.address']
    default:
      return []
  }
}

export const ID_KINDS: { value: Column['idKinds'][number]; label: string }[] = [
  { value: 'resident-id', label: '居民身份证' },
  { value: 'passport', label: '护照' },
  { value: 'hk-macao-permit', label: '港澳居民来往内地通行证' },
  { value: 'taiwan-permit', label: '台湾居民来往大陆通行证' },
  { value: 'hmt-residence', label: '港澳台居民居住证' },
  { value: 'foreign-residence', label: '外国人永久居留身份证' },
]
