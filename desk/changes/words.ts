import type {
  ChangeKindName,
  ChangeRecordAnswer,
  ChangeStateName,
  HeirAnswer,
} from '../../src/catalogue/api/life-contract.ts'

export const KIND_NAMES: Record<ChangeKindName, string> = {
  new: '新增',
  change: '变更',
  suspend: '暂停',
  resume: '恢复',
  cancel: '取消',
  devolve: '下放',
}

export const STATE_NAMES: Record<ChangeStateName, { word: string; tag: string }> = {
  checking: { word: '待审核', tag: 'wait' },
  filing: { word: '待备案', tag: 'wait' },
  deciding: { word: '待决定', tag: 'wait' },
  scheduled: { word: '待生效', tag: 'info' },
  'in-force': { word: '已生效', tag: 'ok' },
  'sent-back': { word: '已退回', tag: 'hold' },
  withdrawn: { word: '已撤回', tag: 'hold' },
}

type Turn = ChangeRecordAnswer['turns'][number]

export const TURN_NAMES: Record<Turn['act'], string> = {
  submit: '提交',
  pass: '部门审核通过',
  take: '接收备案',
  decide: '决定同意',
  'send-back': '退回',
  withdraw: '撤回',
  enforce: '生效',
}

/** What stands before the words of a turn. */
export const WORDS_ARE: Record<Turn['act'], string> = {
  submit: '留言：',
  pass: '意见：',
  take: '意见：',
  decide: '文件：',
  'send-back': '原因：',
  withdraw: '原因：',
  enforce: '',
}

type Act = ChangeRecordAnswer['acts'][number]['act']

export const ACTS: Record<Act, { name: string; path: string; busy: string }> = {
  pass: { name: '审核通过', path: 'check', busy: '正在办…' },
  take: { name: '接收备案', path: 'filing', busy: '正在办…' },
  decide: { name: '同意', path: 'decision', busy: '正在办…' },
  'send-back': { name: '退回', path: 'return', busy: '正在退…' },
  withdraw: { name: '撤回', path: 'withdrawal', busy: '正在撤…' },
}

export const LIFE_NAMES = {
  suspended: { word: '已暂停', tag: 'hold' },
  cancelled: { word: '已取消', tag: 'bad' },
  devolved: { word: '已下放', tag: 'hold' },
} as const

export const heirWords = ({ state, blocks }: Pick<HeirAnswer, 'state' | 'blocks'>): string => {
  if (state === 'not-decided') return '决定以后建草稿'
  if (state === 'draft') return blocks > 0 ? `草稿，拦住 ${blocks} 处` : '草稿，还没提交'
  if (state === 'under-way') return '在办手续'
  return state === 'ready' ? '办完了，等其他区县' : '已生效'
}

/** What the day of effect brings, where there is no draft to be checked again. */
const LAST: Partial<Record<ChangeKindName, string>> = {
  suspend: '到生效日期停',
  resume: '到生效日期恢复',
  cancel: '到生效日期停',
  devolve: '区县都办完，到日期一起生效',
}

/** The way that a change of this kind goes, as the stations are called. */
export const wayOf = (kind: ChangeKindName): { state: ChangeStateName; name: string; who: string }[] => [
  { state: 'checking', name: '部门审核', who: '本部门审核岗，不能是提交的人' },
  { state: 'filing', name: '备案', who: '行政服务管理机构，备案前不生效' },
  ...(kind === 'new' || kind === 'cancel' || kind === 'devolve'
    ? [{ state: 'deciding' as const, name: '决定', who: '审改机构，写明文号' }]
    : []),
  { state: 'scheduled', name: '生效', who: LAST[kind] ?? '到生效日期再检查一遍' },
]
