import { POSTS } from '../../identity/index.ts'
import { LICENCE_NAMES } from '../../licences/index.ts'
import {
  HANDLING_FORM_NAMES,
  ITEM_TYPE_NAMES,
  keptFileId,
  type Limit,
  limitText,
  SERVICE_OBJECT_NAMES,
} from '../item.ts'

/** Words for the values that stand as codes in a content, by the field that holds them. */
const WORDS: Record<string, Record<string, string>> = {
  itemType: ITEM_TYPE_NAMES,
  projectType: { '1': '即办件', '2': '承诺件' },
  level: { '1': '国家级', '2': '省级', '3': '市级', '4': '县级', '5': '镇（街道）级', '6': '村（社区）级' },
  serviceObjects: SERVICE_OBJECT_NAMES,
  handlingForms: HANDLING_FORM_NAMES,
  need: { required: '必要', optional: '非必要', later: '容缺后补' },
  form: { electronic: '电子', paper: '纸质', both: '电子或纸质' },
  source: { '10': '申请人自备', '20': '政府部门核发', '30': '中介机构出具', '99': '其他' },
  phase: { accept: '受理', examine: '审查', decide: '决定' },
  post: Object.fromEntries(Object.entries(POSTS).map(([post, { zh }]) => [post, zh])),
  kind: {
    plain: '普通',
    'site-visit': '现场踏勘',
    'expert-review': '专家评审',
    'drawing-review': '图纸审查',
    payment: '缴费',
    'joint-opinion': '会签',
  },
  type: {
    text: '文字',
    'long-text': '长文字',
    number: '数',
    money: '金额',
    date: '日期',
    period: '起止日期',
    choice: '单选',
    multiple: '多选',
    table: '表格',
    address: '地址',
    'region-address': '分级地址',
    'person-name': '姓名',
    person: '人员',
    body: '单位',
    'resident-id': '身份证号',
    'credit-code': '信用代码',
    phone: '电话',
    account: '账号',
    file: '文件',
    signature: '签名',
    'map-point': '地图位置',
  },
  sharedSource: { population: '人口库', enterprise: '企业库' },
  licenceKind: LICENCE_NAMES,
  resultType: { licence: '证照', approval: '批文', none: '没有结果文书' },
  whenMode: { all: '都满足', any: '满足一个' },
}

const word = (field: string, value: string): string => {
  // A file has no words of its own; the beginning of its id tells one from the next.
  const fileId = field === 'blankFile' || field === 'filledFile' ? keptFileId(value) : null
  return fileId ? `有文件（${fileId.slice(0, 8)}）` : (WORDS[field]?.[value] ?? value)
}

/** A value as a clerk reads it; empty for what is not there. Long lists stand one entry a line. */
export function textOf(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return word(field, value)
  if (Array.isArray(value)) {
    const lines = value.map((one) => textOf(field, one)).filter((line) => line !== '')
    return lines.join(field in WORDS ? '、' : '\n')
  }
  const parts = value as Record<string, unknown>
  if ('days' in parts && 'unit' in parts && Object.keys(parts).length === 2) return limitText(value as Limit)
  return Object.entries(parts)
    .filter(([name, v]) => name !== 'key' && v !== false && v !== 0)
    .map(([name, v]) => textOf(name, v).replaceAll('\n', '；'))
    .filter((text) => text !== '')
    .join('　')
}
