import { creditCodeHolds } from '../identity/index.ts'
import { ITEM_TYPE_NAMES } from './item.ts'

/**
 * The codes of a service item: 基本编码 (12 digits), 实施编码 (31 = the organ's 统一社会信用代码 + 行使层级 + 基本编码)
 * and 业务办理项编码 (33 = 实施编码 + a serial of two digits). The structure is the one that codes of several provinces
 * agree on; the check character of the first 18 is GB 32100's.
 */

/** What is wrong with a code: in which field, for machines, and in a sentence that says what to do. */
export interface CodeFault {
  field: 'basicCode' | 'implCode' | 'handleItemCode' | 'itemType' | 'level'
  reason:
    | 'not-12-digits'
    | 'not-31-characters'
    | 'not-33-characters'
    | 'bad-check-digit'
    | 'parts-contradict'
    | 'unknown-value'
    | 'not-applied-for'
  sentence: string
}

/** Kinds that an organ does of its own accord (处罚, 强制, 征收, 检查): nobody applies for them, so they get no guide. */
export const NOT_APPLIED_FOR: readonly string[] = ['02', '03', '04', '06']

/** The parts of an 实施编码, or null where it is not built like one. */
export function implCodeParts(code: string): { creditCode: string; level: string; basicCode: string } | null {
  const parts = /^([0-9A-HJ-NPQRTUWXY]{18})([1-7])(\d{12})$/.exec(code)
  return parts ? { creditCode: parts[1]!, level: parts[2]!, basicCode: parts[3]! } : null
}

export interface ItemCodes {
  basicCode: string
  implCode: string
  handleItemCode: string
  itemType: string
  level: string
}

/**
 * Everything wrong with an item's codes, each against its own rules and against the others. A code that is missing is
 * not at fault here: that is a gap in the guide (Art. 7) and found there.
 */
export function codeFaults(codes: ItemCodes): CodeFault[] {
  return [...typeFaults(codes), ...basicFaults(codes), ...implFaults(codes), ...handleFaults(codes)]
}

function typeFaults({ itemType }: ItemCodes): CodeFault[] {
  if (itemType === '') return []
  if (NOT_APPLIED_FOR.includes(itemType))
    return [
      {
        field: 'itemType',
        reason: 'not-applied-for',
        sentence: `${ITEM_TYPE_NAMES[itemType]}（${itemType}）不是依申请办理的事项，不收进办事指南。`,
      },
    ]
  // GB/T 39046 leaves 11–19 and 21–29 open for kinds to come.
  if (/^(0[15789]|1\d|2\d)$/.test(itemType)) return []
  return [
    {
      field: 'itemType',
      reason: 'unknown-value',
      sentence: `事项类型“${itemType}”不是国家代码。请改成两位代码，例如 01 行政许可、20 公共服务。`,
    },
  ]
}

function basicFaults({ basicCode, itemType }: ItemCodes): CodeFault[] {
  if (basicCode === '') return []
  if (!/^\d{12}$/.test(basicCode))
    return [
      {
        field: 'basicCode',
        reason: 'not-12-digits',
        sentence: /^\d{10}$/.test(basicCode)
          ? `基本编码“${basicCode}”是 10 位旧码。请换成 12 位的新码。`
          : `基本编码是 12 位数字，“${basicCode}”有 ${basicCode.length} 位${/^\d*$/.test(basicCode) ? '' : '，还有不是数字的字符'}。请照事项目录改。`,
      },
    ]
  if (itemType !== '' && basicCode.slice(2, 4) !== itemType)
    return [
      {
        field: 'basicCode',
        reason: 'parts-contradict',
        sentence: `基本编码第 3、4 位是 ${basicCode.slice(2, 4)}，事项类型是 ${itemType}，两处要相同。请核对哪一处写错。`,
      },
    ]
  return []
}

function implFaults({ implCode, basicCode, level }: ItemCodes): CodeFault[] {
  if (implCode === '') return []
  const parts = implCodeParts(implCode)
  if (!parts)
    return [
      {
        field: 'implCode',
        reason: 'not-31-characters',
        sentence: `实施编码是 31 位（部门 18 位代码、1 位层级、12 位基本编码），“${implCode}”有 ${implCode.length} 位${implCode.length === 31 ? '，但有不该出现的字符' : ''}。请照事项目录改。`,
      },
    ]
  const faults: CodeFault[] = []
  if (!creditCodeHolds(parts.creditCode))
    faults.push({
      field: 'implCode',
      reason: 'bad-check-digit',
      sentence: `实施编码前 18 位“${parts.creditCode}”的校验位不对，不是有效的统一社会信用代码。请照部门的证书核对。`,
    })
  if (basicCode !== '' && parts.basicCode !== basicCode)
    faults.push({
      field: 'implCode',
      reason: 'parts-contradict',
      sentence: `实施编码最后 12 位是 ${parts.basicCode}，基本编码是 ${basicCode}，两处要相同。请核对哪一处写错。`,
    })
  if (level !== '' && parts.level !== level)
    faults.push({
      field: 'implCode',
      reason: 'parts-contradict',
      sentence: `实施编码第 19 位是 ${parts.level}，行使层级是 ${level}，两处要相同。请核对哪一处写错。`,
    })
  return faults
}

function handleFaults({ handleItemCode, implCode }: ItemCodes): CodeFault[] {
  if (handleItemCode === '') return []
  if (handleItemCode.length !== 33 || !/\d{2}$/.test(handleItemCode))
    return [
      {
        field: 'handleItemCode',
        reason: 'not-33-characters',
        sentence: `业务办理项编码是 33 位（实施编码加 2 位序号），“${handleItemCode}”有 ${handleItemCode.length} 位。请照事项目录改。`,
      },
    ]
  if (implCode !== '' && !handleItemCode.startsWith(implCode))
    return [
      {
        field: 'handleItemCode',
        reason: 'parts-contradict',
        sentence: '业务办理项编码的前 31 位要与实施编码相同。请核对哪一处写错。',
      },
    ]
  return []
}
