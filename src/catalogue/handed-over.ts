import type { Organ } from '../identity/index.ts'
import { implCodeParts } from './codes.ts'
import type { ItemContent } from './item.ts'

/** 行使层级 of a department by its GB/T 2260 area: province, city, else county. */
export const levelOf = (areaCode: string): string =>
  areaCode.endsWith('0000') ? '2' : areaCode.endsWith('00') ? '3' : '4'

/**
 * A content as another department carries it out. The same item of the directory (基本编码) has an implementation code of
 * its own at each body, so the codes become the department's; its counters are not those of the other. Items of a
 * sample department are 示例 like the department. `note` tells the clerk where it comes from.
 */
export function handedOver(content: ItemContent, organ: Organ, note: string): ItemContent {
  const level = levelOf(organ.areaCode)
  const parts = implCodeParts(content.implCode)
  const implCode = parts ? `${organ.creditCode}${level}${parts.basicCode}` : ''
  const serial = content.handleItemCode.slice(31)
  return {
    ...content,
    sample: content.sample || organ.sample,
    organName: organ.name,
    areaCode: organ.areaCode,
    level,
    implCode,
    handleItemCode: serial === '' || implCode === '' ? '' : `${implCode}${serial}`,
    place: content.place && { ...content.place, centreId: '', windows: '' },
    sourceNotes: [note, ...content.sourceNotes],
  }
}
