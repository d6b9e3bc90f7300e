import type {
  DirectoryRow,
  EntryRecordAnswer,
  ExceptionBody,
  ProposalAnswer,
} from '../../src/catalogue/api/directory-contract.ts'
import { holds, type Officer } from '../session.ts'

export const STATES: Record<DirectoryRow['state'], { word: string; kind: string }> = {
  waiting: { word: '待生效', kind: 'wait' },
  'in-force': { word: '现行', kind: 'ok' },
  suspended: { word: '暂停', kind: 'hold' },
  cancelled: { word: '已取消', kind: '' },
}

export type Operation = ProposalAnswer['operation']
export const OPERATIONS: Record<Operation, string> = {
  add: '新增',
  change: '变更',
  split: '拆分',
  merge: '合并',
  suspend: '暂停',
  resume: '恢复',
  cancel: '取消',
}

export const PROPOSAL_STATES: Record<ProposalAnswer['status'], { word: string; kind: string }> = {
  open: { word: '等决定', kind: 'wait' },
  agreed: { word: '同意', kind: 'ok' },
  'sent-back': { word: '退回', kind: 'bad' },
}

export const PLACEMENTS: Record<
  EntryRecordAnswer['placed'][number]['placement'],
  { word: string; kind: string }
> = {
  in: { word: '已进驻', kind: 'ok' },
  exempt: { word: '例外', kind: 'hold' },
  missing: { word: '缺', kind: 'wait' },
}

export const EXCEPTION_KINDS: Record<ExceptionBody['kind'], string> = {
  'state-secret': '涉及国家秘密',
  'public-safety': '危及公共安全',
  other: '其他特殊原因',
}

export const LEVELS = [
  { value: '1', label: '国家级' },
  { value: '2', label: '省级' },
  { value: '3', label: '市级' },
  { value: '4', label: '县级' },
  { value: '5', label: '镇（乡、街道）级' },
  { value: '6', label: '村（社区）级' },
  { value: '7', label: '分级管理' },
] as const

/** 事项类型 that people apply for. */
export const TYPES = [
  { value: '01', label: '行政许可' },
  { value: '05', label: '行政给付' },
  { value: '07', label: '行政确认' },
  { value: '08', label: '行政奖励' },
  { value: '09', label: '行政裁决' },
  { value: '10', label: '其他类别事项' },
  { value: '20', label: '公共服务' },
] as const
export const typeName = (type: string): string => TYPES.find((t) => t.value === type)?.label ?? type
export const levelNames = (levels: readonly string[]): string =>
  levels.map((l) => LEVELS.find((k) => k.value === l)?.label ?? l).join('、')

/** Who may propose at all; for which entries, the server says. */
export const proposes = (officer: Officer): boolean => holds(officer, 'clerk') || holds(officer, 'registrar')
