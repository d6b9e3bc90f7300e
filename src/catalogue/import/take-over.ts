import type { Organ } from '../../identity/index.ts'
import { implCodeParts } from '../codes.ts'
import type { ReadRecord } from './reading.ts'

/**
 * A public guide of elsewhere as the first draft of a department of ours. The same item of the directory (基本编码) has an
 * implementation code of its own at each body that carries it out, so the codes become the department's; what they were
 * stays in a note. Items of a sample department are 示例 like the department.
 */
export function takenOver({ content }: ReadRecord, organ: Organ): ReadRecord {
  const level = levelOf(organ.areaCode)
  const parts = implCodeParts(content.implCode)
  const implCode = parts ? `${organ.creditCode}${level}${parts.basicCode}` : ''
  const serial = content.handleItemCode.slice(31)
  const before = [content.organName, content.handleItemCode || content.implCode]
    .filter((t) => t !== '')
    .join('，')
  return {
    content: {
      ...content,
      sample: content.sample || organ.sample,
      organName: organ.name,
      areaCode: organ.areaCode,
      level,
      implCode,
      handleItemCode: serial === '' || implCode === '' ? '' : `${implCode}${serial}`,
      sourceNotes: [
        `这份草稿取自别处的指南（${before}）。部门和编码已换成本部门的，地点、电话、时限等请逐项改成本部门的。`,
        ...content.sourceNotes,
      ],
    },
    organ: {
      name: organ.name,
      creditCode: organ.creditCode,
      areaCode: organ.areaCode,
      areaName: organ.areaName,
    },
  }
}

/** 行使层级 of a department by its GB/T 2260 area: province, city, else county. */
const levelOf = (areaCode: string): string =>
  areaCode.endsWith('0000') ? '2' : areaCode.endsWith('00') ? '3' : '4'
