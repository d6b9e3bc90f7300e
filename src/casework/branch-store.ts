import type { Step } from '../catalogue/index.ts'
import type { Tx } from '../platform/database.ts'
import type { WorkingCalendar } from '../regulation/index.ts'
import { lightIndex } from './clocks.ts'
import type { Dossier } from './dossier.ts'
import { atBranch, organOf } from './stage.ts'

/** Lists the open branches of a dossier for the posts that hold them; an empty list takes it out of all of them. */
export async function saveBranches(
  tx: Tx,
  dossier: Dossier,
  open: Step[],
  now: Date,
  calendar: WorkingCalendar,
): Promise<void> {
  const rows = open.map((step) => {
    const branch = atBranch(dossier, step)
    const light = lightIndex(branch, now, calendar)
    return {
      step_key: step.key,
      step_name: step.name,
      organ_id: organOf(step, dossier),
      post: step.post,
      clock_step: branch.clock.step,
      due_at: light.dueAt,
      yellow_at: light.yellowAt,
      red_at: light.redAt,
    }
  })
  await tx.query('delete from casework.branch where dossier_id = $1', [dossier.dossierId])
  if (rows.length === 0) return
  await tx.query(
    `insert into casework.branch (dossier_id, step_key, step_name, organ_id, post, clock_step, due_at, yellow_at, red_at)
     select $1, step_key, step_name, organ_id, post, clock_step, due_at, yellow_at, red_at
       from jsonb_to_recordset($2::jsonb) as b(step_key text, step_name text, organ_id text, post text, clock_step jsonb,
            due_at timestamptz, yellow_at timestamptz, red_at timestamptz)`,
    [dossier.dossierId, JSON.stringify(rows)],
  )
}
