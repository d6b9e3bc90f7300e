import type { ChosenSituation } from '../catalogue/index.ts'
import type { ClockReading, Limit } from '../regulation/index.ts'

/** 办件状态. Drafts are not dossiers: the hall owns them. */
export const STATUSES = ['received', 'correcting', 'accepted', 'decided', 'closed', 'archived'] as const
export type Status = (typeof STATUSES)[number]

export const STATUS_NAMES: Record<Status, string> = {
  received: '待受理',
  correcting: '等申请人补正',
  accepted: '办理中',
  decided: '已决定，待办结',
  closed: '已办结',
  archived: '已归档',
}

/** 办结结果, said at closing. */
export const RESULTS = {
  granted: '准予',
  refused: '不予许可',
  'not-accepted': '不予受理',
  returned: '退件（逾期未补正）',
  withdrawn: '申请人撤回',
} as const
export type DossierResult = keyof typeof RESULTS

/** Who applied, as far as papers and lists need it; the full number stays encrypted in `identity`. */
export interface Applicant {
  accountId: string
  kind: string
  name: string
  idKind: string
  idMasked: string
  phoneMasked: string
}

/** What the clocks of a dossier are computed from; derived readings are never stored, only their turning moments. */
export interface DossierClock {
  /** Moment the present acceptance term began: receipt, or the last resubmission. */
  acceptanceFrom: string
  promise: Limit
  statutory: Limit
  acceptedAt: string | null
  stoppedAt: string | null
  pauses: { from: string; to: string | null; reason: string; kind: string }[]
  extension: { days: number; reason: string } | null
  /** The step under way and since when; of several at the same time the slowest, and in `open` the keys of all. */
  step: {
    key: string
    limit: Limit
    from: string
    open?: string[]
    /** From this version of the dossier on nothing but branches of this stage came to an end. */
    seenFrom?: number
  } | null
}

export interface Dossier {
  dossierId: string
  number: string
  itemId: string
  itemVersion: number
  itemName: string
  organId: string
  organName: string
  areaCode: string
  accountId: string
  applicant: Applicant
  status: Status
  result: DossierResult | null
  stepKey: string | null
  stepName: string
  holderPost: string | null
  channel: string
  /** 所选情形 under its item version; null: the whole list of the guide. */
  situation: ChosenSituation | null
  submittedAt: Date
  receivedAt: Date
  acceptedAt: Date | null
  decidedAt: Date | null
  closedAt: Date | null
  clock: DossierClock
  corrections: number
  verification: 'pending' | 'done' | 'not-applicable'
  sample: boolean
  version: number
}

/** The clock that ends first governs the light of the row; the others are shown beside it. */
export interface DossierClocks {
  governing: ClockReading
  all: ClockReading[]
}
