import { type ItemContent, SERVICE_OBJECT_NAMES } from '../../catalogue/index.ts'
import type { Account } from '../../identity/index.ts'
import type { Refusal } from '../../platform/refusal.ts'

/** 服务对象 (GB/T 39046 A.4) that an account of each kind stands for. */
const STANDS_FOR: Record<Account['subjectKind'], readonly string[]> = {
  person: ['1'],
  'foreign-person': ['1'],
  enterprise: ['2'],
  cooperative: ['2', '6'],
  'foreign-representative': ['2', '6'],
  institution: ['3'],
  organisation: ['4', '6'],
}

/** May this account apply for the item, by the kinds of applicants that its guide names? A refusal says who may. */
export function notForYou(content: ItemContent, account: Account): Refusal | null {
  const kinds = STANDS_FOR[account.subjectKind]
  if (content.serviceObjects.length === 0 || content.serviceObjects.some((o) => kinds.includes(o)))
    return null
  const who = content.serviceObjects.map((o) => SERVICE_OBJECT_NAMES[o] ?? o).join('、')
  return {
    name: 'not-for-you',
    sentence: `「${content.name}」由${who}申请，您现在用的是「${account.name}」的账户。换用单位或本人的账户登录，再来办。`,
    english: `This service is for other applicants (${who}); you are signed in as ${account.name}. Sign in with the right account.`,
  }
}
