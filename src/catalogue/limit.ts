import { z } from 'zod'

/** A term of the law or of the promise: G = 工作日 working days, Z = 自然日 calendar days; 0 days = 当场 on the spot. */
export const limit = z.object({ days: z.number().int().min(0).max(3650), unit: z.enum(['G', 'Z']) })
export type Limit = z.infer<typeof limit>

/** 「5 个工作日」 「当场」 「60 日（自然日）」 */
export function limitText(l: Limit | null): string {
  if (l === null) return ''
  if (l.days === 0) return '当场办结'
  return l.unit === 'G' ? `${l.days} 个工作日` : `${l.days} 个自然日`
}
