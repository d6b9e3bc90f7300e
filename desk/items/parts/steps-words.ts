import type { Step } from './steps-order.ts'

export const POSTS = [
  { value: 'window', label: '受理岗' },
  { value: 'examiner', label: '审查岗' },
  { value: 'approver', label: '决定岗' },
] as const satisfies readonly { value: Step['post']; label: string }[]

export const PHASES = [
  { value: 'accept', label: '受理' },
  { value: 'examine', label: '审查' },
  { value: 'decide', label: '决定' },
] as const satisfies readonly { value: Step['phase']; label: string }[]

export const KINDS = [
  { value: 'plain', label: '看材料', hint: '' },
  { value: 'site-visit', label: '现场踏勘', hint: '两人以上，记下时间、人和看到的情况（第十七条）' },
  { value: 'expert-review', label: '专家评审', hint: '记下时间、专家和结论（第十七条）' },
  { value: 'drawing-review', label: '图纸审查', hint: '每份图纸写一条意见（第十四条）' },
  { value: 'payment', label: '缴费', hint: '统一公共支付平台接通前，由窗口登记金额和票据号（第十八条）' },
  { value: 'joint-opinion', label: '会签', hint: '由别的部门签意见；只给它看这个环节要的材料' },
] as const satisfies readonly { value: Step['kind']; label: string; hint: string }[]

const names = <V extends string>(list: readonly { value: V; label: string }[]) =>
  Object.fromEntries(list.map((o) => [o.value, o.label])) as Record<V, string>
export const POST_NAMES = names(POSTS)
export const PHASE_NAMES = names(PHASES)
export const KIND_NAMES = names(KINDS)
