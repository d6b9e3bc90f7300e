import type { Step } from '../catalogue/index.ts'
import type { Actor } from '../history/index.ts'
import type { Tx } from '../platform/database.ts'

/** Opinion on one drawing of a review (图纸审查, Art. 14). */
export interface DrawingOpinion {
  materialKey: string
  verdict: 'ok' | 'fault'
  opinion: string
}

/** 缴费 as the window saw it: yuan with at most two decimals, how, and the receipt's number. Waived: why is in the text. */
export interface PaymentRecord {
  due: string
  how: 'cash' | 'card' | 'transfer' | 'waived'
  paidOn: string
  receipt: string
}

/** What a step recorded: process and result as they were (Art. 14, 17, 18). */
export interface StepRecord {
  heldAt?: string | undefined
  people?: string[] | undefined
  findings?: string | undefined
  drawings?: DrawingOpinion[] | undefined
  payment?: PaymentRecord | undefined
}

/** An opinion as it is given; `organ` is the department that signs a joint opinion, null for the dossier's own. */
export interface NewOpinion {
  step: Step
  by: Actor
  organ: { organId: string; name: string } | null
  verdict: 'agree' | 'disagree' | 'return'
  text: string
  record: StepRecord
}

/** Writes the opinion of a step's holder; opinions are numbered within their dossier. */
export async function saveOpinion(tx: Tx, dossierId: string, o: NewOpinion, at: Date): Promise<void> {
  await tx.query(
    `insert into casework.opinion (dossier_id, opinion_no, step_key, step_name, staff, organ_id, organ_name, verdict, text,
                                   record, at)
     select $1, coalesce(max(opinion_no), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10
       from casework.opinion where dossier_id = $1`,
    [
      dossierId,
      o.step.key,
      o.step.name,
      o.by,
      o.organ?.organId ?? '',
      o.organ?.name ?? '',
      o.verdict,
      o.text,
      o.record,
      at,
    ],
  )
}
