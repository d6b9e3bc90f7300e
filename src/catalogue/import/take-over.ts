import type { Organ } from '../../identity/index.ts'
import { handedOver } from '../handed-over.ts'
import type { ReadRecord } from './reading.ts'

/** A public guide of elsewhere as the first draft of a department of ours; what its codes were stays in a note. */
export function takenOver({ content, said }: ReadRecord, organ: Organ): ReadRecord {
  const before = [content.organName, content.handleItemCode || content.implCode]
    .filter((t) => t !== '')
    .join('，')
  const note = `这份草稿取自别处的指南（${before}）。部门和编码已换成本部门的，地点、电话、时限等请逐项改成本部门的。`
  return {
    content: handedOver(content, organ, note),
    said,
    organ: {
      name: organ.name,
      creditCode: organ.creditCode,
      areaCode: organ.areaCode,
      areaName: organ.areaName,
    },
  }
}
