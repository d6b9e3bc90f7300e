import type { ItemContent } from '../../catalogue/index.ts'
import type { Actor } from '../../history/index.ts'
import type { Db } from '../../platform/database.ts'
import type { OpinionView } from '../api/contract.ts'
import type { StepRecord } from '../opinion-store.ts'
import { HOW_PAID } from '../step-record.ts'

interface OpinionRow {
  opinion_no: number
  step_name: string
  staff: Actor
  organ_id: string
  organ_name: string
  verdict: OpinionView['verdict']
  text: string
  record: StepRecord
  at: Date
}

/** The opinions of a dossier in their order; with `organId` only those that this other department signed. */
export async function opinionsOf(
  db: Db,
  dossierId: string,
  content: ItemContent,
  organId?: string,
): Promise<OpinionView[]> {
  const rows = await db.query<OpinionRow>(
    `select opinion_no, step_name, staff, organ_id, organ_name, verdict, text, record, at from casework.opinion
      where dossier_id = $1 and ($2::text is null or organ_id = $2) order by opinion_no`,
    [dossierId, organId ?? null],
  )
  const named = (key: string) => content.materials.find((m) => m.key === key)?.name ?? key
  return rows.map((r) => ({
    no: r.opinion_no,
    stepName: r.step_name,
    by: r.staff.name,
    organName: r.organ_name,
    verdict: r.verdict,
    text: r.text,
    record: r.record.findings
      ? { heldAt: r.record.heldAt ?? '', people: r.record.people ?? [], findings: r.record.findings }
      : null,
    drawings: (r.record.drawings ?? []).map((d) => ({
      name: named(d.materialKey),
      verdict: d.verdict,
      opinion: d.opinion,
    })),
    payment: r.record.payment ? { ...r.record.payment, how: HOW_PAID[r.record.payment.how] } : null,
    at: r.at.toISOString(),
  }))
}
