import { z } from 'zod'
import { itemContent } from '../item.ts'
import { CONTENT, withMeanings } from './open-meanings.ts'

/** What other systems read of the catalogue: published guides and the public register of changes, nothing else. */

const instant = z.iso.datetime()
const day = z.iso.date()

const codes = {
  itemId: z.uuid().describe('Stable id of the item on this platform'),
  implCode: z
    .string()
    .describe('实施编码, 31 characters: credit code of the body, level, basic code')
    .meta({ example: '11999999000000101H4350117002000' }),
  handleItemCode: z.string().describe('业务办理项编码, 33 characters; empty for a main item'),
  name: z.string().describe('事项名称').meta({ example: '食品经营许可（新办）' }),
  organId: z.string().describe('Id of the implementing body on this platform'),
  organName: z.string().describe('实施主体').meta({ example: '鼓楼区市场监督管理局' }),
  areaCode: z.string().describe('GB/T 2260').meta({ example: '350102' }),
}

export const openListQuery = z.object({
  organ: z.string().max(100).optional().describe('Id of a department'),
  area: z
    .string()
    .max(9)
    .optional()
    .describe('Area code as far as it matters: 3501 is the city with all its districts'),
  type: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .describe('事项类型, GB/T 39046 A.1: 01 行政许可 …'),
  subject: z
    .enum(['1', '2', '3', '4', '5', '6'])
    .optional()
    .describe('服务对象, GB/T 39046 A.4: 1 自然人 … 6 其他组织'),
  after: z.uuid().optional().describe('`next` of the page before; leave out for the first page'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('Items a page'),
})

export const openListRow = z.object({
  ...codes,
  itemType: z.string().describe('事项类型').meta({ example: '01' }),
  life: z.enum(['active', 'suspended']).describe('suspended: no applications for the time being'),
  version: z.number().int().describe('Version in force; grows by one with each change'),
  effectiveOn: day.nullable().describe('Day from which this version holds'),
  sample: z.boolean().describe('True for invented items (示例)'),
})
export const openList = z.object({
  items: z.array(openListRow).describe('Ordered by id'),
  next: z.uuid().nullable().describe('To be sent as `after` for the next page; null at the end'),
})

/** A guide without what is the clerk's own: where a draft came from, and the notes on it. */
export const openContent = withMeanings(itemContent.omit({ sourceNotes: true, origin: true }), CONTENT)
export const openItem = openListRow.extend({
  publishedAt: instant.nullable().describe('Moment at which this version was published'),
  content: openContent.describe('The guide (实施清单) in full, with form and situations'),
})

export const openCode = z.object({
  code: z
    .string()
    .min(1)
    .max(100)
    .describe('Implementation code, handle item code, or id of the item')
    .meta({ example: '11999999000000101H4350117002000' }),
})

export const changesQuery = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .describe('The last `seq` that was read; 0 from the beginning'),
  limit: z.coerce.number().int().min(1).max(1000).default(200).describe('Changes an answer'),
})
export const change = z.object({
  seq: z.number().int().describe('Grows with every change that becomes public; gaps are no loss'),
  kind: z
    .enum(['new', 'change', 'suspend', 'resume', 'cancel', 'devolve'])
    .describe('新增, 变更, 暂停, 恢复, 取消, 下放'),
  ...codes,
  version: z
    .number()
    .int()
    .nullable()
    .describe('The version that came into force, where the change brought one'),
  sections: z.array(z.string()).describe('Which sections of the guide differ from the version before'),
  reason: z.string().describe('In a sentence for the public; empty for what speaks for itself'),
  effectiveOn: day.describe('Day from which it holds'),
  enteredAt: instant.describe('Moment at which it became public'),
})
export const changes = z.object({
  changes: z.array(change).describe('In the order in which they became public'),
  next: z.number().int().describe('To be sent as `after` the next time, whether now or in an hour'),
  more: z.boolean().describe('True while there is more to read at once'),
})
