import type { Step } from '../catalogue/index.ts'
import type { Actor } from '../history/index.ts'
import type { Tx } from '../platform/database.ts'

/** What a site visit or expert review recorded: process and result as they were (Art. 17). */
export interface StepRecord {
  heldAt?: string
  people?: string[]
  findings?: string
}

/** Writes the opinion of a step's holder; opinions are numbered within their dossier. */
export async function saveOpinion(
  tx: Tx,
  dossierId: string,
  step: Step,
  staff: Actor,
  verdict: 'agree' | 'disagree' | 'return',
  text: string,
  record: StepRecord,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into casework.opinion (dossier_id, opinion_no, step_key, step_name, staff, verdict, text, record, at)
     select $1, coalesce(max(opinion_no), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from casework.opinion where dossier_id = $1`,
    [dossierId, step.key, step.name, staff, verdict, text, record, at],
  )
}
