import { SYSTEM } from '../../history/index.ts'
import { dayOf } from '../../regulation/index.ts'
import { deemAccepted } from './acceptance.ts'
import { type CaseworkDeps, done, otherAct } from './act.ts'

/** Finds applications whose acceptance term ran out in silence and accepts them by force of law. Returns how many. */
export async function sweepDeemedAcceptance(deps: CaseworkDeps, now: Date): Promise<number> {
  const due = await deps.db.query<{ dossier_id: string }>(
    `select dossier_id from casework.dossier
      where open and status = 'received' and corrections = 0 and red_at <= $1 order by red_at limit 500`,
    [now],
  )
  let accepted = 0
  for (const { dossier_id } of due) {
    const result = await deemAccepted(deps, dossier_id, now)
    if (result.ok) accepted += 1
  }
  return accepted
}

/** 退件: the applicant did not hand in the correction by the day that the notice named. Returns how many. */
export async function sweepOverdueCorrections(deps: CaseworkDeps, now: Date): Promise<number> {
  const overdue = await deps.db.query<{ dossier_id: string; correction_no: number }>(
    `select d.dossier_id, c.correction_no from casework.dossier d
       join casework.correction c on c.dossier_id = d.dossier_id and c.correction_no = d.corrections
      where d.open and d.status = 'correcting' and c.answered_at is null and c.answer_until < $1 limit 500`,
    [dayOf(now)],
  )
  let returned = 0
  for (const { dossier_id, correction_no } of overdue) {
    const result = await otherAct(
      deps,
      SYSTEM,
      dossier_id,
      `returned:${correction_no}`,
      'return',
      now,
      (d) =>
        d.status === 'correcting' && d.corrections === correction_no
          ? null
          : { name: 'not-possible-now', sentence: '这件已经补正。' },
      async ({ dossier }) =>
        done({
          dossier: {
            ...dossier,
            status: 'closed',
            result: 'returned',
            closedAt: now,
            stepKey: null,
            stepName: '已退件',
            holderPost: null,
            clock: { ...dossier.clock, stoppedAt: now.toISOString(), step: null },
          },
          events: [{ type: 'dossier.closed', data: { result: 'returned', correctionNo: correction_no } }],
        }),
    )
    if (result.ok) returned += 1
  }
  return returned
}
