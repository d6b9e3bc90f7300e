import type { SituationAnswers } from '../../catalogue/index.ts'
import type { Known } from '../../exchange/index.ts'
import type { Answers } from '../form/answers.ts'
import type { KeptAnswer } from './move.ts'

/** How the result shall reach the applicant. */
export interface Delivery {
  method: 'electronic' | 'post' | 'window'
  address?: string
}

/** An application that is being filled in (草稿). It belongs to one account; for everybody else it does not exist. */
export interface Draft {
  draftId: string
  accountId: string
  itemId: string
  /** The version of the guide that it follows; a new one that comes into force takes the draft along and says so. */
  itemVersion: number
  /** The version from which it was taken along, until the applicant has looked at what that asks of them; null: nothing to look at. */
  movedFrom: number | null
  /** What they typed that no question takes any more. */
  kept: KeptAnswer[]
  /** 情形引导 as it was answered before applying; what follows is decided anew under the item version. Null: not asked. */
  situation: SituationAnswers | null
  /** As typed, right or not. */
  answers: Answers
  delivery: Partial<Delivery>
  known: Known | null
  revision: number
  createdAt: Date
  savedAt: Date
  submittedDossier: string | null
}

/** How one material was given: a file, a licence that we hold, or announced by courier. */
export interface GivenMaterial {
  materialKey: string
  source: 'upload' | 'licence' | 'courier'
  fileId: string | null
  fileName: string
  /** What the licence says of itself, or `{pending: true}` while the licence platform gives no answer. */
  licence: Record<string, unknown> | null
  addedAt: Date
}

export const KEPT_DAYS = 90
