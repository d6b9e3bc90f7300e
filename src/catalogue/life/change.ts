import type { Day } from '../../regulation/index.ts'

/** 变更: a change to an item on its way from the department's draft into force. */

export const CHANGE_KINDS = ['new', 'change', 'suspend', 'resume', 'cancel', 'devolve'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export const KIND_NAMES: Record<ChangeKind, string> = {
  new: '新增',
  change: '变更',
  suspend: '暂停',
  resume: '恢复',
  cancel: '取消',
  devolve: '下放',
}

/** What the regulation's managers of reform decide on: what there is, not how it is done. */
export const isDecided = (kind: ChangeKind): boolean =>
  kind === 'new' || kind === 'cancel' || kind === 'devolve'

/** Kinds that bring a draft into force; the others change the life of the item. */
export const bringsDraft = (kind: ChangeKind): boolean => kind === 'new' || kind === 'change'

export const OPEN_STATES = ['checking', 'filing', 'deciding', 'scheduled'] as const
export type OpenState = (typeof OPEN_STATES)[number]
export type ChangeState = OpenState | 'in-force' | 'sent-back' | 'withdrawn'

export const isOpen = (state: ChangeState): state is OpenState =>
  (OPEN_STATES as readonly string[]).includes(state)

export type ChangeAct = 'submit' | 'pass' | 'take' | 'decide' | 'send-back' | 'withdraw' | 'enforce'

export interface Change {
  changeId: string
  itemId: string
  organId: string
  kind: ChangeKind
  /** The draft that comes into force, for new and change. */
  version: number | null
  state: ChangeState
  /** How many turns it has taken. */
  turn: number
  /** Since when it lies where it lies. */
  since: Date
  /** Sections of the guide that differ from the version in force. */
  sections: string[]
  effectiveOn: Day
  reason: string
  instead: string
  document: string
  /** 暂停: the day on which it is planned to be offered again (恢复); null: open, and for all other kinds. */
  resumeOn: Day | null
  /** 下放: the bodies that take the item over. */
  targets: string[]
  /** Id of the officer who submitted it. */
  submittedBy: string
}
