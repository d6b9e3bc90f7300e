import type { DeskActName } from '../../src/casework/api/contract.ts'

/** The acts as headings and buttons say them. */
export const ACT_NAMES: Record<DeskActName, string> = {
  'judge-material': '看材料',
  'conclude-difference': '核实不一致',
  'ask-correction': '一次性告知补正',
  accept: '受理',
  'refuse-acceptance': '不予受理',
  'give-opinion': '提意见',
  decide: '作决定',
  pause: '暂停计时',
  resume: '恢复计时',
  extend: '延长期限',
  close: '办结',
}

export const CLOCK_NAMES: Record<string, string> = {
  acceptance: '受理',
  'correction-review': '审补正',
  step: '环节',
  promised: '承诺',
  statutory: '法定',
  delivery: '送达',
}

export const SOURCE_NAMES: Record<string, string> = { upload: '网上上传', licence: '证照库', courier: '邮寄' }
export const OUTCOME_NAMES: Record<string, string> = {
  match: '一致',
  differs: '不一致',
  'not-found': '登记里没有',
  pending: '还没核到',
}
export const VERDICT_NAMES: Record<string, string> = { agree: '符合', disagree: '不符合', return: '退回重办' }

const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
/** 15 → 第十五条 */
export function articleName(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = CHINESE[n % 10] ?? ''
  return `第${tens > 1 ? CHINESE[tens] : ''}${tens > 0 ? '十' : ''}${ones}条`
}
