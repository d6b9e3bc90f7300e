import { z } from 'zod'
import type { Actor } from '../../history/index.ts'
import type { Day } from '../../regulation/index.ts'
import { legalBasis } from '../item.ts'

/** 行使层级: GB/T 39046 A.2 */
export const LEVEL_NAMES: Record<string, string> = {
  '1': '国家级',
  '2': '省级',
  '3': '市级',
  '4': '县级',
  '5': '镇（乡、街道）级',
  '6': '村（社区）级',
  '7': '分级管理',
}

/** 基本要素: what the law lays down of a matter, the same for every body that implements it. */
export const basicElements = z.object({
  name: z.string().trim().min(1).max(120),
  /** 事项类型: GB/T 39046 A.1, two digits; it is part of the basic code, so it never changes. */
  itemType: z.string().regex(/^\d{2}$/),
  legalBasis: z.array(legalBasis).min(1).max(20),
  /** On which levels (行使层级) it is exercised. */
  levels: z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'])).min(1),
  /** Which kinds of bodies exercise it, in the words of the law, e.g. 市场监督管理部门. */
  bodyKinds: z.array(z.string().trim().min(1).max(60)).default([]),
})
export type BasicElements = z.infer<typeof basicElements>

/** 新增、变更、拆分、合并、暂停、恢复、取消 */
export const OPERATIONS = {
  add: '新增',
  change: '变更',
  split: '拆分',
  merge: '合并',
  suspend: '暂停',
  resume: '恢复',
  cancel: '取消',
} as const
export type Operation = keyof typeof OPERATIONS
export const operations = Object.keys(OPERATIONS) as [Operation, ...Operation[]]

/** `waiting`: agreed, its day has not come. */
export type EntryState = 'waiting' | 'in-force' | 'suspended' | 'cancelled'
export const STATE_NAMES: Record<EntryState, string> = {
  waiting: '待生效',
  'in-force': '现行',
  suspended: '暂停',
  cancelled: '取消',
}

/** An entry of the directory (基本目录) at its version in force; while it waits, at its first version. */
export interface Entry {
  basicCode: string
  version: number
  state: EntryState
  sample: boolean
  elements: BasicElements
  /** Organs that have to implement it. */
  bodies: string[]
}

/** How one entry reads that comes of a proposal. */
export interface ProposedEntry {
  elements: BasicElements
  bodies: string[]
  /** 子项: basic code of the main item under which it stands; empty for a main item. */
  parent: string
}

export interface Proposal {
  proposalId: string
  operation: Operation
  status: 'open' | 'sent-back' | 'agreed'
  organId: string
  codes: string[]
  results: ProposedEntry[]
  reason: string
  proposedBy: Actor
  proposedAt: Date
  /** The deciding document (文号), its day of effect, and the reasons of who decided. */
  document: string
  effectiveOn: Day | null
  answer: string
  decidedBy: Actor | null
  decidedAt: Date | null
  /** The proposal that was sent back and that this one takes up again, and the one that took this one up. */
  follows: string | null
  followedBy: string | null
}

export interface EntryVersion {
  basicCode: string
  version: number
  operation: Operation
  state: Exclude<EntryState, 'waiting'>
  elements: BasicElements
  bodies: string[]
  proposalId: string | null
  document: string
  effectiveOn: Day
  decidedBy: Actor
  decidedAt: Date
  inForceAt: Date | null
}

export const directoryStream = (basicCode: string): string => `directory:${basicCode}`
export const proposalStream = (proposalId: string): string => `directory-proposal:${proposalId}`
